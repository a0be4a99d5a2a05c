"""iCalendar of a presidio, read back by the `icalendar` library."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve
from dateutil.rrule import rrulestr
from examples import many
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from programma.edition import FONTE, edition

from casa_model.casa import programma_intero
from casa_model.errors import IllTyped, UnknownName
from casa_model.exchange.hsds import hsds
from casa_model.exchange.ical import presidio_ical
from casa_model.exchange.presidi import presidi_csv
from casa_model.programma.orari import ROMA, Apertura, Freq, Orario, Regola, ritagliato
from casa_model.programma.presidi import OrarioNoto, Presidio
from casa_model.testing import _places as places

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from casa_model.programma.programma import Programma

ON = date(2025, 10, 6)


def with_hours(orario: Orario, dal: date | None = None, al: date | None = None) -> Programma:
    """The test edition, its presidio open at these hours."""
    (uno,) = edition().presidi
    open_at = evolve(uno, dal=None, al=None, orari=(OrarioNoto(orario, FONTE, dal, al),))
    return evolve(edition(), presidi=(open_at,))


def events(text: str) -> list[Any]:
    """The events of a calendar."""
    return list(Calendar.from_ical(text).walk("VEVENT"))


def spans(text: str, first: date, last: date) -> set[tuple[datetime, datetime]]:
    """Every span of instants between two days, as a calendar would show it."""
    return {span for event in events(text) for span in _spans(event, first, last)}


def _spans(event: Any, first: date, last: date) -> Iterator[tuple[datetime, datetime]]:  # noqa: ANN401 - no types
    start = event["DTSTART"].dt.replace(tzinfo=None)
    # RFC 5545, 3.8.5.3: the exact length of the first, whatever the wall shows in the others.
    length = _utc(event["DTEND"].dt.replace(tzinfo=None)) - _utc(start)
    without = set()
    if "EXDATE" in event:
        without = {each.dt.replace(tzinfo=None) for each in event["EXDATE"].dts}
    low, high = (datetime(d.year, d.month, d.day) for d in (first, last + timedelta(days=1)))  # noqa: DTZ001 - wall times
    if "RRULE" not in event:
        found = [start] if low <= start < high else []
    else:
        rule = event["RRULE"].to_ical().decode()
        parts = [part for part in rule.split(";") if not part.startswith("UNTIL=")]
        found = rrulestr(";".join(parts), dtstart=start).between(low, high, inc=True)
        until = event["RRULE"].get("UNTIL")
        if until:
            found = [f for f in found if _utc(f) <= until[0]]
    for begin in found:
        if begin not in without:
            yield begin.replace(tzinfo=ROMA), _utc(begin) + length


def _utc(wall: datetime) -> datetime:
    return wall.replace(tzinfo=ROMA).astimezone(UTC)


@many(60)
@given(places.hours(), places.days(), st.none() | places.days())
def test_a_calendar_opens_when_we_do(orario: Orario, first: date, al: date | None) -> None:
    """For two months, exceptions and the last known day included."""
    programma = with_hours(orario, al=al)
    text = presidio_ical(programma, "uno", on=ON)
    shown: dict[date, list[tuple[datetime, datetime]]] = {}
    for span in spans(text, first, first + timedelta(days=60)):
        shown.setdefault(span[0].date(), []).append(span)
    cut = ritagliato(orario, dal=None, al=al)
    for at in range(61):
        day = first + timedelta(days=at)
        wanted = () if cut is None else cut.istanti(day)

        assert _minutes(shown.get(day, ())) == _minutes(wanted)


@pytest.mark.parametrize("dal", [date(2024, 3, 24), date(2024, 3, 31)])
def test_an_end_that_the_wall_skips(dal: date) -> None:
    """02:30 on the day of the change is 03:30; no event begins or ends at a time that is not."""
    orario = Orario((Apertura(Regola(Freq.WEEKLY), dal, time(0), time(2, 30)),))
    text = presidio_ical(with_hours(orario), "uno", on=ON)
    found = spans(text, date(2024, 3, 31), date(2024, 4, 7))

    assert sorted((b.astimezone(UTC), e.astimezone(UTC)) for b, e in found) == [
        (datetime(2024, 3, 30, 23, tzinfo=UTC), datetime(2024, 3, 31, 1, 30, tzinfo=UTC)),
        (datetime(2024, 4, 6, 22, tzinfo=UTC), datetime(2024, 4, 7, 0, 30, tzinfo=UTC)),
    ]
    assert "20240331T023000" not in text


def _minutes(found: Any) -> set[datetime]:  # noqa: ANN401 - any spans
    """Every quarter of an hour that is open: overlapping events count once."""
    return {
        (begin.astimezone(UTC) + timedelta(minutes=15 * at))
        for begin, end in found
        for at in range(int((end.astimezone(UTC) - begin.astimezone(UTC)).total_seconds() // 900))
    }


def test_the_shipped_presidi() -> None:
    """Every one has a calendar, and the library reads it."""
    for presidio in programma_intero().presidi:
        text = presidio_ical(programma_intero(), presidio.codice, on=ON)

        assert len(events(text)) >= len(presidio.orari)
        assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
        assert text.endswith("END:VCALENDAR\r\n")


def test_sant_angelo_on_mondays() -> None:
    """Its hours, name, address and a stable identifier."""
    text = presidio_ical(programma_intero(), "sant-angelo-biblioteca", on=ON)
    (event,) = events(text)

    assert str(event["SUMMARY"]) == "Sant'Angelo Lodigiano, biblioteca"
    assert str(event["LOCATION"]) == "via Leonardo da Vinci 1/3"
    assert event["RRULE"].to_ical() == b"FREQ=WEEKLY;UNTIL=20270630T215959Z;BYDAY=MO"
    assert event["DTSTAMP"].dt == datetime(2025, 10, 6, tzinfo=UTC)
    assert text == presidio_ical(programma_intero(), "sant-angelo-biblioteca", on=ON)
    english = presidio_ical(programma_intero(), "sant-angelo-biblioteca", on=ON, lang="en")
    assert "library" in english


def test_texts_are_escaped_and_folded() -> None:
    """Commas, semicolons, backslashes and line breaks do not end a property."""
    (uno,) = edition().presidi
    text = "via à; b, c\\d\ne " + "lungo " * 20
    there = evolve(edition(), presidi=(evolve(uno, indirizzo=text),))
    written = presidio_ical(there, "uno", on=ON)
    (event,) = events(written)

    assert str(event["LOCATION"]) == text.replace("\n", " ")
    assert max(len(line.encode()) for line in written.split("\r\n")) == 75
    for octets in range(60, 80):  # a letter of two octets at every place of the fold
        accents = evolve(edition(), presidi=(evolve(uno, indirizzo="a" * octets + "à" * 90),))
        lines = presidio_ical(accents, "uno", on=ON).split("\r\n")

        assert all(len(line.encode()) <= 75 for line in lines)


def test_a_presidio_without_known_hours() -> None:
    """Has a calendar with no event: that it is not known is not that it is closed."""
    (uno,) = edition().presidi
    bare = evolve(edition(), presidi=(evolve(uno, orari=()),))

    assert events(presidio_ical(bare, "uno", on=ON)) == []


def test_what_is_not_there() -> None:
    """With a near miss."""
    with pytest.raises(UnknownName, match="`uno`"):
        presidio_ical(edition(), "un", on=ON)
    assert edition().trova(Presidio, "uno").codice == "uno"


@pytest.mark.parametrize("on", ["2024-06-01", datetime(2024, 6, 1), None])  # noqa: DTZ001 - wrong
def test_the_day_is_a_day(on: Any) -> None:  # noqa: ANN401 - what is no day
    """Of every exporter, and an old year has four digits."""

    def calendar(programma: Programma, *, on: Any) -> str:  # noqa: ANN401 - the same
        return presidio_ical(programma, "uno", on=on)

    writers: tuple[Callable[..., object], ...] = (presidi_csv, hsds, calendar)
    for write in writers:
        with pytest.raises(IllTyped, match="a day without time"):
            write(edition(), on=on)

    assert "DTSTAMP:09990101T000000Z\r\n" in calendar(edition(), on=date(999, 1, 1))
