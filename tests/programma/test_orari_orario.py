"""Open or closed: against an enumeration by other libraries, and cases worked by hand."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from casa_model.errors import IllTyped, InvalidHours
from casa_model.programma.orari import (
    Apertura,
    Chiusura,
    Fascia,
    Orario,
    Regola,
    Straordinaria,
)

SYSTEM = ZoneInfo("Europe/Rome")
DAY = timedelta(1)
MINUTE = timedelta(minutes=1)
SPRING = date(2026, 3, 29)
AUTUMN = date(2026, 10, 25)
MATTINA = Fascia(time(10), time(12))


def orario(*openings: tuple[str, date, int, int], eccezioni: tuple[object, ...] = ()) -> Orario:
    """Hours from the text of a rule, its first day, and two times in hundreds: 1030."""
    return Orario(
        tuple(
            Apertura(Regola.parse(text), dal, *(time(it // 100 % 24, it % 100) for it in times))
            for text, dal, *times in openings
        ),
        eccezioni,  # type: ignore[arg-type]
    )


def rome(day: date, hour: int, minute: int = 0, *, fold: int = 0) -> datetime:
    """A wall time, by the system's zone."""
    return datetime.combine(day, time(hour, minute, fold=fold), SYSTEM)


# The two presidi of the province of Lodi (fact sheet 5; ilgiorno, 24 July 2025, grade S); the
# first days are the first such days after the opening was announced.
SANT_ANGELO = orario(("FREQ=WEEKLY;BYDAY=MO,TH", date(2025, 7, 24), 1000, 1200))
CASALPUSTERLENGO = orario(("FREQ=WEEKLY;BYDAY=TU", date(2025, 7, 29), 1000, 1200))


# ── by hand ─────────────────────────────────────────────────────────────────────────────────────


def test_the_presidi_of_lodi_around_the_spring_change() -> None:
    """Monday 30 March 2026 begins at 10 in summer time, which is 8 in Greenwich."""
    assert SANT_ANGELO.aperto_il(datetime(2026, 3, 26, 9, tzinfo=UTC))
    assert not SANT_ANGELO.aperto_il(datetime(2026, 3, 26, 11, tzinfo=UTC))
    assert SANT_ANGELO.aperto_il(datetime(2026, 3, 30, 8, tzinfo=UTC))
    assert not SANT_ANGELO.aperto_il(datetime(2026, 3, 30, 10, tzinfo=UTC))
    assert rome(date(2026, 3, 30), 10) == SANT_ANGELO.prossima_apertura(rome(SPRING, 12))
    assert rome(date(2026, 3, 31), 10) == CASALPUSTERLENGO.prossima_apertura(rome(SPRING, 12))


def test_the_presidi_of_lodi_around_the_autumn_change() -> None:
    """Tuesday 27 October 2026 begins at 10 in winter time, which is 9 in Greenwich."""
    assert not CASALPUSTERLENGO.aperto_il(datetime(2026, 10, 27, 8, 59, 59, tzinfo=UTC))
    assert CASALPUSTERLENGO.aperto_il(datetime(2026, 10, 27, 9, tzinfo=UTC))
    assert CASALPUSTERLENGO.aperto_il(datetime(2026, 10, 20, 8, tzinfo=UTC))
    assert rome(date(2026, 10, 26), 10) == SANT_ANGELO.prossima_apertura(rome(AUTUMN, 2, fold=1))


def test_a_week_in_lodi() -> None:
    """Monday and Thursday; the week of a Sunday is the one that it ends."""
    monday = date(2026, 3, 23)
    expected = tuple((monday + n * DAY, (MATTINA,) if n in {0, 3} else ()) for n in range(7))

    assert expected == SANT_ANGELO.settimana(SPRING)
    assert expected == SANT_ANGELO.settimana(monday)


@pytest.mark.parametrize(
    ("hours", "spans"),
    [
        ((200, 400), [(3, 0, 4, 0)]),
        ((230, 400), [(3, 30, 4, 0)]),
        ((200, 245), [(3, 0, 3, 45)]),
        ((100, 230), [(1, 0, 3, 30)]),
        ((200, 300), []),
        ((230, 315), []),
        ((300, 315), [(3, 0, 3, 15)]),
        ((0, 2400), [(0, 0, 24, 0)]),
    ],
)
def test_in_spring_the_skipped_hour_is_read_with_the_offset_before(
    hours: tuple[int, int], spans: list[tuple[int, int, int, int]]
) -> None:
    """29 March 2026: 02:30 is 03:30; what would end before it begins does not open."""
    it = orario(("FREQ=DAILY", date(2026, 3, 1), *hours))
    expected = [
        (rome(SPRING, a, b), rome(SPRING + c // 24 * DAY, c % 24, d)) for a, b, c, d in spans
    ]

    assert expected == list(it.istanti(SPRING))
    assert it.giorno(SPRING) == it.giorno(SPRING - DAY)


def test_02_30_to_03_15_on_the_day_in_spring_does_not_open() -> None:
    """From 03:30 to 03:15 there is no instant; the next opening is a day later."""
    it = orario(("FREQ=DAILY", date(2026, 3, 1), 230, 315))
    wall = [rome(SPRING, 1, 59), rome(SPRING, 3), rome(SPRING, 3, 15), rome(SPRING, 3, 30)]

    assert [False] * 4 == [it.aperto_il(each) for each in wall]
    assert rome(SPRING + DAY, 2, 30) == it.prossima_apertura(rome(SPRING, 0))


def test_in_autumn_a_time_that_comes_twice_is_the_first() -> None:
    """25 October 2026: an opening ends at the first 02:30, and begins there too."""
    ends = orario(("FREQ=DAILY", date(2026, 3, 1), 100, 230))
    begins = orario(("FREQ=DAILY", date(2026, 3, 1), 230, 315))
    asked = [rome(AUTUMN, 2, 29), rome(AUTUMN, 2, 30), rome(AUTUMN, 2, 0, fold=1), rome(AUTUMN, 3)]

    assert [True, False, False, False] == [ends.aperto_il(each) for each in asked]
    assert [False, True, True, True] == [begins.aperto_il(each) for each in asked]
    start, end = begins.istanti(AUTUMN)[0]
    assert end.astimezone(UTC) - start.astimezone(UTC) == 105 * MINUTE


def test_openings_on_one_day_are_joined() -> None:
    """Those that overlap or touch are one; the others stay apart."""
    it = orario(
        ("FREQ=DAILY", date(2026, 1, 1), 1000, 1200),
        ("FREQ=WEEKLY;BYDAY=MO", date(2026, 1, 5), 1200, 1300),
        ("FREQ=WEEKLY;BYDAY=MO", date(2026, 1, 5), 1130, 1230),
        ("FREQ=WEEKLY;BYDAY=MO", date(2026, 1, 5), 1500, 2400),
    )

    assert (Fascia(time(10), time(13)), Fascia(time(15), time(0))) == it.giorno(date(2026, 1, 5))
    assert (MATTINA,) == it.giorno(date(2026, 1, 6))


def test_a_closure_closes_and_an_extraordinary_opening_replaces() -> None:
    """Closed for two weeks of August, but on one day of them; other hours on a Thursday."""
    thursday = date(2026, 8, 27)
    it = Orario(
        SANT_ANGELO.aperture,
        (
            Chiusura(date(2026, 8, 10), date(2026, 8, 23)),
            Straordinaria(date(2026, 8, 12), (MATTINA,)),
            Straordinaria(thursday, (Fascia(time(15), time(16)), Fascia(time(17), time(18)))),
        ),
    )

    assert not it.aperto_il(rome(date(2026, 8, 10), 11))
    assert it.aperto_il(rome(date(2026, 8, 12), 11))
    assert not it.aperto_il(rome(thursday, 11))
    assert it.aperto_il(rome(thursday, 17, 30))
    assert rome(date(2026, 8, 12), 10) == it.prossima_apertura(rome(date(2026, 8, 6), 12))
    assert rome(date(2026, 8, 24), 10) == it.prossima_apertura(rome(date(2026, 8, 12), 12))
    assert rome(thursday, 17) == it.prossima_apertura(rome(thursday, 16))


def test_the_next_opening_is_now_if_it_is_open() -> None:
    """To the second; at the end of an opening it is the next."""
    monday = date(2026, 3, 2)
    now = rome(monday, 11).replace(second=7)

    assert now == SANT_ANGELO.prossima_apertura(now)
    assert rome(monday, 10) == SANT_ANGELO.prossima_apertura(rome(monday, 9, 59))
    assert rome(monday + 3 * DAY, 10) == SANT_ANGELO.prossima_apertura(rome(monday, 12))


def test_there_may_be_no_next_opening() -> None:
    """The rule has ended, the rest of its life is closed, or its day never comes again."""
    ended = orario(("FREQ=WEEKLY;UNTIL=20260309", date(2026, 3, 2), 1000, 1200))
    shut = Orario(SANT_ANGELO.aperture, (Chiusura(date(2026, 1, 1), date(2099, 12, 31)),))
    once = orario(("FREQ=MONTHLY;INTERVAL=999;BYDAY=1MO", date(2026, 3, 2), 1000, 1200))

    assert ended.prossima_apertura(rome(date(2026, 3, 9), 12)) is None
    assert ended.prossima_apertura(rome(date(2026, 3, 9), 11)) is not None
    assert shut.prossima_apertura(rome(date(2026, 3, 2), 0)) is None
    assert once.prossima_apertura(rome(date(2026, 3, 3), 0)) is None


def test_outside_the_years_it_is_closed_and_no_question_fails() -> None:
    """Also at the ends of Python's calendar, whose last week has five days."""
    always = orario(("FREQ=DAILY", date(1996, 1, 1), 0, 2400))
    early, late = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)

    assert (False, False) == (always.aperto_il(early), always.aperto_il(late))
    assert rome(date(1996, 1, 1), 0) == always.prossima_apertura(early)
    assert always.prossima_apertura(late) is None
    assert always.aperto_il(rome(date(2099, 12, 31), 23, 59))
    assert not always.aperto_il(rome(date(2100, 1, 1), 0))
    assert ((), ()) == (always.giorno(date.min), always.istanti(date.max))
    assert [7, 5] == [len(always.settimana(day)) for day in (date.min, date.max)]


def test_hours_must_have_some_opening_and_each_day_one_exception() -> None:
    """Nothing known is no hours; two closures or two extraordinary openings cannot share a day."""
    day = date(2026, 8, 12)
    special = Straordinaria(day, (MATTINA,))
    wrong = {
        "orario-vuoto": ((), (Chiusura(day),)),
        "chiusure-sovrapposte": (
            SANT_ANGELO.aperture,
            (Chiusura(day), Chiusura(date(2026, 8, 1), day)),
        ),
        "straordinarie-doppie": ((), (special, special)),
    }
    for codice, (openings, eccezioni) in wrong.items():
        with pytest.raises(InvalidHours) as caught:
            Orario(openings, eccezioni)
        assert codice == caught.value.codice
    assert Orario((), (special,)).giorno(day) == (MATTINA,)
    for build in (
        lambda: Orario([]),  # type: ignore[arg-type]
        lambda: Orario((MATTINA,)),  # type: ignore[arg-type]
    ):
        with pytest.raises(IllTyped):
            build()
    with pytest.raises(IllTyped, match="`eccezioni`"):
        Orario(SANT_ANGELO.aperture, (MATTINA,))  # type: ignore[arg-type]


def test_a_question_wants_an_instant_or_a_day_and_nothing_else() -> None:
    """A naive time, a day for an instant, an instant for a day."""
    naive = datetime(2026, 3, 2, 11)  # noqa: DTZ001
    for ask in (
        lambda: SANT_ANGELO.aperto_il(naive),
        lambda: SANT_ANGELO.prossima_apertura(naive),
        lambda: SANT_ANGELO.prossima_apertura(SPRING),  # type: ignore[arg-type]
        lambda: SANT_ANGELO.giorno(naive),
        lambda: SANT_ANGELO.istanti(naive),
        lambda: SANT_ANGELO.settimana(naive),
    ):
        with pytest.raises(IllTyped):
            ask()
