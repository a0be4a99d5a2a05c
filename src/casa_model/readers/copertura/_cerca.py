"""The smallest household that covers a point, or that there is none.

It is found by `casa_model.readers.ranges`, from the household of which nothing is known: few known
facts, small numbers. Where nobody is found on the first day of a stretch of days with one law, all
the days of the stretch are asked at once, so that *impossible* is a proof. Where the rule asks
about members it is none: only households of a few of them are tried, and larger ones there may be.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

from casa_model.readers.copertura._piccolo import piccolo
from casa_model.readers.copertura._punto import (
    Lato,
    Passo,
    PuntoCondizione,
    PuntoGiorno,
    PuntoMassimo,
    PuntoSoglia,
)
from casa_model.readers.copertura._ricerca import Impossibile, NonTrovato, Ragione, Trovato
from casa_model.readers.copertura._sedi import Chieste
from casa_model.readers.copertura._sonda import Sonda, across, opposite, sonda
from casa_model.readers.copertura._vede import Nucleo
from casa_model.readers.copertura._vicini import mossi
from casa_model.readers.ranges import Absent, Exhausted, Found, Place, nearest, perhaps, ranges
from casa_model.rules import tree as t
from casa_model.rules.counted import counted
from casa_model.rules.esito import Esito
from casa_model.rules.facts import Fatti, misfit
from casa_model.rules.giorni import giorni_della, tratti
from casa_model.rules.names import COMPONENTI, DATA_REQUISITI
from casa_model.rules.reach import below, reached
from casa_model.rules.types import FIRST_DAY, LAST_DAY, MAX_MEMBERS, BoolType

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from casa_model.readers.copertura._punto import Punto
    from casa_model.readers.copertura._ricerca import Ricerca
    from casa_model.readers.ranges import Cell, Outcome, Ranges, Region, Span
    from casa_model.rules.misura import Misura
    from casa_model.values import Vigenza

MOST_MEMBERS: Final = 3
"""The members of the largest household that is tried, where a rule counts to no more."""

STEPS: Final = 2_000
"""How many answers each search may ask for."""


def cerca(misura: Misura, punto: Punto) -> Ricerca:
    """The smallest household that covers `punto`, by the latest law under which there is one."""
    if isinstance(punto, PuntoCondizione) and punto.nodo is None and punto.atteso is not None:
        return Impossibile(Ragione.NON_VISTO)
    if isinstance(punto, PuntoSoglia) and _far(punto):
        return Impossibile(Ragione.NON_SI_MUOVE)
    reads = _Reads.of(misura, punto)
    proven = not reads.members
    for tratto in reversed(tratti(misura)):
        for outcome, ranged in _tried(misura, punto, tratto, reads):
            if isinstance(outcome, Found):
                day = _day(misura, outcome.region, ranged.on)
                nucleo = Nucleo(misura, ranged.household(outcome.region, Fatti()), day)
                if nucleo.vede(punto):
                    return Trovato(piccolo(nucleo, punto).fatti, day)
            proven = proven and isinstance(outcome, Absent)
    if not proven:
        return NonTrovato()
    return Impossibile(Ragione.NESSUN_NUCLEO if reads.facts else Ragione.SENZA_FATTI)


def _far(punto: PuntoSoglia) -> bool:
    """Whether a side has nobody one step away; both sides may be equal of anybody."""
    return punto.lato is not Lato.PARI and punto.passo is Passo.NESSUNO


@frozen
class _Reads:
    """What a point depends on: names of facts, whether members."""

    facts: frozenset[str]
    members: bool

    @classmethod
    def of(cls, misura: Misura, punto: Punto) -> _Reads:
        asked = sonda(punto)
        nodes = below(misura, asked.alberi)
        if asked.esito is not None:
            nodes = (*nodes, *reached(misura, misura.requisiti))
        names = frozenset(n.name for n in nodes if isinstance(n, t.Fact | t.MemberFact))
        return cls(names, any(isinstance(node, t.AGGREGATES) for node in nodes))


def _bases(misura: Misura, reads: _Reads) -> list[Fatti]:
    """Households of which nothing is known but how many they are: of few members, then of more."""
    most = min(max(MOST_MEMBERS, counted(misura) + 1), MAX_MEMBERS) if reads.members else 0
    stated = next((f.tipo for f in misura.fatti if f.nome == COMPONENTI and not f.membro), None)
    found = [Fatti()]
    for many in range(1, most + 1):
        if stated is None:
            found.append(Fatti({}, [{}] * many))
        elif misfit(stated, Decimal(many)) is None:
            found.append(Fatti({COMPONENTI: many}, [{}] * many))
    return found


def _tried(
    misura: Misura, punto: Punto, tratto: Vigenza, reads: _Reads
) -> Iterator[tuple[Outcome, Ranges]]:
    """The searches of a stretch of days: on one of them, then on all; few members, then more."""
    day = punto.giorno if isinstance(punto, PuntoGiorno) else tratto.dal
    if not tratto.contiene(day) or not Chieste.il(misura, day).hanno(punto.dove):
        return
    whole = sonda(punto)
    ranged = ranges(misura, on=day, also=whole.alberi)
    bases = _bases(misura, reads)
    easy = True
    for base in bases:
        for outcome in _search(punto, reads, ranged, base):
            easy = easy and not isinstance(outcome, Exhausted)
            yield outcome, ranged
    if easy and misura.calendario is None and not isinstance(punto, PuntoGiorno):
        last = min(tratto.al or LAST_DAY, LAST_DAY)
        span = (day.toordinal(), last.toordinal(), False)
        for base in bases:
            for outcome in _search(punto, reads, ranged, base, span):
                yield outcome, ranged


def _search(
    punto: Punto, reads: _Reads, ranged: Ranges, base: Fatti, days: Span | None = None
) -> Iterator[Outcome]:
    """Households for a point from `base`: on the day of `ranged`, or on one of `days`.

    Not each need see the point. Without any it is told once why.
    """
    first: Outcome | None = None
    if isinstance(punto, PuntoMassimo) and days is None:
        first = _paid(punto, reads, ranged, base)
    if first is None:
        first = _nearest(ranged, ranged.point(base), sonda(punto), reads, days)
    if isinstance(first, Exhausted) and days is None:
        first = _reached(punto, reads, first, ranged, base)
    if isinstance(punto, PuntoSoglia) and punto.lato is not Lato.PARI and isinstance(first, Found):
        yield from _beside(punto, first, reads, ranged, days)
    else:
        yield first


def _reached(punto: Punto, reads: _Reads, first: Exhausted, ranged: Ranges, base: Fatti) -> Outcome:
    """A comparison, looked for from who stands on another side of it, on the day of `ranged`."""
    start = opposite(punto)
    if start is None or start.albero is None:
        return first
    there = ranges(ranged.misura, on=ranged.on, also=start.alberi)
    here = _nearest(there, there.point(base), start, reads)
    if not isinstance(here, Found):
        return first
    moved = _moved(ranged, here.region, sonda(punto), start.albero, reads, None)
    return moved if isinstance(moved, Found) else first


def _beside(
    punto: PuntoSoglia, here: Found, reads: _Reads, ranged: Ranges, days: Span | None
) -> Iterator[Outcome]:
    """Households on the side of `here` that may be one step from the other one.

    First only what a step may move is moved, as who takes another arm may be far; then all, which
    alone proves that there is nobody; then one fact at a time.
    """
    steps = mossi(ranged.misura, punto.nodo, punto.passo)
    few = evolve(reads, facts=frozenset(steps))
    if few != reads:
        beside = _there_and_back(punto, here, few, ranged, days)
        if isinstance(beside, Found):
            yield beside
    whole = _there_and_back(punto, here, reads, ranged, days)
    yield whole
    for nome in () if isinstance(whole, Absent) else steps:
        alone = evolve(reads, facts=frozenset({nome}))
        beside = _there_and_back(punto, here, alone, ranged, days)
        if isinstance(beside, Found):
            yield beside


def _there_and_back(
    punto: PuntoSoglia, here: Found, reads: _Reads, ranged: Ranges, days: Span | None
) -> Outcome:
    """From one side of a threshold to the nearest on the other, and back to the nearest to that."""
    beyond = _across(punto, here, reads, ranged, days)
    if not isinstance(beyond, Found):
        return beyond
    return _moved(ranged, beyond.region, sonda(punto), punto.nodo, reads, days)


def _across(
    punto: PuntoSoglia, here: Found, reads: _Reads, ranged: Ranges, days: Span | None
) -> Outcome:
    """The nearest household on the other side of a threshold, be it a day out of `days`."""
    other = across(punto)
    away = ranges(ranged.misura, on=ranged.on, also=other.alberi)
    wider = None if days is None else _wider(giorni_della(ranged.misura), days)
    return _moved(away, here.region, other, punto.nodo, reads, wider)


def _moved(  # noqa: PLR0913, PLR0917 - from where to where, by what
    ranged: Ranges, region: Region, asked: Sonda, node: t.Expr, reads: _Reads, days: Span | None
) -> Outcome:
    """The nearest household that meets a goal; where that takes too long, one fact moves alone.

    Three amounts that are added have so many sums at a threshold that no cut of their ranges
    settles anything, while one of them reaches it from where a household stands.
    """
    whole = _nearest(ranged, region, asked, reads, days)
    if not isinstance(whole, Exhausted):
        return whole
    for nome in (nome for nome in _facts(ranged.misura, node) if nome in reads.facts):
        alone = _nearest(ranged, region, asked, evolve(reads, facts=frozenset({nome})), days)
        if isinstance(alone, Found):
            return alone
    return whole


def _wider(whole: Vigenza, days: Span) -> Span:
    """Some days with the eve and the day after, where a measure answers on these."""
    last = min(whole.al or LAST_DAY, LAST_DAY)
    low = max(days[0] - 1, whole.dal.toordinal(), FIRST_DAY.toordinal())
    return (low, min(days[1] + 1, last.toordinal()), False)


def _paid(punto: PuntoMassimo, reads: _Reads, ranged: Ranges, base: Fatti) -> Found | None:
    """From somebody who is admitted, by one fact of the amount; None when that will not do.

    What is true or false there may change too: whether the item counts at all.
    """
    plain = ranges(ranged.misura, on=ranged.on)
    someone = _nearest(plain, plain.point(base), Sonda(None, esito=Esito.AMMESSO), reads)
    if not isinstance(someone, Found):
        return None
    money = _facts(ranged.misura, punto.oltre)
    kinds = {fatto.nome: fatto.tipo for fatto in ranged.misura.fatti}
    truths = frozenset(nome for nome in money if isinstance(kinds[nome], BoolType))
    for nome in money:
        one = evolve(reads, facts=truths | {nome})
        found = _nearest(ranged, someone.region, sonda(punto), one)
        if isinstance(found, Found):
            return found
    return None


def _facts(misura: Misura, node: t.Expr) -> tuple[str, ...]:
    """The facts of the household that a condition reads, in order."""
    read = (each.name for each in below(misura, [node]) if isinstance(each, t.Fact))
    return tuple(dict.fromkeys(read))


def _nearest(
    ranged: Ranges, region: Region, asked: Sonda, reads: _Reads, days: Span | None = None
) -> Outcome:
    """The nearest household that meets a goal; one that is to be admitted knows every fact."""
    admitted = asked.esito is Esito.AMMESSO
    cells: dict[Place, Cell] = {}
    for place in ranged.places(region):
        counts = place.nome == COMPONENTI and region.membri is not None
        if place.nome in reads.facts and not counts:
            whole = ranged.whole(region, place)
            cells[place] = whole if admitted else perhaps(whole)
    if days is not None:
        cells[Place(DATA_REQUISITI)] = days
    return nearest(ranged, region, cells, asked.goal, steps=STEPS)


def _day(misura: Misura, region: Region, on: date) -> date:
    """The day of a found household: a measure is asked on the day of the requisites."""
    return on if misura.calendario is not None else type(on).fromordinal(region.giorno[0])
