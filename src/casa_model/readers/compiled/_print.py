"""One step as a Python expression over whole numbers, when all its operands are known.

Every name in the text is ours: `f` a fact, `m` a fact of a member, `k` a text, `t` a table, `d` the
day of the requisites, `v` and `w` a register and what it misses. No text of a file is ever printed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from casa_model.readers.compiled._days import DAY, LAST, MONTH, packed
from casa_model.rules.calendar import MONTHS
from casa_model.rules.lowered import steps as s
from casa_model.rules.types import NumberType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casa_model.rules.lowered import Lowered, Reg
    from casa_model.rules.lowered.steps import Leaf, Work

TWICE = (s.Least, s.Greatest, s.Round, s.Months, s.Years)
"""Steps whose text names an operand more than once: it wants a name of its own."""

REQUISITES = "d"


def leaf(step: Leaf, reg: Reg) -> str:
    """The text of a step that is a name or a literal."""
    match step:
        case s.LoadFact(slot=slot):
            return f"f{slot}"
        case s.LoadMember(slot=slot):
            return f"m{slot}"
        case s.ConstNumber(units=units):
            return f"{units}" if units >= 0 else f"({units})"
        case s.ConstTruth(value=value):
            return f"{value}"
        case s.ConstDay(value=day):
            return f"{packed(day)}"
        case s.Requisites():
            return REQUISITES
        case s.StartBefore(months=months):
            return f"d{months}"
        case s.ConstText():
            return f"k{reg}"
        case s.Unknown():
            return "None"
        case _:
            assert_never(step)


def printed(lowered: Lowered, reg: Reg, step: Work, args: Sequence[str]) -> str:
    """The text of a step with operands; `args` are their texts."""
    match step:
        case s.Scale(digits=digits):
            return f"({args[0]} * {10**digits})"
        case s.Round(digits=digits):
            return _rounded(args[0], 10**digits, lowered.types[step.arg])
        case s.Add():
            return f"({args[0]} + {args[1]})"
        case s.Sub():
            return f"({args[0]} - {args[1]})"
        case s.Mul():
            return f"({args[0]} * {args[1]})"
        case s.Least():
            return f"({args[0]} if {args[0]} < {args[1]} else {args[1]})"
        case s.Greatest():
            return f"({args[0]} if {args[0]} > {args[1]} else {args[1]})"
        case s.Compare(op=op):
            return f"({args[0]} {op} {args[1]})"
        case s.OneOf():
            return f"({args[0]} in k{reg})"
        case s.AllOf():
            return f"({' and '.join(args)})"
        case s.AnyOf():
            return f"({' or '.join(args)})"
        case s.Not():
            return f"(not {args[0]})"
        case s.Choose():
            return f"({args[1]} if {args[0]} else {args[2]})"
        case s.Months():
            return _months(*args)
        case s.Years():
            return f"({_months(*args)} // {MONTHS})"
        case s.AddMonths():
            return f"shifted({args[0]}, {args[1]})"
        case s.Lookup(table=table):
            return f"t{table}[{', '.join(args)}]"
        case _:
            assert_never(step)


def _rounded(arg: str, size: int, kind: object) -> str:
    up = f"(({arg} + {size // 2}) // {size})"
    if isinstance(kind, NumberType) and kind.lo >= 0:
        return up
    return f"({up} if {arg} >= 0 else -(({size // 2} - {arg}) // {size}))"


def _months(first: str, last: str) -> str:
    """A month is complete on the same day of a later one, or on the last when it has no such."""
    if last == REQUISITES:
        whole = f"d_month - ({first} >> {MONTH}) - (d_day < ({first} & {DAY}))"
    else:
        short = f"not {last} & {LAST} and ({last} & {DAY}) < ({first} & {DAY})"
        whole = f"({last} >> {MONTH}) - ({first} >> {MONTH}) - ({short})"
    return f"({whole} if {first} <= {last} else 0)"
