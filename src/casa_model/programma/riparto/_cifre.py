"""How the numbers of a working are written for people: nothing is rounded unseen."""

from __future__ import annotations

from decimal import Context, Decimal, Inexact
from fractions import Fraction
from itertools import count
from math import floor
from typing import TYPE_CHECKING, Final

from casa_model.values import Euro

if TYPE_CHECKING:
    from casa_model.errors import Lang

_SHOWN: Final = 4
_EXACT: Final = Context(prec=200, traps=[Inexact])


def cents(amount: Fraction, lang: Lang) -> str:
    """Write an exact number of cents: `6,66 € e 2/3 di centesimo`, `€6.66 and 2/3 of a cent`."""
    whole = floor(amount)
    euro, rest = Euro(whole).render(lang), amount - whole
    if not rest:
        return euro
    return f"{euro} e {rest} di centesimo" if lang == "it" else f"{euro} and {rest} of a cent"


def decimals(rest: Fraction, lang: Lang) -> str:
    """Write what is left of a cent, cut after four digits and then with dots: `0,6666…`."""
    shown, more = divmod(rest * 10**_SHOWN, 1)
    point = "," if lang == "it" else "."
    return f"0{point}{shown:0{_SHOWN}}{'…' if more else ''}"


def number(value: Decimal | Fraction | int, lang: Lang) -> str:
    """Write an index as it was given, `12,50` or `12.50`; a sum of them with all its digits."""
    if isinstance(value, Fraction):
        # A sum of decimals divides a power of ten, so this ends.
        places = next(n for n in count() if not value * 10**n % 1)
        value = Decimal(int(value * 10**places)).scaleb(-places, _EXACT)
    plain = format(value, "f") if isinstance(value, Decimal) else str(value)
    return plain.replace(".", ",") if lang == "it" else plain
