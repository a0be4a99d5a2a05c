"""What changed of the public names since a release, and whether a changelog names it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

_NAMED: Final = re.compile(r"`([^`]+)`")
_HEADING: Final = re.compile(r"^### (.+)$", re.MULTILINE)
_GONE: Final = ("Changed", "Removed", "Cambiato", "Tolto")


def name_of(line: str) -> str:
    """What a line is about, as a changelog would name it."""
    if line.startswith("$ casa-model "):
        command, _, rest = line.removeprefix("$ casa-model ").partition(" ")
        option = re.split(r"[/ ]", rest)[0]
        return f"{command} {option}" if rest.startswith("-") else command
    if line.startswith(("fault ", "format ", "$ ")):
        return line.removeprefix("fault ").removeprefix("$ ").split(":")[0]
    return re.split(r"[:( ]", line)[0]


def lacking(before: Sequence[str], after: Sequence[str], changelog: str) -> list[str]:
    """The names that changed from one snapshot to another and that a changelog does not name.

    A new class or module stands for all that is in it; a changed field is named `Class.field`.
    """
    section = changelog.split("\n## ")[1] if "\n## " in changelog else ""
    told = _told(section)
    old, new = set(before), set(after)
    known = {name_of(line) for line in before}
    gone = {name_of(line) for line in old - new}
    found: dict[str, str] = {}
    for line in sorted(old ^ new):
        name = name_of(line)
        under = _GONE if name in gone else ()
        if not _is_told(name, told, known, under):
            heading = " under **Changed** or **Removed**" if under else ""
            found[_short(name)] = f"`{_short(name)}`{heading}"
    return list(found.values())


def _told(section: str) -> dict[str, set[str]]:
    """The names in backticks by the heading under which they stand; all of them under ''."""
    parts = _HEADING.split(section)
    told: dict[str, set[str]] = {"": set()}
    for heading, text in zip(["", *parts[1::2]], parts[::2], strict=True):
        words = {word for quoted in _NAMED.findall(text) for word in (quoted, *quoted.split())}
        told[""] |= words
        told.setdefault(heading, set()).update(words)
    return told


def _is_told(name: str, told: dict[str, set[str]], known: set[str], under: Sequence[str]) -> bool:
    """Whether a name, or the new thing that it is part of, is told where it must be."""
    words = set().union(*(told.get(heading, set()) for heading in under or ("",)))
    command, _, option = name.partition(" --")
    if option:
        return f"--{option}" in words or (command not in known and command in words)
    tries = {name, _short(name)}
    parts = name.split(".")
    for end in range(len(parts) - 1, 1, -1):
        owner = ".".join(parts[:end])
        if owner not in known or under:
            tries |= {owner, _short(owner)}
    return bool(tries & words)


def _short(name: str) -> str:
    """A name without its module: `Compiled.bits`, `--verbale` without its command."""
    if " --" in name:
        return name.partition(" ")[2]
    parts = name.split(".")
    at = next((i for i, part in enumerate(parts) if part[:1].isupper()), len(parts) - 1)
    return ".".join(parts[at:]) if name.startswith("casa_model") else name
