"""The text of a schema: exact numbers, the same order always, short things on one line."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from casa_model.exchange.json_schema._testa import Schema

_WIDTH: Final = 150


def scrivi(schema: Schema) -> str:
    """Write a schema as JSON. Patterns are written in ASCII: some of their signs cannot be seen."""
    return _lines(schema, "", "") + "\n"


def _lines(value: object, indent: str, key: str) -> str:
    line = _line(value, key)
    if len(indent) + len(key) + len(line) <= _WIDTH or not value:
        return line
    deeper = indent + " "
    match value:
        case dict():
            parts = [f"{_line(k, '')}: {_lines(v, deeper, k)}" for k, v in value.items()]
            return _block("{", parts, "}", indent)
        case list():
            return _block("[", [_lines(each, deeper, key) for each in value], "]", indent)
        case _:
            return line


def _block(start: str, parts: list[str], end: str, indent: str) -> str:
    inside = ",\n".join(f"{indent} {part}" for part in parts)
    return f"{start}\n{inside}\n{indent}{end}"


def _line(value: object, key: str) -> str:
    match value:
        case dict():
            parts = (f"{_line(k, '')}: {_line(v, k)}" for k, v in value.items())
            return f"{{{', '.join(parts)}}}"
        case list():
            return f"[{', '.join(_line(each, key) for each in value)}]"
        case Decimal():
            return f"{value:f}"
        case _:
            return json.dumps(value, ensure_ascii=key == "pattern")
