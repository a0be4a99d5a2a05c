"""A household with what it does not know taken from another."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from casa_model.proof._completed import completed, plainest
from casa_model.rules.facts import Fatti, Value
from casa_model.rules.types import (
    BoolType,
    ChoiceType,
    CodeType,
    DateType,
    NumberType,
    Type,
)
from casa_model.values import Euro

ETA = NumberType(0, euro=False, lo=3, hi=9)
LENT = Fatti(
    {"isee": Euro(5), "componenti": Decimal(2)}, ({"eta": Decimal(7)}, {"eta": Decimal(8)})
)


@pytest.mark.parametrize(
    ("tipo", "value"),
    [
        (BoolType(), False),
        (NumberType(2, euro=True, lo=7, hi=9), Euro(7)),
        (NumberType(1, euro=False, lo=-5, hi=9), Decimal("-0.5")),
        (DateType(date(2020, 1, 1)), date(2020, 1, 1)),
        (ChoiceType(("b", "a")), "b"),
        (CodeType(), "altro"),
    ],
)
def test_the_plainest_value(tipo: Type, value: Value) -> None:
    """One for each type."""
    assert value == plainest(tipo)


def test_what_is_known_stays() -> None:
    """Of the other comes what is not known, members too."""
    found = completed(Fatti({"isee": Euro(9)}), LENT, {"eta": ETA})

    assert found == Fatti({"isee": Euro(9), "componenti": Decimal(2)}, LENT.membri)


def test_as_many_members_as_are_stated() -> None:
    """A member more than the other has is as plain as may be."""
    found = completed(Fatti({"componenti": Decimal(3)}), LENT, {"eta": ETA})

    assert [dict(row)["eta"] for row in found.membri or ()] == [7, 8, 3]
    assert found.valori["componenti"] == Decimal(3)


def test_the_list_gives_the_number() -> None:
    """A known list is kept, with the number that it gives."""
    found = completed(Fatti({}, ({"eta": Decimal(4)},)), LENT, {"eta": ETA})

    assert [dict(row) for row in found.membri or ()] == [{"eta": Decimal(4)}]
    assert found.valori["componenti"] == Decimal(1)


def test_a_number_that_nobody_states() -> None:
    """The list alone says how many they are."""
    found = completed(Fatti({}, [{}]), Fatti({"isee": Euro(5)}, LENT.membri), {"eta": ETA})

    assert found == Fatti({"isee": Euro(5)}, [{"eta": Decimal(7)}])


def test_without_members() -> None:
    """Where nobody looks at members there is no list."""
    assert completed(Fatti({}), Fatti({"isee": Euro(1)}), {}) == Fatti({"isee": Euro(1)})
