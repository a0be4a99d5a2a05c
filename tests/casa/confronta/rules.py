"""The imaginary measure that everybody may meet, and what becomes of it when its text changes."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from casa.imaginary_law import AVVISO, FATTI, MISURA, notice
from hypothesis import assume

from casa_model.casa.confronta import Versione
from casa_model.errors import WrongDay
from casa_model.rules.leggi import leggi_fatti, leggi_misura

if TYPE_CHECKING:
    from casa_model.rules.avviso import Avviso
    from casa_model.rules.misura import Misura

ON = date(2024, 9, 2)
EARLY = date(2020, 6, 1)
_UNREAD = MISURA[MISURA.index('[[requisiti]]\ncodice = "ignoto"') : MISURA.index("[importo]")]
LAW = MISURA.replace(_UNREAD, "")
NOTICE = AVVISO
FREE = (LAW[LAW.index("[importo]") :], "")
"""The swap after which the measure pays nothing: it ranks for dwellings."""


def changed(text: str, *swaps: tuple[str, str]) -> str:
    """A text with some words in place of others, each of which stands in it."""
    for old, new in swaps:
        assert old in text
        text = text.replace(old, new)
    return text


def measure(*swaps: tuple[str, str]) -> Misura:
    """The measure, with some words in place of others."""
    facts = leggi_fatti(FATTI, file="fatti.toml")
    text = changed(LAW, *swaps)
    return leggi_misura(text, file="misura.toml", fatti=facts, norme={}).valore


def version(*swaps: tuple[str, str], on: date = ON) -> Versione:
    """The measure on a day, with some words in place of others."""
    return Versione(measure(*swaps), on=on)


def of_notice(*swaps: tuple[str, str], law: tuple[tuple[str, str], ...] = ()) -> Avviso:
    """The notice, with some words in place of others, over the measure likewise."""
    return notice(changed(LAW, *law), changed(NOTICE, *swaps))


def on_its_day(misura: Misura) -> Versione:
    """A version of a random measure, where it has its law."""
    fixed = misura.calendario
    try:
        return Versione(misura, on=EARLY if fixed is None else fixed.giorno_norma)
    except WrongDay:
        assume(False)  # noqa: FBT003 - Hypothesis asks for another one
        raise
