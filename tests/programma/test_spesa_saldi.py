"""Percentages are exact, then rounded half away from zero to two decimals."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal, localcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casa_model.programma.spesa import percentuale
from casa_model.values import ZERO, Euro


@pytest.mark.parametrize(
    ("part", "whole", "expected"),
    [
        (1, 3, "33.33"),
        (2, 3, "66.67"),
        (1, 1, "100.00"),
        (0, 7, "0.00"),
        (1, 20_000, "0.01"),  # 0.005
        (-1, 20_000, "-0.01"),
        (-1, 30_000, "0.00"),  # and no minus before it
        (5, -4, "-125.00"),
        (-5, -4, "125.00"),
        (10**20, 3, "3333333333333333333333.33"),
    ],
)
def test_a_percentage(part: int, whole: int, expected: str) -> None:
    """By hand."""
    assert str(percentuale(Euro(part), Euro(whole))) == expected


def test_no_percentage_of_nothing() -> None:
    """None, which is not zero."""
    assert percentuale(Euro(1), ZERO) is None


@given(st.integers(-(10**15), 10**15), st.integers(1, 10**15))
def test_the_library_of_decimals_agrees(part: int, whole: int) -> None:
    """With digits enough, ROUND_HALF_UP says the same; the caller's precision does not count."""
    with localcontext(prec=100):
        expected = (Decimal(part * 100) / whole).quantize(Decimal("0.01"), ROUND_HALF_UP)
    with localcontext(prec=2):
        assert percentuale(Euro(part), Euro(whole)) == expected
