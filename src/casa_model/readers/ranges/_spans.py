"""Arithmetic of spans: the narrowest interval that holds every answer, None apart."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from casa_model.readers.ranges._cells import FALSE, NEVER, NONE, TRUE, Span, Truth
from casa_model.rules.calendar import add_months, last_start, months_between
from casa_model.rules.interval import round_units

if TYPE_CHECKING:
    from collections.abc import Iterable

    from casa_model.rules.tree import Op

_KEPT = 1 << 14
"""How many pairs of days are remembered: a search asks about the same ones again and again."""


def add(one: Span, other: Span) -> Span:
    """The sums."""
    if one is NEVER or other is NEVER:
        return NEVER
    return (one[0] + other[0], one[1] + other[1], one[2] or other[2])


def sub(one: Span, other: Span) -> Span:
    """The differences."""
    if one is NEVER or other is NEVER:
        return NEVER
    return (one[0] - other[1], one[1] - other[0], one[2] or other[2])


def mul(one: Span, other: Span) -> Span:
    """The products: the extremes stand at the corners."""
    if one is NEVER or other is NEVER:
        return NEVER
    corners = [a * b for a in one[:2] for b in other[:2]]
    return (min(corners), max(corners), one[2] or other[2])


def scaled(one: Span, size: int) -> Span:
    """The same numbers with more decimals."""
    return NEVER if one is NEVER else (one[0] * size, one[1] * size, one[2])


def rounded(one: Span, digits: int) -> Span:
    """The numbers with fewer decimals; rounding keeps their order."""
    if one is NEVER:
        return NEVER
    return (round_units(one[0], digits), round_units(one[1], digits), one[2])


def least(one: Span, other: Span) -> Span:
    """The lesser of two."""
    if one is NEVER or other is NEVER:
        return NEVER
    return (min(one[0], other[0]), min(one[1], other[1]), one[2] or other[2])


def greatest(one: Span, other: Span) -> Span:
    """The greater of two."""
    if one is NEVER or other is NEVER:
        return NEVER
    return (max(one[0], other[0]), max(one[1], other[1]), one[2] or other[2])


def either(one: Span, other: Span) -> Span:
    """One or the other."""
    if one is NEVER or other is NEVER:
        known = other if one is NEVER else one
        return known if known is NEVER else (known[0], known[1], True)
    return (min(one[0], other[0]), max(one[1], other[1]), one[2] or other[2])


def compared(op: Op, one: Span, other: Span) -> Truth:
    """What a comparison may come to."""
    if one is NEVER or other is NEVER:
        return NONE
    a, b, _ = one
    c, d, _ = other
    match op:
        case "<":
            found = TRUE * (a < d) | FALSE * (b >= c)
        case "<=":
            found = TRUE * (a <= d) | FALSE * (b > c)
        case ">":
            found = TRUE * (b > c) | FALSE * (a <= d)
        case ">=":
            found = TRUE * (b >= c) | FALSE * (a < d)
        case "==":
            found = _equal(a, b, c, d)
        case _:
            equal = _equal(a, b, c, d)
            found = TRUE * (equal & FALSE != 0) | FALSE * (equal & TRUE != 0)
    return found | NONE * (one[2] or other[2])


def _equal(a: int, b: int, c: int, d: int) -> Truth:
    return TRUE * (a <= d and c <= b) | FALSE * (not a == b == c == d)


def among(one: Span, values: frozenset[int]) -> Truth:
    """Whether a number is one of some."""
    if one is NEVER:
        return NONE
    lo, hi, open_ = one
    inside = sum(lo <= each <= hi for each in values)
    return TRUE * (inside > 0) | FALSE * (inside <= hi - lo) | NONE * open_


def months(first: Span, last: Span, size: int) -> Span:
    """Complete months between two days, or years of twelve: more as they draw apart."""
    if first is NEVER or last is NEVER:
        return NEVER
    least_, most = _months(first[1], last[0]), _months(first[0], last[1])
    return (least_ // size, most // size, first[2] or last[2])


def shifted(day: Span, by: Span) -> Span:
    """Days some months later: the later, the later the day and the more the months."""
    if day is NEVER or by is NEVER:
        return NEVER
    return (_later(day[0], by[0]), _later(day[1], by[1]), day[2] or by[2])


def start_before(day: Span, many: int) -> Span:
    """The last days from which so many months are complete."""
    return (_start(day[0], many), _start(day[1], many), day[2])


@lru_cache(_KEPT)
def _months(first: int, last: int) -> int:
    return months_between(date.fromordinal(first), date.fromordinal(last))


@lru_cache(_KEPT)
def _later(day: int, by: int) -> int:
    return add_months(date.fromordinal(day), by).toordinal()


@lru_cache(_KEPT)
def _start(day: int, many: int) -> int:
    return last_start(date.fromordinal(day), many).toordinal()


def hull(spans: Iterable[Span]) -> Span:
    """Any of some, of which there is one at least."""
    first, *others = spans
    for each in others:
        first = either(first, each)
    return first
