"""The bounds of a type, for people: what a fact may be, never what it is."""

from __future__ import annotations

from casa_model.rules.show import number_text
from casa_model.rules.types import DateType, NumberType, Type
from casa_model.values import Euro, Testo


def limiti(tipo: Type) -> Testo | None:
    """From the least to the most that a type admits; None for a type without bounds."""
    match tipo:
        case NumberType(euro=True, lo=lo, hi=hi):
            least, most = Euro(lo), Euro(hi)
            return _between([least.render("it"), most.render("it")],
                            [least.render("en"), most.render("en")])  # fmt: skip
        case NumberType(scale=scale, lo=lo, hi=hi):
            both = [number_text(units, scale) for units in (lo, hi)]
            return _between([text.replace(".", ",") for text in both], both)
        case DateType(lo=first, hi=last):
            days = [first.isoformat(), last.isoformat()]
            return _between(days, days)
        case _:
            return None


def _between(it: list[str], en: list[str]) -> Testo:
    return Testo(it=f"da `{it[0]}` a `{it[1]}`", en=f"from `{en[0]}` to `{en[1]}`")
