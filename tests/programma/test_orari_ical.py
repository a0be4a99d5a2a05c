"""What a calendar program reads is what the hours say."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr
from examples import many
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from programma.orari_strategies import orari

from casa_model.programma.orari import (
    TZID,
    VTIMEZONE,
    Apertura,
    Chiusura,
    Evento,
    Fascia,
    Orario,
    Regola,
    Straordinaria,
    eventi,
)

SYSTEM = ZoneInfo("Europe/Rome")
DAY = timedelta(1)
SPRING = date(2026, 3, 29)
AUTUMN = date(2026, 10, 25)
Span = tuple[datetime, datetime]


def calendar(events: tuple[Evento, ...]) -> str:
    """The text of a calendar: no more than the pieces, written down."""

    def wall(name: str, *at: datetime) -> str:
        return f"{name};TZID={TZID}:{','.join(f'{each:%Y%m%dT%H%M%S}' for each in at)}"

    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//casa_model//test//IT", *VTIMEZONE]
    for number, event in enumerate(events):
        lines += ["BEGIN:VEVENT", f"UID:{number}", "DTSTAMP:20260101T000000Z"]
        lines += [wall("DTSTART", event.dtstart), wall("DTEND", event.dtend)]
        lines += [] if event.rrule is None else [f"RRULE:{event.rrule}"]
        lines += [wall("EXDATE", *event.exdate)] if event.exdate else []
        lines += ["END:VEVENT"]
    return "\r\n".join([*lines, "END:VCALENDAR", ""])


def expanded(text: str, first: date, last: date) -> list[Span]:
    """The spans that begin on these days: read by `icalendar`, repeated by `dateutil`.

    Every repetition has the exact length of the first (RFC 5545, 3.8.5.3).
    """
    opens, ends = (datetime.combine(day, time(), SYSTEM) for day in (first, last + DAY))
    found: list[Span] = []
    for event in Calendar.from_ical(text).walk("VEVENT"):
        start, end = event["DTSTART"].dt, event["DTEND"].dt
        length = end.astimezone(UTC) - start.astimezone(UTC)
        starts = [start]
        if "RRULE" in event:
            rule = rrulestr(event["RRULE"].to_ical().decode(), dtstart=start)
            starts = rule.between(opens, ends, inc=True)
        out = {each.replace(tzinfo=None) for each in _exdates(event)}
        begins = [s.astimezone(UTC) for s in starts if s.replace(tzinfo=None) not in out]
        found += [
            (each, each + length)
            for each in begins
            if opens.astimezone(UTC) <= each < ends.astimezone(UTC)
        ]
    return joined(found)


def _exdates(event: Any) -> list[datetime]:  # noqa: ANN401 - icalendar's own
    lists = event.get("EXDATE", [])
    return [
        each.dt for them in (lists if isinstance(lists, list) else [lists]) for each in them.dts
    ]


def joined(spans: list[Span]) -> list[Span]:
    """In order, and one where they overlap or touch."""
    out: list[Span] = []
    for start, end in sorted(spans):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(out[-1][1], end))
        else:
            out.append((start, end))
    return out


def told(it: Orario, first: date, last: date) -> list[Span]:
    """The same spans, as the hours tell them."""
    days = [first + n * DAY for n in range((last - first).days + 1)]
    return joined(
        [(a.astimezone(UTC), b.astimezone(UTC)) for day in days for a, b in it.istanti(day)]
    )


@many(150)
@given(orari(), st.dates(date(2026, 1, 1), date(2028, 12, 31)) | st.just(SPRING) | st.just(AUTUMN))
def test_a_calendar_program_reads_the_same_hours(it: Orario, day: date) -> None:
    """Forty days around a random one, or around a change of hour."""
    first, last = day - 20 * DAY, day + 20 * DAY

    assert told(it, first, last) == expanded(calendar(eventi(it)), first, last)


@many(50)
@given(orari())
def test_the_first_days_of_an_opening_are_in_the_calendar(it: Orario) -> None:
    """Also when the first day is one of change, and stands apart."""
    for apertura in it.aperture:
        first, last = apertura.dal - 2 * DAY, apertura.dal + 10 * DAY

        assert told(it, first, last) == expanded(calendar(eventi(it)), first, last)


def test_extraordinary_hours_on_the_day_in_spring() -> None:
    """02:30 is 03:30 that day: of the two stretches only the first opens, from 03:00 to 03:30."""
    fasce = (Fascia(time(2), time(2, 30)), Fascia(time(2, 30), time(3, 15)))
    it = Orario((), (Straordinaria(SPRING, fasce),))

    assert eventi(it) == (Evento(datetime(2026, 3, 29, 3), datetime(2026, 3, 29, 3, 30)),)  # noqa: DTZ001
    assert told(it, SPRING, SPRING) == expanded(calendar(eventi(it)), SPRING, SPRING)


def test_the_time_zone_in_the_calendar_is_that_of_the_system() -> None:
    """Its rule as `icalendar` reads it, not by its name."""
    text = "\r\n".join(VTIMEZONE).replace(TZID, "Nowhere/Else")
    zone = Calendar.from_ical(text).to_tz(lookup_tzid=False)  # type: ignore[attr-defined]
    for hours in range(0, 24 * 366 * 3, 5):
        wall = datetime(2026, 1, 1) + timedelta(hours=hours)  # noqa: DTZ001
        if wall.date() not in {SPRING, AUTUMN, date(2027, 3, 28), date(2027, 10, 31)}:
            assert wall.replace(tzinfo=SYSTEM).utcoffset() == wall.replace(tzinfo=zone).utcoffset()


def test_until_is_in_utc_and_a_closed_day_is_an_exdate() -> None:
    """The last second of the day in Italy: in winter an hour before that of Greenwich."""
    monday = date(2026, 3, 2)
    regola = Regola.parse("FREQ=WEEKLY;BYDAY=MO,TH;UNTIL=20261231")
    it = Orario(
        (Apertura(regola, monday, time(10), time(12)),),
        (
            Chiusura(date(2026, 4, 4), date(2026, 4, 7)),
            Straordinaria(date(2026, 4, 9), (Fascia(time(15), time(0)),)),
            Straordinaria(date(2026, 4, 10), (Fascia(time(15), time(16)),)),
        ),
    )

    assert eventi(it) == (
        Evento(
            datetime(2026, 3, 2, 10),  # noqa: DTZ001
            datetime(2026, 3, 2, 12),  # noqa: DTZ001
            "FREQ=WEEKLY;BYDAY=MO,TH;UNTIL=20261231T225959Z",
            (datetime(2026, 4, 6, 10), datetime(2026, 4, 9, 10)),  # noqa: DTZ001
        ),
        Evento(datetime(2026, 4, 9, 15), datetime(2026, 4, 10)),  # noqa: DTZ001
        Evento(datetime(2026, 4, 10, 15), datetime(2026, 4, 10, 16)),  # noqa: DTZ001
    )


@pytest.mark.parametrize(
    ("until", "events"),
    [
        # The day of change alone: no repetition is left, and it would not open.
        ("20260329", ()),
        # With the day after: the repetition begins there.
        (
            "20260330",
            (
                Evento(
                    datetime(2026, 3, 30, 2, 30),  # noqa: DTZ001
                    datetime(2026, 3, 30, 3, 15),  # noqa: DTZ001
                    "FREQ=DAILY;UNTIL=20260330T215959Z",
                ),
            ),
        ),
    ],
)
def test_a_first_day_that_does_not_open_is_in_no_event(
    until: str, events: tuple[Evento, ...]
) -> None:
    """02:30–03:15 from the day in spring on."""
    regola = Regola.parse(f"FREQ=DAILY;UNTIL={until}")

    assert events == eventi(Orario((Apertura(regola, SPRING, time(2, 30), time(3, 15)),)))
