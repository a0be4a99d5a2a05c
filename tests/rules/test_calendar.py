"""Months and years between days."""

from __future__ import annotations

from datetime import date

import pytest

from casa_model.rules.calendar import add_months, months_between, years_between

D = date.fromisoformat
BETWEEN = [
    ("2021-10-27", "2023-10-26", 23, 1),
    ("2021-10-27", "2023-10-27", 24, 2),
    ("2023-10-27", "2023-10-27", 0, 0),
    ("2023-01-31", "2023-02-28", 1, 0),
    ("2023-03-31", "2023-04-29", 0, 0),
    ("2004-02-29", "2022-02-28", 216, 18),
    ("2023-02-01", "2022-02-01", 0, 0),
    ("1901-01-01", "2099-12-31", 2387, 198),
]


@pytest.mark.parametrize(("first", "last", "months", "years"), BETWEEN)
def test_complete_months_and_years(first: str, last: str, months: int, years: int) -> None:
    """0 when the second day comes before the first."""
    assert months_between(D(first), D(last)) == months
    assert years_between(D(first), D(last)) == years


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        ("2023-01-31", 1, "2023-02-28"),
        ("2024-01-31", 1, "2024-02-29"),
        ("2024-02-29", -12, "2023-02-28"),
        ("2023-12-15", 1, "2024-01-15"),
    ],
)
def test_months_later(day: str, months: int, later: str) -> None:
    """Or earlier; the last day of a month that is too short."""
    assert add_months(D(day), months) == D(later)
