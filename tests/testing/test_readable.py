"""What fails is shrunk to what a person reads: few facts, round figures, days of 2020."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import Phase, find, settings
from hypothesis import strategies as st

import casa_model as cm
from casa_model.rules.show import show
from casa_model.rules.walk import children
from casa_model.testing import Question, households, measures, questions

if TYPE_CHECKING:
    from collections.abc import Callable

ON = date(2026, 5, 1)
DIFFICOLTA = cm.edizione().misure["crs-difficolta"]
SETTINGS = settings(
    max_examples=500, database=None, derandomize=True, phases=[Phase.generate, Phase.shrink]
)


def refused_for(codice: str) -> Callable[[cm.Fatti], bool]:
    """Whether a requirement of the measure is not met."""

    def refused(fatti: cm.Fatti) -> bool:
        findings = cm.evaluate(DIFFICOLTA, fatti, on=ON).findings
        return {f.codice: f.esito for f in findings}[codice] is False

    return refused


@pytest.mark.parametrize(
    ("codice", "expected"),
    [
        ("isee", [{"isee": cm.Euro.parse("9360.00")}]),
        ("area", [{"area": "decadenza"}]),
        # Beside older libraries the search stays at the end of the range that it found first.
        (
            "anzianita-assegnazione",
            [{"data_assegnazione": day} for day in (date(2024, 5, 2), date(2099, 12, 31))],
        ),
        ("decadenza", [{"decadenza": "c1-a-3"}]),
    ],
)
def test_the_least_household_that_is_refused(
    codice: str, expected: list[dict[str, object]]
) -> None:
    """The fact that refuses, at its threshold, and nothing else."""
    found = find(households(DIFFICOLTA), refused_for(codice), settings=SETTINGS)

    assert dict(found.valori) in expected
    assert found.membri is None


def test_the_least_measure() -> None:
    """One requirement, of one fact."""
    found = find(measures(), lambda _: True, settings=SETTINGS)

    assert [r.condizione and show(r.condizione) for r in found.requisiti] == ["canone_pagato"]
    assert (found.definizioni, found.importo, found.graduatoria) == ((), None, None)


def test_the_least_question() -> None:
    """Which is refused: one requirement of one name, and its fact if it is one."""

    def refused(question: Question) -> bool:
        verdict = cm.evaluate(question.misura, question.fatti, on=question.on)
        return verdict.esito is cm.Esito.NON_AMMESSO

    found = find(questions(), refused, settings=SETTINGS)

    (asked,) = found.misura.requisiti
    assert asked.condizione is not None
    assert children(asked.condizione) == ()
    assert len(found.fatti.valori) <= 1


@pytest.mark.parametrize(
    ("cls", "expected"),
    [
        (cm.Euro, cm.Euro(0)),
        (cm.Vigenza, cm.Vigenza(date(2020, 1, 1))),
        (cm.Domanda, cm.Domanda("D-1")),
        (cm.CodiceComune, cm.CodiceComune("015146")),
        (cm.Testo, cm.Testo("testo", "testo")),
        (cm.Nucleo, cm.Nucleo()),
    ],
)
def test_the_least_of_a_class(cls: type, expected: object) -> None:
    """What a person would write first."""
    assert find(st.from_type(cls), lambda _: True, settings=SETTINGS) == expected
