"""Money is whole cents: exact, strictly read, never a float."""

from __future__ import annotations

import operator
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casa_model.errors import IllTyped, InvalidValue
from casa_model.values import ZERO, Euro

if TYPE_CHECKING:
    from collections.abc import Callable

LARGEST = 10**17 - 1
amounts = st.builds(Euro, st.integers(-LARGEST, LARGEST))


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("0.00", 0),
        ("-0.00", 0),
        ("0.05", 5),
        ("-0.50", -50),
        ("9360.00", 936_000),
        ("-9359.99", -935_999),
        ("999999999999999.99", LARGEST),
    ],
)
def test_reads_the_plain_form(text: str, cents: int) -> None:
    """Digits, a point, two decimals."""
    assert Euro.parse(text) == Euro(cents)


@pytest.mark.parametrize(
    "text",
    [
        *["", " ", "9360", "9360.0", "9360.000", "9360,00", "9.360,00", "9,360.00", "09360.00"],
        *["00.00", ".00", "+1.00", "--1.00", "- 1.00", " 1.00", "1.00 ", "1.00\n", "1_0.00"],
        *[
            "1e3",
            "1e3.00",
            "NaN",
            "Infinity",
            "0x10.00",
            "\u0663.\u0660\u0660",
            "\uff11.\uff10\uff10",
            "100000000000000000.00",
        ],
    ],
)
def test_refuses_any_other_form(text: str) -> None:
    """What is not the plain form to the letter is refused."""
    with pytest.raises(InvalidValue):
        Euro.parse(text)


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("0,00", 0),
        ("0,05", 5),
        ("9360,00", 936_000),
        ("9.360,00", 936_000),
        ("-9.359,99", -935_999),
        ("25.000,00", 2_500_000),
        ("1.000.000,00", 100_000_000),
        ("999.999.999.999.999,99", LARGEST),
        ("999999999999999,99", LARGEST),
    ],
)
def test_reads_the_italian_form(text: str, cents: int) -> None:
    """Dots at every thousand or at none, a comma, two decimals."""
    assert Euro.parse_it(text) == Euro(cents)


@pytest.mark.parametrize(
    "text",
    [
        *["", "9.360", "9360.00", "9,360.00", "9.36,00", "93.60,00", "9360,0", "9360,000"],
        *["1.000000,00", "1000.000,00", "0.360,00", "09.360,00", ".360,00", "9..360,00"],
        *[
            "9.360,00 €",
            "9.360,00\n",
            "9 360,00",
            "\u0669,\u0660\u0660",
            "100.000.000.000.000.000,00",
        ],
    ],
)
def test_refuses_any_other_italian_form(text: str) -> None:
    """A misplaced dot is refused: nobody guesses what it meant."""
    with pytest.raises(InvalidValue):
        Euro.parse_it(text)


@pytest.mark.parametrize("read", [Euro.parse, Euro.parse_it])
def test_a_refusal_never_repeats_the_text(read: Callable[[str], Euro]) -> None:
    """An amount may be a person's fact: no message tells it."""
    with pytest.raises(InvalidValue) as caught:
        read("SEGRETO-7777")

    assert "7777" not in caught.value.testo("it") + caught.value.testo("en")


@pytest.mark.parametrize(
    ("value", "cents"),
    [
        ("9360", 936_000),
        ("9360.00", 936_000),
        ("1.100", 110),
        ("1E+3", 100_000),
        ("-0.01", -1),
        ("0E-999999", 0),
        ("0E+99999", 0),
        ("999999999999999.99", LARGEST),
        ("1." + "0" * 5000, 100),
    ],
)
def test_an_exact_decimal_becomes_money(value: str, cents: int) -> None:
    """Zeros after the cents and exponents change nothing."""
    assert Euro.from_decimal(Decimal(value)) == Euro(cents)


@pytest.mark.parametrize(
    "value",
    ["NaN", "sNaN", "Infinity", "-Infinity", "1.001", "0.005", "1E-999999", "1E+17", "1E+999999"],
)
def test_an_inexact_decimal_is_refused(value: str) -> None:
    """Nothing is rounded, and nothing huge is built on the way."""
    with pytest.raises(InvalidValue, match="not an exact number of cents"):
        Euro.from_decimal(Decimal(value))


@pytest.mark.parametrize("value", [1, 1.5, "1.00", None])
def test_only_a_decimal_is_turned_from_decimal(value: object) -> None:
    """No float comes in by this door."""
    with pytest.raises(IllTyped, match="is not a `Decimal`"):
        Euro.from_decimal(value)  # type: ignore[arg-type]


@pytest.mark.parametrize("cents", [1.5, 1.0, True, "1", None, Decimal(1)])
def test_cents_are_exactly_whole_numbers(cents: object) -> None:
    """A float, a truth value and a text are not cents."""
    with pytest.raises(IllTyped, match="`cents` must be a whole number"):
        Euro(cents)  # type: ignore[arg-type]


def test_there_is_no_way_out_to_float() -> None:
    """Money does not become a float."""
    with pytest.raises(TypeError):
        float(Euro(150))  # type: ignore[arg-type]


def test_arithmetic_is_exact() -> None:
    """Sum, difference, opposite, and a whole number of times on either side."""
    a, b = Euro(936_000), Euro(1)

    assert (a + b, b - a, -a) == (Euro(936_001), Euro(-935_999), Euro(-936_000))
    assert (b * 3, 3 * b) == (Euro(3), Euro(3))


@pytest.mark.parametrize("other", [1, 1.5, True, None, "1.00", Decimal(1)])
@pytest.mark.parametrize(
    "operation",
    [operator.add, operator.sub, operator.lt, operator.le, operator.gt, operator.ge],
)
def test_money_meets_money_only(
    operation: Callable[[object, object], object], other: object
) -> None:
    """Adding or comparing money with anything else is a type error, on either side."""
    with pytest.raises(TypeError):
        operation(Euro(1), other)
    with pytest.raises(TypeError):
        operation(other, Euro(1))


@pytest.mark.parametrize("times", [1.5, True, "2", Decimal(2), Euro(2)])
def test_money_times_a_whole_number_only(times: object) -> None:
    """Money times a fraction would need a rounding that nobody wrote down."""
    with pytest.raises(TypeError):
        operator.mul(Euro(1), times)
    with pytest.raises(TypeError):
        operator.mul(times, Euro(1))


def test_money_is_never_equal_to_a_number() -> None:
    """One cent is not one."""
    assert Euro(1) != 1
    assert Euro(0) == ZERO


def test_the_total_of_none_is_zero() -> None:
    """A total needs no start."""
    assert Euro.total([]) == ZERO
    assert Euro.total(iter([Euro(1), Euro(2)])) == Euro(3)


@pytest.mark.parametrize(
    ("cents", "plain", "it", "en"),
    [
        (936_000, "9360.00", "9.360,00 €", "€9,360.00"),
        (-936_000, "-9360.00", "-9.360,00 €", "-€9,360.00"),
        (5, "0.05", "0,05 €", "€0.05"),
        (-5, "-0.05", "-0,05 €", "-€0.05"),
        (123_456_789, "1234567.89", "1.234.567,89 €", "€1,234,567.89"),
    ],
)
def test_is_written_for_files_and_for_people(cents: int, plain: str, it: str, en: str) -> None:
    """The plain form for files, dots or commas at the thousands for people."""
    amount = Euro(cents)

    assert (str(amount), amount.render("it"), amount.render("en")) == (plain, it, en)
    assert repr(amount) == f"Euro('{plain}')"


@given(amounts)
def test_every_form_reads_back(amount: Euro) -> None:
    """Plain, Italian and decimal forms lose nothing."""
    assert Euro.parse(str(amount)) == amount
    assert Euro.parse_it(amount.render("it").removesuffix(" €")) == amount
    assert Euro.from_decimal(amount.decimal) == amount
    assert amount.decimal.as_tuple().exponent == -2


@given(amounts, amounts)
def test_order_and_difference_agree(a: Euro, b: Euro) -> None:
    """One amount is below another exactly when their difference is negative."""
    assert (a < b) == ((a - b).cents < 0)
    assert a - b == a + -b
