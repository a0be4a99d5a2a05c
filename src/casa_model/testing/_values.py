"""Random values of a type, the simplest first: 0.00, a day of 2020, the first choice."""

from __future__ import annotations

import calendar
from datetime import date
from decimal import Decimal
from functools import cache, partial
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from casa_model.rules.types import (
    FIRST_DAY,
    LAST_DAY,
    BoolType,
    ChoiceType,
    DateType,
    NumberType,
    Type,
)
from casa_model.values import Euro

if TYPE_CHECKING:
    from casa_model.rules.facts import Value

PLAIN_DAY = date(2020, 1, 1)
"""The simplest day: one that a person reads without wondering why."""

CODES = ("015146", "F205", "p-1", "p-2")


@cache
def days(lo: date = FIRST_DAY, hi: date = LAST_DAY) -> st.SearchStrategy[date]:
    """Days between two: the first and the last, month ends and 29 February more often."""
    first, last = lo.toordinal(), hi.toordinal()
    plain = min(max(PLAIN_DAY.toordinal(), first), last)
    ends = st.builds(_month_end, st.integers(lo.year, hi.year), st.integers(1, 12))
    near = st.builds(lambda day, off: day.toordinal() + off, ends, st.integers(-1, 1))
    # Counted from the plain day, so that what shrinks comes near to it and not to the year 2000.
    away = st.integers(first - plain, last - plain).map(lambda off: plain + off)
    some = away | st.sampled_from((first, last)) | near
    # Whole numbers until here: the day after the last of the calendar is one, and is no date.
    return some.map(lambda day: date.fromordinal(min(max(day, first), last)))


def _month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


@cache
def values(tipo: Type) -> st.SearchStrategy[Value]:
    """Values of a type: its least and its greatest, and any between."""
    match tipo:
        case BoolType():
            return st.booleans()
        case NumberType(scale=scale, euro=euro, lo=lo, hi=hi):
            ends = st.sampled_from([*dict.fromkeys((lo, hi, min(lo + 1, hi), max(hi - 1, lo)))])
            units = st.integers(lo, hi) | ends | st.just(min(max(1, lo), hi))
            return units.map(Euro if euro else partial(number_of, scale=scale))
        case DateType(lo=first, hi=last):
            return days(first, last)
        case ChoiceType(values=labels):
            return st.sampled_from(labels)
        case _:
            return st.sampled_from(CODES)


def simplest(tipo: Type) -> Value:
    """The value of a type that a person would write first."""
    match tipo:
        case BoolType():
            return False
        case NumberType(scale=scale, euro=euro, lo=lo, hi=hi):
            units = min(max(0, lo), hi)
            return Euro(units) if euro else number_of(units, scale)
        case DateType(lo=first, hi=last):
            return min(max(PLAIN_DAY, first), last)
        case ChoiceType(values=labels):
            return labels[0]
        case _:
            return CODES[0]


def number_of(units: int, scale: int) -> Decimal:
    """So many units at a scale."""
    return Decimal(units).scaleb(-scale)
