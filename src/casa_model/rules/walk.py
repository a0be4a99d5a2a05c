"""Going through a tree: the children of a node, every node below it, the same over others."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from casa_model.rules import tree as t

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def children(node: t.Expr) -> tuple[t.Expr, ...]:
    """The nodes directly below `node`, in the order in which they are written."""
    match node:
        case t.Truth() | t.Number() | t.Day() | t.Label():
            return ()
        case t.Fact() | t.MemberFact() | t.Definition() | t.Calendar():
            return ()
        case t.Param(keys=keys):
            return keys
        case t.Min(args=args) | t.Max(args=args) | t.And(args=args) | t.Or(args=args):
            return args
        case t.Round(arg=arg) | t.Not(arg=arg):
            return (arg,)
        case t.In(arg=arg, values=values):
            return (arg, *values)
        case t.Add() | t.Sub() | t.Mul() | t.Compare():
            return (node.left, node.right)
        case t.If(cond=cond, then=then, other=other):
            return (cond, then, other)
        case t.MonthsBetween(first=first, last=last) | t.YearsBetween(first=first, last=last):
            return (first, last)
        case t.AddMonths(day=day, months=months):
            return (day, months)
        case t.AnyMember(cond=cond) | t.AllMembers(cond=cond) | t.Count(cond=cond):
            return (cond,)
        case t.Sum(value=value, cond=cond):
            return (value, cond)
        case t.Table(rows=rows, otherwise=otherwise):
            return (*(part for row in rows for part in (row.when, row.value)), otherwise)
        case _:
            assert_never(node)


def walk(node: t.Expr) -> Iterator[t.Expr]:
    """Every node of the tree, the root first, children in written order."""
    yield node
    for child in children(node):
        yield from walk(child)


def depth(node: t.Expr) -> int:
    """How many nodes stand on the longest way down."""
    return 1 + max(map(depth, children(node)), default=0)


def with_children(node: t.Expr, parts: Sequence[t.Expr]) -> t.Expr:
    """The same node over other children: ``with_children(n, children(n)) == n`` for every node.

    The values of an `In` are written in the rule: only its first child may be another.
    """
    match node:
        case t.Truth() | t.Number() | t.Day() | t.Label():
            return node
        case t.Fact() | t.MemberFact() | t.Definition() | t.Calendar():
            return node
        case t.Param(name=name):
            return t.Param(name, tuple(parts))
        case t.Min() | t.Max() | t.And() | t.Or():
            return type(node)(tuple(parts))
        case t.Round(decimals=decimals):
            return t.Round(parts[0], decimals)
        case t.In(values=values):
            return t.In(parts[0], values)
        case t.Compare(op=op):
            return t.Compare(op, *parts)
        case t.Table(unique=unique):
            pairs = zip(parts[:-1:2], parts[1:-1:2], strict=True)
            return t.Table(tuple(t.Row(when, value) for when, value in pairs), parts[-1], unique)
        case _:
            return type(node)(*parts)


def of_days_alone(condition: t.Expr) -> bool:
    """Whether a condition reads days of the calendar, and nothing of a household nor of the law."""
    nodes = list(walk(condition))
    return any(isinstance(node, t.Calendar) for node in nodes) and not any(
        isinstance(node, t.Fact | t.MemberFact | t.Param | t.Definition) for node in nodes
    )
