"""What a measure reaches."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from casa_model.rules import tree as t
from casa_model.rules.misura import (
    Chiave,
    Definizione,
    Deroga,
    DetraeDa,
    Importo,
    Misura,
    Ordinamento,
    Requisito,
    Riserva,
    Voce,
)
from casa_model.rules.reach import in_force, name_node, names_among, reached, roots
from casa_model.rules.types import BoolType
from casa_model.values import Fonte, Grado, Testo, Vigenza

if TYPE_CHECKING:
    from collections.abc import Sequence

DAY = date(2024, 1, 1)
FONTE = Fonte(Grado.DERIVATA, testo="test")
WORDS = Testo(it="prova", en="test")


def fact(name: str) -> t.Expr:
    """A fact."""
    return t.Fact(name)


def measure(
    requisiti: Sequence[Requisito] = (),
    definizioni: Sequence[Definizione] = (),
    importo: Importo | None = None,
    graduatoria: Ordinamento | None = None,
) -> Misura:
    """A measure of these parts."""
    return Misura(
        "m", WORDS, FONTE, Vigenza(DAY), (), (), tuple(definizioni), tuple(requisiti),
        importo, graduatoria,
    )  # fmt: skip


def requisito(codice: str, vigenza: Vigenza | None = None) -> Requisito:
    """A requirement with two ways round it."""
    deroghe = tuple(Deroga(f"{codice}-{n}", fact(f"{codice}_{n}"), FONTE) for n in (1, 2))
    return Requisito(codice, WORDS, FONTE, fact(codice), deroghe, vigenza)


def test_requirements_of_a_day() -> None:
    """Both ends are in force."""
    always, then = requisito("a"), requisito("b", Vigenza(DAY, date(2024, 6, 30)))
    misura = measure((always, then))

    assert in_force(misura, DAY) == (always, then)
    assert in_force(misura, date(2024, 6, 30)) == (always, then)
    assert in_force(misura, date(2024, 7, 1)) == (always,)


def test_a_key_of_the_ranking() -> None:
    """A definition when there is one of that name, else a fact."""
    misura = measure(definizioni=[Definizione("d", fact("a"), BoolType())])

    assert name_node(misura, "d") == t.Definition("d")
    assert name_node(misura, "a") == t.Fact("a")


def test_every_expression_that_decides() -> None:
    """In the order in which the measure states them."""
    unread = Requisito("u", WORDS, FONTE, condizione=None)
    importo = Importo(
        (Voce("v", fact("v"), fact("se"), fact("cap")), Voce("w", fact("w"))),
        fact("massimo"),
        (fact("detrae"),),
        DetraeDa.SPESA,
    )
    ranking = Ordinamento((Chiave("k"),), riserve=(Riserva("r", "quota", fact("quando"), FONTE),))
    misura = measure((requisito("a"), unread), (), importo, ranking)

    assert list(roots(misura, misura.requisiti)) == [
        fact("a"), fact("a_1"), fact("a_2"),
        fact("v"), fact("se"), fact("cap"), fact("w"), fact("detrae"), fact("massimo"),
        fact("k"), t.Param("quota"), fact("quando"),
    ]  # fmt: skip


def test_no_amount_and_no_ranking() -> None:
    """Only the requirements that are asked; an amount may have no cap."""
    bare = Importo((Voce("v", fact("v")),))

    assert list(roots(measure((requisito("a"),)), ())) == []
    assert list(roots(measure(importo=bare), ())) == [fact("v")]


def test_names_are_found_through_definitions() -> None:
    """Each once, those of another kind apart, those that nobody reaches never."""
    definizioni = [
        Definizione("d", t.And((t.Definition("e"), t.Definition("e"), fact("x"))), BoolType()),
        Definizione("e", t.AnyMember(t.Compare("<", t.MemberFact("y"), t.Param("p"))), BoolType()),
        Definizione("f", fact("z"), BoolType()),
    ]
    asked = Requisito("r", WORDS, FONTE, t.Or((t.Definition("d"), fact("w"))))
    misura = measure((asked,), definizioni)

    nodes = reached(misura, (asked,))

    assert names_among(nodes, t.Definition) == {"d", "e"}
    assert names_among(nodes, t.Fact) == {"x", "w"}
    assert names_among(nodes, t.MemberFact) == {"y"}
    assert names_among(nodes, t.Param) == {"p"}
