"""Slips in the structure of a TOML text: quotes in quotes, a comma, a bracket, a name, a file.

No fault repeats a value of the file.
"""

from __future__ import annotations

import re
from typing import Final

from attrs import evolve

from casa_model.errors import Fault, Place

_UNCLOSED: Final = re.compile("Unclosed (?:array|inline table)")
_VALUE: Final = re.compile(r"[\"'\[{\w+-]")
_ENTRY: Final = re.compile(r"[A-Za-z0-9_.-]+[ \t]*=(?!=)")
_BEGINS: Final = re.compile(r"[ \t]*(?:\[\[?[\w.-]+\]|[A-Za-z0-9_.\"'-]+[ \t]*=)")
_NAME: Final = re.compile(
    r"[ \t]*(?P<open>\[\[?[ \t]*)?(?:[A-Za-z0-9_-]+\.)*"
    r"(?P<name>[\w-]+(?:[ ][\w-]+)*)[ \t]*(?(open)[.\]]|=)"
)
_SECTION: Final = re.compile(
    r"[ \t]*(?P<open>[(\[{]{1,2})[ \t]*[\w.-]+[ \t]*[)\]}]*[ \t]*(?:#.*)?$"
)

_KINDS: Final = {
    "json": {"cosa": "un file JSON", "cosa_en": "a JSON file"},
    "web": {"cosa": "una pagina web", "cosa_en": "a web page"},
    "csv": {"cosa": "una tabella CSV", "cosa_en": "a CSV table"},
    "text": {"cosa": "un testo", "cosa_en": "a text"},
}


def other_kind(lines: list[str], stop: Place) -> Fault | None:
    """The fault of a file that is no TOML at all, as its first line shows."""
    first = next(at for at, line in enumerate(lines) if line.strip() or at + 1 == stop.line)
    if first + 1 != stop.line:
        return None
    line = lines[first].strip()
    kind = None
    if re.match(r"\{\s*(?:\"|$)|\[\s*\{\s*(?:\"|$)", line):
        kind = "json"
    elif line.startswith("<"):
        kind = "web"
    elif "=" not in line and line[:1] not in "([{#":
        if re.search(r"\w[;,\t]\w", line):
            kind = "csv"
        elif not any("=" in each for each in lines):
            kind = "text"
    if kind is None:
        return None
    return Fault("file-non-toml", evolve(stop, column=1), _KINDS[kind])


def slip(line: str, stop: Place, message: str) -> Fault | None:
    """The slip of a line that explains why the reading stopped at `stop`, saying `message`."""
    stopped = stop.column - 1
    before, rest = line[:stopped].rstrip(), line[stopped:]
    if (found := _inner(before, rest)) is not None:
        return Fault("virgolette-interne", evolve(stop, column=found + 1))
    if _UNCLOSED.search(message):
        if not rest or (not before and _BEGINS.match(line)):
            return Fault("elenco-aperto", stop)
        return Fault("virgola-mancante", stop) if _VALUE.match(rest) else None
    if (name := _NAME.match(line)) and name.start("name") <= stopped < name.end("name"):
        words = {"nome": name["name"], "segno": "_"}
        return Fault("nome-malformato", evolve(stop, column=name.start("name") + 1), words)
    if section := _SECTION.match(line):
        return Fault("sezione-malformata", evolve(stop, column=section.start("open") + 1))
    return None


def _inner(before: str, rest: str) -> int | None:
    """Where a text closes too soon, because the quotes in it are those around it."""
    quote = before[-1:]
    if quote not in {'"', "'"} or quote * 3 in before or quote not in rest:
        return None
    if rest[0] in "\"'" or _ENTRY.match(rest):
        return None
    return len(before) - 1
