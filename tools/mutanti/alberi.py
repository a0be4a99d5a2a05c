"""Faults that a hand makes in an expression: each a name and another tree."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias, TypeVar

from attrs import evolve

from casa_model.rules import tree as t
from casa_model.rules.walk import children, with_children

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

Planted: TypeAlias = "Iterator[tuple[str, t.Expr]]"
"""What was done, and what came of it."""

_T = TypeVar("_T")

_AT_THE_EDGE: Final[dict[t.Op, t.Op]] = {"<": "<=", "<=": "<", ">": ">=", ">=": ">"}
_CONTRARY: Final[dict[t.Op, t.Op]] = {
    "<": ">=", "<=": ">", ">": "<=", ">=": "<", "==": "!=", "!=": "==",
}  # fmt: skip
_TWINS: Final[dict[type, type]] = {
    t.Add: t.Sub, t.Sub: t.Add, t.Min: t.Max, t.Max: t.Min, t.And: t.Or, t.Or: t.And,
    t.AnyMember: t.AllMembers, t.AllMembers: t.AnyMember,
}  # fmt: skip


def planted(node: t.Expr, scelte: Mapping[str, Sequence[str]]) -> Planted:
    """Every tree with one fault, here or below; `scelte` are the values of each choice."""
    yield from _here(node)
    if isinstance(node, t.In) and isinstance(node.arg, t.Fact | t.MemberFact):
        for value in scelte.get(node.arg.name, ()):
            if t.Label(value) not in node.values:
                yield f"{value} in the list", t.In(node.arg, (*node.values, t.Label(value)))
    parts = children(node)
    for at, part in enumerate(parts):
        if isinstance(node, t.In) and at:
            continue  # the written values are changed where they stand: see `_here`
        for what, other in planted(part, scelte):
            yield what, with_children(node, (*parts[:at], other, *parts[at + 1 :]))


def _here(node: t.Expr) -> Planted:
    if type(node) in _TWINS:
        twin = _TWINS[type(node)]
        yield f"{_name(node)} -> {twin.__name__.lower()}", twin(*_fields(node))
    match node:
        case t.Compare(op=op):
            for other in (_AT_THE_EDGE.get(op), _CONTRARY[op]):
                if other is not None:
                    yield f"{op} -> {other}", evolve(node, op=other)
        case t.And(args=args) | t.Or(args=args):
            for at in range(len(args)):
                yield f"{_name(node)}: part {at + 1} gone", _several(node, _without(args, at))
        case t.Not(arg=arg):
            yield "not gone", arg
        case t.In(arg=arg, values=values):
            yield "in -> not in", t.Not(node)
            if len(values) > 1:
                for at, value in enumerate(values):
                    yield f"{_said(value)} not in the list", t.In(arg, _without(values, at))
        case t.If(cond=cond, then=then, other=other):
            yield "arms swapped", t.If(cond, other, then)
        case t.MonthsBetween(first=first, last=last) | t.YearsBetween(first=first, last=last):
            yield "days swapped", type(node)(last, first)
        case t.Table(rows=rows):
            for at in range(len(rows)):
                if len(rows) > 1:
                    yield f"row {at + 1} gone", evolve(node, rows=_without(rows, at))
                if at:
                    swapped = (*rows[: at - 1], rows[at], rows[at - 1], *rows[at + 1 :])
                    yield f"rows {at} and {at + 1} swapped", evolve(node, rows=swapped)
        case t.Truth(value=value):
            yield f"{value} -> {not value}", t.Truth(not value)
        case t.Number(units=units, scale=scale):
            for step in (-1, 1):
                yield f"{units} -> {units + step}", t.Number(units + step, scale)
        case t.Round(decimals=decimals) if decimals:
            yield "rounded to a decimal less", evolve(node, decimals=decimals - 1)
        case t.Count(cond=cond):
            yield "those who do not, counted", t.Count(t.Not(cond))
        case _:
            return


def _fields(node: t.Expr) -> tuple[object, ...]:
    match node:
        case t.And(args=args) | t.Or(args=args) | t.Min(args=args) | t.Max(args=args):
            return (args,)
        case _:
            return children(node)


def _several(node: t.And | t.Or, args: tuple[t.Expr, ...]) -> t.Expr:
    return args[0] if len(args) == 1 else type(node)(args)


def _without(parts: tuple[_T, ...], at: int) -> tuple[_T, ...]:
    return (*parts[:at], *parts[at + 1 :])


def _name(node: t.Expr) -> str:
    return type(node).__name__.lower()


def _said(value: t.Label | t.Number) -> str:
    return value.value if isinstance(value, t.Label) else str(value.units)
