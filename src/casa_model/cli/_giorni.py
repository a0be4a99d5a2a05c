"""Days and instants as a person writes them on the command line: the wall clock of Italy."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from casa_model.cli._uscite import Sbaglio, riempi
from casa_model.programma.orari import ROMA
from casa_model.values import Testo

if TYPE_CHECKING:
    from casa_model.rules.misura import Misura

_NO_DAY: Final = Testo(
    it="`{opzione}` non è un giorno; scrivilo come 2024-09-02",
    en="`{opzione}` is not a day; write it as 2024-09-02",
)
_MISSING: Final = Testo(
    it="manca il giorno; aggiungi per esempio `--al 2025-10-06`",
    en="the day is missing; add for example `--al 2025-10-06`",
)
_NO_INSTANT: Final = Testo(
    it="`{opzione}` non è un giorno con l'ora; scrivilo come 2025-10-06T10:30",
    en="`{opzione}` is not a day with a time; write it as 2025-10-06T10:30",
)
OWN_DAY: Final = Testo(
    it="l'avviso ha già il giorno della sua legge, {giorno}; togli `--al`",
    en="the notice has the day of its law already, {giorno}; remove `--al`",
)


def giorno_di(text: str, opzione: str) -> date:
    """The day that an option names. Raises `Sbaglio`."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Sbaglio(riempi(_NO_DAY, opzione=opzione)) from None


def giorno_al(text: str | None) -> date:
    """The day of `--al`, for a command that cannot do without. Raises `Sbaglio`."""
    if text is None:
        raise Sbaglio(_MISSING)
    return giorno_di(text, "--al")


def istante_di(text: str, opzione: str) -> datetime:
    """The instant that an option names: without a zone, of the wall in Italy. Raises `Sbaglio`."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        found = None
    if found is None or "T" not in text.upper().replace(" ", "T"):
        raise Sbaglio(riempi(_NO_INSTANT, opzione=opzione))
    return found.replace(tzinfo=ROMA) if found.tzinfo is None else found


def senza_giorno(misura: Misura, text: str | None) -> None:
    """Refuse `--al` beside a notice, which has its own day. Raises `Sbaglio`."""
    if text is not None and misura.calendario is not None:
        raise Sbaglio(riempi(OWN_DAY, giorno=misura.calendario.giorno_norma))
