"""The parts of a measure."""

from __future__ import annotations

import pytest

from casa_model.errors import IllTyped
from casa_model.rules import tree as t
from casa_model.rules.misura import (
    Chiave,
    Deroga,
    Esaurimento,
    Importo,
    Ordinamento,
    Requisito,
    Voce,
)
from casa_model.values import Fonte, Grado, Testo

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
