"""Facts of a household: sealed, masked, and fit or not fit for their declaration."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import pytest

from casa_model.errors import IllTyped
from casa_model.rules.facts import Cambia, Fatti, Fatto, misfit
from casa_model.rules.types import (
    BoolType,
    ChoiceType,
    CodeType,
    DateType,
    NumberType,
    Type,
    parse_type,
)
from casa_model.values import Euro, Testo

EURO = parse_type("euro")
PLAIN = NumberType(2, euro=False, lo=-150, hi=10_000)
WHOLE = NumberType(0, euro=False, lo=1, hi=30)
AREA = ChoiceType(("accesso", "protezione"))
DAYS = DateType(date(2020, 1, 1), date(2020, 12, 31))

FITS: list[tuple[Type, object]] = [
    (BoolType(), False),
    (EURO, Euro(0)),
    (EURO, Euro(99_999_999_999)),
    (PLAIN, Decimal("-1.5")),
    (PLAIN, Decimal("1E+2")),
    (PLAIN, Decimal("0.50000")),
    (PLAIN, Decimal("-0")),
    (PLAIN, 100),
    (WHOLE, 30),
    (WHOLE, Decimal("30.0")),
    (AREA, "accesso"),
    (DAYS, date(2020, 12, 31)),
    (CodeType(), "015146"),
]
WRONG_TYPE: list[tuple[Type, object]] = [
    (BoolType(), 1),
    (BoolType(), "vero"),
    (EURO, Decimal("1.00")),
    (EURO, 100),
    (EURO, True),
    (PLAIN, True),
    (PLAIN, 0.5),
    (PLAIN, Euro(50)),
    (PLAIN, Decimal("NaN")),
    (PLAIN, Decimal("Infinity")),
    (PLAIN, Decimal("0.005")),
    (PLAIN, Decimal("1E-31")),
    (PLAIN, Decimal("1E+31")),
    (WHOLE, Decimal("1.5")),
    (AREA, 1),
    (DAYS, datetime(2020, 5, 1)),  # noqa: DTZ001 - a wall clock
    (DAYS, "2020-05-01"),
    (CodeType(), 15146),
    (CodeType(), ""),
]
OUTSIDE: list[tuple[Type, object]] = [
    (EURO, Euro(-1)),
    (EURO, Euro(100_000_000_000)),
    (PLAIN, Decimal("-1.51")),
    (PLAIN, 101),
    (WHOLE, 0),
    (AREA, "permanenza"),
    (DAYS, date(2019, 12, 31)),
]


@pytest.mark.parametrize(("kind", "value"), FITS)
def test_a_value_fits(kind: Type, value: object) -> None:
    """Types are exact; a whole number may be an int."""
    assert misfit(kind, value) is None


@pytest.mark.parametrize(("kind", "value"), WRONG_TYPE)
def test_a_value_of_another_type(kind: Type, value: object) -> None:
    """A bool is no number, a datetime is no day, nothing is rounded."""
    assert misfit(kind, value) == "tipo"


@pytest.mark.parametrize(("kind", "value"), OUTSIDE)
def test_a_value_out_of_its_range(kind: Type, value: object) -> None:
    """It is a fault, not an unknown."""
    assert misfit(kind, value) == "intervallo"


def test_facts_are_sealed() -> None:
    """What the caller does later to its own dictionaries changes nothing."""
    mine: dict[str, object] = {"isee": Euro(1)}
    row: dict[str, object] = {"eta": 3}
    fatti = Fatti(mine, [row])
    mine["isee"], row["eta"] = Euro(2), 4

    assert fatti == Fatti({"isee": Euro(1)}, ({"eta": 3},))
    with pytest.raises(TypeError):
        fatti.valori["isee"] = Euro(3)


def test_facts_show_names_and_never_values() -> None:
    """In a `repr`, hence in a log or a traceback."""
    fatti = Fatti({"isee": Euro(123_456), "area": "protezione"}, ({"eta": 7}, {}))

    assert repr(fatti) == "Fatti(valori=<isee, area>, membri=<2 members>)"
    assert repr(Fatti()) == "Fatti(valori=<>, membri=<not known>)"


def test_an_empty_list_of_members_is_refused() -> None:
    """A household has at least one member: an unknown list is None."""
    with pytest.raises(IllTyped, match="leave it `None`"):
        Fatti({}, ())


def test_a_declaration_has_its_defaults() -> None:
    """A fact of the household that a person can change, unless it says otherwise."""
    fatto = Fatto("isee", EURO, Testo(it="ISEE", en="ISEE"))

    assert (fatto.cambia, fatto.membro, fatto.prova, fatto.valori) == (
        Cambia.PERSONA,
        False,
        None,
        (),
    )


@pytest.mark.parametrize("tipo", [AREA, CodeType(), DAYS])
def test_only_what_there_is_less_of_is_owed(tipo: Type) -> None:
    """A number or a truth: of a choice, a text or a day nobody could owe less."""
    words = Testo(it="debito", en="debt")

    with pytest.raises(IllTyped, match="neither a number nor a truth"):
        Fatto("debito", tipo, words, obbligo=True)
    assert not Fatto("debito", tipo, words).obbligo
    assert Fatto("debito", EURO, words, obbligo=True).obbligo


def test_only_a_truth_is_done_or_not() -> None:
    """And what is owed is another thing: there it is the no that is wanted."""
    words = Testo(it="canone pagato", en="rent paid")

    assert Fatto("pagato", BoolType(), words, adempimento=True).adempimento
    with pytest.raises(IllTyped, match="is no truth, or is owed as well"):
        Fatto("pagato", EURO, words, adempimento=True)
    with pytest.raises(IllTyped, match="remove `adempimento`"):
        Fatto("pagato", BoolType(), words, obbligo=True, adempimento=True)
