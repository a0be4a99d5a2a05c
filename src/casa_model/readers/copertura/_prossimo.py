"""The nearest household that meets a goal, by all that the goal depends on or by a part of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

from casa_model.readers.ranges import Exhausted, Found, Place, nearest, perhaps
from casa_model.rules import tree as t
from casa_model.rules.esito import Esito
from casa_model.rules.names import COMPONENTI, DATA_REQUISITI
from casa_model.rules.reach import below, of_members, reached

if TYPE_CHECKING:
    from casa_model.readers.copertura._sonda import Sonda
    from casa_model.readers.ranges import Cell, Outcome, Ranges, Region, Span
    from casa_model.rules.misura import Misura

STEPS: Final = 2_000
"""How many answers each search may ask for."""


@frozen
class Letti:
    """What a goal depends on: names of facts, whether members."""

    fatti: frozenset[str]
    membri: bool

    @classmethod
    def da(cls, misura: Misura, asked: Sonda) -> Letti:
        """Of a goal; an outcome depends on all that the rule reads."""
        nodes = below(misura, asked.alberi)
        if asked.esito is not None:
            nodes = (*nodes, *reached(misura, misura.requisiti))
        names = frozenset(n.name for n in nodes if isinstance(n, t.Fact | t.MemberFact))
        return cls(names, of_members(nodes))

    def solo(self, *nomi: str) -> Letti:
        """The same, with these facts alone."""
        return evolve(self, fatti=frozenset(nomi))


def prossimo(
    ranged: Ranges, region: Region, asked: Sonda, letti: Letti, days: Span | None = None
) -> Outcome:
    """The nearest household that meets a goal; one that is to be admitted knows every fact."""
    admitted = asked.esito is Esito.AMMESSO
    cells: dict[Place, Cell] = {}
    for place in ranged.places(region):
        counts = place.nome == COMPONENTI and region.membri is not None
        if place.nome in letti.fatti and not counts:
            whole = ranged.whole(region, place)
            cells[place] = whole if admitted else perhaps(whole)
    if days is not None:
        cells[Place(DATA_REQUISITI)] = days
    return nearest(ranged, region, cells, asked.goal, steps=STEPS)


def mosso(  # noqa: PLR0913, PLR0917 - from where to where, by what
    ranged: Ranges, region: Region, asked: Sonda, node: t.Expr, letti: Letti, days: Span | None
) -> Outcome:
    """The nearest household that meets a goal; where that takes too long, one fact moves alone.

    Three amounts that are added have so many sums at a threshold that no cut of their ranges
    settles anything, while one of them reaches it from where a household stands.
    """
    whole = prossimo(ranged, region, asked, letti, days)
    if not isinstance(whole, Exhausted):
        return whole
    for nome in (nome for nome in del_nucleo(ranged.misura, node) if nome in letti.fatti):
        alone = prossimo(ranged, region, asked, letti.solo(nome), days)
        if isinstance(alone, Found):
            return alone
    return whole


def del_nucleo(misura: Misura, node: t.Expr) -> tuple[str, ...]:
    """The facts of the household that a condition reads, in order."""
    read = (each.name for each in below(misura, [node]) if isinstance(each, t.Fact))
    return tuple(dict.fromkeys(read))
