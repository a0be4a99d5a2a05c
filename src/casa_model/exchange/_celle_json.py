"""The value of one JSON key, read by the type of its fact: exact, and never a float."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Final, TypeVar

from casa_model.exchange._celle import Guasto, cella
from casa_model.rules.types import BoolType, NumberType, Type

if TYPE_CHECKING:
    from collections.abc import Callable

    from casa_model.rules.facts import Value

T = TypeVar("T")

_DIGITS: Final = frozenset("-.0123456789")
_FAR: Final = 30
"""How far from the point the first digit of a number may be: facts stop long before."""


class Numero(str):
    """The digits of a JSON number, as they were written."""

    __slots__ = ()


def cella_json(tipo: Type) -> Callable[[object], Value | Guasto]:
    """Return the reader of a JSON value of type `tipo`; it never raises.

    A truth is `true` or `false`; a number is a JSON number or its text; all else is text. JSON
    has many ways to write one number, and other systems pick theirs: `9360.5`, `9360.50` and
    `9.3605e3` are 9360,50. A text is read strictly: two decimals for money, no exponent.
    """
    if isinstance(tipo, BoolType):
        return lambda raw: raw if isinstance(raw, bool) else Guasto.ILLEGGIBILE
    read = di_testo(cella(tipo, "plain"))
    if not isinstance(tipo, NumberType):
        return read
    decimals = tipo.scale if tipo.euro else 0

    def number(raw: object) -> Value | Guasto:
        return read(_spelt(raw, decimals) if isinstance(raw, Numero) else raw)

    return number


def di_testo(read: Callable[[str], T]) -> Callable[[object], T | Guasto]:
    """Return `read` for a value that must be a JSON text."""
    return lambda raw: read(raw) if type(raw) is str else Guasto.ILLEGGIBILE


def _spelt(digits: Numero, decimals: int) -> str:
    """Write a number without an exponent, with `decimals` decimals or those that it needs more.

    `NaN`, and what is too large or too fine for any fact, stay as they are and are refused.
    """
    text = str(digits)
    if not set(text) <= _DIGITS:
        try:
            number = Decimal(text)
        except InvalidOperation:  # an exponent beyond any number
            return text
        if not number:
            text = "0"
        elif number.is_finite() and abs(number.adjusted()) < _FAR:
            text = f"{number:f}"
        else:
            return text
    whole, _, rest = text.partition(".")
    needed = rest.rstrip("0").ljust(decimals, "0")
    return f"{whole}.{needed}" if needed else whole
