"""What may be shown to everybody: the programme without where its reserved services are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from casa_model.programma._parte import part_of

if TYPE_CHECKING:
    from casa_model.programma.presidi import Presidio
    from casa_model.programma.programma import Programma


def senza_riservati(programma: Programma) -> Programma:
    """Return the programme without the places of reserved services.

    The catalogue still says what they are. Presidi lose them, and the roles of the staff that only
    they need; a presidio that gives nothing else is left out whole, and projects do not name it.
    """
    hidden = {each.codice for each in programma.servizi if each.riservato}
    open_to = {
        name for each in programma.servizi if not each.riservato for name in each.professioni
    }
    roles = {
        name
        for each in programma.servizi
        if each.riservato
        for name in each.professioni
        if name not in open_to
    }
    presidi = tuple(
        _shown(each, hidden, roles)
        for each in programma.presidi
        if not each.servizi or any(s.servizio not in hidden for s in each.servizi)
    )
    known = {each.codice for each in presidi}
    progetti = tuple(
        evolve(each, presidi=tuple(code for code in each.presidi if code in known))
        for each in programma.progetti
    )
    return part_of(programma, presidi=presidi, progetti=progetti)


def _shown(presidio: Presidio, hidden: set[str], roles: set[str]) -> Presidio:
    staff = presidio.organico
    return evolve(
        presidio,
        servizi=tuple(each for each in presidio.servizi if each.servizio not in hidden),
        organico=None if staff is None else tuple(r for r in staff if r.professione not in roles),
    )
