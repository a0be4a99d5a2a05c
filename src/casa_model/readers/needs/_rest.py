"""What is left of a tree once some facts are known: a tree over the facts that may still matter.

It gives the value of the tree, whatever the facts that are not known turn out to be, as long as
each is in its declared range. So a fact that does not stand in the rest cannot change the value.
The contrary does not hold: a fact may stand in the rest and change nothing; to decide that for
every rule is the business of proof.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from itertools import product
from typing import TYPE_CHECKING, TypeAlias, assert_never

from attrs import field, frozen

from casa_model.errors import IllTyped
from casa_model.readers.meaning import Env, Plain, value
from casa_model.rules import tree as t
from casa_model.rules.types import MAX_SCALE
from casa_model.rules.walk import children, walk, with_children

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Span: TypeAlias = tuple[t.Expr, t.Expr]
"""The least and the greatest value that a number or a day may take, as constants."""

Signature: TypeAlias = tuple[t.Expr, frozenset[tuple[str, t.Expr]]]
"""What is left of a tree, and what is left of the definitions that it names."""

YES, NO = t.Truth(value=True), t.Truth(value=False)
_CONSTANTS = (t.Truth, t.Number, t.Day, t.Label)


@frozen
class Rest:
    """What is left of trees in one environment; `spans` are the ranges of facts not known.

    A definition that is not down to one value stays a name, and `left` keeps what is left of it:
    written in its place, definitions of definitions would grow without end.
    """

    env: Env
    spans: Mapping[str, Span]
    left: dict[str, t.Expr] = field(factory=dict)

    def of(self, node: t.Expr) -> t.Expr:
        """What is left of `node`: a constant where it can have but one value."""
        found = value(node, self.env)
        if found is not None and (known := constant(found)) is not None:
            return known
        match node:
            case t.Definition(name=name):
                body = self._body(name)
                return body if isinstance(body, _CONSTANTS) else node
            case t.And(args=args):
                return _joined(t.And, map(self.of, args), neutral=YES, final=NO)
            case t.Or(args=args):
                return _joined(t.Or, map(self.of, args), neutral=NO, final=YES)
            case t.If(cond=cond, then=then, other=other):
                return self._if(self.of(cond), then, other)
            case t.Table(rows=rows, otherwise=otherwise):
                return self._table(rows, otherwise)
            case t.AnyMember() | t.AllMembers() | t.Count() | t.Sum():
                return node  # of members whose list is not known nothing can be said
            case _:
                return self._rebuilt(node)

    def signature(self, node: t.Expr) -> Signature:
        """What decides the value of `node`: equal signatures, equal values."""
        rest = self.of(node)
        named: dict[str, t.Expr] = {}
        todo = [rest]
        while todo:
            for each in walk(todo.pop()):
                if isinstance(each, t.Definition) and each.name not in named:
                    named[each.name] = self._body(each.name)
                    todo.append(named[each.name])
        return rest, frozenset(named.items())

    def _body(self, name: str) -> t.Expr:
        if name not in self.left:
            self.left[name] = self.of(self.env.definizioni[name])
        return self.left[name]

    def _if(self, cond: t.Expr, then: t.Expr, other: t.Expr) -> t.Expr:
        if cond in (YES, NO):
            return self.of(then if cond == YES else other)
        first, second = self.of(then), self.of(other)
        return first if first == second else t.If(cond, first, second)

    def _table(self, rows: Iterable[t.Row], otherwise: t.Expr) -> t.Expr:
        """The rows that may still be the first to hold; they are not nested, for they are many."""
        left: list[t.Row] = []
        for row in rows:
            when = self.of(row.when)
            if when == YES:
                otherwise = row.value
                break
            if when != NO:
                left.append(t.Row(when, self.of(row.value)))
        last = self.of(otherwise)
        while left and left[-1].value == last:
            left.pop()
        return t.Table(tuple(left), last) if left else last

    def _rebuilt(self, node: t.Expr) -> t.Expr:
        made = with_children(node, [self.of(child) for child in children(node)])
        found = value(made, self.env)
        if found is not None:
            return constant(found) or made
        return self._compared(made) if isinstance(made, t.Compare) else made

    def _compared(self, node: t.Compare) -> t.Expr:
        """A comparison of two ranges, decided where every value of them decides it alike."""
        left, right = self._span(node.left), self._span(node.right)
        if left is None or right is None:
            return node
        if node.op in ("==", "!="):
            apart = self._less(left[1], right[0]) or self._less(right[1], left[0])
            return t.Truth(value=node.op == "!=") if apart else node
        found = {value(t.Compare(node.op, *ends), self.env) for ends in product(left, right)}
        return t.Truth(value=found == {True}) if len(found) == 1 else node

    def _less(self, left: t.Expr, right: t.Expr) -> bool:
        return value(t.Compare("<", left, right), self.env) is True

    def _span(self, node: t.Expr) -> Span | None:
        """The range of a number or a day; None where it is not known.

        Each operation rises or falls steadily in each operand, so that its least and greatest
        stand where those of its operands do.
        """
        if isinstance(node, t.Number | t.Day):
            return node, node
        match node:
            case t.Fact(name=name):
                return self.spans.get(name)
            case t.Definition(name=name):
                return self._span(self._body(name))
            case t.If(then=then, other=other):
                return self._hull((then, other))
            case t.Table(rows=rows, otherwise=otherwise):
                return self._hull((*(row.value for row in rows), otherwise))
            case t.Add() | t.Min() | t.Max() | t.Round() | t.AddMonths():
                return self._ends(node, rising=True)
            case t.Sub() | t.Mul() | t.MonthsBetween() | t.YearsBetween():
                return self._ends(node, rising=False)
            case _:
                return None

    def _hull(self, nodes: Sequence[t.Expr]) -> Span | None:
        """The range of a value that is one of some."""
        spans = [span for node in nodes if (span := self._span(node)) is not None]
        return self._around([end for span in spans for end in span], 2 * len(nodes))

    def _ends(self, node: t.Expr, *, rising: bool) -> Span | None:
        spans = [self._span(child) for child in children(node)]
        known = [span for span in spans if span is not None]
        if len(known) < len(spans):
            return None
        corners = list(zip(*known, strict=True) if rising else product(*known))
        found = (value(with_children(node, corner), self.env) for corner in corners)
        ends = [end for each in found if each is not None and (end := constant(each))]
        return self._around(ends, len(corners))

    def _around(self, ends: list[t.Expr], many: int) -> Span | None:
        """The range of so many values; None when some of them are not there."""
        if len(ends) < many:
            return None
        least = greatest = ends[0]
        for end in ends:
            least = end if self._less(end, least) else least
            greatest = end if self._less(greatest, end) else greatest
        return least, greatest


def _joined(
    kind: type[t.And | t.Or], args: Iterable[t.Expr], *, neutral: t.Truth, final: t.Truth
) -> t.Expr:
    left = [arg for arg in dict.fromkeys(args) if arg != neutral]
    if final in left:
        return final
    if not left:
        return neutral
    return left[0] if len(left) == 1 else kind(tuple(left))


def constant(found: Plain) -> t.Expr | None:
    """The node that is this value, or None where no rule could write it.

    Numbers are told without the zeros at their end, so that equal ones are equal nodes.
    """
    match found:
        case bool():
            return t.Truth(found)
        case date():
            return t.Day(found)
        case Decimal():
            return _number(found)
        case str():
            try:
                return t.Label(found)
            except IllTyped:
                return None
        case _:
            assert_never(found)


def _number(found: Decimal) -> t.Number | None:
    sign, digits, exponent = found.as_tuple()
    assert isinstance(exponent, int)  # noqa: S101 - no number of a rule is a NaN
    units = int("".join(map(str, digits))) * (-1 if sign else 1)
    while units and exponent < 0 and not units % 10:
        units, exponent = units // 10, exponent + 1
    if not units:
        return t.Number(0)
    return (
        None
        if exponent < -MAX_SCALE
        else t.Number(units * 10 ** max(exponent, 0), max(-exponent, 0))
    )
