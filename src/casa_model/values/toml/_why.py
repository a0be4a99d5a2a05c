"""Why a TOML text could not be read, when it is one of the mistakes that people make most.

`tomllib` says where it stopped. Here the line is looked at, and the fault says the mend. No fault
repeats a value of the file: at most the key beside it.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from attrs import evolve

from casa_model.errors import Fault, Place
from casa_model.values.toml._slips import other_kind, slip
from casa_model.values.toml._strings import KEY, STRING

_LONGEST: Final = 2000
"""Longer lines are not looked at: nobody wrote them by hand."""

_TWICE: Final = re.compile("overwrite|twice|Duplicate|immutable|redefine")
_NAME: Final = f"(?:{KEY.pattern})"
_PAIR: Final = re.compile(rf"[ \t]*({_NAME}(?:[ \t]*\.[ \t]*{_NAME})*)[ \t]*=")
_HEADER: Final = re.compile(r"[ \t]*\[\[?([^\]\n]*)\]")

_HIDDEN: Final = "\x01"
_INLINE: Final = re.compile(rf"(?:[A-Za-z0-9_-]++|{_HIDDEN}++)[ \t]*+=")
_CURLY: Final = re.compile("[“”„‟«»‘’]")
_OPEN: Final = re.compile("[\"']")
_ASSIGNED: Final = r"(?:(?P<key>[A-Za-z0-9_-]++)[ \t]*+)?(?<![=<>!])=[ \t]*+"
_DAY: Final = re.compile(
    r"(?P<value>(?P<day>\d{4}-\d{2}-\d{2})(?P<time>[Tt ]\d[\d:.]*+)?"
    r"|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|\d{1,2}°?[ ][A-Za-z]+[ ]\d{4})"
)
_BOOLEAN: Final = re.compile(
    rf"{_ASSIGNED}(?P<value>true|false|vero|falso|s[iì]|no|yes)[ \t]*+(?=[,\]}}]|$)", re.IGNORECASE
)
_QUOTED: Final = (
    (re.compile(rf"{_ASSIGNED}(?P<value>\d[\d.,]*+[ ]?%)"), "25%"),
    (re.compile(rf"{_ASSIGNED}(?P<value>€[ ]?\d[\d.,]*+|\d[\d.]*+,\d+)[ ]*+[,}}]?"), "2000.00"),
    (re.compile(rf"{_ASSIGNED}(?P<value>[^\s=\"'\[{{,}}\]{_HIDDEN}][^=,}}\]{_HIDDEN}]*+)"), "…"),
)


def why(source: str, stop: Place, message: str) -> Fault:
    """The fault of a text in which `tomllib` stopped at `stop`, saying `message`."""
    lines = source.split("\n")
    found = None
    if _TWICE.search(message):
        found = _twice(lines, stop, inline="inline" in message)
    elif (found := other_kind(lines, stop)) is None and len(lines[stop.line - 1]) <= _LONGEST:
        line = lines[stop.line - 1]
        found = _mistake(line, stop) or slip(line, stop, message)
    return found or Fault("toml-sintassi", stop)


def _twice(lines: list[str], stop: Place, *, inline: bool) -> Fault | None:
    """The name that stands for the second time, at its place, with the line of the first."""
    at = stop.line - 1
    if inline:
        names = _INLINE.finditer(_masked(lines[at])[: stop.column])
        second = max((name.start() for name in names), default=stop.column - 1)
        return Fault("chiave-ripetuta", _at(stop, second), {"riga": str(stop.line)})
    while at > 0 and not _named(lines[at]):
        at -= 1
    name = _named(lines[at])
    for before in range(at - 1, -1, -1):
        if _named(lines[before]) == name:
            place = Place(stop.file, at + 1, len(lines[at]) - len(lines[at].lstrip()) + 1)
            headers = _HEADER.match(lines[at]) and _HEADER.match(lines[before])
            code = "sezione-ripetuta" if headers else "chiave-ripetuta"
            return Fault(code, place, {"riga": str(before + 1)})
    return None


def _named(line: str) -> str | None:
    """The key of a line, or the section of a header."""
    found = _PAIR.match(line) or _HEADER.match(line)
    return None if found is None else found[1].strip()


def _mistake(line: str, stop: Place) -> Fault | None:
    """The mistake of a line that explains why the reading stopped there."""
    code = _masked(line)
    stopped = stop.column - 1
    if curly := _CURLY.search(code):
        return Fault("virgolette-tipografiche", _at(stop, curly.start()))
    if (left := _OPEN.search(code)) and "\\" not in line:
        return Fault("virgolette-aperte", _at(stop, min(left.start(), stopped)))
    for day in _DAY.finditer(code):
        sound = _exists(day["day"])
        if day.start() <= stopped < day.end() and (day["time"] or not sound):
            kind = "ora-incompleta" if sound else "data-impossibile"
            return Fault(kind, _at(stop, day.start()))
    for found in _BOOLEAN.finditer(code):
        if found.start("value") <= stopped < found.end():
            return Fault("si-o-no", _at(stop, found.start("value")))
    for pattern, sample in _QUOTED:
        for found in pattern.finditer(code):
            if found.start("value") <= stopped < found.end():
                key = "" if found["key"] is None else f"{found['key']} = "
                words = {"esempio": f'`{key}"{sample}"`'}
                return Fault("virgolette-mancanti", _at(stop, found.start("value")), words)
    return None


def _masked(line: str) -> str:
    """The line with its texts hidden and without its comment, every sign still in its place."""
    hidden = STRING.sub(lambda found: _HIDDEN * len(found[0]), line)
    return re.sub("\"{3}|'{3}", _HIDDEN * 3, hidden).split("#")[0]


def _exists(day: str | None) -> bool:
    if day is None:
        return False
    try:
        date.fromisoformat(day)
    except ValueError:
        return False
    return True


def _at(stop: Place, offset: int) -> Place:
    return evolve(stop, column=offset + 1)
