"""The wall clock of Italy, and an instant read on it once for many questions."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from attrs import field, frozen
from dateutil.tz import tzstr

from casa_model.errors import IllTyped, InvalidHours
from casa_model.programma.orari._giorno import WEEK, DayParts, parts_of
from casa_model.values._exact import exact

if TYPE_CHECKING:
    from datetime import tzinfo

# The rule of the zone is written here. Neither the system's zone file nor the one that dateutil
# carries is read: the same question would have another answer on a machine with an older file, or
# none on one without. The price: the rule is right from 1996, when the end of summer time moved to
# October, and must be written again when the law of the Union changes (directive 2000/84/CE).
# A test compares it with `zoneinfo` at every half hour around every change until 2099.
ROMA: Final[tzinfo] = tzstr("CET-1CEST,M3.5.0/2,M10.5.0/3")
"""Wall time in Italy, from 1996 on."""

PRIMO_GIORNO: Final = date(1996, 1, 1)
ULTIMO_GIORNO: Final = date(2099, 12, 31)
"""Hours are written for the days in between; before and after nobody is open."""

_FIRST: Final = datetime(1995, 12, 31, 23, tzinfo=UTC)
_END: Final = datetime(2099, 12, 31, 23, tzinfo=UTC)
_BEFORE: Final = parts_of(PRIMO_GIORNO.toordinal() - 1)
_AFTERWARDS: Final = parts_of(ULTIMO_GIORNO.toordinal() + 1)
_LAST_OF_ALL: Final = date.max.toordinal()
_MINUTE: Final = timedelta(minutes=1)
_HOUR: Final = 60
_DAY: Final = 24 * 60
_MARCH: Final = 3
_OCTOBER: Final = 10
_CHANGES: Final = {_MARCH: -_HOUR, _OCTOBER: _HOUR}
_SUNDAY: Final = 6
_LAST_WEEK: Final = 25
"""March and October have 31 days: a Sunday from the 25th on is the last."""
_AFTER: Final = 180
"""At 03:00 of the wall both changes are over; a minute before may be skipped or come twice."""


def exact_day(day: object) -> date:
    """Return `day` if it is a `date` without time; raise `IllTyped` if not."""
    if type(day) is date:
        return day
    raise IllTyped(
        it="il giorno deve essere un giorno senza ora; passa un `date`",
        en="the day must be a day without time; pass a `date`",
    )


def written_for(day: date) -> bool:
    """Whether hours can be written for `day`. Raises `IllTyped` for what is no day."""
    return PRIMO_GIORNO <= exact_day(day) <= ULTIMO_GIORNO


def week_of(day: date) -> tuple[date, ...]:
    """The days of the week of `day` from Monday on: seven, but for the last week of year 9999.

    Raises `IllTyped` for what is no day.
    """
    monday = exact_day(day).toordinal() - day.weekday()
    return tuple(map(date.fromordinal, range(monday, min(monday + WEEK, _LAST_OF_ALL + 1))))


def within(campo: str, day: date) -> None:
    """Raise `InvalidHours` unless hours can be written for `day`, which is called `campo`."""
    if not written_for(day):
        raise InvalidHours(
            codice="orario-giorno-fuori",
            campo=campo,
            giorno=day,
            primo=PRIMO_GIORNO,
            ultimo=ULTIMO_GIORNO,
        )


def change_of(day: DayParts) -> int:
    """Minutes that this day is longer than 24 hours: 60 in autumn, -60 in spring, 0 else."""
    if day.weekday == _SUNDAY and day.monthday >= _LAST_WEEK:
        return _CHANGES.get(day.month, 0)
    return 0


def _begins_in_summer_time(day: DayParts) -> bool:
    """Whether the last change before the midnight that begins this day was the one in spring."""
    last_sunday_is_before = day.monthday - day.weekday - 1 >= _LAST_WEEK
    if day.month in _CHANGES:
        return last_sunday_is_before is (day.month == _MARCH)
    return _MARCH < day.month < _OCTOBER


def elapsed_at(minute: int, change: int) -> int:
    """Minutes elapsed since midnight at the wall time `minute` of a day with this `change`.

    As in RFC 5545, 3.3.5: a time that the wall skips is read with the offset before the change, so
    02:30 in spring is 03:30; a time that comes twice is the first of the two.
    """
    return minute if minute < _AFTER else minute + change


def skipped(minute: int, change: int) -> bool:
    """Whether the wall of a day with this `change` never shows the time `minute`."""
    return change < 0 and _AFTER + change <= minute < _AFTER


def instant_of(ordinal: int, elapsed: int) -> datetime:
    """The instant `elapsed` minutes after the midnight that begins a day, as the wall shows it."""
    # No change is at midnight, so that its offset is beyond doubt; the sum is made in UTC, because
    # Python adds to the wall.
    midnight = datetime.combine(date.fromordinal(ordinal), time(), ROMA)
    return (midnight.astimezone(UTC) + timedelta(minutes=elapsed)).astimezone(ROMA)


@frozen
class Momento:
    """An instant read once on the wall in Italy, to ask it of many: `Orario.aperto_a`."""

    day: DayParts = field(validator=exact(DayParts))
    elapsed: int = field(validator=exact(int))
    """Whole minutes since midnight; after a change of hour they are not those of the wall."""
    change: int = field(validator=exact(int))
    """Minutes that the day is longer than 24 hours."""

    @classmethod
    def of(cls, istante: datetime) -> Momento:
        """Read `istante`, of any time zone. Raises `IllTyped` for one without.

        Before 1996 and after 2099 it is the midnight of the nearest day on which nobody is open.
        """
        if aware(istante) < _FIRST:
            return cls(_BEFORE, 0, 0)
        if istante >= _END:
            return cls(_AFTERWARDS, 0, 0)
        # By arithmetic, because `astimezone(ROMA)` takes ten times as long. In winter time first,
        # as `_FIRST` is; the day on the wall may then have ended an hour before.
        days, elapsed = divmod((istante - _FIRST) // _MINUTE, _DAY)
        day = parts_of(PRIMO_GIORNO.toordinal() + days)
        elapsed += _HOUR * _begins_in_summer_time(day)
        length = _DAY + change_of(day)
        if elapsed >= length:
            day = parts_of(day.ordinal + 1)
            elapsed -= length
        return cls(day, elapsed, change_of(day))


def exact_moment(momento: object) -> None:
    """Raise `IllTyped` unless `momento` is a `Momento`."""
    if type(momento) is not Momento:
        raise IllTyped(
            it="il momento deve essere un `Momento`; passa `Momento.of(istante)`",
            en="the moment must be a `Momento`; pass `Momento.of(istante)`",
        )


def aware(istante: object) -> datetime:
    """Return `istante` if it is a `datetime` with a time zone; raise `IllTyped` if not."""
    if type(istante) is datetime and istante.utcoffset() is not None:
        return istante
    raise IllTyped(
        it="l'istante deve essere un `datetime` con fuso orario; passa per esempio "
        "`datetime(2026, 3, 2, 11, tzinfo=ROMA)`",
        en="the instant must be a `datetime` with a time zone; pass for example "
        "`datetime(2026, 3, 2, 11, tzinfo=ROMA)`",
    )
