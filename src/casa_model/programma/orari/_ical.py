"""Hours as the pieces of a calendar (RFC 5545): an exporter writes them down."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from attrs import frozen

from casa_model.programma.orari._eccezione import Straordinaria
from casa_model.programma.orari._fascia import joined
from casa_model.programma.orari._giorno import DayParts, parts_of
from casa_model.programma.orari._roma import (
    PRIMO_GIORNO,
    ULTIMO_GIORNO,
    change_of,
    elapsed_at,
    instant_of,
    skipped,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from casa_model.programma.orari._apertura import Apertura
    from casa_model.programma.orari._orario import Orario

TZID: Final = "Europe/Rome"
VTIMEZONE: Final = (
    "BEGIN:VTIMEZONE",
    f"TZID:{TZID}",
    "BEGIN:STANDARD",
    "DTSTART:19961027T030000",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100",
    "TZNAME:CET",
    "END:STANDARD",
    "BEGIN:DAYLIGHT",
    "DTSTART:19960331T020000",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0200",
    "TZNAME:CEST",
    "END:DAYLIGHT",
    "END:VTIMEZONE",
)
"""The lines of the time zone, the same rule as `ROMA`."""

_CHANGES: Final = tuple(
    day
    for year in range(PRIMO_GIORNO.year, ULTIMO_GIORNO.year + 1)
    for month in (3, 10)
    for day in range(date(year, month, 25).toordinal(), date(year, month, 31).toordinal() + 1)
    if change_of(parts_of(day))
)
"""The days on which the hour changes."""


@frozen
class Evento:
    """One event: wall times in `TZID`, without zone, and the rule by which it comes again.

    `rrule` is the value of RRULE, its UNTIL in UTC, or None for an event that comes once; `exdate`
    are the starts that do not happen.
    """

    dtstart: datetime
    dtend: datetime
    rrule: str | None = None
    exdate: tuple[datetime, ...] = ()


def eventi(orario: Orario) -> tuple[Evento, ...]:
    """The hours as events, which may overlap as the openings may.

    A calendar gives every repetition the exact length of the first one (RFC 5545, 3.8.5.3), while
    an opening closes at its wall time: where the change of hour makes the two differ, that day is
    left out of the repetition and stands as an event of its own. So is a day whose wall skips the
    beginning or the end: 02:30 in spring is 03:30 for the RFC, 01:30 for libraries that are many.
    """
    without = frozenset(_days_otherwise(orario))
    out: list[Evento] = []
    for apertura in orario.aperture:
        out += _of_opening(apertura, without)
    for each in orario.eccezioni:
        if isinstance(each, Straordinaria):
            day = parts_of(each.giorno.toordinal())
            out += _once(day, (fascia.span for fascia in each.fasce))
    return tuple(out)


def _days_otherwise(orario: Orario) -> Iterable[int]:
    for each in orario.eccezioni:
        if isinstance(each, Straordinaria):
            yield each.giorno.toordinal()
        else:
            yield from range(each.dal.toordinal(), each.ultimo.toordinal() + 1)


def _of_opening(apertura: Apertura, without: frozenset[int]) -> Iterable[Evento]:
    giorni = apertura.giorni()
    span = apertura.fascia.span
    changed = {day for day in _CHANGES if giorni.has(parts_of(day)) and _read_otherwise(day, span)}
    first = giorni.following(apertura.dal.toordinal())
    while first in changed:
        first = giorni.following(first + 1)
    if first is not None:
        start, end = span
        left_out = sorted(
            day for day in without | changed if day >= first and giorni.has(parts_of(day))
        )
        yield Evento(
            _wall(first, start),
            _wall(first, end),
            _rrule(apertura),
            tuple(_wall(day, start) for day in left_out),
        )
    for day in sorted(changed - without):
        yield from _once(parts_of(day), (span,))


def _read_otherwise(ordinal: int, span: tuple[int, int]) -> bool:
    change = change_of(parts_of(ordinal))
    start, end = (elapsed_at(minute, change) for minute in span)
    return end - start != span[1] - span[0] or any(skipped(minute, change) for minute in span)


def _rrule(apertura: Apertura) -> str:
    """UNTIL is the last second of its day, in UTC as RFC 5545 asks where DTSTART has a zone."""
    until = apertura.regola.until
    if until is None:
        return str(apertura.regola)
    last = instant_of(until.toordinal() + 1, 0).astimezone(UTC) - timedelta(seconds=1)
    return apertura.regola.testo(f"{last:%Y%m%dT%H%M%SZ}")


def _once(day: DayParts, spans: Iterable[tuple[int, int]]) -> Iterable[Evento]:
    # Read on the wall first, then joined: stretches that touch as they are written may not open.
    change = change_of(day)
    read = ((elapsed_at(start, change), elapsed_at(end, change)) for start, end in spans)
    for start, end in joined(read):
        yield Evento(
            instant_of(day.ordinal, start).replace(tzinfo=None, fold=0),
            instant_of(day.ordinal, end).replace(tzinfo=None, fold=0),
        )


def _wall(ordinal: int, minute: int) -> datetime:
    return datetime.combine(date.fromordinal(ordinal), time()) + timedelta(minutes=minute)
