"""From a household that shows an answer to a plain one: few facts, small numbers, near days.

Greedy and in a fixed order, with as many searches as a budget has: the same question gives the
same household.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from attrs import define

from casa_model.proof import _days as days
from casa_model.proof._cells import Cell, Day, Fact, Number, Text
from casa_model.proof._household import row_of
from casa_model.proof._terms import Bool, Int, at_most, below, minus, no, same
from casa_model.proof._z3 import Solver

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casa_model.proof._household import Household
    from casa_model.rules.facts import Fatti

BUDGET = 600
"""The most searches for one household."""

IMPATIENT = 1000
"""The most milliseconds of each: what takes longer is left as it is."""


@define
class Shrinker:
    """Claims more and more of the household in the solver, as long as there is one."""

    solver: Solver
    left: int = BUDGET
    pushed: int = 0

    def claim(self, one: Bool) -> bool:
        """Claim something from here on, if there is still a household."""
        if one is True or self.left <= 0:
            return one is True
        if self.solver.held(one):
            self.solver.add(one)
            return True
        self.left -= 1
        self.solver.push()
        self.solver.add(one)
        if self.solver.solve() is True:
            self.pushed += 1
            return True
        self.solver.pop()
        return False

    def settle(self) -> None:
        """Take back every claim; what the solver found last stays as it was found."""
        for _ in range(self.pushed):
            self.solver.pop()
        self.pushed = 0

    def least(self, term: Int, lo: int) -> None:
        """Claim the least value of a number that is `lo` at least."""
        held = self.solver.found
        if self.claim(same(term, lo)):
            return
        lo += 1
        step = 1
        while lo < held(term) and not self.claim(at_most(term, lo + step)) and self.left > 0:
            lo += step + 1
            step *= 8
        while lo < held(term) and self.left > 0:
            middle = (lo + held(term)) // 2
            if not self.claim(at_most(term, middle)):
                lo = middle + 1
        self.claim(same(term, held(term)))


def extreme(household: Household, twin: Household, known: Fatti) -> None:
    """Leave the solver with a household whose numbers and days are as far out as may be.

    What is `known` is as it is; the claims are taken back, what was found stays.
    """
    shrinker = Shrinker(household.solver)
    for (nome, slot), cell in (*twin.cells.items(), *household.cells.items()):
        if nome in row_of(known, slot):
            continue
        for edge in _edges(cell):
            if shrinker.claim(edge):
                break
    shrinker.settle()


def _edges(cell: Cell) -> Iterator[Bool]:
    """The largest value of a number or day, and the least."""
    match cell:
        case Number(value=value, lo=lo, hi=hi):
            yield same(value, hi)
            yield same(value, lo)
        case Day(month=month, lo=lo, hi=hi):
            yield same(month, hi)
            yield same(month, lo)
        case Fact() | Text():
            return
        case _:
            assert_never(cell)


def shrink(household: Household, twin: Household | None, requisites: Day) -> None:
    """Leave the solver with a plain household; it has found one already."""
    solver = household.solver
    solver.patience(IMPATIENT)
    shrinker = Shrinker(solver)
    shrinker.least(requisites.month, requisites.lo)
    shrinker.least(requisites.day, 1)
    if household.asked_members and not shrinker.claim(no(household.listed)):
        shrinker.least(household.count, 1)
    cells = list(household.cells.items())
    if twin is not None:
        cells += list(twin.cells.items())
    for (_, slot), cell in cells:
        if slot is None or slot < solver.found(household.count):
            shrinker.claim(no(cell.known))
    known = [
        cell
        for (_, slot), cell in cells
        if solver.held(cell.known) and (slot is None or slot < solver.found(household.count))
    ]
    for cell in known:
        _plain(shrinker, cell, requisites)
    solver.solve()


def _plain(shrinker: Shrinker, cell: Cell, requisites: Day) -> None:
    """The plainest value of a known fact that leaves a household."""
    match cell:
        case Fact():
            shrinker.claim(cell.no)
        case Number(lo=lo, hi=hi):
            shrinker.claim(cell.known)
            if hi <= 0:
                shrinker.least(minus(0, cell.value), -hi)
            elif lo >= 0 or shrinker.claim(at_most(0, cell.value)):
                shrinker.least(cell.value, max(lo, 0))
            else:
                shrinker.least(minus(0, cell.value), 0)
        case Day():
            shrinker.claim(cell.known)
            _near(shrinker, cell, requisites)
        case Text():
            shrinker.claim(cell.known)
            shrinker.least(cell.code, 0)
        case _:
            assert_never(cell)


def _near(shrinker: Shrinker, cell: Day, requisites: Day) -> None:
    """The last such day up to that of the requisites, else the first after it."""
    here = days.order(requisites)
    if shrinker.claim(at_most(days.order(cell), here)):
        shrinker.least(minus(requisites.month, cell.month), 0)
        shrinker.least(minus(31, cell.day), 0)
    else:
        shrinker.claim(below(here, days.order(cell)))
        shrinker.least(minus(cell.month, requisites.month), 0)
        shrinker.least(cell.day, 1)
