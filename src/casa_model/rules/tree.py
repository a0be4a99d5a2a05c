"""What a rule is made of: a closed union of inert nodes, two or three fields each.

A node has no methods and no operators. A tree is built from the text of a rule file
(`casa_model.rules.parse`), or from Python with the functions of `casa_model.rules.build`. Names are
resolved when a tree is built, so that a reader never asks what a name stands for.

Every class here refuses children that are not nodes: an ill-formed tree cannot be built. Whether
the types of a tree agree is decided by `casa_model.rules.check`, which knows the declarations.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Literal, TypeAlias, get_args

from attrs import Attribute, field, frozen

from casa_model.rules._guard import exactly, few_decimals, ill, one_of, written

Op: TypeAlias = Literal["<", "<=", ">", ">=", "==", "!="]
OPS: tuple[str, ...] = get_args(Op)


def is_node(instance: object, attribute: Attribute[Any], value: object) -> None:
    """Validator: a node of the tree. Raises `IllTyped`."""
    if type(value) not in NODES:
        raise ill(instance, attribute)


def _nodes(instance: object, attribute: Attribute[Any], value: object) -> None:
    if type(value) is not tuple or any(type(v) not in NODES for v in value):
        raise ill(instance, attribute)


def _several(instance: object, attribute: Attribute[Any], value: tuple[object, ...]) -> None:
    _nodes(instance, attribute, value)
    if len(value) < 2:  # noqa: PLR2004 - one part alone is no sum of parts, but that part
        raise ill(instance, attribute)


@frozen
class Truth:
    """A truth value written in the rule: `vero` or `falso`."""

    value: bool = field(validator=exactly(bool))


@frozen
class Number:
    """An exact number: `units` over ten to the `scale`; 0.50 is ``Number(50, 2)``."""

    units: int = field(validator=exactly(int))
    scale: int = field(default=0, validator=few_decimals)


@frozen
class Day:
    """A day written in the rule: ``data("2024-09-01")``."""

    value: date = field(validator=exactly(date))


@frozen
class Label:
    """A value of a choice or an outside code, written in quotes: printable ASCII, no quotes."""

    value: str = field(validator=written)


@frozen
class Fact:
    """A fact of the household, by name."""

    name: str = field(validator=exactly(str))


@frozen
class MemberFact:
    """A fact of one member, by name; it stands only inside an aggregate."""

    name: str = field(validator=exactly(str))


@frozen
class Param:
    """A number of the law, by name; `keys` are the indices of an indexed parameter."""

    name: str = field(validator=exactly(str))
    keys: tuple[Expr, ...] = field(default=(), validator=_nodes)


@frozen
class Definition:
    """A named expression of the measure."""

    name: str = field(validator=exactly(str))


@frozen
class Calendar:
    """A day that the question brings with it: `data_requisiti`, or a day of the notice."""

    name: str = field(validator=exactly(str))


@frozen
class Add:
    """Sum of two numbers, at the larger of the two scales."""

    left: Expr = field(validator=is_node)
    right: Expr = field(validator=is_node)


@frozen
class Sub:
    """Difference of two numbers, at the larger of the two scales."""

    left: Expr = field(validator=is_node)
    right: Expr = field(validator=is_node)


@frozen
class Mul:
    """Product of two numbers, at the sum of the two scales."""

    left: Expr = field(validator=is_node)
    right: Expr = field(validator=is_node)


@frozen
class Min:
    """The least of some numbers or days; unknown when any of them is."""

    args: tuple[Expr, ...] = field(validator=_several)


@frozen
class Max:
    """The greatest of some numbers or days; unknown when any of them is."""

    args: tuple[Expr, ...] = field(validator=_several)


@frozen
class Round:
    """A number at `decimals` decimals, half away from zero."""

    arg: Expr = field(validator=is_node)
    decimals: int = field(validator=few_decimals)


@frozen
class Compare:
    """Comparison of two values of the same type."""

    op: Op = field(validator=one_of(OPS))
    left: Expr = field(validator=is_node)
    right: Expr = field(validator=is_node)


@frozen
class In:
    """Membership of a value in a written set of labels or numbers."""

    arg: Expr = field(validator=is_node)
    values: tuple[Label | Number, ...] = field()

    @values.validator
    def _written(self, attribute: Attribute[Any], value: object) -> None:
        if type(value) is not tuple or not value:
            raise ill(self, attribute)
        if any(type(v) is not Label and type(v) is not Number for v in value):
            raise ill(self, attribute)


@frozen
class And:
    """True when every argument is, false when one is false, else unknown."""

    args: tuple[Expr, ...] = field(validator=_several)


@frozen
class Or:
    """True when an argument is, false when every one is false, else unknown."""

    args: tuple[Expr, ...] = field(validator=_several)


@frozen
class Not:
    """The contrary; unknown of an unknown."""

    arg: Expr = field(validator=is_node)


@frozen
class If:
    """`then` when `cond` holds, `other` when it does not, unknown when that is unknown."""

    cond: Expr = field(validator=is_node)
    then: Expr = field(validator=is_node)
    other: Expr = field(validator=is_node)


@frozen
class MonthsBetween:
    """Complete months from the first day to the second, 0 when it comes before."""

    first: Expr = field(validator=is_node)
    last: Expr = field(validator=is_node)


@frozen
class YearsBetween:
    """Complete years from the first day to the second, 0 when it comes before."""

    first: Expr = field(validator=is_node)
    last: Expr = field(validator=is_node)


@frozen
class AddMonths:
    """The day some months later (or earlier), at most the last of its month."""

    day: Expr = field(validator=is_node)
    months: Expr = field(validator=is_node)


@frozen
class AnyMember:
    """Whether the condition holds for a member."""

    cond: Expr = field(validator=is_node)


@frozen
class AllMembers:
    """Whether the condition holds for every member."""

    cond: Expr = field(validator=is_node)


@frozen
class Count:
    """How many members meet the condition."""

    cond: Expr = field(validator=is_node)


@frozen
class Sum:
    """The sum of a value over the members who meet the condition."""

    value: Expr = field(validator=is_node)
    cond: Expr = field(validator=is_node)


@frozen
class Row:
    """One row of a table: a condition and the value it gives."""

    when: Expr = field(validator=is_node)
    value: Expr = field(validator=is_node)


@frozen
class Table:
    """The value of the first row that holds; `unique` claims that rows never overlap."""

    rows: tuple[Row, ...] = field()
    otherwise: Expr = field(validator=is_node)
    unique: bool = field(default=False, validator=exactly(bool))

    @rows.validator
    def _rows(self, attribute: Attribute[Any], value: object) -> None:
        if type(value) is not tuple or not value or any(type(v) is not Row for v in value):
            raise ill(self, attribute)


Expr: TypeAlias = (
    Truth | Number | Day | Label
    | Fact | MemberFact | Param | Definition | Calendar
    | Add | Sub | Mul | Min | Max | Round
    | Compare | In | And | Or | Not | If
    | MonthsBetween | YearsBetween | AddMonths
    | AnyMember | AllMembers | Count | Sum
    | Table
)  # fmt: skip
"""Any node; the union is closed."""

NODES: frozenset[type] = frozenset(get_args(Expr))

AGGREGATES = (AnyMember, AllMembers, Count, Sum)
"""The nodes that ask something of the members."""
