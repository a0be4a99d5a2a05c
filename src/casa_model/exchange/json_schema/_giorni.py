"""The pattern of the days between two, and who has which age on a day."""

from __future__ import annotations

from bisect import bisect_right
from calendar import isleap
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING, Final

from casa_model.exchange.json_schema._pattern import digit, either, words
from casa_model.nuclei.fatti import eta_compiuta

if TYPE_CHECKING:
    from collections.abc import Iterator

GIORNO: Final = "-0-9"
"""What the text of a day is made of, as the inside of a class."""

MOMENTO: Final = "-0-9T: "
"""The same, of a day that may carry an hour."""

_LEAST: Final = "0000-00-00"
_MOST: Final = "9999-99-99"

ORA: Final = "[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?"
"""An hour after its day."""


@cache
def giorni(lo: date, hi: date) -> str:
    """The ISO 8601 texts of the days of the calendar from `lo` to `hi`, `lo` not the later."""
    years: dict[tuple[str, ...], list[str]] = {}
    for year in range(lo.year, hi.year + 1):
        some = _days_of(isleap(year))
        if year in (lo.year, hi.year):
            some = tuple(day for day in some if lo <= _at(year, day) <= hi)
        years.setdefault(some, []).append(f"{year:04}")
    return either(*(f"{words(some)}-{words(days)}" for days, some in years.items()))


def _at(year: int, day: str) -> date:
    return date(year, int(day[:2]), int(day[3:]))


@cache
def _days_of(leap: bool) -> tuple[str, ...]:  # noqa: FBT001 - a year is leap or it is not
    """The days of a year, as `02-28`."""
    start = date(2024 if leap else 2023, 1, 1).toordinal()
    return tuple(date.fromordinal(start + at).isoformat()[5:] for at in range(365 + leap))


def inizi(lo: date, hi: date) -> str:
    """How the texts of the days from `lo` to `hi` begin, and those of no other day.

    Much shorter than `giorni`, for a text that is known to be a day.
    """
    return _beginnings(lo.isoformat(), hi.isoformat(), _LEAST, _MOST)


def _beginnings(lo: str, hi: str, least: str, most: str) -> str:
    if (lo, hi) == (least, most):
        return ""
    if lo[0] == hi[0]:
        return lo[0] + _beginnings(lo[1:], hi[1:], least[1:], most[1:])
    first, last = int(lo[0]), int(hi[0])
    found: list[str] = []
    if lo[1:] != least[1:]:
        found.append(lo[0] + _beginnings(lo[1:], most[1:], least[1:], most[1:]))
        first += 1
    if hi[1:] != most[1:]:
        found.append(hi[0] + _beginnings(least[1:], hi[1:], least[1:], most[1:]))
        last -= 1
    if first <= last:
        found.append(digit(str(first), str(last)))
    return either(*found)


def nascite(on: date, lo: date, hi: date) -> Iterator[tuple[int, date, date]]:
    """Ages in complete years on the day `on`, each with the first and the last day of birth.

    Only births from `lo` to `hi`, the youngest first. Who is born later than `on` is 0 years old,
    as in `casa_model.nuclei.fatti_di`.
    """
    last: date | None = hi
    while last is not None and last >= lo:
        years = eta_compiuta(last, on=on)
        older = _born_by(on, years + 1)
        yield years, lo if older is None or older < lo else older + timedelta(days=1), last
        last = older


def _born_by(on: date, years: int) -> date | None:
    """The last day of birth of who has `years` complete years or more; None when nobody has."""
    days = range(1, date.max.toordinal() + 1)
    found = bisect_right(days, -years, key=lambda at: -eta_compiuta(date.fromordinal(at), on=on))
    return date.fromordinal(found) if found else None
