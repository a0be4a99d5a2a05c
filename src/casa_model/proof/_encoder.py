"""The steps of a measure on a day as cells for the solver: each step once, in their order.

Steps about a member are taken again for each of the members that there may be.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeVar, assert_never

from attrs import Factory, define, field

from casa_model.proof import _days as days
from casa_model.proof import _numbers as numbers
from casa_model.proof._cells import Cell, Day, Fact, Number, Text
from casa_model.proof._chosen import chosen, code_of, made_known, one_day
from casa_model.proof._household import Household
from casa_model.proof._terms import (
    Bool,
    at_most,
    below,
    both,
    choose,
    either,
    no,
    same,
    total,
)
from casa_model.rules.calendar import MONTHS
from casa_model.rules.lowered import Fold, FoldKind, Lowered, Reg, Step, operands
from casa_model.rules.lowered import steps as s

if TYPE_CHECKING:
    from casa_model.rules.lowered import Entry
    from casa_model.rules.tree import Op

C = TypeVar("C", bound=Cell)
NEVER = Day(0, 1, False, 0, 0)  # noqa: FBT003 - it is not known
"""A day that a notice does not give."""


@define
class Encoder:
    """The cells of a lowered measure, for one household.

    `bound` are names that stand for what was found elsewhere; all other facts are the household's.
    `like` are the cells of another household that are the same for this one.
    """

    lowered: Lowered
    household: Household
    requisites: Day
    bound: Mapping[str, Cell]
    like: Mapping[Reg, Cell] = Factory(dict)
    cells: dict[Reg, Cell] = Factory(dict)
    _inner: frozenset[Reg] = field(init=False)
    _slots: dict[int, dict[Reg, Cell]] = Factory(dict)

    def __attrs_post_init__(self) -> None:
        folds = (step for step in self.lowered.steps if isinstance(step, Fold))
        self._inner = frozenset(reg for fold in folds for reg in fold.body)
        for reg, step in enumerate(self.lowered.steps):
            if reg not in self._inner:
                self.cells[reg] = self.like[reg] if reg in self.like else self._step(step)

    def of(self, kind: type[C], reg: Reg, slot: int | None = None) -> C:
        """The cell of a register, of a kind; inside a fold, for the member at `slot`."""
        found = self.cell(reg, slot)
        assert isinstance(found, kind)  # noqa: S101 - steps are typed
        return found

    def cell(self, reg: Reg, slot: int | None = None) -> Cell:
        """The cell of a register."""
        if slot is None or reg not in self._inner:
            return self.cells[reg]
        return self._slots[slot][reg]

    def without(self, nome: str) -> dict[Reg, Cell]:
        """The cells that do not depend on a fact: those of a household that differs in it alone."""
        moved: set[Reg] = set()
        for reg, step in enumerate(self.lowered.steps):
            read = step.body if isinstance(step, Fold) else operands(step)
            if self._loads(step) == nome or not moved.isdisjoint(read):
                moved.add(reg)
        return {reg: cell for reg, cell in self.cells.items() if reg not in moved}

    def _loads(self, step: Step) -> str | None:
        match step:
            case s.LoadFact(slot=place):
                return self.lowered.fatti[place].nome
            case s.LoadMember(slot=place):
                return self.lowered.membri[place].nome
            case _:
                return None

    def is_inner(self, reg: Reg) -> bool:
        """Whether a register is about a member."""
        return reg in self._inner

    def _step(self, step: Step, slot: int | None = None) -> Cell:
        match step:
            case s.LoadFact(slot=place):
                nome = self.lowered.fatti[place].nome
                return self.bound[nome] if nome in self.bound else self.household.fact(nome)
            case s.LoadMember(slot=place):
                assert slot is not None  # noqa: S101 - it stands in a fold
                return self.household.member(self.lowered.membri[place].nome, slot)
            case s.ConstNumber(units=units):
                return numbers.constant(units)
            case s.ConstTruth(value=value):
                return Fact(value, not value)
            case s.ConstDay(value=day):
                return days.constant(day)
            case s.ConstText(value=text):
                return Text(self.household.texts.code(text), known=True)
            case s.Requisites():
                return self.requisites
            case s.StartBefore(months=months):
                return days.last_start(self.requisites, months)
            case s.Unknown():
                return NEVER
            case s.Fold():
                return self._fold(step)
            case _:
                return self._work(step, [self.cell(reg, slot) for reg in operands(step)])

    def _work(self, step: s.Work, args: list[Cell]) -> Cell:
        match step, args:
            case s.Lookup(table=table), _:
                return self._lookup(self.lowered.tables[table], args)
            case s.Scale(digits=digits), [Number() as arg]:
                return numbers.scaled(arg, digits)
            case s.Round(digits=digits), [Number() as arg]:
                return numbers.rounded(arg, digits)
            case s.Add(), [Number() as left, Number() as right]:
                return numbers.add(left, right)
            case s.Sub(), [Number() as left, Number() as right]:
                return numbers.sub(left, right)
            case s.Mul(), [Number() as left, Number() as right]:
                return numbers.mul(left, right)
            case s.Least(), [Number() as left, Number() as right]:
                return numbers.least(left, right)
            case s.Greatest(), [Number() as left, Number() as right]:
                return numbers.greatest(left, right)
            case s.Least(), [Day() as left, Day() as right]:
                return one_day(_at_most(left, right), both(left.known, right.known), left, right)
            case s.Greatest(), [Day() as left, Day() as right]:
                return one_day(_at_most(right, left), both(left.known, right.known), left, right)
            case s.Compare(op=op), [left, right]:
                return _compared(op, left, right)
            case s.OneOf(values=values), [arg]:
                return self._one_of(arg, values)
            case s.AllOf(), _:
                some = [arg for arg in args if isinstance(arg, Fact)]
                return Fact(both(*(each.yes for each in some)), either(*(each.no for each in some)))
            case s.AnyOf(), _:
                some = [arg for arg in args if isinstance(arg, Fact)]
                return Fact(either(*(each.yes for each in some)), both(*(each.no for each in some)))
            case s.Not(), [Fact() as arg]:
                return Fact(arg.no, arg.yes)
            case s.Choose(), [Fact() as cond, then, other]:
                return chosen(cond, then, other)
            case s.Months(), [Day() as first, Day() as last]:
                return days.months(first, last)
            case s.Years(), [Day() as first, Day() as last]:
                return numbers.quotient_of(days.months(first, last), MONTHS)
            case _:
                return _moved(*args)

    def _lookup(self, table: Mapping[tuple[int | str, ...], Entry], keys: list[Cell]) -> Cell:
        """The entry of a table for some keys, which never leave it."""
        known = both(*(key.known for key in keys))
        rows = [(both(*map(self._is, keys, key)), entry) for key, entry in table.items()]
        *some, (_, last) = rows
        found = self._entry(last)
        for cond, entry in reversed(some):
            found = chosen(Fact(cond, no(cond)), self._entry(entry), found)
        return made_known(found, known)

    def _is(self, cell: Cell, key: int | str) -> Bool:
        if isinstance(cell, Number) and isinstance(key, int):
            return same(cell.value, key)
        assert isinstance(cell, Text)  # noqa: S101 - keys are numbers or texts
        return same(cell.code, self.household.texts.code(str(key)))

    def _entry(self, entry: Entry) -> Cell:
        match entry:
            case bool():
                return Fact(entry, not entry)
            case int():
                return numbers.constant(entry)
            case str():
                return Text(self.household.texts.code(entry), known=True)
            case _:
                return days.constant(entry)

    def _one_of(self, arg: Cell, values: tuple[int, ...] | tuple[str, ...]) -> Fact:
        if isinstance(arg, Number):
            among = either(*(same(arg.value, each) for each in values if isinstance(each, int)))
        else:
            among = either(*(self._is(arg, each) for each in values))
        return _truth(among, arg.known)

    def _fold(self, step: Fold) -> Cell:
        household = self.household
        conds: list[Fact] = []
        values: list[Number] = []
        here: list[Bool] = []
        for slot in range(household.slots):
            cells = self._slots.setdefault(slot, {})
            for reg in step.body:
                cells[reg] = self._step(self.lowered.steps[reg], slot)
            conds.append(self.of(Fact, step.cond, slot))
            here.append(household.present(slot))
            if step.value is not None:
                values.append(self.of(Number, step.value, slot))
        listed = household.listed
        some = [both(yes, cond.yes) for yes, cond in zip(here, conds, strict=True)]
        none = [both(yes, cond.no) for yes, cond in zip(here, conds, strict=True)]
        match step.kind:
            case FoldKind.ANY:
                every = (either(no(yes), cond.no) for yes, cond in zip(here, conds, strict=True))
                return Fact(both(listed, either(*some)), both(listed, *every))
            case FoldKind.ALL:
                every = (either(no(yes), cond.yes) for yes, cond in zip(here, conds, strict=True))
                return Fact(both(listed, *every), both(listed, either(*none)))
            case FoldKind.COUNT:
                known = (either(no(yes), cond.known) for yes, cond in zip(here, conds, strict=True))
                found = total(choose(yes, 1, 0) for yes in some)
                return Number(found, both(listed, *known), 0, household.slots)
            case FoldKind.SUM:
                return self._sum(listed, here, conds, values)
            case _:
                assert_never(step.kind)

    def _sum(
        self, listed: Bool, here: list[Bool], conds: list[Fact], values: list[Number]
    ) -> Number:
        rows = list(zip(here, conds, values, strict=True))
        known = (either(no(yes), cond.no, both(cond.yes, value.known)) for yes, cond, value in rows)
        found = total(choose(both(yes, cond.yes), value.value, 0) for yes, cond, value in rows)
        lo = sum(min(0, value.lo) for value in values)
        hi = sum(max(0, value.hi) for value in values)
        return Number(found, both(listed, *known), lo, hi)


def _truth(one: Bool, known: Bool) -> Fact:
    return Fact(both(known, one), both(known, no(one)))


def _at_most(left: Day, right: Day) -> Bool:
    return at_most(days.order(left), days.order(right))


def _moved(day: Cell, by: Cell) -> Day:
    """The day some months later."""
    assert isinstance(day, Day)  # noqa: S101 - steps are typed
    assert isinstance(by, Number)  # noqa: S101
    moved = days.shifted(day, by.value, by.lo, by.hi)
    return Day(moved.month, moved.day, both(day.known, by.known), moved.lo, moved.hi)


def _compared(op: Op, left: Cell, right: Cell) -> Fact:
    match left, right:
        case Number(), Number():
            one, other = left.value, right.value
        case Day(), Day():
            one, other = days.order(left), days.order(right)
        case _:
            one, other = code_of(left), code_of(right)
    match op:
        case "<":
            found = below(one, other)
        case "<=":
            found = at_most(one, other)
        case ">":
            found = below(other, one)
        case ">=":
            found = at_most(other, one)
        case "==":
            found = same(one, other)
        case "!=":
            found = no(same(one, other))
        case _:
            assert_never(op)
    return _truth(found, both(left.known, right.known))
