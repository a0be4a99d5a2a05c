"""One of two cells of a kind, and a cell that is known only sometimes."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from casa_model.proof import _numbers as numbers
from casa_model.proof._cells import Cell, Day, Fact, Number, Text
from casa_model.proof._terms import both, choose, either, which

if TYPE_CHECKING:
    from casa_model.proof._terms import Bool, Int


def code_of(cell: Cell) -> Int:
    """The code of a text."""
    assert isinstance(cell, Text)  # noqa: S101 - steps are typed
    return cell.code


def one_day(cond: Bool, known: Bool, then: Day, other: Day) -> Day:
    """One of two days."""
    return Day(
        choose(cond, then.month, other.month),
        choose(cond, then.day, other.day),
        known,
        min(then.lo, other.lo),
        max(then.hi, other.hi),
    )


def chosen(cond: Fact, then: Cell, other: Cell) -> Cell:
    """One of two cells of a kind; unknown when the condition is."""
    known = both(cond.known, which(cond.yes, then.known, other.known))
    match then, other:
        case Fact(), Fact():
            return Fact(
                either(both(cond.yes, then.yes), both(cond.no, other.yes)),
                either(both(cond.yes, then.no), both(cond.no, other.no)),
            )
        case Number(), Number():
            return numbers.chosen(cond.yes, known, then, other)
        case Day(), Day():
            return one_day(cond.yes, known, then, other)
        case _:
            return Text(choose(cond.yes, code_of(then), code_of(other)), known)


def made_known(cell: Cell, known: Bool) -> Cell:
    """The same, known only when `known` holds."""
    match cell:
        case Fact(yes=yes, no=false):
            return Fact(both(known, yes), both(known, false))
        case Number(value=value, lo=lo, hi=hi, few=few):
            return Number(value, known, lo, hi, few)
        case Day(month=month, day=day, lo=lo, hi=hi):
            return Day(month, day, known, lo, hi)
        case Text(code=code):
            return Text(code, known)
        case _:
            assert_never(cell)
