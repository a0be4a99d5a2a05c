"""A household is its members, how many they are, or both."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import pytest
from attrs.exceptions import FrozenInstanceError
from hypothesis import given
from hypothesis import strategies as st

from casa_model.errors import IllTyped, InvalidFacts
from casa_model.nuclei import Componente, Nucleo, Ruolo
from casa_model.values import Euro


def people(count: int) -> tuple[Componente, ...]:
    """As many members as `count`, of whom nothing is known."""
    return (Componente(),) * count


def test_nothing_need_be_known() -> None:
    """A household and a member of whom nothing is known are well formed."""
    nucleo = Nucleo()

    assert (nucleo.componenti, nucleo.numero, nucleo.dimensione) == (None, None, None)
    assert Componente(None, None, None, {}) == Componente()


@given(st.integers(1, 30))
def test_the_size_comes_from_the_list_or_from_the_number(count: int) -> None:
    """Either way of telling the size gives the same one, and both may be told."""
    told = (Nucleo(people(count)), Nucleo(numero=count), Nucleo(people(count), count))

    assert {count} == {nucleo.dimensione for nucleo in told}


@given(st.integers(1, 30), st.integers(1, 30))
def test_another_number_than_the_members_is_a_fault(listed: int, numero: int) -> None:
    """A number that the list belies is refused; the true one is not."""
    if listed == numero:
        Nucleo(people(listed), numero)
        return

    with pytest.raises(InvalidFacts, match="`numero` is not that of the `componenti`"):
        Nucleo(people(listed), numero)


@pytest.mark.parametrize("count", [0, 31])
def test_a_household_has_one_to_thirty_members(count: int) -> None:
    """Neither an empty list nor more than thirty members are a household."""
    with pytest.raises(InvalidFacts, match="`componenti`: people go from 1 to 30"):
        Nucleo(people(count))
    with pytest.raises(InvalidFacts, match="`numero`: people go from 1 to 30"):
        Nucleo(numero=count)


@pytest.mark.parametrize("componenti", [[Componente()], (Componente(), None), "due", 2])
def test_the_members_are_a_tuple_of_members(componenti: object) -> None:
    """A list, a hole, a text and a number are no list of members."""
    with pytest.raises(IllTyped, match="`componenti`"):
        Nucleo(componenti)


@pytest.mark.parametrize("numero", [True, "3", Decimal(3)])
def test_the_number_is_a_whole_number(numero: object) -> None:
    """A yes, a text and a decimal are no number of people."""
    with pytest.raises(IllTyped, match="`numero`"):
        Nucleo(numero=numero)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ruolo", "figlio"),
        ("data_nascita", datetime(2020, 1, 1, 12)),  # noqa: DTZ001 - a time of the clock
        ("data_nascita", "2020-01-01"),
        ("eta", True),
        ("eta", Decimal(3)),
        ("altri", "abc"),
        ("altri", [("invalido", True)]),
        ("altri", {3: True}),
    ],
)
def test_a_member_field_has_its_exact_type(name: str, value: object) -> None:
    """What Python would let pass for the right type is refused, by the name of the field."""
    with pytest.raises(IllTyped, match=f"`{name}`"):
        Componente(**{name: value})


@pytest.mark.parametrize(
    "value",
    [None, 0.5, ["a"], Ruolo.FIGLIO, datetime(2020, 1, 1, 12)],  # noqa: DTZ001 - as above
)
def test_a_further_fact_is_a_value_of_a_fact(value: object) -> None:
    """None, a float, a list, an enumeration and a day with an hour are no values of a fact."""
    with pytest.raises(IllTyped, match="`invalidita` is not the value of a fact"):
        Componente(altri={"invalidita": value})


def test_further_facts_are_sealed() -> None:
    """Neither the caller's mapping nor the member's own changes a member afterwards."""
    facts = {"a": True, "b": Euro(1), "c": Decimal(1), "d": date(2020, 1, 1), "e": "x", "f": 2}
    before = dict(facts)
    member = Componente(altri=facts)
    facts["a"] = False

    assert before == member.altri
    with pytest.raises(TypeError):
        member.altri["a"] = False


def test_a_household_does_not_change() -> None:
    """Members and households are frozen."""
    with pytest.raises(FrozenInstanceError):
        Nucleo().numero = 3
    with pytest.raises(FrozenInstanceError):
        Componente().eta = 3


def test_roles_are_the_words_of_the_dictionary() -> None:
    """The roles are spelled as the choice `ruolo` of the dictionary of facts."""
    assert [r.value for r in Ruolo] == ["richiedente", "coniuge", "figlio", "altro"]
