"""Households at and around the thresholds of a measure: where its mistakes are."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias

from attrs import evolve, frozen
from hypothesis import strategies as st

from casa_model.readers.environment import environment
from casa_model.readers.meaning import EXACT, Env, value
from casa_model.rules import tree as t
from casa_model.rules.facts import Fatti
from casa_model.rules.names import MEMBRI
from casa_model.rules.reach import in_force
from casa_model.rules.show import show
from casa_model.rules.types import DateType, NumberType
from casa_model.rules.walk import walk
from casa_model.testing._admitted import admitted, env_of
from casa_model.testing._households import households
from casa_model.testing._moves import PEOPLE, Move, flip

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from casa_model.rules.misura import Misura, Requisito

_Sides: TypeAlias = tuple[Fatti | None, Fatti | None, Fatti | None]

BEYOND = (">", "<=")
"""Comparisons that change when the left side goes beyond the right one, not when it reaches it."""

ROUND = 100_000
"""An amount of 1000.00."""


@frozen
class Threshold:
    """One comparison of a requirement, and the households at it and around it.

    `fatto` is the fact that moves, None when none moves the comparison: then there are no
    households. `sotto` and `sopra` are one unit of the fact below and above `pari`, at which both
    sides of the comparison are equal. Where no value makes them equal, `pari` is None and the
    other two are the values between which the comparison changes. One that the fact cannot have is
    None.
    """

    requisito: str
    confronto: str
    fatto: str | None = None
    sotto: Fatti | None = None
    pari: Fatti | None = None
    sopra: Fatti | None = None

    @property
    def households(self) -> tuple[Fatti, ...]:
        """Those that there are, from below to above."""
        return tuple(f for f in (self.sotto, self.pari, self.sopra) if f is not None)


def thresholds(misura: Misura, *, on: date) -> tuple[Threshold, ...]:
    """Every comparison of numbers or days that the requirements in force on `on` make.

    All facts but the one that moves are those of a household that is admitted, when one is easily
    found. Raises `WrongDay` when the measure does not answer on `on`.
    """
    base = admitted(misura, on)
    asked = _Asked(base, environment(misura, base, on))
    return tuple(
        asked.threshold(requisito, node, misura)
        for requisito in in_force(misura, on)
        for node in asked.comparisons(requisito)
    )


def at_thresholds(misura: Misura, *, on: date) -> st.SearchStrategy[Fatti]:
    """Households exactly at, one unit below and one unit above each threshold of a measure.

    Of a measure with no threshold, any household. Raises as `thresholds` does.
    """
    found = [each for edge in thresholds(misura, on=on) for each in edge.households]
    return st.sampled_from(found) if found else households(misura)


@frozen
class _Asked:
    """A measure on a day, and the household from which all others come."""

    base: Fatti
    env: Env

    def gap(self, node: t.Compare, fatti: Fatti) -> Decimal | None:
        """How far the left side is above the right one; None when they are not in order."""
        env = env_of(self.env, fatti)
        match value(node.left, env), value(node.right, env):
            case Decimal() as left, Decimal() as right:
                return EXACT.subtract(left, right)
            case date() as left, date() as right:
                return Decimal((left - right).days)
            case _:
                return None

    def nodes(self, trees: Iterable[t.Expr]) -> Iterator[t.Expr]:
        """Every node of some trees and of the definitions that they read, those once."""
        seen: set[str] = set()
        todo = list(trees)
        while todo:
            for node in walk(todo.pop(0)):
                yield node
                if isinstance(node, t.Definition) and node.name not in seen:
                    seen.add(node.name)
                    todo.append(self.env.definizioni[node.name])

    def comparisons(self, requisito: Requisito) -> Iterator[t.Compare]:
        """The comparisons of numbers and days of a requirement, each once."""
        ways = [] if requisito.condizione is None else [requisito.condizione]
        ways += [deroga.condizione for deroga in requisito.deroghe]
        for node in dict.fromkeys(self.nodes(ways)):
            if isinstance(node, t.Compare) and self.gap(node, self.base) is not None:
                yield node

    def moves(self, node: t.Compare, misura: Misura) -> Iterator[Move]:
        """What could move a comparison: facts in the order in which it reads them, then people."""
        kinds = {fatto.nome: fatto.tipo for fatto in misura.fatti}
        people = False
        for each in dict.fromkeys(self.nodes((node.left, node.right))):
            people = people or isinstance(each, t.AGGREGATES)
            if isinstance(each, t.Fact | t.MemberFact):
                kind = kinds[each.name]
                if isinstance(kind, NumberType | DateType):
                    yield Move(each.name, kind, 0 if isinstance(each, t.MemberFact) else None)
        if people:
            yield Move(MEMBRI, PEOPLE)

    def threshold(self, requisito: Requisito, node: t.Compare, misura: Misura) -> Threshold:
        """A comparison with the households around it, by the fact that shows most of them."""
        best = Threshold(requisito.codice, show(node))
        moves = [*self.moves(node, misura)]
        for move in moves:
            for base in (self.base, _raised(self.base, move, moves)):
                below, at, above = self._sides(node, move, base)
                edge = evolve(best, fatto=move.nome, sotto=below, pari=at, sopra=above)
                if _worth(edge) > _worth(best):
                    best = edge
        return best

    def _sides(self, node: t.Compare, move: Move, base: Fatti) -> _Sides:
        """The households below, at and above the place where a fact changes a comparison."""

        def gap(unit: int) -> Decimal:
            return self.gap(node, move.put(base, unit)) or Decimal(0)

        lo, hi = move.bounds
        probes = [lo, hi, *_stands(base, move)]
        pairs = [flip(beyond, probes) for beyond in _changes(node.op, gap)]
        for pair in filter(None, pairs):
            for at in pair:
                if gap(at) == 0:
                    one, *others = (
                        move.put(base, unit) if lo <= unit <= hi else None
                        for unit in (at - 1, at, at + 1)
                    )
                    return one, others[0], others[1]
        for low, high in filter(None, pairs):
            return move.put(base, low), None, move.put(base, high)
        return None, None, None


def _worth(edge: Threshold) -> tuple[bool, int]:
    """How much a threshold shows: first equality, then how many sides."""
    return edge.pari is not None, len(edge.households)


def _changes(op: t.Op, gap: Callable[[int], Decimal]) -> Iterator[Callable[[int], bool]]:
    """Where a comparison changes: as its left side comes up to the right one, or goes beyond.

    Its own place comes first; the other shows at least where both sides are equal.
    """
    places = (lambda unit: gap(unit) >= 0, lambda unit: gap(unit) > 0)
    yield from reversed(places) if op in BEYOND else places


def _stands(base: Fatti, move: Move) -> Iterator[int]:
    """Where a fact stands in a household."""
    rows = base.membri or ({},)
    row = base.valori if move.membro is None else rows[move.membro]
    if move.nome in row:
        yield move.unit(row[move.nome])


def _raised(base: Fatti, move: Move, moves: Iterable[Move]) -> Fatti:
    """The household with the other amounts at a round figure: at 0.00 a share of them is 0.00."""
    for other in moves:
        lo, hi = other.bounds
        if other != move and isinstance(other.tipo, NumberType) and other.tipo.euro:
            base = other.put(base, min(max(ROUND, lo), hi))
    return base
