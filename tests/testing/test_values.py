"""Random values of a type: inside its interval, at its ends and beside them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import find, given, settings

from casa_model.testing._values import days

if TYPE_CHECKING:
    from collections.abc import Callable


@settings(max_examples=1000, database=None, derandomize=True)
@given(days(date(9999, 12, 1), date(9999, 12, 31)))
def test_the_last_month_of_the_calendar(day: date) -> None:
    """The day after a month end need not be one."""
    assert day.month == 12


@pytest.mark.parametrize(
    "matters",
    [
        lambda day: day == date(2020, 1, 1),
        lambda day: day == date(1901, 1, 1),
        lambda day: day == date(2099, 12, 31),
        lambda day: (day.month, day.day) == (2, 29),
        lambda day: (day.month, day.day) == (3, 31),
    ],
    ids=["simplest", "first", "last", "leap day", "month end"],
)
def test_days_that_matter(matters: Callable[[date], bool]) -> None:
    """The simplest, the first, the last, leap days and month ends are soon drawn."""
    soon = settings(max_examples=1000, database=None, derandomize=True)

    assert matters(find(days(), matters, settings=soon))
