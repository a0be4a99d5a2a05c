"""Wall time in Italy: the zone, the two days of change, a moment read once."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casa_model.errors import IllTyped
from casa_model.programma.orari import PRIMO_GIORNO, ROMA, ULTIMO_GIORNO, Momento
from casa_model.programma.orari._giorno import parts_of
from casa_model.programma.orari._roma import change_of, elapsed_at, exact_day, instant_of

SYSTEM = ZoneInfo("Europe/Rome")
HALF_HOUR = timedelta(minutes=30)
SPRING = date(2026, 3, 29)
AUTUMN = date(2026, 10, 25)


def test_the_zone_is_that_of_the_system_until_2099() -> None:
    """Wall, offset, moment: at every half hour of a day of change, and at every noon."""
    asked = 0
    for ordinal in range(PRIMO_GIORNO.toordinal(), ULTIMO_GIORNO.toordinal() + 1):
        noon = datetime.combine(date.fromordinal(ordinal), time(11), UTC)
        around = range(-30, 5) if change_of(parts_of(ordinal)) else (0,)
        for instant in (noon + n * HALF_HOUR for n in around):
            ours, theirs = instant.astimezone(ROMA), instant.astimezone(SYSTEM)
            assert ours.replace(tzinfo=None) == theirs.replace(tzinfo=None)
            assert (ours.fold, ours.utcoffset()) == (theirs.fold, theirs.utcoffset())
            midnight = datetime.combine(theirs.date(), time(), SYSTEM).astimezone(UTC)
            momento = Momento.of(instant)
            assert momento.day.ordinal == theirs.toordinal()
            assert momento.elapsed == (instant - midnight) // timedelta(minutes=1)
            asked += 1

    assert asked == 37_986 + 208 * 34


def test_a_day_is_longer_or_shorter_when_the_system_says_so() -> None:
    """The length of every day, from one midnight to the next, is that of the system's zone."""
    for ordinal in range(PRIMO_GIORNO.toordinal(), ULTIMO_GIORNO.toordinal() + 1):
        day = date.fromordinal(ordinal)
        begins, ends = (
            datetime.combine(each, time(), SYSTEM).astimezone(UTC)
            for each in (day, day + timedelta(1))
        )
        length = (ends - begins) // timedelta(minutes=1)

        assert length == 24 * 60 + change_of(parts_of(ordinal))


@pytest.mark.parametrize("day", [SPRING, AUTUMN, date(2026, 6, 1)])
def test_a_wall_time_is_the_instant_of_rfc_5545(day: date) -> None:
    """The offset before the gap; the first of the two: what `fold=0` means to `zoneinfo`."""
    for minute in range(24 * 60):
        wall = datetime.combine(day, time(minute // 60, minute % 60), SYSTEM)
        elapsed = elapsed_at(minute, change_of(parts_of(day.toordinal())))

        assert wall.astimezone(UTC) == instant_of(day.toordinal(), elapsed).astimezone(UTC)


@given(
    st.datetimes(datetime(1995, 12, 30), datetime(2100, 1, 2)),  # noqa: DTZ001
    st.sampled_from([UTC, SYSTEM, ROMA, timezone(timedelta(hours=-8))]),
)
def test_a_moment_is_the_minute_of_its_instant(wall: datetime, zone: timezone) -> None:
    """Day and elapsed minutes give the instant back, without its seconds."""
    instant = wall.replace(tzinfo=zone).astimezone(UTC)
    momento = Momento.of(wall.replace(tzinfo=zone))
    if PRIMO_GIORNO <= instant.astimezone(SYSTEM).date() <= ULTIMO_GIORNO:
        back = instant_of(momento.day.ordinal, momento.elapsed).astimezone(UTC)
        assert back == instant.replace(second=0, microsecond=0)
        assert momento.change == change_of(momento.day)


def test_outside_the_years_a_moment_is_of_a_day_that_nobody_writes_for() -> None:
    """Also at the ends of Python's calendar, where a zone cannot be applied."""
    before = [datetime.min.replace(tzinfo=UTC), datetime(1995, 12, 31, 22, 59, tzinfo=UTC)]
    after = [datetime.max.replace(tzinfo=UTC), datetime(2099, 12, 31, 23, tzinfo=UTC)]

    assert {PRIMO_GIORNO.toordinal() - 1} == {Momento.of(each).day.ordinal for each in before}
    assert {ULTIMO_GIORNO.toordinal() + 1} == {Momento.of(each).day.ordinal for each in after}
    assert Momento.of(datetime(1995, 12, 31, 23, tzinfo=UTC)).day.ordinal == (
        PRIMO_GIORNO.toordinal()
    )
    assert Momento.of(datetime(2099, 12, 31, 22, 59, tzinfo=UTC)).day.ordinal == (
        ULTIMO_GIORNO.toordinal()
    )


def test_an_instant_has_a_time_zone() -> None:
    """A naive time could be that of any wall; a day is no instant."""
    for junk in (datetime(2026, 3, 2, 11), SPRING, None):  # noqa: DTZ001
        with pytest.raises(IllTyped, match="with a time zone"):
            Momento.of(junk)  # type: ignore[arg-type]
    with pytest.raises(IllTyped, match="a day without time"):
        exact_day(datetime(2026, 3, 2, tzinfo=UTC))
