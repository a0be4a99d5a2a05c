"""The named methods, and the bounds that may fix a quota."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from casa_model.values import Testo

if TYPE_CHECKING:
    from casa_model.errors import Lang


class Metodo(StrEnum):
    """How an amount is shared out."""

    MAGGIORI_RESTI = "maggiori-resti"
    """In proportion to the index; odd cents to the largest remainders."""
    MINIMO_E_MASSIMO = "minimo-e-massimo"
    """The same, between a floor and a cap for each."""
    PARTI_UGUALI = "parti-uguali"
    """The same for everybody; odd cents in order of code."""

    def render(self, lang: Lang) -> str:
        """Return the words for people in `lang`."""
        return _METHODS[self].render(lang)


_METHODS: Final = {
    Metodo.MAGGIORI_RESTI: Testo(it="maggiori resti", en="largest remainders"),
    Metodo.MINIMO_E_MASSIMO: Testo(
        it="maggiori resti tra minimo e massimo", en="largest remainders between floor and cap"
    ),
    Metodo.PARTI_UGUALI: Testo(it="parti uguali", en="equal shares"),
}


class Limite(StrEnum):
    """The bound that fixed a quota, where the index did not."""

    MINIMO = "minimo"
    MASSIMO = "massimo"

    def render(self, lang: Lang) -> str:
        """Return the words for people in `lang`."""
        return _LIMITS[self].render(lang)


_LIMITS: Final = {
    Limite.MINIMO: Testo(it="portata al minimo", en="raised to the floor"),
    Limite.MASSIMO: Testo(it="fermata al massimo", en="stopped at the cap"),
}
