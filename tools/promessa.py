"""Write `tests/promise/promessa.txt`: every public name, field, type and default, a line each.

    python tools/promessa.py            writes the snapshot again (`make promessa`)
    python tools/promessa.py --check    says what differs from it, and what the changelog lacks

A public module is `casa_model`, or one that `docs/api` documents. An object that `casa_model`
itself exports is told there; elsewhere only that it is the same one. The command line, the codes
of faults and the formats of files are promised too. Types are as the source spells them, so that
no version of Python matters.

`partenza.txt` beside it is what was public at the last release: every name that has changed since
stands in backticks in the first section of the changelog, and one that changed or went under the
heading **Changed** or **Removed**. At a release `partenza.txt` becomes a copy of the snapshot.
"""

from __future__ import annotations

import difflib
import importlib
import inspect
import re
import sys
from collections.abc import Mapping
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import attrs
import click

import casa_model
from casa_model.cli import _uscite
from casa_model.cli._app import app
from casa_model.cli._json_decisione import FORMATO as CLI_FORMATO
from casa_model.errors import CATALOGUE
from casa_model.exchange.json import FORMATO

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from types import ModuleType

ROOT: Final = Path(__file__).resolve().parents[1]
HERE: Final = ROOT / "tests" / "promise"
SNAPSHOT: Final = HERE / "promessa.txt"
BASELINE: Final = HERE / "partenza.txt"
CHANGELOG: Final = ROOT / "CHANGELOG.md"
MEND: Final = "make promessa"

_MODULE: Final = re.compile(r"automodule:: (casa_model[.\w]*)")
_NAMED: Final = re.compile(r"`([^`]+)`")
_HEADING: Final = re.compile(r"^### (.+)$", re.MULTILINE)
_GONE: Final = ("Changed", "Removed", "Cambiato", "Tolto")


def snapshot() -> list[str]:
    """Every line of the promise, in order."""
    exported = {id(getattr(casa_model, name)): name for name in casa_model.__all__}
    lines: list[str] = []
    for module in modules():
        for name in names_of(module):
            found = getattr(module, name)
            path = f"{module.__name__}.{name}"
            top = exported.get(id(found)) if inspect.isclass(found) or callable(found) else None
            if top is not None and module is not casa_model:
                lines.append(f"{path} is casa_model.{top}")
            else:
                lines += _object(path, found, module, name)
    return sorted({*lines, *_command_line(), *_codes()})


def modules() -> list[ModuleType]:
    """The public modules: `casa_model`, and those that the reference documents."""
    pages = sorted((ROOT / "docs" / "api").glob("*.md"))
    found = [name for page in pages for name in _MODULE.findall(page.read_text("utf-8"))]
    return [casa_model, *map(importlib.import_module, dict.fromkeys(found))]


def names_of(module: ModuleType) -> list[str]:
    """What a module makes public: its `__all__`, or what it defines without an underscore."""
    told = getattr(module, "__all__", None)
    if told is not None:
        return sorted(told)
    kept = getattr(module, "__annotations__", {})
    return sorted(
        name
        for name, found in vars(module).items()
        if not name.startswith("_")
        and (getattr(found, "__module__", None) == module.__name__ or name in kept)
        and not inspect.ismodule(found)
    )


def _object(path: str, found: Any, module: ModuleType, name: str) -> Iterator[str]:  # noqa: ANN401
    if inspect.isclass(found):
        yield from _class(path, found)
    elif inspect.isfunction(found) or hasattr(found, "__wrapped__"):
        yield f"{path}{_signature(found)}"
    elif isinstance(found, str | int | tuple | frozenset) and name != "__version__":
        yield f"{path}: constant"
    else:
        yield f"{path}: {getattr(module, '__annotations__', {}).get(name, 'name')}"


def _class(path: str, cls: type) -> Iterator[str]:
    bases = ", ".join(base.__name__ for base in cls.__bases__ if base is not object)
    yield f"{path}: class({bases})"
    if issubclass(cls, Enum):
        yield from (f"{path}.{each.name} = {each.value!r}" for each in cls)
    if attrs.has(cls):
        yield from _fields(path, cls)
    for name in getattr(cls, "_fields", ()):
        yield f"{path}.{name}: {_spelled(inspect.get_annotations(cls)[name])}"
    own = {name for base in cls.__mro__ if base.__module__.startswith("casa_model")
           for name in vars(base)}  # fmt: skip
    fields = {each.name for each in attrs.fields(cls)} if attrs.has(cls) else set()
    for name in sorted(own - fields):
        if name.startswith("_") or (issubclass(cls, Enum) and name in cls.__members__):
            continue
        held = inspect.getattr_static(cls, name)
        if isinstance(held, property):
            yield f"{path}.{name}: {_returned(held.fget)}"
        elif isinstance(held, classmethod | staticmethod):
            yield f"{path}.{name}{_signature(held.__func__)} [{type(held).__name__}]"
        elif inspect.isfunction(held):
            yield f"{path}.{name}{_signature(held)}"


def _fields(path: str, cls: Any) -> Iterator[str]:  # noqa: ANN401 - any attrs class
    spelled: dict[str, str] = {}
    for base in reversed(cls.__mro__):
        spelled |= inspect.get_annotations(base)
    for each in attrs.fields(cls):
        if each.name.startswith("_"):
            continue
        alone = " [keyword only]" if each.kw_only else ""
        yield f"{path}.{each.name}: {_spelled(spelled.get(each.name))}{_default(each)}{alone}"


def _default(each: attrs.Attribute[Any]) -> str:
    value = each.default
    if value is attrs.NOTHING:
        return ""
    if isinstance(value, attrs.Factory):  # type: ignore[arg-type]
        return " = a new one"
    return f" = {_written(value)}"


def _written(value: object) -> str:
    """A default as one would write it."""
    if isinstance(value, type):
        return value.__name__
    if isinstance(value, Mapping):
        return repr(dict(value))
    return str(value) if isinstance(value, Enum) else repr(value)


def _signature(function: Any) -> str:  # noqa: ANN401 - anything with a signature
    parts: list[str] = []
    starred = False
    for each in inspect.signature(function).parameters.values():
        if each.kind is each.KEYWORD_ONLY and not starred:
            parts.append("*")
            starred = True
        stars = "*" * ((each.kind is each.VAR_POSITIONAL) + 2 * (each.kind is each.VAR_KEYWORD))
        starred = starred or each.kind is each.VAR_POSITIONAL
        default = "" if each.default is each.empty else f" = {_written(each.default)}"
        kind = "" if each.annotation is each.empty else f": {_spelled(each.annotation)}"
        parts.append(f"{stars}{each.name}{kind}{default}")
    return f"({', '.join(parts)}) -> {_returned(function)}"


def _returned(function: Any) -> str:  # noqa: ANN401 - anything with a signature
    return _spelled(inspect.signature(function).return_annotation)


def _spelled(annotation: object) -> str:
    """A type as the source spells it."""
    if isinstance(annotation, str):
        return annotation
    return getattr(annotation, "__name__", str(annotation))


def _command_line() -> Iterator[str]:
    for name, command in app("it").commands.items():
        for param in command.params:
            flag = " [flag]" if getattr(param, "is_flag", False) else ""
            spelled = "/".join(param.opts) if isinstance(param, click.Option) else param.metavar
            yield f"$ casa-model {name} {spelled}{flag}"
    for name in ("FATTO", "RILIEVI", "USO", "ILLEGGIBILE", "INTERROTTO"):
        yield f"$ exit code {getattr(_uscite, name)}: {name}"


def _codes() -> Iterator[str]:
    yield from (f"fault {code}" for code in CATALOGUE)
    yield f"format of JSON {FORMATO}"
    yield f"format of JSON of the command line {CLI_FORMATO}"


def name_of(line: str) -> str:
    """What a line is about, as a changelog would name it."""
    if line.startswith("$ casa-model "):
        command, _, rest = line.removeprefix("$ casa-model ").partition(" ")
        option = rest.split("/")[0].removesuffix(" [flag]")
        return f"{command} {option}" if rest.startswith("-") else command
    if line.startswith(("fault ", "format ", "$ ")):
        return line.removeprefix("fault ").split(":")[0]
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


def faults() -> list[str]:
    """What is wrong: the snapshot is not what is public, or the changelog is silent."""
    live = snapshot()
    kept = SNAPSHOT.read_text("utf-8").splitlines()
    told = []
    if live != kept:
        differ = difflib.unified_diff(
            kept, live, "promessa.txt", "what is public", lineterm="", n=0
        )
        told.append("the snapshot is not what is public; run `" + MEND + "` and read what differs:")
        told += [line for line in differ if not line.startswith("@@")]
    silent = lacking(BASELINE.read_text("utf-8").splitlines(), live, CHANGELOG.read_text("utf-8"))
    if silent:
        told.append("the first section of CHANGELOG.md does not name:")
        told += [f"  {name}" for name in silent]
    return told


def main(args: Sequence[str]) -> int:
    """Write or check; 1 when something is wrong."""
    if "--check" not in args:
        SNAPSHOT.write_text("\n".join(snapshot()) + "\n", encoding="utf-8")
    told = faults()
    if told:
        print("\n".join(told), file=sys.stderr)
    else:
        print(f"promise: {len(snapshot())} lines, {len(casa_model.__all__)} names of casa_model")
    return 1 if told else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
