"""Days as whole numbers: the month, the day in it, and whether it is the last.

``(year * 12 + month - 1) << 6 | day << 1 | last``. The order of the numbers is that of the days,
and complete months need no calendar: the last day of a month is at hand in its own bit.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import Final

from casa_model.rules.calendar import MONTHS

MONTH: Final = 6
"""The bits below those of the month."""

DAY: Final = 62
"""The bits of the day in its month, over that of `last`."""

LAST: Final = 1

_YEARS: Final = 400
"""The years after which the calendar is the same again."""

_CYCLE: Final = _YEARS * MONTHS

_LENGTHS: Final = bytes(
    monthrange(year or _YEARS, month)[1] for year in range(_YEARS) for month in range(1, MONTHS + 1)
)


def packed(day: date) -> int:
    """A day as a number."""
    return _packed(day.year * MONTHS + day.month - 1, day.day)


def unpacked(number: int) -> date:
    """The day that a number stands for."""
    year, month = divmod(number >> MONTH, MONTHS)
    return date(year, month + 1, (number & DAY) >> 1)


def shifted(number: int, months: int) -> int:
    """The same day some months later, or the last day of that month."""
    return _packed((number >> MONTH) + months, (number & DAY) >> 1)


def _packed(months: int, day: int) -> int:
    last = _LENGTHS[months % _CYCLE]
    return months << MONTH | min(day, last) << 1 | (day >= last)
