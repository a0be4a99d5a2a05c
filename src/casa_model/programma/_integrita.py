"""What must hold between the entries of a programme: codes, references, people, money.

A `Problem` here begins with the section and the code of its entry, as a file has them:
``("presidi", "salomone", "servizi", 0, "servizio")``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from casa_model.errors import Problem
from casa_model.programma._integrita_linee import money
from casa_model.programma._noti import Known, named, under, unknown
from casa_model.programma.cifre import Precisione

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from casa_model.programma._noti import Where
    from casa_model.programma.presidi import Presidio
    from casa_model.programma.programma import Programma
    from casa_model.programma.servizi import RuoloOrganico

SECTIONS: Final = (
    "province", "comuni", "aler", "quartieri", "professioni", "standard", "servizi", "presidi",
    "piani", "linee", "dotazioni", "concessioni", "progetti", "fondi",
)  # fmt: skip
"""The sections of the programme's files, in the order in which they refer to one another."""

_CALLED_ALIKE: Final = (("comuni", "aler"), ("linee", "piani"))
"""Sections whose entries are named in the same places: bodies, and what is endowed."""


def problems_of(programma: Programma) -> Iterator[Problem]:
    """All that is not sound between entries."""
    for section in SECTIONS:
        yield from _twice(section, [each.codice for each in getattr(programma, section)])
    for section, other in _CALLED_ALIKE:
        others = {each.codice for each in getattr(programma, other)}
        for each in getattr(programma, section):
            if each.codice in others:
                yield Problem("voce-ripetuta", (section, each.codice), {"nome": each.codice})
    known = Known.of(programma)
    yield from _places(programma, known)
    for presidio in programma.presidi:
        where: Where = ("presidi", presidio.codice)
        yield from (under(where, each) for each in _presidio(presidio, known))
    for each in programma.standard:
        where = ("standard", each.codice, "professione")
        yield from named(where, each.professione, known.professioni, "professione-ignota")
    for servizio in programma.servizi:
        where = ("servizi", servizio.codice, "professioni")
        yield from unknown(where, servizio.professioni, known.professioni, "professione-ignota")
    yield from money(programma, known)


def _twice(section: str, codes: Iterable[str]) -> Iterator[Problem]:
    seen: set[str] = set()
    for code in codes:
        if code in seen:
            yield Problem("voce-ripetuta", (section, code), {"nome": code})
        seen.add(code)


def _places(programma: Programma, known: Known) -> Iterator[Problem]:
    for comune in programma.comuni:
        where: Where = ("comuni", comune.codice)
        yield from named(
            (*where, "provincia"), comune.provincia, known.province, "provincia-ignota"
        )
        provincia = known.province.get(comune.provincia)
        if comune.istat is not None and provincia is not None:
            found = comune.istat.valore[:3]
            if found != provincia.istat:
                data = {"trovata": found, "provincia": provincia.codice, "attesa": provincia.istat}
                yield Problem("istat-altra-provincia", (*where, "istat"), data)
    served: dict[str, str] = {}
    for aler in programma.aler:
        yield from (under(("aler", aler.codice), e) for e in _staff(aler.organico, known))
        for at, name in enumerate(aler.province):
            where = ("aler", aler.codice, "province", at)
            yield from named(where, name, known.province, "provincia-ignota")
            other = served.setdefault(name, aler.codice)
            if other != aler.codice:
                yield Problem("provincia-contesa", where, {"nome": name, "altra": other})
    for quartiere in programma.quartieri:
        where = ("quartieri", quartiere.codice)
        yield from named((*where, "comune"), quartiere.comune, known.comuni, "comune-ignoto")
        yield from named((*where, "aler"), quartiere.aler, known.aler, "aler-ignota")
        yield from _elsewhere((*where, "aler"), quartiere.aler, quartiere.comune, known)


def _elsewhere(where: Where, aler: str, comune: str, known: Known) -> Iterator[Problem]:
    """An Aler that does not serve the province of a comune, where both are known."""
    place = known.comuni.get(comune)
    if place is None or place.provincia not in known.province:
        return
    if aler in known.aler and place.provincia not in known.aler[aler]:
        yield Problem("aler-altrove", where, {"aler": aler, "comune": comune})


def _staff(organico: tuple[RuoloOrganico, ...] | None, known: Known) -> Iterator[Problem]:
    for at, ruolo in enumerate(organico or ()):
        where = ("organico", at, "professione")
        yield from named(where, ruolo.professione, known.professioni, "professione-ignota")


def _nobody(ruolo: RuoloOrganico) -> bool:
    """Whether a role is known to have no people."""
    count = ruolo.quanti
    return count is not None and count.precisione is Precisione.ESATTA and count.quanti == 0


def _presidio(presidio: Presidio, known: Known) -> Iterator[Problem]:
    yield from named(("ente",), presidio.ente, known.enti, "ente-ignoto")
    yield from named(("comune",), presidio.comune, known.comuni, "comune-ignoto")
    yield from _elsewhere(("ente",), presidio.ente, presidio.comune, known)
    if presidio.quartiere is not None:
        yield from named(("quartiere",), presidio.quartiere, known.quartieri, "quartiere-ignoto")
        home = known.quartieri.get(presidio.quartiere, presidio.comune)
        if home != presidio.comune:
            data = {"quartiere": presidio.quartiere, "atteso": home, "comune": presidio.comune}
            yield Problem("quartiere-altrove", ("quartiere",), data)
    staff = None
    if presidio.organico is not None:
        staff = {each.professione for each in presidio.organico if not _nobody(each)}
    yield from _staff(presidio.organico, known)
    for at, attivo in enumerate(presidio.servizi):
        where = ("servizi", at, "servizio")
        yield from named(where, attivo.servizio, known.servizi, "servizio-ignoto")
        tipo = known.servizi.get(attivo.servizio)
        wanted = () if tipo is None else tipo.professioni
        if wanted and staff is not None and staff.isdisjoint(wanted):
            told = ", ".join(f"`{name}`" for name in wanted)
            data = {"servizio": attivo.servizio, "professioni": told}
            yield Problem("servizio-senza-professione", where, data)
