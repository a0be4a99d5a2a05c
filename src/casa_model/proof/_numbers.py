"""Arithmetic for the solver: whole units, known when all operands are, intervals carried along.

A product of two facts is told by cases where one of them has few values; else it is left as a
product, and the solver may not know.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from casa_model.proof._cells import FEW, Number
from casa_model.proof._terms import (
    Bool,
    Int,
    at_most,
    both,
    choose,
    minus,
    quotient,
    same,
    times,
    total,
)
from casa_model.rules.interval import round_units

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


def constant(units: int) -> Number:
    """A known number."""
    return Number(units, True, units, units, (units,))  # noqa: FBT003 - it is known


def _few(found: Iterable[int] | None) -> tuple[int, ...] | None:
    values = None if found is None else tuple(sorted(set(found)))
    return None if values is None or len(values) > FEW else values


def _pairs(left: Number, right: Number, do: Callable[[int, int], int]) -> tuple[int, ...] | None:
    """The few values of an operation on two numbers with few."""
    if left.few is None or right.few is None:
        return None
    return _few(do(one, other) for one, other in product(left.few, right.few))


def _each(arg: Number, do: Callable[[int], int]) -> tuple[int, ...] | None:
    return None if arg.few is None else _few(map(do, arg.few))


def scaled(arg: Number, digits: int) -> Number:
    """A number with some decimals more."""
    size: int = 10**digits
    return Number(
        times(arg.value, size),
        arg.known,
        arg.lo * size,
        arg.hi * size,
        _each(arg, lambda units: units * size),
    )


def rounded(arg: Number, digits: int) -> Number:
    """A number with some decimals fewer, half away from zero."""
    size: int = 10**digits
    up = quotient(total((arg.value, size // 2)), size)
    down = minus(0, quotient(total((minus(0, arg.value), size // 2)), size))
    value = up if arg.lo >= 0 else down if arg.hi <= 0 else choose(at_most(0, arg.value), up, down)
    lo, hi = round_units(arg.lo, digits), round_units(arg.hi, digits)
    return Number(value, arg.known, lo, hi, _each(arg, lambda units: round_units(units, digits)))


def add(left: Number, right: Number) -> Number:
    """A sum."""
    return Number(
        total((left.value, right.value)),
        both(left.known, right.known),
        left.lo + right.lo,
        left.hi + right.hi,
        _pairs(left, right, lambda one, other: one + other),
    )


def sub(left: Number, right: Number) -> Number:
    """A difference."""
    return Number(
        minus(left.value, right.value),
        both(left.known, right.known),
        left.lo - right.hi,
        left.hi - right.lo,
        _pairs(left, right, lambda one, other: one - other),
    )


def mul(left: Number, right: Number) -> Number:
    """A product."""
    corners = [one * other for one in (left.lo, left.hi) for other in (right.lo, right.hi)]
    return Number(
        _product(left, right),
        both(left.known, right.known),
        min(corners),
        max(corners),
        _pairs(left, right, lambda one, other: one * other),
    )


def _product(left: Number, right: Number) -> Int:
    if isinstance(left.value, int) or isinstance(right.value, int):
        return times(left.value, right.value)
    if right.few is None or (left.few is not None and len(left.few) < len(right.few)):
        left, right = right, left
    if right.few is None:
        return times(left.value, right.value)
    value = times(left.value, right.few[0])
    for units in right.few[1:]:
        value = choose(same(right.value, units), times(left.value, units), value)
    return value


def least(left: Number, right: Number) -> Number:
    """The lesser of two."""
    value = choose(at_most(left.value, right.value), left.value, right.value)
    lo, hi = min(left.lo, right.lo), min(left.hi, right.hi)
    return Number(value, both(left.known, right.known), lo, hi, _pairs(left, right, min))


def greatest(left: Number, right: Number) -> Number:
    """The greater of two."""
    value = choose(at_most(right.value, left.value), left.value, right.value)
    lo, hi = max(left.lo, right.lo), max(left.hi, right.hi)
    return Number(value, both(left.known, right.known), lo, hi, _pairs(left, right, max))


def chosen(cond: Bool, known: Bool, then: Number, other: Number) -> Number:
    """One of two, `known` when the condition and the one that it takes are."""
    few = None if then.few is None or other.few is None else _few((*then.few, *other.few))
    value = choose(cond, then.value, other.value)
    return Number(value, known, min(then.lo, other.lo), max(then.hi, other.hi), few)


def quotient_of(arg: Number, size: int) -> Number:
    """A number that is never negative over a constant, rounded down."""
    return Number(
        quotient(arg.value, size),
        arg.known,
        arg.lo // size,
        arg.hi // size,
        _each(arg, lambda units: units // size),
    )
