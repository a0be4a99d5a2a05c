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
    from casa_model.programma.territorio import Aler

_CENT: Final = Decimal("0.01")


@frozen
class ServitoDaAler:
    """What one Aler has on a day.

    `presidi` are those that the edition knows. `addetti` are its people of a profession: those that
    a source counts for the whole of it, else those of its presidi, if every one says how many; None
    when neither is known. `alloggi_per_addetto` has two decimals, half up; it is about so many when
    either number is not exact, and None when one is not known, is only a bound, or is zero.
    """

    aler: str
    presidi: int
    alloggi: Conteggio | None
    addetti: Conteggio | None
    alloggi_per_addetto: Decimal | None
    precisione: Precisione = Precisione.ESATTA


@frozen
class Scoperto:
    """A quarter for which no presidio gives a service, as far as is known."""

    quartiere: str
    servizio: str


@frozen
class Fabbisogno:
    """The people that a standard asks for in a quarter, and those that its presidi have.

    `chiesti` is rounded up: one for every started `Standard.abitanti`. `presenti` is None when no
    presidio of the quarter is known, or one does not say.
    """

    quartiere: str
    professione: str
    abitanti: Conteggio
    chiesti: int
    presenti: int | None
    fonte: Fonte


def per_aler(programma: Programma, *, on: date, professione: str) -> tuple[ServitoDaAler, ...]:
    """Presidi and people of each Aler on a day, in the order of the edition.

    `professione` is a code; of one that no source counts the people are not known.
    """
    day = programma.il(on)
    return tuple(_served(day, each, professione) for each in day.aler)


def _served(day: Programma, aler: Aler, professione: str) -> ServitoDaAler:
    own = tuple(each for each in day.presidi if each.ente == aler.codice)
    people = next((r.quanti for r in aler.organico or () if r.professione == professione), None)
    if people is None and own:
        counted = addetti(own, professione)
        people = None if counted is None else Conteggio(counted, aler.fonte)
    share, precision = None, Precisione.ESATTA
    if aler.alloggi is not None and people is not None and people.quanti:
        kinds = {aler.alloggi.precisione, people.precisione}
        if Precisione.OLTRE not in kinds:
            precision = Precisione.CIRCA if Precisione.CIRCA in kinds else Precisione.ESATTA
            share = (Decimal(aler.alloggi.quanti) / people.quanti).quantize(_CENT, ROUND_HALF_UP)
    return ServitoDaAler(aler.codice, len(own), aler.alloggi, people, share, precision)


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
    here = tuple(each for each in day.presidi if each.quartiere == quartiere)
    wanted = -(-abitanti.quanti // standard.abitanti.quanti)
    return Fabbisogno(
        quartiere,
        standard.professione,
        abitanti,
        wanted,
        addetti(here, standard.professione) if here else None,
        standard.fonte,
    )
