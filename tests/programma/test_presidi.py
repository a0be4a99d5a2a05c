"""A presidio: what is known of it, and what is not."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from attrs import evolve
from programma.edition import FONTE, edition

from casa_model.errors import IllTyped, InvalidEntry
from casa_model.programma.orari import ROMA, Momento
from casa_model.programma.presidi import Presidio, ServizioAttivo
from casa_model.programma.servizi import RuoloOrganico
from casa_model.values import Testo

UNO = edition().trova(Presidio, "uno")
"""Open on Mondays and Thursdays of 2024 from 10 to 12; there from 2024 to 2026."""
MONDAY = date(2024, 3, 4)


def at(day: date, hour: int) -> datetime:
    """An instant of the wall in Italy."""
    return datetime(day.year, day.month, day.day, hour, tzinfo=ROMA)


@pytest.mark.parametrize(
    ("istante", "aperto"),
    [
        (at(MONDAY, 10), True),
        (at(MONDAY, 12), False),
        (at(date(2024, 3, 5), 10), False),
        (at(date(2023, 12, 28), 10), False),
        (at(date(2025, 3, 3), 10), None),
        (at(date(2027, 1, 4), 10), False),
        (datetime(2024, 3, 4, 9, 30, tzinfo=UTC), True),
    ],
)
def test_open_closed_or_not_known(istante: datetime, aperto: bool | None) -> None:  # noqa: FBT001 - a column
    """Before and after its life it is not open; where no source gives hours, nobody knows."""
    assert UNO.aperto_il(istante) is aperto
    assert UNO.aperto_a(Momento.of(istante)) is aperto


def test_a_presidio_that_may_not_have_been_there_yet() -> None:
    """Without a first day, hours without one say when it is closed, not that it was open."""
    (noto,) = UNO.orari
    vague = evolve(UNO, dal=None, orari=(evolve(noto, dal=None),))

    assert vague.aperto_il(at(MONDAY, 10)) is None
    assert vague.aperto_il(at(MONDAY, 13)) is False
    assert evolve(vague, orari=(noto,)).aperto_il(at(MONDAY, 10)) is True


@pytest.mark.parametrize(
    ("istante", "apre"),
    [
        (at(date(2020, 1, 1), 10), at(date(2024, 1, 1), 10)),
        (at(MONDAY, 9), at(MONDAY, 10)),
        (at(MONDAY, 11), at(MONDAY, 11)),
        (at(MONDAY, 12), at(date(2024, 3, 7), 10)),
        (at(date(2024, 12, 31), 10), None),
        (at(date(2027, 1, 4), 10), None),
    ],
)
def test_the_next_opening_that_is_known(istante: datetime, apre: datetime | None) -> None:
    """Never on a day on which it is not there or whose hours nobody knows."""
    assert UNO.prossima_apertura(istante) == apre


def test_the_next_opening_passes_over_what_is_not_known() -> None:
    """A year without hours lies between; hours that may be of before its start are no opening."""
    (noto,) = UNO.orari
    later = evolve(noto, dal=date(2026, 1, 1), al=None)
    vague = evolve(UNO, dal=None, orari=(evolve(noto, dal=None),))

    both = evolve(UNO, orari=(later, noto))
    assert both.prossima_apertura(at(date(2025, 3, 3), 10)) == at(date(2026, 1, 1), 10)
    assert both.prossima_apertura(at(MONDAY, 12)) == at(date(2024, 3, 7), 10)
    assert vague.prossima_apertura(at(MONDAY, 9)) is None
    newer = evolve(UNO, dal=date(2024, 3, 1), servizi=(), orari=(evolve(noto, dal=None),))
    assert newer.prossima_apertura(at(date(2024, 2, 1), 10)) == at(MONDAY, 10)
    assert evolve(UNO, orari=()).prossima_apertura(at(MONDAY, 9)) is None


def test_an_instant_has_a_time_zone() -> None:
    """Ten o'clock is not an instant."""
    with pytest.raises(IllTyped):
        UNO.aperto_il(datetime(2024, 3, 4, 10))  # noqa: DTZ001 - what is refused
    with pytest.raises(IllTyped):
        UNO.prossima_apertura(datetime(2024, 3, 4, 10))  # noqa: DTZ001 - the same


def test_a_week_has_days_that_are_open_closed_or_not_known() -> None:
    """31 December 2024 is a Tuesday: from the next day on no source gives hours."""
    week = UNO.settimana(date(2025, 1, 1))

    assert [day.isoformat() for day, _ in week][::6] == ["2024-12-30", "2025-01-05"]
    assert [spans is None for _, spans in week] == [False, False, *[True] * 5]
    assert [str(span) for span in week[0][1] or ()] == ["10:00–12:00"]
    assert evolve(UNO, al=date(2024, 12, 31)).settimana(date(2025, 1, 1))[6][1] == ()


def test_a_week_in_which_it_may_not_have_been_there_yet() -> None:
    """Closed days are told, hours are not: as `aperto_il` answers."""
    (noto,) = UNO.orari
    vague = evolve(UNO, dal=None, orari=(evolve(noto, dal=None),))
    week = vague.settimana(MONDAY)

    assert [spans for _, spans in week] == [None, (), (), None, (), (), ()]


def test_the_last_week_of_all_and_what_is_no_day() -> None:
    """31 December 9999 is a Friday."""
    assert [day for day, _ in UNO.settimana(date.max)] == [
        date(9999, 12, each) for each in range(27, 32)
    ]
    with pytest.raises(IllTyped):
        evolve(UNO, orari=()).settimana(datetime(2024, 3, 4, 10))  # noqa: DTZ001 - what is refused


def test_what_it_gives_never_shows() -> None:
    """That a presidio hosts a reserved service is as secret as where it is."""
    desk = (ServizioAttivo("sportello", FONTE),)
    host = evolve(UNO, servizi=desk, organico=(RuoloOrganico("operatrice", FONTE),))

    assert "sportello" not in repr(host)
    assert "operatrice" not in repr(host)


def test_the_address_never_shows() -> None:
    """A reserved service may be there, and so it may be its own place."""
    attivo = ServizioAttivo("sportello", FONTE, luogo="via Segreta 7")
    there = evolve(UNO, indirizzo="via Segreta 1", servizi=(attivo,))

    assert "Segreta" not in repr(there) + repr(attivo)
    assert "indirizzo=None" in repr(UNO)


DAY = date(2024, 2, 1)


@pytest.mark.parametrize(
    ("one", "other", "overlap"),
    [
        ((None, None), (None, None), True),
        ((None, DAY), (DAY, None), True),
        ((None, date(2024, 1, 31)), (DAY, None), False),
        ((DAY, None), (None, date(2024, 1, 31)), False),
        ((DAY, DAY), (DAY, DAY), True),
    ],
)
def test_a_service_stands_once_on_a_day(
    one: tuple[date | None, date | None],
    other: tuple[date | None, date | None],
    overlap: bool,  # noqa: FBT001 - a column of the table
) -> None:
    """As far as the days are known, open ends included."""
    first, second = (ServizioAttivo("portierato", FONTE, *days) for days in (one, other))

    assert first.sovrappone(second) is overlap
    assert second.sovrappone(first) is overlap


def test_everything_wrong_is_told_at_once() -> None:
    """With the way to each part."""
    role = RuoloOrganico("custode", FONTE)
    twice = (
        ServizioAttivo("portierato", FONTE, date(2023, 1, 1)),
        ServizioAttivo("portierato", FONTE, date(2024, 1, 1), date(2028, 1, 1)),
    )
    with pytest.raises(InvalidEntry) as caught:
        evolve(UNO, servizi=twice, organico=(role, role), orari=UNO.orari * 2)

    assert [(each.code, each.where) for each in caught.value.problems] == [
        ("ruolo-ripetuto", ("organico", 1, "professione")),
        ("servizio-prima-del-presidio", ("servizi", 0, "dal")),
        ("servizio-dopo-il-presidio", ("servizi", 1, "al")),
        ("servizio-ripetuto", ("servizi", 1, "servizio")),
        ("orari-sovrapposti", ("orari", 1)),
    ]


def test_days_out_of_order_are_refused_wherever_they_stand() -> None:
    """Of a presidio, of a service, of its hours."""
    early, late = date(2024, 1, 1), date(2025, 1, 1)
    for build in (
        lambda: evolve(UNO, dal=late, al=early, servizi=()),
        lambda: ServizioAttivo("portierato", FONTE, late, early),
        lambda: evolve(UNO.orari[0], dal=late, al=early),
    ):
        with pytest.raises(InvalidEntry, match="swap the two days"):
            build()


def test_notes_are_texts_in_both_languages() -> None:
    """What the source says besides."""
    assert evolve(UNO, note=(Testo(it="a", en="b"),)).note[0].render("en") == "b"
