"""Arithmetic on the intervals of numeric types, at the scale where each node is computed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casa_model.rules import tree as t
from casa_model.rules.types import LIMIT, MAX_MEMBERS, NumberType

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDEST_SCALE = 18
"""The most decimals a product may reach: ten to the 18 still fits 63 bits."""


def fits(kind: NumberType) -> bool:
    """Whether every value of the type stays within 63 bits at its scale."""
    return kind.lo >= -LIMIT and kind.hi <= LIMIT and kind.scale <= WIDEST_SCALE


def same_unit(kinds: Sequence[NumberType]) -> bool:
    """Whether all are money or all plain; a number written in the rule takes either unit."""
    return len({kind.euro for kind in kinds if not kind.free}) <= 1


def aligned(kinds: Sequence[NumberType]) -> list[NumberType]:
    """The types at the largest of their scales, all with the unit that they share."""
    scale = max(kind.scale for kind in kinds)
    euro, free = any(k.euro for k in kinds), all(k.free for k in kinds)
    return [NumberType(scale, euro, k.at(scale).lo, k.at(scale).hi, free) for k in kinds]


def add(left: NumberType, right: NumberType) -> NumberType:
    """The type of a sum of two aligned numbers."""
    return _like(left, left.lo + right.lo, left.hi + right.hi)


def sub(left: NumberType, right: NumberType) -> NumberType:
    """The type of a difference of two aligned numbers."""
    return _like(left, left.lo - right.hi, left.hi - right.lo)


def mul(left: NumberType, right: NumberType) -> NumberType:
    """The type of a product; scales add up."""
    corners = [a * b for a in (left.lo, left.hi) for b in (right.lo, right.hi)]
    euro, free = left.euro or right.euro, left.free and right.free
    return NumberType(left.scale + right.scale, euro, min(corners), max(corners), free)


def hull(kinds: Sequence[NumberType]) -> NumberType:
    """The type that holds every value of some aligned types."""
    return _like(kinds[0], min(k.lo for k in kinds), max(k.hi for k in kinds))


def extreme(node: t.Min | t.Max, kinds: Sequence[NumberType]) -> NumberType:
    """The type of the least or greatest of some aligned numbers."""
    pick = min if isinstance(node, t.Min) else max
    return _like(kinds[0], pick(k.lo for k in kinds), pick(k.hi for k in kinds))


def rounded(kind: NumberType, decimals: int) -> NumberType:
    """The type of a number at `decimals` decimals."""
    if decimals >= kind.scale:
        return kind.at(decimals)
    lost = kind.scale - decimals
    return NumberType(
        decimals, kind.euro, round_units(kind.lo, lost), round_units(kind.hi, lost), kind.free
    )


def round_units(units: int, lost: int) -> int:
    """`units` with `lost` digits fewer, half away from zero."""
    size: int = 10**lost
    found = (abs(units) + size // 2) // size
    return -found if units < 0 else found


def over_members(kind: NumberType) -> NumberType:
    """The type of a sum over at most 30 members, none of whom may meet the condition."""
    return _like(kind, min(0, MAX_MEMBERS * kind.lo), max(0, MAX_MEMBERS * kind.hi))


def _like(kind: NumberType, lo: int, hi: int) -> NumberType:
    return NumberType(kind.scale, kind.euro, lo, hi, kind.free)
