"""The limits of a whole measure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    Banco = Any


def requirement(codice: str, condition: str = "vero", mark: str = "") -> str:
    """A requirement."""
    return (
        f'{mark}[[requisiti]]\ncodice = "{codice}"\nfonte = "s"\n'
        f'testo = {{ it = "x", en = "x" }}\ncondizione = "{condition}"\n'
    )


def facts(number: int) -> str:
    """So many facts."""
    return "[fatti]\n" + "".join(
        f'f{i} = {{ tipo = "bool", etichetta = {{ it = "f", en = "f" }} }}\n' for i in range(number)
    )


def test_sixty_requirements_are_the_most(banco: Banco) -> None:
    """The sixty-first is pointed at, and those after it are not read."""
    many = "".join(requirement(f"r{i}") for i in range(60))

    assert len(banco.misura(many).requisiti) == 60
    assert banco.told("misura", many + requirement("r60", mark="⟦") + "[[requisiti]]\n") == [
        "troppi-requisiti"
    ]


@pytest.mark.parametrize("number", [59, 60])
def test_those_of_the_measure_and_of_incompatible_measures_count(banco: Banco, number: int) -> None:
    """In a notice the last of its own is pointed at, or its head when it has none."""
    base = banco.misura("".join(requirement(f"r{i}") for i in range(number)))
    head = 'incompatibile = ["a"]\nincompatibile_fonte = { fonte = "s", grado = "atto" }\n'
    own = requirement("a") + requirement("b", mark="⟦")

    assert banco.told("avviso", own, base=base) == ["troppi-requisiti"]
    if number == 60:
        assert banco.told("avviso", head, base=base) == ["troppi-requisiti@2:1"]


def test_sixty_facts_are_the_most_that_a_measure_reads(banco: Banco) -> None:
    """Declaring more is no fault; the reading of one too many is told, in definitions too."""
    names = [f"f{i}" for i in range(61)]
    sixty, last = " and ".join(names[:60]), names[60]
    inside = f'[definizioni.x]\nvale = "f0 and ⟦{last}"\n{requirement("a", sixty + " and x")}'

    assert banco.misura(facts(61) + requirement("a", " and ".join(names[:60]))).requisiti
    assert banco.told("misura", facts(61) + requirement("a", f"{sixty} and ⟦{last}")) == [
        "troppi-fatti"
    ]
    assert banco.told("misura", facts(61) + inside) == ["troppi-fatti"]


def test_a_definition_is_read_once_however_often_it_is_named(banco: Banco) -> None:
    """Facts are counted, not mentions."""
    body = '[definizioni.x]\nvale = "canone_pagato"\n' + requirement("a", "x and x and not x")

    assert banco.misura(body).requisiti
