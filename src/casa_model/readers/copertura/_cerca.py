"""The smallest household that covers a point, or that there is none.

It is found by `casa_model.readers.ranges`, from the household of which nothing is known: few known
facts, small numbers. Where nobody is found on the first day of a stretch of days with one law, all
the days of the stretch are asked at once, so that *impossible* is a proof. Where the rule asks
about members it is none: only households of a few of them are tried, and larger ones there may be.
"""

from __future__ import annotations

from decimal import Decimal
from itertools import chain
from typing import TYPE_CHECKING, Final

from attrs import Factory, evolve, field, frozen

from casa_model.readers.copertura._piccolo import piccolo
from casa_model.readers.copertura._propri import only_own
from casa_model.readers.copertura._prossimo import Letti, del_nucleo, mosso, prossimo
from casa_model.readers.copertura._punto import (
    Lato,
    Passo,
    Punto,
    PuntoCondizione,
    PuntoGiorno,
    PuntoSoglia,
)
from casa_model.readers.copertura._ricchi import piu_ricchi
from casa_model.readers.copertura._ricerca import Impossibile, NonTrovato, Ragione, Trovato
from casa_model.readers.copertura._sedi import Chieste
from casa_model.readers.copertura._sonda import Sonda, across, contata, opposite, pagata, sonda
from casa_model.readers.copertura._vede import Nucleo
from casa_model.readers.copertura._via import tutte
from casa_model.readers.copertura._vicini import mossi
from casa_model.readers.ranges import Absent, Exhausted, Found, ranges
from casa_model.rules import tree as t
from casa_model.rules.counted import counted
from casa_model.rules.esito import Esito
from casa_model.rules.facts import Fatti, misfit
from casa_model.rules.giorni import giorni_della, tratti
from casa_model.rules.misura import Misura
from casa_model.rules.names import COMPONENTI
from casa_model.rules.reach import below, of_members, ways
from casa_model.rules.types import FIRST_DAY, LAST_DAY, MAX_MEMBERS, BoolType

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from casa_model.readers.copertura._ricerca import Ricerca
    from casa_model.readers.ranges import Outcome, Ranges, Region, Span
    from casa_model.values import Vigenza

MOST_MEMBERS: Final = 3
"""The members of the largest household that is tried, where a rule counts to no more."""


@frozen
class _Meta:
    """What is looked for: who meets `asked`, the goal of a point."""

    misura: Misura
    punto: Punto
    asked: Sonda
    letti: Letti = field(default=Factory(lambda s: Letti.da(s.misura, s.asked), takes_self=True))

    @property
    def pagata(self) -> bool:
        """Whether only who is paid will do."""
        return self.asked.esito is Esito.AMMESSO

    def vista(self, nucleo: Nucleo) -> bool:
        """Whether a household is one of those: whoever is not asked to be paid need not be."""
        return (nucleo.vede if self.pagata else nucleo.arriva)(self.punto)


def cerca(misura: Misura, punto: Punto) -> Ricerca:
    """The smallest household that covers `punto`, by the latest law under which there is one.

    Raises `IllTyped` when `misura` is no measure, `InvalidValue` when the point is not one of its
    own (`punti`): that nobody covers it would prove nothing.
    """
    only_own(misura, [punto])
    return cercato(misura, punto)


def cercato(misura: Misura, punto: Punto) -> Ricerca:
    """The same, of a point that is one of the measure's own."""
    if isinstance(punto, PuntoCondizione) and punto.nodo is None and punto.atteso is not None:
        return Impossibile(Ragione.NON_VISTO)
    if isinstance(punto, PuntoSoglia) and _far(punto):
        return Impossibile(Ragione.NON_SI_MUOVE)
    anybody = sonda(punto)
    if not punto.di_importo:
        return _sought(_Meta(misura, punto, anybody))
    if any(r.non_visto and r.vigenza is None for r in misura.requisiti):
        return Impossibile(Ragione.NON_VISTO)
    paid = _sought(_Meta(misura, punto, contata(misura, punto, anybody)))
    if isinstance(paid, NonTrovato):  # who comes to it, made richer, may be nearer to a threshold
        richer = _sought(_Meta(misura, punto, pagata(anybody)))
        paid = richer if isinstance(richer, Trovato) else paid
    return paid if isinstance(paid, Trovato) else _why_not(misura, punto, anybody, paid)


def _why_not(misura: Misura, punto: Punto, anybody: Sonda, paid: Ricerca) -> Ricerca:
    """That nobody who is paid covers a point: why, in the order in which one is told.

    Nobody comes to it; who does is refused; to who is not the sum would be the same. Where a
    requirement asks about members, that whoever is paid meets the others may prove it.
    """
    some = _sought(_Meta(misura, punto, anybody))
    if isinstance(some, Impossibile):
        return some
    if isinstance(paid, NonTrovato):
        held = tuple(_held(misura))
        both = anybody.albero if anybody.albero is None else tutte((*held, anybody.albero))
        refused = _sought(_Meta(misura, punto, evolve(anybody, albero=both)))
    else:
        refused = _sought(_Meta(misura, punto, pagata(anybody)))
    if isinstance(refused, Impossibile):
        return Impossibile(Ragione.NESSUN_AMMESSO)
    return NonTrovato() if isinstance(paid, NonTrovato) else Impossibile(Ragione.STESSA_CIFRA)


def _held(misura: Misura) -> Iterator[t.Expr]:
    """What is true of whoever is admitted on any day, and asks nothing of members."""
    for requisito in misura.requisiti:
        met = ways(requisito)
        if met and requisito.vigenza is None and not of_members(below(misura, met)):
            yield met[0] if len(met) == 1 else t.Or(met)


def _sought(meta: _Meta) -> Ricerca:
    proven = not meta.letti.membri
    for tratto in reversed(tratti(meta.misura)):
        for outcome, ranged in _tried(meta, tratto):
            if isinstance(outcome, Found):
                day = _day(meta.misura, outcome.region, ranged.on)
                nucleo = Nucleo(meta.misura, ranged.household(outcome.region, Fatti()), day)
                for each in chain((nucleo,), piu_ricchi(nucleo) if meta.pagata else ()):
                    if meta.vista(each):
                        return Trovato(piccolo(each, meta.vista).fatti, day)
            proven = proven and isinstance(outcome, Absent)
    if not proven:
        return NonTrovato()
    return Impossibile(Ragione.NESSUN_NUCLEO if meta.letti.fatti else Ragione.SENZA_FATTI)


def _far(punto: PuntoSoglia) -> bool:
    """Whether a side has nobody one step away; both sides may be equal of anybody."""
    return punto.lato is not Lato.PARI and punto.passo is Passo.NESSUNO


def _bases(meta: _Meta) -> list[Fatti]:
    """Households of which nothing is known but how many they are: of few members, then of more."""
    misura = meta.misura
    most = min(max(MOST_MEMBERS, counted(misura) + 1), MAX_MEMBERS) if meta.letti.membri else 0
    stated = next((f.tipo for f in misura.fatti if f.nome == COMPONENTI and not f.membro), None)
    found = [Fatti()]
    for many in range(1, most + 1):
        if stated is None:
            found.append(Fatti({}, [{}] * many))
        elif misfit(stated, Decimal(many)) is None:
            found.append(Fatti({COMPONENTI: many}, [{}] * many))
    return found


def _tried(meta: _Meta, tratto: Vigenza) -> Iterator[tuple[Outcome, Ranges]]:
    """The searches of a stretch of days: on one of them, then on all; few members, then more."""
    misura, punto = meta.misura, meta.punto
    day = punto.giorno if isinstance(punto, PuntoGiorno) else tratto.dal
    if not tratto.contiene(day) or not Chieste.il(misura, day).hanno(punto.dove):
        return
    ranged = ranges(misura, on=day, also=meta.asked.alberi)
    bases = _bases(meta)
    for base in bases if meta.pagata else ():
        yield from ((found, ranged) for found in _from_somebody(meta, ranged, base))
    easy = True
    for base in bases:
        for outcome in _search(meta, ranged, base):
            easy = easy and not isinstance(outcome, Exhausted)
            yield outcome, ranged
    if easy and misura.calendario is None and not isinstance(punto, PuntoGiorno):
        last = min(tratto.al or LAST_DAY, LAST_DAY)
        span = (day.toordinal(), last.toordinal(), False)
        for base in bases:
            for outcome in _search(meta, ranged, base, span):
                yield outcome, ranged


def _search(
    meta: _Meta, ranged: Ranges, base: Fatti, days: Span | None = None
) -> Iterator[Outcome]:
    """Households for a point from `base`: on the day of `ranged`, or on one of `days`.

    Not each need see the point. Without any it is told once why.
    """
    first = prossimo(ranged, ranged.point(base), meta.asked, meta.letti, days)
    if isinstance(first, Exhausted) and days is None:
        first = _reached(meta, first, ranged, base)
    yield from _beside(meta, first, ranged, days)


def _reached(meta: _Meta, first: Exhausted, ranged: Ranges, base: Fatti) -> Outcome:
    """A comparison, looked for from who stands on another side of it, on the day of `ranged`."""
    start = opposite(meta.punto)
    if start is None or start.albero is None:
        return first
    there = ranges(ranged.misura, on=ranged.on, also=start.alberi)
    here = prossimo(there, there.point(base), start, meta.letti)
    if not isinstance(here, Found):
        return first
    moved = mosso(ranged, here.region, meta.asked, start.albero, meta.letti, None)
    return moved if isinstance(moved, Found) else first


def _beside(meta: _Meta, here: Outcome, ranged: Ranges, days: Span | None) -> Iterator[Outcome]:
    """What was found; of a side of a threshold, households there that may be a step from the other.

    First only what a step may move is moved, as who takes another arm may be far; then all, which
    alone proves that there is nobody; then one fact at a time.
    """
    punto = meta.punto
    if not isinstance(punto, PuntoSoglia) or punto.lato is Lato.PARI or not isinstance(here, Found):
        yield here
        return
    steps = mossi(ranged.misura, punto.nodo, punto.passo)
    few = meta.letti.solo(*steps)
    if few != meta.letti:
        beside = _there_and_back(meta, punto, here, few, ranged, days)
        if isinstance(beside, Found):
            yield beside
    whole = _there_and_back(meta, punto, here, meta.letti, ranged, days)
    yield whole
    for nome in () if isinstance(whole, Absent) else steps:
        alone = meta.letti.solo(nome)
        beside = _there_and_back(meta, punto, here, alone, ranged, days)
        if isinstance(beside, Found):
            yield beside


def _there_and_back(  # noqa: PLR0913, PLR0917 - from where, over what, by what
    meta: _Meta, punto: PuntoSoglia, here: Found, letti: Letti, ranged: Ranges, days: Span | None
) -> Outcome:
    """From one side of a threshold to the nearest on the other, and back to the nearest to that."""
    other = across(punto)
    away = ranges(ranged.misura, on=ranged.on, also=other.alberi)
    wider = None if days is None else _wider(giorni_della(ranged.misura), days)
    beyond = mosso(away, here.region, other, punto.nodo, letti, wider)
    if not isinstance(beyond, Found):
        return beyond
    return mosso(ranged, beyond.region, meta.asked, punto.nodo, letti, days)


def _wider(whole: Vigenza, days: Span) -> Span:
    """Some days with the eve and the day after, where a measure answers on these."""
    last = min(whole.al or LAST_DAY, LAST_DAY)
    low = max(days[0] - 1, whole.dal.toordinal(), FIRST_DAY.toordinal())
    return (low, min(days[1] + 1, last.toordinal()), False)


def _from_somebody(meta: _Meta, ranged: Ranges, base: Fatti) -> Iterator[Found]:
    """From somebody who is paid, by one fact of the point; then by all of them.

    It proves nothing, and finds at once what no cut of the ranges of three amounts would. What is
    true or false there may change too: whether the item counts at all.
    """
    plain = ranges(ranged.misura, on=ranged.on)
    someone = prossimo(plain, plain.point(base), pagata(Sonda(None)), meta.letti)
    if not isinstance(someone, Found):
        return
    money = [nome for tree in meta.asked.alberi for nome in del_nucleo(ranged.misura, tree)]
    kinds = {fatto.nome: fatto.tipo for fatto in ranged.misura.fatti}
    truths = [nome for nome in money if isinstance(kinds[nome], BoolType)]
    for moved in (*((*truths, nome) for nome in money), money):
        found = prossimo(ranged, someone.region, meta.asked, meta.letti.solo(*moved))
        for beside in _beside(meta, found, ranged, None):
            if isinstance(beside, Found):
                yield beside


def _day(misura: Misura, region: Region, on: date) -> date:
    """The day of a found household: a measure is asked on the day of the requisites."""
    return on if misura.calendario is not None else type(on).fromordinal(region.giorno[0])
