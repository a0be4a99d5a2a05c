"""One line of NDJSON: strict, exact, and with the column of each key."""

from __future__ import annotations

import json
from typing import Any, Final

from attrs import frozen

from casa_model.exchange._celle_json import Numero
from casa_model.exchange._colonne import MEMBRI

_BLANKS: Final = " \t\r\n"
_PLAIN: Final = json.JSONDecoder(parse_int=str, parse_float=str, parse_constant=str)


@frozen
class Rotta:
    """Why a line is no object: its column, and the key that stands twice if that is why."""

    colonna: int
    ripetuta: str | None = None


class _RepeatedKey(Exception):
    def __init__(self, key: str) -> None:
        super().__init__()
        self.key = key


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        raise _RepeatedKey(next(key for i, key in enumerate(keys) if key in keys[:i]))
    return found


_STRICT: Final = json.JSONDecoder(
    object_pairs_hook=_unique, parse_int=Numero, parse_float=Numero, parse_constant=Numero
)


def oggetto(line: str) -> dict[str, Any] | Rotta:
    """Read a JSON object; numbers stay as they were written, `NaN` included.

    A key that stands twice, at any depth, breaks the line.
    """
    try:
        found = _STRICT.decode(line)
    except json.JSONDecodeError as error:
        return Rotta(error.colno)
    except _RepeatedKey as error:
        return _repeated(line, error.key)
    except RecursionError:
        return Rotta(1)
    return found if isinstance(found, dict) else Rotta(1)


def _repeated(line: str, key: str) -> Rotta:
    """Find the second of two equal keys, unless the rest of the line is broken too."""
    try:
        found = _PLAIN.decode(line)
    except json.JSONDecodeError as error:
        return Rotta(error.colno)
    if not isinstance(found, dict):
        return Rotta(1)
    again = (columns[1] for columns in _all_columns(line).values() if len(columns) > 1)
    return Rotta(next(again, 1), key)


def colonne(line: str) -> dict[str, int]:
    """Return the 1-based column of every key of a sound object: `isee`, `membri[0].eta`."""
    return {path: columns[0] for path, columns in _all_columns(line).items()}


def _all_columns(line: str) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    _object(line, _skip(line, 0), "", found)
    return found


def _skip(line: str, at: int) -> int:
    while line[at] in _BLANKS:
        at += 1
    return at


def _object(line: str, at: int, path: str, found: dict[str, list[int]]) -> int:
    """Note the keys of the object that starts at `at`; return where it ends."""
    at = _skip(line, at + 1)
    while line[at] != "}":
        key, end = _PLAIN.raw_decode(line, at)
        found.setdefault(path + key, []).append(at + 1)
        at = _skip(line, _skip(line, end) + 1)
        at = _next(line, _value(line, at, path + key, found))
    return at + 1


def _value(line: str, at: int, path: str, found: dict[str, list[int]]) -> int:
    if path != MEMBRI or line[at] != "[":
        return _PLAIN.raw_decode(line, at)[1]
    at = _skip(line, at + 1)
    number = 0
    while line[at] != "]":
        member = f"{path}[{number}]"
        found.setdefault(member, []).append(at + 1)
        if line[at] == "{":
            end = _object(line, at, f"{member}.", found)
        else:
            end = _PLAIN.raw_decode(line, at)[1]
        at = _next(line, end)
        number += 1
    return at + 1


def _next(line: str, at: int) -> int:
    """Go from the end of a part past its comma, if it has one."""
    at = _skip(line, at)
    return _skip(line, at + 1) if line[at] == "," else at
