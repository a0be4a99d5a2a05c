from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casa_model.exchange._celle import Guasto, cella, giorno, momento, ora
from casa_model.exchange._celle_json import Numero, cella_json
from casa_model.rules.types import (
    BoolType,
    ChoiceType,
    CodeType,
    DateType,
    NumberType,
    Type,
    parse_type,
)
from casa_model.values import Euro

EURO = parse_type("euro")
ANNI = NumberType(0, euro=False, lo=0, hi=130)
QUOTA = NumberType(2, euro=False, lo=-1000, hi=1000)
GRANDE = NumberType(0, euro=False, lo=0, hi=2**63 - 1)
BAD, OUT, FINE = Guasto.ILLEGGIBILE, Guasto.FUORI, Guasto.TROPPI


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *[(text, True) for text in ("vero", "SÌ", "si", "true")],
        *[(text, False) for text in ("FALSO", "no", "false")],
        *[(text, BAD) for text in ("1", "x", "v")],
    ],
)
def test_a_truth_is_one_of_a_few_words(text: str, expected: object) -> None:
    """Capitals are what a spreadsheet writes; a number is no truth."""
    assert cella(BoolType(), None)(text) == expected


@pytest.mark.parametrize(
    ("text", "italian", "plain"),
    [
        ("9.360,00", Euro(936000), BAD),
        ("9360,00", Euro(936000), BAD),
        ("9360.00", BAD, Euro(936000)),
        ("9.360", BAD, BAD),
        ("9360", BAD, BAD),
        ("9360,0", BAD, BAD),
        ("9.360,005", FINE, BAD),
        ("9360.0055", BAD, FINE),
        ("9360.005", BAD, BAD),
        ("-1,00", OUT, BAD),
        ("-1.00", BAD, OUT),
        ("1e3", BAD, BAD),
        ("NaN", BAD, BAD),
        ("٣,00", BAD, BAD),
    ],
)
def test_an_amount_is_read_in_the_declared_convention_only(
    text: str, italian: object, plain: object
) -> None:
    """What one convention writes is never read by the other."""
    assert (cella(EURO, "it")(text), cella(EURO, "plain")(text)) == (italian, plain)


@pytest.mark.parametrize(
    ("text", "italian", "plain"),
    [
        ("2", Decimal(2), Decimal(2)),
        ("2,5", Decimal("2.5"), BAD),
        ("2.5", BAD, Decimal("2.5")),
        ("-0,05", Decimal("-0.05"), BAD),
        ("2,505", FINE, BAD),
        ("2.5055", BAD, FINE),
        ("-2,5055", FINE, BAD),
        ("2,5055x", BAD, BAD),
        ("2x,5055", BAD, BAD),
        ("2.505", BAD, FINE),
        ("2,", BAD, BAD),
        ("1.000,00", BAD, BAD),
        ("02", BAD, BAD),
        ("+2", BAD, BAD),
        ("11", OUT, OUT),
    ],
)
def test_a_number_has_at_most_its_decimals(text: str, italian: object, plain: object) -> None:
    """No mark stands at the thousands: `1.234` would be two numbers."""
    assert (cella(QUOTA, "it")(text), cella(QUOTA, "plain")(text)) == (italian, plain)


@pytest.mark.parametrize(
    ("text", "expected"), [("41", Decimal(41)), ("41,0", BAD), ("41.0", BAD), ("131", OUT)]
)
def test_a_whole_number_has_no_decimals(text: str, expected: object) -> None:
    """Not even a zero."""
    assert cella(ANNI, "it")(text) == expected


@pytest.mark.parametrize(
    ("text", "italian", "plain"),
    [
        ("2024-02-29", date(2024, 2, 29), date(2024, 2, 29)),
        ("29/02/2024", date(2024, 2, 29), BAD),
        ("2023-02-29", BAD, BAD),
        ("29/2/2024", date(2024, 2, 29), BAD),
        ("1/9/2020", date(2020, 9, 1), BAD),
        ("1/9/20", BAD, BAD),
        ("001/9/2020", BAD, BAD),
        ("20240229", BAD, BAD),
        ("2024-W09-4", BAD, BAD),
        ("1899-12-31", OUT, OUT),
    ],
)
def test_a_day_is_iso_or_italian_when_declared(text: str, italian: object, plain: object) -> None:
    """The thirteenth month is never guessed away."""
    assert (cella(DateType(), "it")(text), cella(DateType(), "plain")(text)) == (italian, plain)


def test_a_choice_is_its_code_and_a_code_is_itself() -> None:
    """No capital is forgiven in a choice."""
    choice = cella(ChoiceType(("protezione",)), None)

    assert [choice("protezione"), choice("Protezione"), cella(CodeType(), None)("015146")] == [
        "protezione",
        BAD,
        "015146",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-01-31", date(2024, 1, 31)),
        ("2024-01-31T12:00", datetime(2024, 1, 31, 12)),  # noqa: DTZ001 - wall time in Italy
        ("31/01/2024 12:00:30", datetime(2024, 1, 31, 12, 0, 30)),  # noqa: DTZ001
        ("2024-01-31 ", BAD),
        ("2024-01-31 24:00", BAD),
        ("2024-01-31 12", BAD),
        ("2024-01-31T12:00+02:00", BAD),
        ("31-01-2024 12:00", BAD),
        ("2019-12-31 12:00", OUT),
    ],
)
def test_a_moment_is_a_day_that_may_carry_an_hour(text: str, expected: object) -> None:
    """The hour is that of the clock in Italy: no zone is read."""
    read = momento(DateType(lo=date(2020, 1, 1)), "it")

    assert read(text) == expected


@given(st.dates())
def test_any_day_is_read_as_it_is_written(day: date) -> None:
    """Both ways of writing a day, in any year of four digits."""
    assert (giorno(day.isoformat(), None), giorno(f"{day:%d/%m}/{day.year:04}", "it")) == (day, day)


@given(st.times().map(lambda t: t.replace(microsecond=0)))
def test_any_hour_is_read_as_it_is_written(hour: object) -> None:
    """To the second."""
    assert ora(str(hour)) == hour


@given(st.integers(0, 99_999_999_999).map(Euro))
def test_any_amount_comes_back_from_both_conventions(amount: Euro) -> None:
    """The two spellings of the same amount."""
    italian = amount.render("it").removesuffix(" €")

    assert (cella(EURO, "it")(italian), cella(EURO, "plain")(str(amount))) == (amount, amount)


@pytest.mark.parametrize(
    ("tipo", "raw", "expected"),
    [
        (EURO, Numero("9360"), Euro(936000)),
        (EURO, Numero("9360.5"), Euro(936050)),
        (EURO, Numero("0.1"), Euro(10)),
        (EURO, "9360.00", Euro(936000)),
        (EURO, "9360", BAD),
        (EURO, Numero("9360.005"), BAD),
        (EURO, Numero("1e3"), Euro(100000)),
        (EURO, Numero("936050e-2"), Euro(936050)),
        (EURO, Numero("9360.500"), Euro(936050)),
        (EURO, Numero("1e-3"), BAD),
        (EURO, Numero("1e400"), BAD),
        (EURO, Numero("1e" + "9" * 30), BAD),
        (EURO, Numero("0e" + "9" * 9), Euro(0)),
        (EURO, Numero("-0"), Euro(0)),
        (EURO, Numero("NaN"), BAD),
        (EURO, Numero("-Infinity"), BAD),
        (EURO, True, BAD),
        (EURO, Numero("-1"), OUT),
        (QUOTA, Numero("0.5"), Decimal("0.5")),
        (QUOTA, "0.50", Decimal("0.5")),
        (ANNI, Numero("41"), Decimal(41)),
        (ANNI, Numero("41.0"), Decimal(41)),
        (ANNI, Numero("4.1E+1"), Decimal(41)),
        (ANNI, Numero("41.5"), BAD),
        (ANNI, "41.0", BAD),
        (GRANDE, Numero("9223372036854775807"), Decimal(2**63 - 1)),
        (GRANDE, "9223372036854775808", OUT),
        (GRANDE, "10000000000000000000", BAD),
        (BoolType(), True, True),
        (BoolType(), "vero", BAD),
        (BoolType(), Numero("1"), BAD),
        (DateType(), "2024-01-31", date(2024, 1, 31)),
        (DateType(), "31/01/2024", BAD),
        (ChoiceType(("a",)), "a", "a"),
        (ChoiceType(("a",)), ["a"], BAD),
        (CodeType(), "015146", "015146"),
        (CodeType(), Numero("15146"), BAD),
        (CodeType(), "", BAD),
    ],
)
def test_a_json_value_is_read_by_its_digits(tipo: Type, raw: object, expected: object) -> None:
    """A number is a JSON number, however it is written, or its text; all else keeps its kind."""
    assert cella_json(tipo)(raw) == expected
