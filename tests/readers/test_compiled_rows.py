"""Days and values as the fast reader holds them."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from casa_model.readers.compiled._days import DAY, LAST, MONTH, packed, shifted, unpacked
from casa_model.readers.compiled._prepare import pack
from casa_model.rules.calendar import add_months, last_start, months_between
from casa_model.rules.facts import misfit, units_of
from casa_model.rules.types import CodeType, DateType, NumberType
from casa_model.testing._values import days, values
from casa_model.testing._vocabulary import FATTI
from casa_model.values import Euro

if TYPE_CHECKING:
    from casa_model.rules.types import Type

TYPES: tuple[Type, ...] = (
    *dict.fromkeys(fatto.tipo for fatto in FATTI), NumberType(0, euro=False, lo=-5, hi=5),
)  # fmt: skip
ODD = (
    None, True, 1, -1, 2.0, "", "protezione", "a b", Decimal("NaN"), Decimal("sNaN"),
    Decimal("Infinity"), Decimal("1e999999"), Decimal("1e-999999"), Decimal("-0.00"),
    Decimal("1." + "0" * 200), Decimal("1." + "0" * 200 + "1"), Decimal("3E+1"), Euro(-1),
    Euro(10**20), date(1, 1, 1), date(9999, 12, 31), ["isee"],
    datetime(2024, 1, 1),  # noqa: DTZ001 - a moment, of any zone, is no day
)  # fmt: skip


class TestDays:
    """A day is a number with the same order."""

    @given(days(date(1, 1, 1), date(9999, 12, 31)))
    def test_back_again(self, day: date) -> None:
        """Nothing is lost, and a bit tells the last day of a month."""
        number = packed(day)

        assert unpacked(number) == day
        assert (number & LAST == 1) == (day.day == monthrange(day.year, day.month)[1])

    @given(days(), days())
    def test_order(self, one: date, other: date) -> None:
        """The order of the numbers is that of the days."""
        assert (one < other) == (packed(one) < packed(other))

    @given(days(), st.integers(-1200, 1200))
    def test_shifted(self, day: date, months: int) -> None:
        """Months are added as `relativedelta` adds them."""
        assert unpacked(shifted(packed(day), months)) == add_months(day, months)

    @given(days(), days())
    @example(date(2020, 2, 29), date(2021, 2, 28))
    @example(date(2023, 1, 31), date(2023, 2, 28))
    @example(date(2023, 2, 28), date(2023, 3, 28))
    def test_complete_months(self, first: date, last: date) -> None:
        """The formula of the fast reader counts what the reference counts."""
        a, b = packed(first), packed(last)
        short = not b & LAST and (b & DAY) < (a & DAY)
        found = (b >> MONTH) - (a >> MONTH) - short if a <= b else 0

        assert months_between(first, last) == found

    @given(days(), days(), st.integers(1, 1200))
    @example(date(2023, 2, 28), date(2023, 3, 28), 1)
    @example(date(2023, 1, 31), date(2023, 2, 28), 1)
    @example(date(2022, 2, 28), date(2024, 2, 29), 24)
    @example(date(2024, 2, 29), date(2023, 2, 28), 12)
    def test_the_last_start(self, first: date, last: date, months: int) -> None:
        """At least so many complete months: no later than one day."""
        assert (months_between(first, last) >= months) == (first <= last_start(last, months))

    @given(days(date(2020, 1, 1), date(2025, 12, 31)), days(), st.integers(1, 60))
    def test_the_last_start_near_by(self, first: date, last: date, months: int) -> None:
        """Also where the two are few months apart, around the ends of months."""
        last = add_months(first, months) if last.year % 2 else last

        assert (months_between(first, last) >= months) == (first <= last_start(last, months))


class TestCells:
    """A value has a cell when it fits its declaration."""

    @given(st.sampled_from(TYPES), st.data())
    def test_what_fits(self, tipo: Type, data: st.DataObject) -> None:
        """Every value of a type has one."""
        assert pack(tipo)(data.draw(values(tipo))) is not None

    @given(st.sampled_from(TYPES), st.sampled_from(TYPES), st.data())
    def test_what_does_not(self, tipo: Type, other: Type, data: st.DataObject) -> None:
        """A value has a cell exactly when the reference takes it."""
        value = data.draw(values(other) | st.sampled_from(ODD))

        assert (pack(tipo)(value) is None) == (misfit(tipo, value) is not None)

    @pytest.mark.parametrize("odd", ODD, ids=str)
    @pytest.mark.parametrize("tipo", TYPES, ids=lambda tipo: type(tipo).__name__)
    def test_odd_values(self, tipo: Type, odd: object) -> None:
        """Every odd value against every type."""
        assert (pack(tipo)(odd) is None) == (misfit(tipo, odd) is not None)

    def test_what_cells_are(self) -> None:
        """Cents, units at the scale of the declaration, days as numbers, texts as they are."""
        assert pack(TYPES[0])(Euro(5)) == 5
        assert pack(NumberType(2, euro=False, lo=0, hi=999))(Decimal("1.5")) == 150
        assert pack(DateType())(date(2024, 2, 29)) == packed(date(2024, 2, 29))
        assert pack(CodeType())("015146") == "015146"


class TestUnits:
    """A plain number as whole units, exactly or not at all."""

    @given(st.integers(-(10**20), 10**20), st.integers(0, 9), st.integers(0, 5))
    def test_exactly(self, units: int, scale: int, zeros: int) -> None:
        """Zeros after the last digit change nothing."""
        written = Decimal(units * 10**zeros).scaleb(-scale - zeros)

        assert units_of(written, scale) == units

    @given(st.integers(-(10**20), 10**20), st.integers(0, 9))
    def test_a_digit_too_many(self, units: int, scale: int) -> None:
        """A digit beyond the scale is no unit."""
        assert units_of(Decimal(units * 10 + 1).scaleb(-scale - 1), scale) is None

    @pytest.mark.parametrize("number", ["1e31", "-1e31", "NaN", "sNaN", "-Infinity", "1e-999999"])
    def test_none(self, number: str) -> None:
        """Too large, no number, or lost on the way: no guess."""
        assert units_of(Decimal(number), 2) is None

    def test_whole_numbers(self) -> None:
        """Python's own, but not its truth values."""
        assert units_of(3, 2) == 300
        assert units_of(True, 2) is None  # noqa: FBT003 - a truth value is the point
