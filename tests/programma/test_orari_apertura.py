"""Hours of one day, openings and exceptions: what cannot be built."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

import pytest

from casa_model.errors import IllTyped, InvalidHours
from casa_model.programma.orari import Apertura, Chiusura, Fascia, Regola, Straordinaria
from casa_model.programma.orari._fascia import fascia_of, joined

if TYPE_CHECKING:
    from collections.abc import Callable

WEEKLY = Regola.parse("FREQ=WEEKLY;BYDAY=MO;UNTIL=20260401")
MONDAY = date(2026, 3, 2)
TEN, NOON = time(10), time(12)

WRONG: list[tuple[str, Callable[[], object]]] = [
    ("ora-con-secondi", lambda: Fascia(TEN, time(12, 0, 1))),
    ("ora-con-secondi", lambda: Fascia(TEN, time(12, 0, 0, 1))),
    ("fascia-rovescia", lambda: Fascia(NOON, TEN)),
    ("fascia-rovescia", lambda: Fascia(TEN, TEN)),
    ("fascia-rovescia", lambda: Apertura(WEEKLY, MONDAY, NOON, TEN)),
    ("apertura-dal-diverso", lambda: Apertura(WEEKLY, date(2026, 3, 3), TEN, NOON)),
    ("apertura-dal-diverso", lambda: Apertura(WEEKLY, date(2026, 4, 6), TEN, NOON)),
    ("orario-giorno-fuori", lambda: Apertura(WEEKLY, date(1995, 12, 25), TEN, NOON)),
    ("orario-giorno-fuori", lambda: Chiusura(date(1995, 12, 25), MONDAY)),
    ("orario-giorno-fuori", lambda: Chiusura(MONDAY, date(2100, 1, 1))),
    ("orario-giorno-fuori", lambda: Straordinaria(date(2100, 1, 1), (Fascia(TEN, NOON),))),
    ("chiusura-rovescia", lambda: Chiusura(MONDAY, date(2026, 3, 1))),
    ("straordinaria-vuota", lambda: Straordinaria(MONDAY, ())),
]


@pytest.mark.parametrize(("codice", "build"), WRONG)
def test_what_is_wrong_has_a_code_and_a_sentence(codice: str, build: Callable[[], object]) -> None:
    """The sentence is filled, in both languages."""
    with pytest.raises(InvalidHours) as caught:
        build()

    assert codice == caught.value.codice
    assert "{" not in caught.value.testo("it") + caught.value.testo("en")


@pytest.mark.parametrize(
    "build",
    [
        lambda: Fascia("10:00", NOON),  # type: ignore[arg-type]
        lambda: Fascia(time(10, tzinfo=UTC), NOON),
        lambda: Apertura(WEEKLY, MONDAY, TEN, time(12, tzinfo=UTC)),
        lambda: Apertura("FREQ=DAILY", MONDAY, TEN, NOON),  # type: ignore[arg-type]
        lambda: Apertura(WEEKLY, datetime(2026, 3, 2, tzinfo=UTC), TEN, NOON),
        lambda: Chiusura(datetime(2026, 3, 2, tzinfo=UTC)),
        lambda: Chiusura(MONDAY, motivo="ferie"),  # type: ignore[arg-type]
        lambda: Straordinaria(MONDAY, [Fascia(TEN, NOON)]),  # type: ignore[arg-type]
        lambda: Straordinaria(MONDAY, ((TEN, NOON),)),  # type: ignore[arg-type]
    ],
)
def test_the_parts_have_exact_types(build: Callable[[], object]) -> None:
    """A text is no time, nor is one with a zone; an instant is no day."""
    with pytest.raises(IllTyped):
        build()


def test_midnight_as_closing_is_the_end_of_the_day() -> None:
    """Python cannot write 24:00; no opening could close at the midnight that begins the day."""
    assert ("22:00–24:00", (1320, 1440)) == (
        str(Fascia(time(22), time(0))),
        Fascia(time(22), time(0)).span,
    )
    assert str(Fascia(time(0), time(0))) == "00:00–24:00"
    assert Fascia(time(22), time(0)) == fascia_of((1320, 1440))


def test_the_hours_of_an_opening_are_a_stretch_of_a_day() -> None:
    """Without their days."""
    assert Fascia(TEN, NOON) == Apertura(WEEKLY, MONDAY, TEN, NOON).fascia


def test_stretches_that_overlap_or_touch_are_joined_and_empty_ones_dropped() -> None:
    """Whatever their order."""
    assert ((0, 5), (6, 9)) == joined([(6, 8), (3, 5), (0, 3), (7, 9), (7, 7), (9, 2), (1, 2)])
    assert joined([]) == ()
