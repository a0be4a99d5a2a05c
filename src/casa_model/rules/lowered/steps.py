"""The steps that a rule is lowered to: a closed union of flat operations over registers.

A register is the place of a step in `Lowered.steps`; operands always stand before. A step is known
when all its operands are, but for `AllOf`, `AnyOf`, `Choose` and `Fold`, which follow Kleene's
tables as the nodes that they come from do.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Final, TypeAlias

from attrs import frozen

from casa_model.rules.tree import Op

Reg: TypeAlias = int
"""The place of a step."""


@frozen
class LoadFact:
    """A fact of the household, by its slot in `Lowered.fatti`."""

    slot: int


@frozen
class LoadMember:
    """A fact of the member that a fold looks at, by its slot in `Lowered.membri`."""

    slot: int


@frozen
class ConstNumber:
    """An exact number: `units` over ten to the `scale`."""

    units: int
    scale: int


@frozen
class ConstTruth:
    """A truth value."""

    value: bool


@frozen
class ConstDay:
    """A day."""

    value: date


@frozen
class ConstText:
    """A label or a code; emitters bind it by place and never spell it."""

    value: str


@frozen
class Requisites:
    """The day of the requisites: the question brings it, so that one lowering serves many days."""


@frozen
class StartBefore:
    """The last day from which `months` months are complete on the day of the requisites."""

    months: int


@frozen
class Unknown:
    """A day that the notice does not give: never known. `bit` is its place among missing names."""

    bit: int


@frozen
class Lookup:
    """The entry of a table of the law for some keys."""

    table: int
    keys: tuple[Reg, ...]


@frozen
class Scale:
    """A number with `digits` decimals more: times ten to the `digits`."""

    arg: Reg
    digits: int


@frozen
class Round:
    """A number with `digits` decimals fewer, half away from zero."""

    arg: Reg
    digits: int


@frozen
class Add:
    """Sum of two numbers of one scale."""

    left: Reg
    right: Reg


@frozen
class Sub:
    """Difference of two numbers of one scale."""

    left: Reg
    right: Reg


@frozen
class Mul:
    """Product; scales add up."""

    left: Reg
    right: Reg


@frozen
class Least:
    """The lesser of two numbers of one scale, or of two days."""

    left: Reg
    right: Reg


@frozen
class Greatest:
    """The greater of two numbers of one scale, or of two days."""

    left: Reg
    right: Reg


@frozen
class Compare:
    """Comparison of two numbers of one scale, two days or two texts."""

    op: Op
    left: Reg
    right: Reg


@frozen
class OneOf:
    """Whether a number or a text is among some written ones, numbers at the scale of `arg`."""

    arg: Reg
    values: tuple[int, ...] | tuple[str, ...]


@frozen
class AllOf:
    """True when all are, false when one is false, else unknown."""

    args: tuple[Reg, ...]


@frozen
class AnyOf:
    """True when one is, false when all are false, else unknown."""

    args: tuple[Reg, ...]


@frozen
class Not:
    """The contrary."""

    arg: Reg


@frozen
class Choose:
    """`then` or `other`, as `cond` says; unknown when that is."""

    cond: Reg
    then: Reg
    other: Reg


@frozen
class Months:
    """Complete months from one day to another, 0 when it comes before."""

    first: Reg
    last: Reg


@frozen
class Years:
    """Complete years from one day to another, 0 when it comes before."""

    first: Reg
    last: Reg


@frozen
class AddMonths:
    """The day some months later, at most the last of its month."""

    day: Reg
    months: Reg


class FoldKind(StrEnum):
    """What a fold makes of the members."""

    ANY = "any"
    ALL = "all"
    COUNT = "count"
    SUM = "sum"


@frozen
class Fold:
    """A question to each member: `body` are the steps that are taken again for each.

    `value` is what a sum adds up where `cond` holds, None for the other kinds.
    """

    kind: FoldKind
    body: tuple[Reg, ...]
    cond: Reg
    value: Reg | None = None


Leaf: TypeAlias = (
    LoadFact | LoadMember | ConstNumber | ConstTruth | ConstDay | ConstText
    | Requisites | StartBefore | Unknown
)  # fmt: skip
"""A step without operands: something given, or something written."""

Work: TypeAlias = (
    Lookup | Scale | Round | Add | Sub | Mul | Least | Greatest
    | Compare | OneOf | AllOf | AnyOf | Not | Choose
    | Months | Years | AddMonths
)  # fmt: skip
"""A step that makes one value of others."""

Step: TypeAlias = Leaf | Work | Fold
"""Any step; the union is closed."""

LEAVES: Final = (
    LoadFact, LoadMember, ConstNumber, ConstTruth, ConstDay, ConstText,
    Requisites, StartBefore, Unknown,
)  # fmt: skip
"""The classes of `Leaf`."""


def operands(step: Step) -> tuple[Reg, ...]:
    """The registers that a step reads, those of a fold's members aside."""
    match step:
        case Lookup(keys=keys):
            return keys
        case Scale(arg=arg) | Round(arg=arg) | OneOf(arg=arg) | Not(arg=arg):
            return (arg,)
        case Add() | Sub() | Mul() | Least() | Greatest() | Compare():
            return (step.left, step.right)
        case AllOf(args=args) | AnyOf(args=args):
            return args
        case Choose(cond=cond, then=then, other=other):
            return (cond, then, other)
        case Months(first=first, last=last) | Years(first=first, last=last):
            return (first, last)
        case AddMonths(day=day, months=months):
            return (day, months)
        case _:
            return ()
