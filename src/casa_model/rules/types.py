"""What kind of thing an expression gives: five types, numbers with scale and interval.

A numeric type carries the interval of its values as whole numbers at its own scale, so that the
loader can prove that no engine leaves 63 bits. A day carries the interval of its days.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final, TypeAlias

from attrs import evolve, frozen

from casa_model.errors import InvalidValue, Lang

LIMIT: Final = 2**63 - 1
"""The largest magnitude that any numeric node may reach, at its scale."""

MAX_MONTHS: Final = 1200
"""The most months that may be added to, or taken from, a day."""

MAX_MEMBERS: Final = 30
"""The most members of a household."""

MAX_SCALE: Final = 9
"""The most decimals of a declared number."""

FIRST_DAY: Final = date(1901, 1, 1)
LAST_DAY: Final = date(2099, 12, 31)
EURO_CENTS: Final = 99_999_999_999
"""The default largest amount, 999.999.999,99 euro, in cents."""


@frozen
class BoolType:
    """True, false."""


@frozen
class NumberType:
    """A number with `scale` decimals, from `lo` to `hi` (whole numbers at that scale).

    `euro` says that it is money: money adds to money and multiplies a plain number.
    `free` marks a number written in the rule, which takes the unit of what it meets.
    """

    scale: int
    euro: bool
    lo: int
    hi: int
    free: bool = False

    def at(self, scale: int) -> NumberType:
        """The same values written with `scale` decimals, which are not fewer."""
        factor = 10 ** (scale - self.scale)
        return evolve(self, scale=scale, lo=self.lo * factor, hi=self.hi * factor)


@frozen
class DateType:
    """A day, from `lo` to `hi`."""

    lo: date = FIRST_DAY
    hi: date = LAST_DAY


@frozen
class ChoiceType:
    """One of a closed list of values."""

    values: tuple[str, ...]


@frozen
class CodeType:
    """An outside code, such as an ISTAT number: it is equal or it is not."""


Type: TypeAlias = BoolType | NumberType | DateType | ChoiceType | CodeType

_NUMERO = re.compile(r"numero(?:\((?P<scale>[0-9])\))?", re.ASCII)


def parse_type(text: str, values: tuple[str, ...] = ()) -> Type:
    """The declared type spelled by `text`, with its default range.

    A plain number has no default range: it is 0 to 0 until `minimo` and `massimo` are declared.
    Raises `InvalidValue` when `text` is none of bool, euro, numero(n), data, scelta, codice.
    """
    match text:
        case "bool":
            return BoolType()
        case "euro":
            return NumberType(2, euro=True, lo=0, hi=EURO_CENTS)
        case "data":
            return DateType()
        case "scelta":
            return ChoiceType(values)
        case "codice":
            return CodeType()
        case _:
            return _number_type(text)


def _number_type(text: str) -> NumberType:
    if found := _NUMERO.fullmatch(text):
        scale = int(found["scale"] or 0)
        return NumberType(scale, euro=False, lo=0, hi=0)
    raise InvalidValue(
        it=f"il tipo `{text}` non esiste; scrivi bool, euro, numero(n), data, scelta o codice",
        en=f"the type `{text}` does not exist; write bool, euro, numero(n), data, scelta or codice",
    )


def type_text(kind: Type) -> str:
    """The spelling of a type, as `parse_type` reads it."""
    if not isinstance(kind, NumberType):
        return _SPELT[type(kind)]
    if not kind.euro:
        return f"numero({kind.scale})"
    return "euro" if kind.scale == 2 else f"euro con {kind.scale} decimali"  # noqa: PLR2004


def describe(kind: Type, lang: Lang) -> str:
    """A type in the words of a person."""
    it, en = _WORDS[type(kind)]
    if isinstance(kind, NumberType) and kind.euro:
        it, en = "un importo in euro", "an amount in euro"
    return it if lang == "it" else en


_SPELT: Final[dict[type, str]] = {
    BoolType: "bool",
    DateType: "data",
    ChoiceType: "scelta",
    CodeType: "codice",
}
_WORDS: Final = {
    BoolType: ("un sì o no", "a yes or no"),
    NumberType: ("un numero", "a number"),
    DateType: ("una data", "a day"),
    ChoiceType: ("una scelta", "a choice"),
    CodeType: ("un codice", "a code"),
}
