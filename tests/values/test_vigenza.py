"""Days in force, `al` included, and a value that changes from day to day."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casa_model.errors import IllTyped, InvalidValue
from casa_model.values import Fonte, Grado, Periodo, Storia, Vigenza

FONTE = Fonte(Grado.DERIVATA, testo="una prova")
ORIGINE = date(2019, 1, 1)

# Sixty days are enough for every order of the ends, and few enough to try each day.
days = st.integers(0, 59).map(lambda n: ORIGINE + timedelta(n))
ALL_DAYS = [ORIGINE + timedelta(n) for n in range(60)]


@st.composite
def vigenze(draw: st.DrawFn) -> Vigenza:
    """Draw a stretch of days, open or closed."""
    dal = draw(days)
    return Vigenza(dal, draw(st.none() | days.filter(lambda d: d >= dal)))


@st.composite
def storie(draw: st.DrawFn) -> Storia[int]:
    """Draw a history of one to four periods that may end."""
    starts = sorted(draw(st.sets(days, min_size=2, max_size=5)))
    cessa = starts.pop() if draw(st.booleans()) else None
    return Storia(tuple(Periodo(d, n, FONTE) for n, d in enumerate(starts)), cessa)


def storia(*dal: date, cessa: date | None = None) -> Storia[int]:
    """Build a history whose values count the periods."""
    return Storia(tuple(Periodo(d, n, FONTE) for n, d in enumerate(dal)), cessa)


def test_both_ends_are_included() -> None:
    """The first and the last day are in; their neighbours are not."""
    anno = Vigenza(date(2024, 1, 1), date(2024, 12, 31))
    asked = [date(2023, 12, 31), date(2024, 1, 1), date(2024, 12, 31), date(2025, 1, 1)]

    assert [anno.contiene(g) for g in asked] == [False, True, True, False]


def test_without_an_end_it_lasts_for_good() -> None:
    """No `al` means every later day."""
    assert Vigenza(date(2024, 1, 1)).contiene(date.max)


def test_one_day_is_enough() -> None:
    """`al` may be `dal` itself, and no earlier."""
    assert Vigenza(ORIGINE, ORIGINE).contiene(ORIGINE)
    with pytest.raises(InvalidValue, match="`al` comes before `dal`"):
        Vigenza(ORIGINE, ORIGINE - timedelta(1))


@pytest.mark.parametrize("field", ["dal", "al"])
def test_a_day_has_no_time(field: str) -> None:
    """A date with a time is not a day."""
    ends = {"dal": ORIGINE, field: datetime(2024, 1, 1)}  # noqa: DTZ001

    with pytest.raises(IllTyped, match=f"`{field}` must be a day without time"):
        Vigenza(**ends)


@given(vigenze(), vigenze())
def test_two_overlap_when_some_day_is_in_both(one: Vigenza, other: Vigenza) -> None:
    """Overlap is a shared day, whichever is asked."""
    shared = any(one.contiene(g) and other.contiene(g) for g in ALL_DAYS)

    assert one.sovrappone(other) == other.sovrappone(one) == shared


@pytest.mark.parametrize(
    ("vigenza", "it", "en"),
    [
        (Vigenza(ORIGINE), "dal 2019-01-01", "from 2019-01-01"),
        (Vigenza(ORIGINE, ORIGINE), "il 2019-01-01", "on 2019-01-01"),
        (
            Vigenza(ORIGINE, date(2019, 12, 31)),
            "dal 2019-01-01 al 2019-12-31",
            "from 2019-01-01 to 2019-12-31",
        ),
    ],
)
def test_names_its_days_for_people(vigenza: Vigenza, it: str, en: str) -> None:
    """From, from and to, or on."""
    assert (vigenza.render("it"), vigenza.render("en")) == (it, en)


def test_a_value_lasts_until_the_next() -> None:
    """Each period is in force from its first day to the eve of the next."""
    soglia = storia(date(2019, 10, 14), date(2024, 1, 1), cessa=date(2025, 1, 1))
    asked = [date(2019, 10, 14), date(2023, 12, 31), date(2024, 1, 1), date(2024, 12, 31)]

    assert [p.valore for p in map(soglia.il, asked) if p] == [0, 0, 1, 1]


def test_before_the_first_and_from_the_end_there_is_no_value() -> None:
    """`cessa` is the first day without a value."""
    soglia = storia(date(2019, 10, 14), cessa=date(2025, 1, 1))

    assert soglia.il(date(2019, 10, 13)) is None
    assert soglia.il(date(2025, 1, 1)) is None
    assert storia(date(2019, 10, 14)).il(date.max) is not None


def test_a_history_is_never_empty() -> None:
    """There is at least one value."""
    with pytest.raises(InvalidValue, match="the history is empty"):
        Storia(())


@pytest.mark.parametrize(
    ("dal", "cessa"),
    [
        ([date(2024, 1, 1), date(2024, 1, 1)], None),
        ([date(2024, 1, 1), date(2023, 1, 1)], None),
        ([date(2024, 1, 1)], date(2024, 1, 1)),
        ([date(2024, 1, 1)], date(2023, 1, 1)),
    ],
)
def test_the_days_of_a_history_increase(dal: list[date], cessa: date | None) -> None:
    """No two values on one day, none after the end."""
    with pytest.raises(InvalidValue, match="must increase"):
        storia(*dal, cessa=cessa)


def test_a_history_is_a_tuple_of_periods() -> None:
    """A list could change, and a bare value has no day."""
    with pytest.raises(IllTyped, match="`periodi` must be a tuple"):
        Storia([Periodo(ORIGINE, 1, FONTE)])  # type: ignore[arg-type]
    with pytest.raises(IllTyped, match="`periodi` must be `Periodo`"):
        Storia((1,))  # type: ignore[arg-type]


def test_gaps_name_the_days_without_a_value() -> None:
    """A gap before the first value, and one from the end on."""
    soglia = storia(date(2019, 10, 14), cessa=date(2025, 1, 1))

    assert soglia.buchi(Vigenza(date(2019, 10, 1))) == (
        Vigenza(date(2019, 10, 1), date(2019, 10, 13)),
        Vigenza(date(2025, 1, 1)),
    )
    assert soglia.buchi(Vigenza(date(2019, 10, 14), date(2024, 12, 31))) == ()


@given(storie(), vigenze())
def test_gaps_are_the_days_without_a_value(una: Storia[int], vigenza: Vigenza) -> None:
    """A day is in a gap exactly when it is in force and has no value."""
    gaps = una.buchi(vigenza)

    assert [any(b.contiene(g) for b in gaps) for g in ALL_DAYS] == [
        vigenza.contiene(g) and una.il(g) is None for g in ALL_DAYS
    ]


@given(storie(), days)
def test_the_value_of_a_day_is_the_last_that_began(una: Storia[int], giorno: date) -> None:
    """On every day at most one value answers: the last one begun and not ended."""
    begun = [p for p in una.periodi if p.dal <= giorno]
    ended = una.cessa is not None and una.cessa <= giorno

    assert una.il(giorno) == (begun[-1] if begun and not ended else None)
