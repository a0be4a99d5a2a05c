"""Money: whole cents of euro, exact, with no float in or out."""

from __future__ import annotations

import re
from decimal import Context, Decimal, DecimalException, Inexact, InvalidOperation
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from casa_model.errors import IllTyped, InvalidValue, only_lang
from casa_model.values._exact import exact

if TYPE_CHECKING:
    from collections.abc import Iterable

    from casa_model.errors import Lang

_CENT: Final = Decimal("0.01")
_DIGITS: Final = 19  # 17 for whole euros and 2 for cents: every amount that fits 63 bits
_PLAIN: Final = re.compile(r"-?(?:0|[1-9][0-9]{0,16})\.[0-9]{2}")
_ITALIAN: Final = re.compile(
    r"-?(?:0|[1-9][0-9]{0,16}|[1-9][0-9]{0,2}(?:\.[0-9]{3}){1,4}|[1-9][0-9]?(?:\.[0-9]{3}){5})"
    r",[0-9]{2}"
)


@frozen(order=True, repr=False)
class Euro:
    """An amount of money in whole `cents`, negative ones included.

    Sums and comparisons are with other amounts only, products with whole numbers only: anything
    else is a `TypeError`. Raises `IllTyped` when `cents` is not exactly an `int`.
    """

    cents: int = field(validator=exact(int))

    @classmethod
    def parse(cls, text: str) -> Euro:
        """Read the plain form, `9360.00`: at most 17 digits, a point, exactly two decimals.

        Raises `InvalidValue`, whose message never repeats the text.
        """
        if type(text) is not str or _PLAIN.fullmatch(text) is None:
            raise InvalidValue(
                it="l'importo non si legge; scrivi cifre, un punto e due decimali, come `9360.00`",
                en="the amount cannot be read; write digits, a point and two decimals, "
                "as in `9360.00`",
            )
        return cls(int(text.replace(".", "")))

    @classmethod
    def parse_it(cls, text: str) -> Euro:
        """Read the Italian form, `9.360,00`: dots at every thousand or at none, two decimals.

        Raises `InvalidValue`, whose message never repeats the text.
        """
        if type(text) is not str or _ITALIAN.fullmatch(text) is None:
            raise InvalidValue(
                it="l'importo non si legge; scrivi cifre, una virgola e due decimali, "
                "come `9.360,00`",
                en="the amount cannot be read; write digits, a comma and two decimals, "
                "as in `9.360,00`",
            )
        return cls(int(text.replace(".", "").replace(",", "")))

    @classmethod
    def from_decimal(cls, value: Decimal) -> Euro:
        """Turn a number of euros into money without rounding.

        Raises `InvalidValue` when it is not finite, has a fraction of a cent or over 17 digits,
        `IllTyped` when it is not a `Decimal`.
        """
        if type(value) is not Decimal:
            raise IllTyped(
                it="l'importo non è un `Decimal`; passa un numero decimale esatto",
                en="the amount is not a `Decimal`; pass an exact decimal number",
            )
        strict = Context(prec=_DIGITS, traps=[InvalidOperation, Inexact])
        try:
            cents = int(value.quantize(_CENT, context=strict).scaleb(2, context=strict))
        except (DecimalException, ValueError):  # ValueError: int of a quiet NaN
            raise InvalidValue(
                it="l'importo non è un numero esatto di centesimi; arrotondalo prima a 2 decimali",
                en="the amount is not an exact number of cents; round it to 2 decimals first",
            ) from None
        return cls(cents)

    @classmethod
    def total(cls, amounts: Iterable[Euro]) -> Euro:
        """Sum amounts; of none, zero."""
        return sum(amounts, start=ZERO)

    @property
    def decimal(self) -> Decimal:
        """The euros as a number with exactly two decimals."""
        return Decimal(str(self))

    def render(self, lang: Lang) -> str:
        """Write the amount for people: `9.360,00 €` in Italian, `€9,360.00` in English."""
        sign = "-" if self.cents < 0 else ""
        whole, cents = divmod(abs(self.cents), 100)
        if lang == "it":
            return f"{sign}{whole:,}".replace(",", ".") + f",{cents:02} €"
        only_lang(lang)
        return f"{sign}€{whole:,}.{cents:02}"

    def __add__(self, other: Euro) -> Euro:
        return Euro(self.cents + other.cents) if type(other) is Euro else NotImplemented

    def __sub__(self, other: Euro) -> Euro:
        return Euro(self.cents - other.cents) if type(other) is Euro else NotImplemented

    def __neg__(self) -> Euro:
        return Euro(-self.cents)

    def __mul__(self, times: int) -> Euro:
        return Euro(self.cents * times) if type(times) is int else NotImplemented

    __rmul__ = __mul__

    def __str__(self) -> str:
        sign = "-" if self.cents < 0 else ""
        whole, cents = divmod(abs(self.cents), 100)
        return f"{sign}{whole}.{cents:02}"

    def __repr__(self) -> str:
        return f"Euro('{self}')"


ZERO: Final = Euro(0)
"""No money at all."""
