"""One step as a function from the cells of all registers to its own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any, Final, TypeAlias, assert_never

from casa_model.readers.ranges import _spans as n
from casa_model.readers.ranges import _truths as b
from casa_model.readers.ranges._cells import (
    FALSE,
    NEVER,
    NO_TEXT,
    NONE,
    TRUE,
    Cell,
    Span,
    Texts,
    Truth,
    exactly,
    unknown,
)  # fmt: skip
from casa_model.rules.calendar import MONTHS
from casa_model.rules.lowered import Fold, FoldKind
from casa_model.rules.lowered import steps as s
from casa_model.rules.types import BoolType, CodeType, DateType, NumberType, Type

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from casa_model.rules.lowered import Entry, Lowered, Reg, Work
    from casa_model.rules.lowered.steps import Leaf
    from casa_model.rules.params import Key

Cells: TypeAlias = list[Any]
"""The cell of each register; then those of the members, or None, and the day of the requisites."""
Operation: TypeAlias = Callable[[Cells], Any]

MEMBERS: Final = -2
"""Where the rows of members stand among the cells."""

_ONE: Final[Span] = (1, 1, False)
_ZERO: Final[Span] = (0, 0, False)

DAY: Final = -1
"""Where the day of the requisites stands."""


def leaf(step: Leaf, offsets: Mapping[date, int]) -> Operation | None:
    """A leaf; None for a fact, whose cell is given. `offsets` are days that move with that day."""
    match step:
        case s.LoadFact() | s.LoadMember():
            return None
        case s.ConstNumber(units=units):
            return _constant((units, units, False))
        case s.ConstTruth(value=value):
            return _constant(TRUE if value else FALSE)
        case s.ConstDay(value=day) if day in offsets:
            off = offsets[day]
            return lambda v: (v[DAY][0] + off, v[DAY][1] + off, False)
        case s.ConstDay(value=day):
            return _constant(exactly(DateType(), day))
        case s.ConstText(value=text):
            return _constant(((text,), False))
        case s.Requisites():
            return lambda v: v[DAY]
        case s.StartBefore(months=months):
            return lambda v: n.start_before(v[DAY], months)
        case s.Unknown():
            return _constant(NEVER)
        case _:
            assert_never(step)


def _constant(cell: Cell) -> Operation:
    return lambda _: cell


def work(lowered: Lowered, reg: Reg, step: Work) -> Operation:
    """A step that makes one value of others."""
    match step:
        case s.Lookup(table=table, keys=keys):
            return _lookup(lowered.types[reg], lowered.tables[table], keys)
        case s.Scale(arg=arg, digits=digits):
            size = 10**digits
            return lambda v: n.scaled(v[arg], size)
        case s.Round(arg=arg, digits=digits):
            return lambda v: n.rounded(v[arg], digits)
        case s.Add(left=x, right=y):
            return lambda v: n.add(v[x], v[y])
        case s.Sub(left=x, right=y):
            return _sub(lowered, x, y)
        case s.Mul(left=x, right=y):
            return lambda v: n.mul(v[x], v[y])
        case s.Least(left=x, right=y):
            return lambda v: n.least(v[x], v[y])
        case s.Greatest(left=x, right=y):
            return lambda v: n.greatest(v[x], v[y])
        case s.Compare(op=op, left=x, right=y):
            of = b.equal if isinstance(lowered.types[x], CodeType) else n.compared
            return lambda v: of(op, v[x], v[y])
        case s.OneOf(arg=arg, values=values):
            return _one_of(lowered.types[arg], arg, values)
        case s.AllOf(args=args):
            return lambda v: b.every([v[arg] for arg in args])
        case s.AnyOf(args=args):
            return lambda v: b.some([v[arg] for arg in args])
        case s.Not(arg=arg):
            return lambda v: b.CONTRARY[v[arg]]
        case s.Choose(cond=cond, then=x, other=y):
            return _choose(lowered.types[x], cond, x, y)
        case s.Months(first=x, last=y):
            return lambda v: n.months(v[x], v[y], 1)
        case s.Years(first=x, last=y):
            return lambda v: n.months(v[x], v[y], MONTHS)
        case s.AddMonths(day=x, months=y):
            return lambda v: n.shifted(v[x], v[y])
        case _:
            assert_never(step)


def _sub(lowered: Lowered, x: Reg, y: Reg) -> Operation:
    """A difference; what an item is above the least of itself and another is never below zero.

    So amounts are filled and deductions taken: as two intervals apart they would come out too wide
    for a search to decide.
    """
    match lowered.steps[y]:
        case s.Least(left=one, right=other) if x in {one, other}:
            rest = other if x == one else one
            return lambda v: n.greatest(n.sub(v[x], v[rest]), _ZERO)
        case _:
            return lambda v: n.sub(v[x], v[y])


def _joined(tipo: Type) -> Callable[[Any, Any], Cell]:
    match tipo:
        case BoolType():
            return int.__or__
        case NumberType() | DateType():
            return n.either
        case _:
            return b.either


def _choose(tipo: Type, cond: Reg, then: Reg, other: Reg) -> Operation:
    join, never = _joined(tipo), unknown(tipo)

    def of(v: Cells) -> Cell:
        held: Truth = v[cond]
        arms = ((TRUE, v[then]), (FALSE, v[other]), (NONE, never))
        found, *others = (cell for mask, cell in arms if held & mask)
        for each in others:
            found = join(found, each)
        return found

    return of


def _one_of(tipo: Type, arg: Reg, values: Iterable[int] | Iterable[str]) -> Operation:
    some: frozenset[Any] = frozenset(values)
    if isinstance(tipo, NumberType):
        return lambda v: n.among(v[arg], some)
    return lambda v: b.among(v[arg], some)


def _lookup(tipo: Type, table: Mapping[tuple[Key, ...], Entry], keys: tuple[Reg, ...]) -> Operation:
    """The entries of the rows whose keys there may be."""
    cells = {key: _entry(entry) for key, entry in table.items()}
    join, never = _joined(tipo), unknown(tipo)

    def of(v: Cells) -> Cell:
        given = [v[key] for key in keys]
        if NEVER in given or NO_TEXT in given:
            return never
        found, *others = (cell for key, cell in cells.items() if all(map(_holds, given, key)))
        for each in others:
            found = join(found, each)
        return join(found, never) if any(each[-1] for each in given) else found

    return of


def _entry(value: bool | int | date | str) -> Cell:  # noqa: FBT001 - a value
    match value:
        case bool():
            return TRUE if value else FALSE
        case int():
            return (value, value, False)
        case date():
            return (value.toordinal(), value.toordinal(), False)
        case _:
            return ((value,), False)


def _holds(cell: Span | Texts, key: int | str) -> bool:
    """Whether a key is among those of a cell."""
    if len(cell) == 2:  # noqa: PLR2004 - texts
        return key in cell[0]
    return isinstance(key, int) and cell[0] <= key <= cell[1]


def fold(step: Fold, body: list[tuple[Reg, int | Operation]]) -> Operation:
    """A question to each member; `body` has the place in a row of what is loaded of it."""
    cond, value = step.cond, step.value
    never: Cell = NONE if step.kind in {FoldKind.ANY, FoldKind.ALL} else NEVER
    total = {FoldKind.ANY: b.some, FoldKind.ALL: b.every}.get(step.kind)

    def of(v: Cells) -> Cell:
        if v[MEMBERS] is None:
            return never
        held: list[Truth] = []
        worth: list[Span] = []
        for row in v[MEMBERS]:
            for reg, each in body:
                v[reg] = row[each] if isinstance(each, int) else each(v)
            held.append(v[cond])
            worth.append(_ONE if value is None else v[value])
        return _summed(held, worth) if total is None else total(held)

    return of


def _summed(held: list[Truth], worth: list[Span]) -> Span:
    """What is added up of each member: its worth where the condition holds, else nothing."""
    found: Span = _ZERO
    for truth, each in zip(held, worth, strict=True):
        cases = ((TRUE, each), (FALSE, _ZERO), (NONE, NEVER))
        found = n.add(found, n.hull(cell for mask, cell in cases if truth & mask))
    return found
