"""Days for the solver, to the day: month lengths, leap years, the clamp of month ends.

A day is a month counted from year zero and a day in it, as `readers/compiled/_days.py` has it. Of
the years that rules count, 1901 to 2099, each fourth is leap and months have the same lengths again
after 48; centuries that are not leap are told apart where adding months may reach them.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from casa_model.proof._cells import Day, Number
from casa_model.proof._terms import (
    Bool,
    Int,
    at_most,
    below,
    both,
    choose,
    either,
    minus,
    no,
    remainder,
    same,
    times,
    total,
)
from casa_model.rules.calendar import MONTHS

_LEAP: Final = 4 * MONTHS
"""After so many months the lengths are the same again, within a century."""

_FEBRUARY: Final = 1
_SHORT: Final = (3, 5, 8, 10)
"""Months of 30 days, counted from zero."""

WIDTH: Final = 32
"""No month has so many days: a day is ordered as one number."""


def month_of(day: date) -> int:
    """The month of a day, counted from year zero."""
    return day.year * MONTHS + day.month - 1


def constant(day: date) -> Day:
    """A known day."""
    month = month_of(day)
    return Day(month, day.day, True, month, month)  # noqa: FBT003 - it is known


def order(day: Day) -> Int:
    """A number in the order of days."""
    return total((times(day.month, WIDTH), day.day))


def order_of(day: date) -> int:
    """The same, of a day that is written."""
    return month_of(day) * WIDTH + day.day


def day_of(month: int, day: int) -> date:
    """The day itself."""
    year, at = divmod(month, MONTHS)
    return date(year, at + 1, day)


def length(month: Int, lo: int, hi: int) -> Int:
    """How many days a month between `lo` and `hi` has."""
    at = remainder(month, MONTHS)
    short = either(*(same(at, each) for each in _SHORT))
    february = choose(_leap(month, lo, hi), 29, 28)
    return choose(same(at, _FEBRUARY), february, choose(short, 30, 31))


def _leap(month: Int, lo: int, hi: int) -> Bool:
    """Whether the year of a February is leap."""
    first, last = lo // (100 * MONTHS), hi // (100 * MONTHS)
    centuries = [100 * each for each in range(first, last + 1) if each % 4]
    plain = (no(same(month, year * MONTHS + _FEBRUARY)) for year in centuries)
    return both(same(remainder(month, _LEAP), _FEBRUARY), *plain)


def exists(day: Day) -> Bool:
    """Whether a day is in the calendar.

    Most days are before the 29th, and ask nothing of their month.
    """
    at = remainder(day.month, MONTHS)
    february = same(at, _FEBRUARY)
    return both(
        at_most(1, day.day),
        either(
            at_most(day.day, 28),
            both(same(day.day, 29), either(no(february), _leap(day.month, day.lo, day.hi))),
            both(same(day.day, 30), no(february)),
            both(same(day.day, 31), no(either(february, *(same(at, each) for each in _SHORT)))),
        ),
    )


def ends_month(day: Day) -> Bool:
    """Whether a day is the last of its month."""
    return same(day.day, length(day.month, day.lo, day.hi))


def months(first: Day, last: Day) -> Number:
    """Complete months from a day to another, 0 when it comes before."""
    whole = either(at_most(first.day, last.day), ends_month(last))
    found = minus(minus(last.month, first.month), choose(whole, 0, 1))
    value = choose(below(found, 0), 0, found)
    lo = max(0, last.lo - first.hi - 1)
    hi = max(0, last.hi - first.lo)
    return Number(value, both(first.known, last.known), lo, hi)


def shifted(day: Day, by: Int, lo: int, hi: int) -> Day:
    """The same day some months later (`by`, from `lo` to `hi`), or the last of that month."""
    month = total((day.month, by))
    first, last = day.lo + lo, day.hi + hi
    if isinstance(day.day, int) and day.day <= 28:  # noqa: PLR2004 - every month has these
        return Day(month, day.day, day.known, first, last)
    most = length(month, first, last)
    return Day(month, choose(at_most(day.day, most), day.day, most), day.known, first, last)


def last_start(day: Day, by: int) -> Day:
    """The last day from which `by` months are complete on `day`: see `rules/calendar.py`."""
    start = shifted(day, -by, -by, -by)
    most = length(start.month, start.lo, start.hi)
    return Day(start.month, choose(ends_month(day), most, start.day), day.known, start.lo, start.hi)
