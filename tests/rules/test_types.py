"""Types: how they are written, what they hold by default, how people are told of them."""

from __future__ import annotations

from datetime import date

import pytest

from casa_model.errors import InvalidValue
from casa_model.rules.types import (
    BoolType,
    ChoiceType,
    CodeType,
    DateType,
    NumberType,
    Type,
    describe,
    parse_type,
    type_text,
)

TEXTS = {
    "bool": BoolType(),
    "euro": NumberType(2, euro=True, lo=0, hi=99_999_999_999),
    "numero(2)": NumberType(2, euro=False, lo=0, hi=0),
    "numero(0)": NumberType(0, euro=False, lo=0, hi=0),
    "data": DateType(date(1901, 1, 1), date(2099, 12, 31)),
    "codice": CodeType(),
}


@pytest.mark.parametrize(("text", "kind"), TEXTS.items())
def test_a_type_is_read_and_written(text: str, kind: Type) -> None:
    """Money is 0 to 999.999.999,99, days are those of 1901–2099."""
    assert parse_type(text) == kind
    assert type_text(kind) == text


def test_a_bare_number_is_whole() -> None:
    """`numero` is `numero(0)`."""
    assert parse_type("numero") == parse_type("numero(0)")


def test_a_choice_holds_its_values() -> None:
    """In the order in which they are listed."""
    kind = parse_type("scelta", ("uno", "due"))

    assert kind == ChoiceType(("uno", "due"))
    assert type_text(kind) == "scelta"


@pytest.mark.parametrize(
    "text", ["", "Euro", "numero(10)", "numero(-1)", "numero()", "int", "bool "]
)
def test_another_word_is_refused(text: str) -> None:
    """The message lists the words that there are."""
    with pytest.raises(InvalidValue, match="write bool, euro, numero") as raised:
        parse_type(text)

    assert "scrivi bool, euro, numero(n)" in raised.value.testo("it")


def test_money_of_more_decimals_is_told_as_such() -> None:
    """A product of money and a quota has more than cents."""
    assert type_text(NumberType(4, euro=True, lo=0, hi=1)) == "euro con 4 decimali"


@pytest.mark.parametrize(
    ("kind", "it", "en"),
    [
        (BoolType(), "un sì o no", "a yes or no"),
        (parse_type("euro"), "un importo in euro", "an amount in euro"),
        (parse_type("numero(2)"), "un numero", "a number"),
        (DateType(), "una data", "a day"),
        (ChoiceType(("a",)), "una scelta", "a choice"),
        (CodeType(), "un codice", "a code"),
    ],
)
def test_a_type_in_words(kind: Type, it: str, en: str) -> None:
    """Of a person, in both languages."""
    assert (describe(kind, "it"), describe(kind, "en")) == (it, en)


def test_a_number_at_more_decimals_is_the_same_number() -> None:
    """1.50 and 1.500."""
    found = NumberType(2, euro=True, lo=-150, hi=150, free=True).at(3)

    assert found == NumberType(3, euro=True, lo=-1500, hi=1500, free=True)
