"""Random rules over the whole grammar, and random hours."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from casa_model.programma.orari import (
    PRIMO_GIORNO,
    Apertura,
    ByDay,
    Chiusura,
    Fascia,
    Freq,
    Orario,
    Regola,
    Straordinaria,
)

if TYPE_CHECKING:
    from casa_model.programma.orari import Eccezione

LAST_START = date(2040, 12, 31)
weekdays = st.integers(0, 6)
days = st.dates(PRIMO_GIORNO, LAST_START)
changes = st.sampled_from([date(2026, 3, 29), date(2026, 10, 25), date(2027, 3, 28)])
minutes = st.integers(0, 24 * 60 - 1) | st.sampled_from([0, 60, 90, 120, 150, 165, 180, 195])


def wall(minute: int) -> time:
    """The time of a minute of the day; the last midnight is `time(0)`."""
    return time(minute // 60 % 24, minute % 60)


def some(numbers: st.SearchStrategy[int]) -> st.SearchStrategy[tuple[int, ...]]:
    """A few different numbers, often none."""
    return st.just(()) | st.lists(numbers, max_size=4, unique=True).map(tuple)


@st.composite
def regole(draw: st.DrawFn, until: st.SearchStrategy[date | None] | None = None) -> Regola:
    """Draw a rule of any frequency."""
    freq = draw(st.sampled_from(Freq))
    byday: tuple[ByDay, ...] = ()
    bymonthday: tuple[int, ...] = ()
    if freq is Freq.WEEKLY:
        byday = tuple(map(ByDay, draw(some(weekdays))))
    if freq is Freq.MONTHLY:
        numbered = st.builds(ByDay, weekdays, st.sampled_from([1, 2, 3, 4, 5, -1]))
        byday = draw(st.just(()) | st.lists(numbered, max_size=4, unique=True).map(tuple))
        bymonthday = draw(some(st.integers(1, 31)))
    interval = draw(st.integers(1, 4) | st.integers(1, 999))
    bymonth = draw(some(st.integers(1, 12)))
    end = draw(st.none() | st.dates(date(2026, 1, 1), LAST_START) if until is None else until)
    return Regola(freq, interval, byday, bymonthday, bymonth, end)


@st.composite
def aperture(draw: st.DrawFn) -> Apertura:
    """Draw an opening whose first day is one of its rule: the first that is, from a random one."""
    regola = draw(regole())
    dal = first_day(regola, draw(days | changes))
    if dal is None:
        regola = Regola(Freq.DAILY)
        dal = draw(days)
    return Apertura(regola, dal, *draw(hours()))


def first_day(regola: Regola, dal: date) -> date | None:
    """The first day from which `regola` can start, seen a day at a time for five years."""
    for day in (dal + timedelta(n) for n in range(5 * 366)):
        if regola.until is not None and day > regola.until:
            return None
        named = not regola.bymonth or day.month in regola.bymonth
        if regola.freq is Freq.WEEKLY and regola.byday:
            named = named and ByDay(day.weekday()) in regola.byday
        if regola.bymonthday:
            named = named and day.day in regola.bymonthday
        if regola.freq is Freq.MONTHLY and regola.byday:
            last = (day + timedelta(7)).month != day.month
            which = {ByDay(day.weekday(), (day.day + 6) // 7)}
            which |= {ByDay(day.weekday(), -1)} if last else set()
            named = named and bool(which & set(regola.byday))
        if named:
            return day
    return None


@st.composite
def hours(draw: st.DrawFn) -> tuple[time, time]:
    """Draw a time of opening and one of closing, which may be the midnight that ends the day."""
    start, end = sorted(draw(st.tuples(minutes, minutes | st.just(24 * 60))))
    return wall(start), wall(end if end > start else start + 1)


@st.composite
def eccezioni(draw: st.DrawFn) -> tuple[Eccezione, ...]:
    """Draw closures that do not meet, and extraordinary openings."""
    near = st.dates(date(2026, 3, 1), date(2026, 11, 30)) | changes
    ends = sorted(draw(st.sets(near, max_size=4)))
    closures = [Chiusura(a, b) for a, b in zip(ends[::2], ends[1::2], strict=False)]
    fasce = st.lists(hours().map(lambda pair: Fascia(*pair)), min_size=1, max_size=2).map(tuple)
    special = [Straordinaria(day, draw(fasce)) for day in draw(st.sets(near, max_size=3))]
    return (*closures, *special)


@st.composite
def orari(draw: st.DrawFn) -> Orario:
    """Draw one to three openings, and exceptions."""
    return Orario(tuple(draw(st.lists(aperture(), min_size=1, max_size=3))), draw(eccezioni()))
