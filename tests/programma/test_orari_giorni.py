"""The days of a rule are those of `dateutil.rrule`."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from dateutil.rrule import rrulestr
from examples import many
from hypothesis import given
from hypothesis import strategies as st
from programma.orari_strategies import aperture

from casa_model.programma.orari import Apertura, Regola
from casa_model.programma.orari._giorni import Giorni
from casa_model.programma.orari._giorno import parts_of

YEARS = timedelta(days=366 * 9)


def of_dateutil(regola: Regola, dal: date, until: date) -> set[date]:
    """The days until `until`, as `dateutil` counts them."""
    last = min(until, regola.until or until)
    text = regola.testo(f"{last:%Y%m%d}T235959")
    return {found.date() for found in rrulestr(text, dtstart=datetime.combine(dal, time(10)))}


@many(300)
@given(aperture(), st.data())
def test_a_rule_has_the_days_of_dateutil(apertura: Apertura, data: st.DataObject) -> None:
    """Every day of a year and more, from before the first day on; and the first one after a day."""
    first = apertura.dal
    theirs = of_dateutil(apertura.regola, first, first + YEARS)
    giorni = apertura.giorni()
    window = [
        first + timedelta(n) for n in range(-5, 430)
    ]  # 400 years would add nothing: nothing is remembered from one day to the next

    assert [d for d in window if d in theirs] == [
        d for d in window if giorni.has(parts_of(d.toordinal()))
    ]

    asked = first + timedelta(data.draw(st.integers(-400, 366 * 8)))
    later = min((d.toordinal() for d in theirs if d >= asked), default=None)
    ours = giorni.following(asked.toordinal())
    if later is None:
        assert ours is None or ours > (first + YEARS).toordinal()
    else:
        assert later == ours


@pytest.mark.parametrize(
    ("text", "dal", "first", "days"),
    [
        # Twice a month, the second and the last Friday; in one month of the two.
        (
            "FREQ=MONTHLY;INTERVAL=2;BYDAY=2FR,-1FR",
            date(2026, 1, 9),
            date(2026, 1, 1),
            [date(2026, 1, 9), date(2026, 1, 30), date(2026, 3, 13), date(2026, 3, 27)],
        ),
        # Every second week: 5 March is a Thursday, the week after is not its turn.
        (
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH",
            date(2026, 3, 5),
            date(2026, 3, 1),
            [date(2026, 3, 5), date(2026, 3, 16), date(2026, 3, 19), date(2026, 3, 30)],
        ),
        # Without days, those of the first: the 31st, where there is one.
        (
            "FREQ=MONTHLY",
            date(2026, 1, 31),
            date(2026, 1, 1),
            [date(2026, 1, 31), date(2026, 3, 31), date(2026, 5, 31), date(2026, 7, 31)],
        ),
        # The last Friday may be the seventh from the end: 24 April. Random rules seldom meet it.
        (
            "FREQ=MONTHLY;BYDAY=-1FR",
            date(2026, 3, 27),
            date(2026, 1, 1),
            [date(2026, 3, 27), date(2026, 4, 24), date(2026, 5, 29), date(2026, 6, 26)],
        ),
        # A fifth Sunday in February: once in 28 years.
        (
            "FREQ=MONTHLY;BYMONTH=2;BYDAY=5SU",
            date(2004, 2, 29),
            date(2004, 1, 1),
            [date(2004, 2, 29), date(2032, 2, 29), date(2060, 2, 29), date(2088, 2, 29)],
        ),
    ],
)
def test_days_counted_by_hand(text: str, dal: date, first: date, days: list[date]) -> None:
    """The first four days of four rules, found one after the other."""
    giorni = Giorni.of(Regola.parse(text), dal)
    found: list[date] = []
    ordinal = giorni.following(first.toordinal())
    while ordinal is not None and len(found) < len(days):
        found.append(date.fromordinal(ordinal))
        ordinal = giorni.following(ordinal + 1)

    assert days == found


def test_a_day_that_does_not_exist_is_looked_for_in_bounded_time() -> None:
    """The 31st of February, the fifth Monday among the first days, a turn after the end."""
    for text in (
        "FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2",
        "FREQ=MONTHLY;BYMONTHDAY=1;BYDAY=5MO",
        "FREQ=MONTHLY;INTERVAL=999;BYMONTHDAY=30;BYMONTH=2",
        "FREQ=DAILY;INTERVAL=999;BYMONTH=2;UNTIL=19970101",
    ):
        giorni = Giorni.of(Regola.parse(text), date(1996, 1, 1))

        assert giorni.following(1) is None
