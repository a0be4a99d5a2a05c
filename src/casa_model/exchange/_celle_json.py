"""The value of one JSON key, read by the type of its fact: exact, and never a float."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from casa_model.exchange._celle import Guasto, cella
from casa_model.rules.types import BoolType, NumberType, Type

if TYPE_CHECKING:
    from collections.abc import Callable

    from casa_model.rules.facts import Value

T = TypeVar("T")


class Numero(str):
    """The digits of a JSON number, as they were written."""

    __slots__ = ()


def cella_json(tipo: Type) -> Callable[[object], Value | Guasto]:
    """Return the reader of a JSON value of type `tipo`; it never raises.

    A truth is `true` or `false`; a number is a JSON number or its text; all else is text. The
    digits are read as they are written: `9360.5` is 9360,50 and `1e3` is refused.
    """
    if isinstance(tipo, BoolType):
        return lambda raw: raw if isinstance(raw, bool) else Guasto.ILLEGGIBILE
    read = di_testo(cella(tipo, "plain"))
    if not isinstance(tipo, NumberType):
        return read
    decimals = tipo.scale if tipo.euro else 0

    def number(raw: object) -> Value | Guasto:
        return read(_padded(raw, decimals) if isinstance(raw, Numero) else raw)

    return number


def di_testo(read: Callable[[str], T]) -> Callable[[object], T | Guasto]:
    """Return `read` for a value that must be a JSON text."""
    return lambda raw: read(raw) if type(raw) is str else Guasto.ILLEGGIBILE


def _padded(digits: Numero, decimals: int) -> str:
    """Write the decimals that JSON leaves out; what has too many stays as it is."""
    whole, _, rest = digits.partition(".")
    return f"{whole}.{rest:0<{decimals}}" if decimals else str(digits)
