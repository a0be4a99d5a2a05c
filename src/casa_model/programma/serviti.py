"""Who is served and who is not: presidi, people and quarters, as far as they are known.

Nothing here is a judgement: a quarter "without" a service is one for which no source names it.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Final

from attrs import frozen

from casa_model.programma.cifre import Conteggio, Precisione
from casa_model.values import Fonte

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from casa_model.programma.presidi import Presidio
    from casa_model.programma.programma import Programma
    from casa_model.programma.servizi import Standard

_CENT: Final = Decimal("0.01")


@frozen
class ServitoDaAler:
    """What one Aler has on a day.

    `presidi` are those that the edition knows. `addetti` are the people of a profession in them,
    None as soon as one presidio does not say how many it has; `alloggi_per_addetto` has two
    decimals, half up, and is None when either number is not known, or there is nobody.
    """

    aler: str
    presidi: int
    alloggi: Conteggio | None
    addetti: int | None
    alloggi_per_addetto: Decimal | None


@frozen
class Scoperto:
    """A quarter for which no presidio gives a service, as far as is known."""

    quartiere: str
    servizio: str


@frozen
class Fabbisogno:
    """The people that a standard asks for in a quarter, and those that its presidi have.

    `chiesti` is rounded up: one for every started `Standard.abitanti`. `presenti` is None when a
    presidio of the quarter does not say.
    """

    quartiere: str
    professione: str
    abitanti: Conteggio
    chiesti: int
    presenti: int | None
    fonte: Fonte


def per_aler(programma: Programma, *, on: date, professione: str) -> tuple[ServitoDaAler, ...]:
    """Presidi and people of each Aler on a day, in the order of the edition.

    Raises nothing: a profession that nobody has is nobody, or not known.
    """
    day = programma.il(on)
    rows: list[ServitoDaAler] = []
    for aler in day.aler:
        own = tuple(each for each in day.presidi if each.ente == aler.codice)
        people = addetti(own, professione)
        dwellings = aler.alloggi
        share = None
        if people and dwellings is not None:
            share = (Decimal(dwellings.quanti) / people).quantize(_CENT, ROUND_HALF_UP)
        rows.append(ServitoDaAler(aler.codice, len(own), dwellings, people, share))
    return tuple(rows)


def addetti(presidi: Iterable[Presidio], professione: str) -> int | None:
    """How many people of a profession some presidi have; None when one does not say exactly.

    A staff that is known and does not name the profession has nobody of it.
    """
    total = 0
    for presidio in presidi:
        if presidio.organico is None:
            return None
        for ruolo in presidio.organico:
            if ruolo.professione == professione:
                if ruolo.quanti is None or ruolo.quanti.precisione is not Precisione.ESATTA:
                    return None
                total += ruolo.quanti.quanti
    return total


def scoperti(programma: Programma, *, on: date) -> tuple[Scoperto, ...]:
    """Every pair of a quarter and a service that no presidio gives there on a day."""
    day = programma.il(on)
    given = {
        (presidio.quartiere, attivo.servizio)
        for presidio in day.presidi
        for attivo in presidio.servizi
    }
    return tuple(
        Scoperto(quartiere.codice, servizio.codice)
        for quartiere in day.quartieri
        for servizio in day.servizi
        if (quartiere.codice, servizio.codice) not in given
    )


def fabbisogni(programma: Programma, *, on: date) -> tuple[Fabbisogno, ...]:
    """What each standard asks for in each quarter whose inhabitants are known, on a day."""
    day = programma.il(on)
    return tuple(
        _need(day, quartiere.codice, quartiere.abitanti, standard)
        for standard in day.standard
        for quartiere in day.quartieri
        if quartiere.abitanti is not None
    )


def _need(day: Programma, quartiere: str, abitanti: Conteggio, standard: Standard) -> Fabbisogno:
    here = (each for each in day.presidi if each.quartiere == quartiere)
    wanted = -(-abitanti.quanti // standard.abitanti.quanti)
    return Fabbisogno(
        quartiere,
        standard.professione,
        abitanti,
        wanted,
        addetti(here, standard.professione),
        standard.fonte,
    )
