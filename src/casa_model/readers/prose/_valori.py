"""A value in the words of a person: money, shares, days, choices."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_DOWN, Decimal
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from casa_model.readers.meaning import EXACT
from casa_model.rules.types import ChoiceType, NumberType, Type
from casa_model.values import Euro, Testo
from casa_model.values._months import MONTHS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from casa_model.errors import Lang
    from casa_model.readers.meaning import Plain

Preposizione: TypeAlias = Literal["il", "dal", "al", "del", "com'è al"]

_PREPOSIZIONI: Final = {
    "il": ("il", "l'", "on"),
    "dal": ("dal", "dall'", "from"),
    "al": ("al", "all'", "until"),
    "del": ("del", "dell'", "of"),
    "com'è al": ("al", "all'", "on"),  # of what stands so on a day: no end of anything
}
_ELIDED: Final = (8, 11)
"""The days whose Italian name begins with a vowel: `l'otto`, `l'undici`."""

_TRUTHS: Final = {True: Testo(it="sì", en="yes"), False: Testo(it="no", en="no")}
_CENT: Final = Decimal("0.01")
_SHARE_SCALE: Final = 2
_SWAP: Final = str.maketrans(",.", ".,")


def giorno(day: date, lang: Lang) -> str:
    """A day as it is read aloud: `30 novembre 2023`, `30 November 2023`."""
    number = "1\u00ba" if lang == "it" and day.day == 1 else str(day.day)
    return f"{number} {MONTHS[lang][day.month - 1]} {day.year}"


def con(preposizione: Preposizione, day: date, lang: Lang) -> str:
    """A day after a preposition: `dal 7 ottobre`, `dall'8 ottobre`."""
    it, elided, en = _PREPOSIZIONI[preposizione]
    if lang == "en":
        return f"{en} {giorno(day, lang)}"
    return f"{elided if day.day in _ELIDED else f'{it} '}{giorno(day, lang)}"


def in_parole(valore: Plain, tipo: Type, lang: Lang, etichette: Mapping[str, Testo]) -> str:
    """A plain value of type `tipo`; `etichette` are the labels of the values of a choice."""
    if isinstance(valore, Decimal):
        money = isinstance(tipo, NumberType) and tipo.euro
        return _money(valore, lang) if money else _number(valore, tipo, lang)
    if isinstance(valore, date):
        return giorno(valore, lang)
    if isinstance(valore, str):
        label = etichette.get(valore) if isinstance(tipo, ChoiceType) else None
        return valore if label is None else label.render(lang)
    return _TRUTHS[valore].render(lang)


def quota(tipo: Type) -> bool:
    """Whether a number is a share of something: two decimals at least, from 0 to 1."""
    return (
        isinstance(tipo, NumberType)
        and not tipo.euro
        and tipo.scale >= _SHARE_SCALE
        and tipo.lo >= 0
        and tipo.hi <= 10**tipo.scale
    )


def _number(valore: Decimal, tipo: Type, lang: Lang) -> str:
    if not quota(tipo):
        return _marked(f"{valore:f}", lang)
    return _marked(_short(valore.scaleb(_SHARE_SCALE, EXACT)), lang) + " %"


def _money(valore: Decimal, lang: Lang) -> str:
    whole = valore.quantize(_CENT, ROUND_DOWN, EXACT)
    if whole == valore:
        return Euro.from_decimal(whole).render(lang)
    text = _short(valore, ",")
    return f"{text.translate(_SWAP)} €" if lang == "it" else f"€{text}"


def _short(valore: Decimal, group: str = "") -> str:
    """The digits without useless zeros after the point."""
    text = f"{valore:{group}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _marked(text: str, lang: Lang) -> str:
    return text.replace(".", ",") if lang == "it" else text
