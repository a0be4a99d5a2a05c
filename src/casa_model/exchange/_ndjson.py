"""One line of NDJSON: strict, exact, and with the column of each key."""

from __future__ import annotations

import json
import re
from typing import Any, Final

from attrs import frozen

from casa_model.exchange._celle_json import Numero

_BLANKS: Final = re.compile(r"[ \t\r\n]*")
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
        return Rotta(colonne(line).get(error.key, 1), error.key)
    except RecursionError:
        return Rotta(1)
    return found if type(found) is dict else Rotta(1)


def colonne(line: str) -> dict[str, int]:
    """Return the 1-based column of every key of a sound object: `isee`, `membri[0].eta`."""
    found: dict[str, int] = {}
    _object(line, _skip(line, 0), "", found)
    return found


def _skip(line: str, at: int) -> int:
    blanks = _BLANKS.match(line, at)
    return at if blanks is None else blanks.end()


def _object(line: str, at: int, path: str, found: dict[str, int]) -> int:
    """Note the keys of the object that starts at `at`; return where it ends."""
    at = _skip(line, at + 1)
    while line[at] != "}":
        start = at
        key, at = _PLAIN.raw_decode(line, at)
        found[path + key] = start + 1
        at = _skip(line, _skip(line, at) + 1)
        at = _value(line, at, path + key, found)
        at = _skip(line, at)
        at = _skip(line, at + (line[at] == ","))
    return at + 1


def _value(line: str, at: int, path: str, found: dict[str, int]) -> int:
    if path != "membri" or line[at] != "[":
        return _PLAIN.raw_decode(line, at)[1]
    at = _skip(line, at + 1)
    number = 0
    while line[at] != "]":
        found[f"{path}[{number}]"] = at + 1
        if line[at] == "{":
            at = _object(line, at, f"{path}[{number}].", found)
        else:
            at = _PLAIN.raw_decode(line, at)[1]
        at = _skip(line, at)
        at = _skip(line, at + (line[at] == ","))
        number += 1
    return at + 1
