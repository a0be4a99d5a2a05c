"""A yes that is true only because nobody is as its premise says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from proof.by_hand import EURO, ON, measure

from casa_model.proof import Limiti, dimostra
from casa_model.rules.quesiti import (
    Contesto,
    Giorni,
    Implica,
    Risposta,
    Vocabolario,
    leggi_frase,
)

if TYPE_CHECKING:
    from casa_model.rules.misura import Misura

assert EURO.lo == 0, "no `isee` is below zero here"


def implied(
    se: str, allora: str, *, misura: Misura | None = None, giorni: Giorni = ON
) -> tuple[Risposta, bool]:
    """The answer to an implication, and whether it is one of nobody."""
    contesto = Contesto.di(misura or measure("attivo"), giorni=giorni)
    names = Vocabolario.di(contesto)
    asked = Implica(contesto, leggi_frase(se, names), leggi_frase(allora, names))
    found = dimostra(asked, limiti=Limiti(2, 10_000))
    return found.risposta, found.a_vuoto


@pytest.mark.parametrize(
    ("se", "allora", "expected"),
    [
        ("ammessa", "attivo", (Risposta.SI, False)),
        ("ammessa and not attivo", "isee > 100", (Risposta.SI, True)),
        ("isee > 100 and isee < 100", "attivo", (Risposta.SI, True)),
        ("isee < 0", "isee > 100", (Risposta.SI, True)),
        ("isee <= 0", "isee == 0", (Risposta.SI, False)),
        ("ammessa", "isee > 100", (Risposta.NO, False)),
    ],
)
def test_a_yes_of_somebody(se: str, allora: str, expected: tuple[Risposta, bool]) -> None:
    """Only a yes can be vacuous, and only if the premise is true of nobody."""
    assert implied(se, allora) == expected


def test_a_measure_that_admits_nobody() -> None:
    """Whatever follows from being admitted, where two requirements exclude each other."""
    nobody = measure("isee < 100", "isee > 100")

    assert implied("ammessa", "attivo", misura=nobody) == (Risposta.SI, True)
    assert implied("non_ammessa", "isee <= 100 or isee > 100", misura=nobody) == (
        Risposta.SI,
        False,
    )
