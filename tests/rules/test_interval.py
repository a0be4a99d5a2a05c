"""Arithmetic on intervals: what holds every value, at the scale where it is computed."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casa_model.rules import interval
from casa_model.rules import tree as t
from casa_model.rules.types import LIMIT, NumberType

A, B = t.Fact("a"), t.Fact("b")


def number(
    lo: int, hi: int, scale: int = 0, *, euro: bool = False, free: bool = False
) -> NumberType:
    """A type of numbers."""
    return NumberType(scale, euro, lo, hi, free)


@pytest.mark.parametrize(
    ("kind", "fits"),
    [
        (number(-LIMIT, LIMIT), True),
        (number(-LIMIT - 1, 0), False),
        (number(0, LIMIT + 1), False),
        (number(0, 1, 18), True),
        (number(0, 1, 19), False),
    ],
)
def test_sixty_three_bits(kind: NumberType, fits: bool) -> None:  # noqa: FBT001 - of the table
    """Every value at its scale, and no more than 18 decimals."""
    assert interval.fits(kind) == fits


def test_units() -> None:
    """A written number takes the unit of what it meets."""
    euro, plain, free = number(0, 1, euro=True), number(0, 1), number(1, 1, free=True)

    assert interval.same_unit((euro, free))
    assert interval.same_unit((plain, free))
    assert not interval.same_unit((euro, plain, free))


def test_alignment() -> None:
    """At the largest scale, with the unit that they share."""
    found = interval.aligned([number(1, 2, 2, euro=True), number(3, 3, 0, free=True)])

    assert found == [number(1, 2, 2, euro=True), number(300, 300, 2, euro=True)]


def test_sums_and_products() -> None:
    """The corners of the two intervals."""
    one, two = number(-2, 3), number(5, 7)

    assert interval.add(one, two) == number(3, 10)
    assert interval.sub(one, two) == number(-9, -2)
    assert interval.mul(one, two) == number(-14, 21)
    assert interval.mul(number(1, 1, 2, euro=True), number(2, 2, 1)) == number(2, 2, 3, euro=True)


def test_the_least_and_the_greatest() -> None:
    """Tighter than the hull: the least is at most the least of the greatest."""
    kinds = [number(0, 10), number(5, 7)]

    assert interval.extreme(t.Min((A, B)), kinds) == number(0, 7)
    assert interval.extreme(t.Max((A, B)), kinds) == number(5, 10)
    assert interval.hull(kinds) == number(0, 10)


def test_rounding() -> None:
    """To fewer decimals the ends are rounded; to more they are the same."""
    kind = number(-250, 149, 2, euro=True)

    assert interval.rounded(kind, 0) == number(-3, 1, 0, euro=True)
    assert interval.rounded(kind, 3) == number(-2500, 1490, 3, euro=True)


@given(st.integers(-(10**18), 10**18), st.integers(1, 9))
def test_half_goes_away_from_zero(units: int, lost: int) -> None:
    """As `ROUND_HALF_UP` of `Decimal`, negatives too."""
    expected = Decimal(units).scaleb(-lost).quantize(Decimal(1), ROUND_HALF_UP)

    assert interval.round_units(units, lost) == expected


def test_over_members() -> None:
    """None of them, up to thirty of them."""
    assert interval.over_members(number(5, 7)) == number(0, 210)
    assert interval.over_members(number(-5, -1)) == number(-150, 0)
