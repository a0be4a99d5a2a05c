"""Hours cut to the days for which they are known."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from examples import many
from hypothesis import given
from hypothesis import strategies as st

from casa_model.programma.orari import (
    Apertura,
    Chiusura,
    Fascia,
    Orario,
    Regola,
    Straordinaria,
    ritagliato,
)
from casa_model.testing import _places as places

OPEN_ENDS = st.none() | places.days()


@many(150)
@given(places.hours(), OPEN_ENDS, OPEN_ENDS, st.integers(-3, 60))
def test_it_opens_on_those_days_as_before_and_on_no_other(
    orario: Orario, dal: date | None, al: date | None, at: int
) -> None:
    """Around both ends, and in between."""
    cut = ritagliato(orario, dal=dal, al=al)
    for start in (dal, al, places.FIRST):
        day = (start or places.FIRST) + timedelta(days=at)
        inside = (dal is None or dal <= day) and (al is None or day <= al)
        wanted = orario.giorno(day) if inside else ()

        assert (() if cut is None else cut.giorno(day)) == wanted


@pytest.mark.parametrize("day", [date(2019, 12, 31), date(2026, 12, 31)])
@given(places.hours())
def test_nothing_is_left_of_other_days(day: date, orario: Orario) -> None:
    """A day before everything, or after a rule that has ended."""
    cut = ritagliato(orario, dal=day, al=day)

    assert cut is None or cut.giorno(day) == orario.giorno(day)


def test_an_extraordinary_day_by_itself() -> None:
    """Hours without a rule are cut too; a closure alone is none."""
    day = date(2025, 1, 1)
    special = Orario((), (Straordinaria(day, (Fascia(time(9), time(12)),)),))

    assert ritagliato(special, dal=day, al=day) == special
    assert ritagliato(special, dal=day + timedelta(1), al=None) is None
    closed = Orario(special.aperture, (*special.eccezioni, Chiusura(date(2025, 2, 1))))
    assert ritagliato(closed, dal=date(2025, 1, 15), al=None) is None


def test_days_beyond_those_for_which_hours_are_written() -> None:
    """An end that nobody will live to see cuts nothing."""
    it = Orario((Apertura(Regola.parse("FREQ=DAILY"), date(2026, 1, 1), time(10), time(12)),))

    assert ritagliato(it, dal=date(1900, 1, 1), al=date(9999, 12, 31)) == it
    assert ritagliato(it, dal=None, al=date(1900, 1, 1)) is None
    assert ritagliato(it, dal=date(9999, 12, 31), al=None) is None
