"""Hours beside an enumeration of their minutes."""

from __future__ import annotations

import pickle
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr
from examples import many
from hypothesis import given
from hypothesis import strategies as st
from programma.orari_strategies import orari

from casa_model.programma.orari import (
    ROMA,
    Chiusura,
    Momento,
    Orario,
    Straordinaria,
)
from casa_model.programma.orari._giorno import parts_of
from casa_model.programma.orari._roma import change_of, instant_of

SYSTEM = ZoneInfo("Europe/Rome")
DAY = timedelta(1)
MINUTE = timedelta(minutes=1)
SPRING = date(2026, 3, 29)
AUTUMN = date(2026, 10, 25)

near = st.dates(date(2026, 3, 1), date(2026, 11, 30)) | st.sampled_from(
    [SPRING, AUTUMN, SPRING - DAY, AUTUMN + DAY]
)
instants = st.builds(
    lambda day, seconds: datetime.combine(day, time(), UTC) + timedelta(seconds=seconds),
    near,
    st.integers(0, 86_399) | st.integers(0, 1439).map(lambda minute: minute * 60),
)


def rome(day: date, hour: int, minute: int = 0, *, fold: int = 0) -> datetime:
    """A wall time, by the system's zone."""
    return datetime.combine(day, time(hour, minute, fold=fold), SYSTEM)


# ── against an enumeration ──────────────────────────────────────────────────────────────────────


def enumerated(it: Orario, day: date) -> list[tuple[datetime, datetime]]:
    """The spans of instants of a day, by `dateutil.rrule` and `zoneinfo`."""
    hours = [
        (apertura.dalle, apertura.alle)
        for apertura in it.aperture
        if rrulestr(
            apertura.regola.testo(f"{min(day, apertura.regola.until or day):%Y%m%d}T235959"),
            dtstart=datetime.combine(apertura.dal, time()),
        ).between(datetime.combine(day, time()), datetime.combine(day, time()), inc=True)
    ]
    for each in it.eccezioni:
        if isinstance(each, Chiusura) and each.dal <= day <= each.ultimo:
            hours = []
    for each in it.eccezioni:
        if isinstance(each, Straordinaria) and each.giorno == day:
            hours = [(fascia.dalle, fascia.alle) for fascia in each.fasce]
    return [
        (
            datetime.combine(day, dalle, SYSTEM).astimezone(UTC),
            datetime.combine(day + DAY if alle == time() else day, alle, SYSTEM).astimezone(UTC),
        )
        for dalle, alle in hours
    ]


@many(300)
@given(orari(), instants)
def test_it_is_open_when_the_enumeration_says_so(it: Orario, instant: datetime) -> None:
    """At a random instant, and at both ends of every span of its day, to the second."""
    day = instant.astimezone(SYSTEM).date()
    spans = enumerated(it, day)
    ends = {end + n * timedelta(seconds=1) for span in spans for end in span for n in (-1, 0)}

    for asked in {instant, *(e for e in ends if e.astimezone(SYSTEM).date() == day)}:
        assert it.aperto_il(asked) is any(start <= asked < end for start, end in spans)
        assert it.aperto_il(asked.astimezone(SYSTEM)) is it.aperto_il(asked)
        assert it.aperto_il(asked.astimezone(ROMA)) is it.aperto_a(Momento.of(asked))


@many(60)
@given(orari(), near)
def test_the_minutes_of_a_day_add_up(it: Orario, day: date) -> None:
    """The open minutes, one by one, are those of `istanti`, and but for changes of `giorno`."""
    ordinal = day.toordinal()
    change = change_of(parts_of(ordinal))
    total = 24 * 60 + change
    is_open = [it.aperto_a(Momento(parts_of(ordinal), n, change)) for n in range(total)]
    spans = it.istanti(day)

    assert sum(is_open) == sum(
        (end.astimezone(UTC) - start.astimezone(UTC)) // MINUTE for start, end in spans
    )
    assert [n for n in range(total) if is_open[n] and (n == 0 or not is_open[n - 1])] == [
        (start.astimezone(UTC) - instant_of(ordinal, 0).astimezone(UTC)) // MINUTE
        for start, _ in spans
    ]
    if not change:
        assert sum(is_open) == sum(end - start for start, end in (f.span for f in it.giorno(day)))


@given(orari(), near)
def test_a_week_is_its_seven_days(it: Orario, day: date) -> None:
    """From Monday to Sunday, each with the hours that `giorno` gives, apart and in order."""
    week = it.settimana(day)

    assert [(d, it.giorno(d)) for d, _ in week] == list(week)
    assert [each.weekday() for each, _ in week] == list(range(7))
    assert day in dict(week)
    for _, fasce in week:
        spans = [fascia.span for fascia in fasce]
        assert all(a[1] < b[0] for a, b in pairwise(spans))


@many(200)
@given(orari(), instants, st.sampled_from([UTC, SYSTEM, ROMA]))
def test_the_next_opening_is_the_first_open_instant(
    it: Orario, instant: datetime, zone: ZoneInfo
) -> None:
    """Not before the given one: no span lies between, and None means that none will come."""
    found = it.prossima_apertura(instant.astimezone(zone))
    day = instant.astimezone(SYSTEM).date()
    last = day + 800 * DAY
    if found is not None:
        assert found.tzinfo is ROMA
        assert it.aperto_il(found)
        assert (found.astimezone(UTC) == instant) is it.aperto_il(instant)
        assert found.astimezone(UTC) >= instant
        last = min(last, found.date())
    while day <= last:
        for start, end in it.istanti(day):
            begins, ends = start.astimezone(UTC), end.astimezone(UTC)
            before = found is None or begins < found.astimezone(UTC)
            assert not before or ends <= instant or begins <= instant < ends
        day += DAY


@given(orari())
def test_hours_are_values(it: Orario) -> None:
    """Equal, hashable and the same after another process has had them."""
    back = pickle.loads(pickle.dumps(it))  # noqa: S301

    assert it == back
    assert hash(it) == hash(back)
    assert it.prossima_apertura(rome(SPRING, 0)) == back.prossima_apertura(rome(SPRING, 0))
