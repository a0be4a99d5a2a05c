"""The text that a digest is taken of: the same in every process, version of Python and order.

It holds class names, field names and values. A field at its default is left out, so that one added
in a later version does not disturb what was filed before; the price is that a default, once
released, can never be another (`make promessa` tells it). A number is the same however many zeros
it is written with, and is never rounded nor written out: `1E+999999999` is a few characters.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING, Any, Final, TypeAlias, cast

import attrs

from casa_model.rules import tree as t
from casa_model.values import Euro

if TYPE_CHECKING:
    from collections.abc import Iterator

Plain: TypeAlias = Any
"""What JSON can write, without its floats: the text under a digest is made of nothing else."""

_CLAIMS: Final = {t.Table: frozenset({attrs.fields(t.Table).unique.name})}
"""Fields of nodes that claim something of the rule, which is checked when it is read, and change no
answer."""


def digest(plain: Plain) -> str:
    """The SHA-256 of the text of `plain`, in hexadecimal."""
    return hashlib.sha256(text(plain).encode("ascii")).hexdigest()


def text(plain: Plain) -> str:
    """The text of `plain`; the keys of objects are in order."""
    return json.dumps(
        plain, ensure_ascii=True, separators=(",", ":"), allow_nan=False, sort_keys=True
    )


def plain_of(value: object, *words: str) -> Plain:
    """A value as JSON can write it, with its type: `True` is not 1, and 1 is not `"1"`.

    `words` are the fields that only tell, such as labels and sources: they are left out at every
    depth, but for those of nodes of a tree, which have none.
    """
    match value:
        case None | bool() | str() if not isinstance(value, Enum):
            return value
        case Enum():
            return value.value
        case int():
            return {"int": f"{value:x}"}  # in base ten Python refuses very long numbers
        case Euro(cents=cents):
            return {"euro": f"{cents:x}"}
        case Decimal():
            return {"numero": _number(value)}
        case datetime() | date():
            return {"data": value.isoformat()}
        case tuple() | list():
            return [plain_of(part, *words) for part in value]
        case Mapping():
            pairs = ([plain_of(key), plain_of(part, *words)] for key, part in value.items())
            return {"tabella": sorted(pairs, key=text)}
        case _:
            return {type(value).__name__: dict(_stated(value, *words))}


def _stated(value: object, *words: str) -> Iterator[tuple[str, Plain]]:
    """Every field that says something: no word, no claim, not at its default."""
    cls = type(value)
    silent = _CLAIMS.get(cast("Any", cls), frozenset()).union(words)
    for each in attrs.fields(cast("type[attrs.AttrsInstance]", cls)):
        if each.name not in silent:
            part = plain_of(getattr(value, each.name), *words)
            if each.default is attrs.NOTHING or part != plain_of(_default(each.default), *words):
                yield each.name, part


def _default(default: object) -> object:
    factory = getattr(default, "factory", None)
    return default if factory is None else factory()


def _number(value: Decimal) -> str:
    """The digits of a number without the zeros that say nothing, and its exponent."""
    sign, digits, exponent = value.as_tuple()
    if not isinstance(exponent, int):
        return str(value)
    shown = "".join(map(str, digits))
    kept = shown.rstrip("0")
    if not kept.strip("0"):
        return "0"
    return f"{'-' if sign else ''}{kept.lstrip('0')}e{exponent + len(shown) - len(kept)}"
