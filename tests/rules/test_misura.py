"""The parts of a measure."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from casa_model.errors import IllTyped
from casa_model.rules import tree as t
from casa_model.rules.misura import (
    Chiave,
    Deroga,
    Esaurimento,
    Importo,
    Misura,
    Ordinamento,
    Requisito,
    Riserva,
    Voce,
)
from casa_model.values import Fonte, Grado, Testo, Vigenza

if TYPE_CHECKING:
    from collections.abc import Callable

FONTE = Fonte(Grado.DERIVATA, testo="test")
WORDS = Testo(it="prova", en="test")
A = t.Fact("a")


def test_an_unread_requirement() -> None:
    """It has no condition: nobody here has read what the act asks."""
    assert Requisito("r", WORDS, FONTE, condizione=None).non_visto
    assert not Requisito("r", WORDS, FONTE, A).non_visto


def test_an_unread_requirement_has_no_derogations() -> None:
    """There is nothing to go round."""
    with pytest.raises(IllTyped, match="has no derogations"):
        Requisito("r", WORDS, FONTE, None, (Deroga("d", A, FONTE),))


def test_defaults_say_the_least() -> None:
    """An amount without cap or deductions, a ranking by what is left, ascending."""
    assert Importo((Voce("v", A),)).massimo is None
    assert Ordinamento((Chiave("isee"),)).esaurimento is Esaurimento.RESIDUO
    assert not Chiave("isee").decrescente


@pytest.mark.parametrize(
    ("named", "build"),
    [
        ("condizione", lambda: Requisito("r", WORDS, FONTE, "a")),
        ("testo", lambda: Requisito("r", "words", FONTE, A)),
        ("condizione", lambda: Deroga("d", "a", FONTE)),
        ("vale", lambda: Voce("v", 3)),
        ("se", lambda: Voce("v", A, se="a")),
        ("voci", lambda: Importo([Voce("v", A)])),
        ("ordine", lambda: Ordinamento(["isee"])),
        ("quando", lambda: Riserva("r", "quota", "a", FONTE)),
        ("codice", lambda: Misura(1, WORDS, FONTE, Vigenza(date(2020, 1, 1)), (), (), (), ())),
        ("vigenza", lambda: Misura("m", WORDS, FONTE, date(2020, 1, 1), (), (), (), ())),
    ],
)
def test_ill_formed_parts_cannot_be_built(named: str, build: Callable[[], object]) -> None:
    """A tree where a tree belongs, a tuple where several do."""
    with pytest.raises(IllTyped, match=f"`{named}`"):
        build()
