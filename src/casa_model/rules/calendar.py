"""Complete months and years between days, as `dateutil.relativedelta` counts them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateutil.relativedelta import relativedelta

if TYPE_CHECKING:
    from datetime import date

MONTHS = 12


def months_between(first: date, last: date) -> int:
    """Complete months from `first` to `last`; 0 when `last` comes before.

    Month ends count: from 31 January to 28 February 2023 is one month.
    """
    if last < first:
        return 0
    delta = relativedelta(last, first)
    return delta.years * MONTHS + delta.months


def years_between(first: date, last: date) -> int:
    """Complete years from `first` to `last`; 0 when `last` comes before."""
    return months_between(first, last) // MONTHS


def add_months(day: date, months: int) -> date:
    """The same day `months` later (earlier when negative), or the last day of that month."""
    return day + relativedelta(months=months)


def last_start(day: date, months: int) -> date:
    """The last day from which `months` months, one at least, are complete on `day`.

    ``months_between(first, day) >= months`` is ``first <= last_start(day, months)``: a month that
    ends on `day` was begun on any later day of its own that is not there.
    """
    start = add_months(day, -months)
    ends_month = (day + relativedelta(days=1)).day == 1
    return start + relativedelta(day=31) if ends_month else start
