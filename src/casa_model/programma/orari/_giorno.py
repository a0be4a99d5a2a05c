"""A day taken apart once, into the numbers that rules ask for."""

from __future__ import annotations

from datetime import date
from typing import Final, NamedTuple

WEEK: Final = 7
_MONTHS: Final = 12


class DayParts(NamedTuple):
    """The numbers of one day. A tuple, because one is made for every question."""

    ordinal: int
    """Days since 31 December of the year 0: 1 is 1 January of the year 1, a Monday."""
    weekday: int
    """0 is Monday."""
    week: int
    """Weeks, which begin on Monday, since the first."""
    month: int
    months: int
    """Months since January of the year 0."""
    monthday: int
    nth: int
    """Which Monday (Tuesday, …) of its month it is, from 1, and which weekday: see `which`."""
    last: int
    """That it is the last such weekday of its month, or a number that stands for none."""


def which(nth: int, weekday: int) -> int:
    """One number for the `nth` `weekday` of a month: 1 to 5, or -1 for the last."""
    return nth * WEEK + weekday


_NONE: Final = 99


def parts_of(ordinal: int) -> DayParts:
    """Take a day apart."""
    day = date.fromordinal(ordinal)
    months = day.year * _MONTHS + day.month - 1
    weekday = (ordinal - 1) % WEEK
    ends = first_of(months + 1) - ordinal <= WEEK
    return DayParts(
        ordinal,
        weekday,
        (ordinal - 1) // WEEK,
        day.month,
        months,
        day.day,
        which((day.day - 1) // WEEK + 1, weekday),
        which(-1, weekday) if ends else _NONE,
    )


def first_of(months: int) -> int:
    """The ordinal of the first day of a month that is counted as in `DayParts.months`."""
    return date(months // _MONTHS, months % _MONTHS + 1, 1).toordinal()
