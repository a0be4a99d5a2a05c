"""Numbers as their sources give them: exact, rounded, or only a bound; never without a source."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from casa_model.errors import InvalidEntry, Problem
from casa_model.values import Euro, Fonte, Testo
from casa_model.values._exact import exact

if TYPE_CHECKING:
    from casa_model.errors import Lang


class Precisione(StrEnum):
    """How a source gives a number."""

    ESATTA = "esatta"
    CIRCA = "circa"
    """Rounded, or told as "about"."""
    OLTRE = "oltre"
    """At least so much: the number itself is not known."""

    def render(self, number: str, lang: Lang) -> str:
        """Write a number as it is known: `oltre 380.000,00 €`."""
        return _WORDS[self].render(lang).format(number)


_WORDS: Final = {
    Precisione.ESATTA: Testo(it="{}", en="{}"),
    Precisione.CIRCA: Testo(it="circa {}", en="about {}"),
    Precisione.OLTRE: Testo(it="oltre {}", en="over {}"),
}


@frozen
class Cifra:
    """An amount of money, how precise it is, and who says so. Never below zero.

    Raises `InvalidEntry` below zero, `IllTyped` for parts of another type.
    """

    euro: Euro = field(validator=exact(Euro))
    fonte: Fonte = field(validator=exact(Fonte))
    precisione: Precisione = field(default=Precisione.ESATTA, validator=exact(Precisione))

    def __attrs_post_init__(self) -> None:
        _refuse_negative(self.euro.cents, "euro")

    def render(self, lang: Lang) -> str:
        """Write the amount for people, with how precise it is."""
        return self.precisione.render(self.euro.render(lang), lang)


@frozen
class Conteggio:
    """How many of something (dwellings, tenants, staff), how precise, who says so, and for when.

    `al` is the day to which the count refers; None when the source does not say. Raises
    `InvalidEntry` below zero, `IllTyped` for parts of another type.
    """

    quanti: int = field(validator=exact(int))
    fonte: Fonte = field(validator=exact(Fonte))
    precisione: Precisione = field(default=Precisione.ESATTA, validator=exact(Precisione))
    al: date | None = field(default=None, validator=exact(date, optional=True))

    def __attrs_post_init__(self) -> None:
        _refuse_negative(self.quanti, "quanti")

    def render(self, lang: Lang) -> str:
        """Write the number for people, `oltre 1.000` or `over 1,000`."""
        plain = f"{self.quanti:,}"
        return self.precisione.render(plain.replace(",", ".") if lang == "it" else plain, lang)


def _refuse_negative(number: int, field: str) -> None:
    if number < 0:
        raise InvalidEntry(Problem("numero-negativo", (field,)))
