"""What a phrase may speak of: the names of one measure, of two, of one on two days."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve

from casa_model.casa.edizione import edizione
from casa_model.errors import IllTyped, InvalidExpression
from casa_model.rules import tree as t
from casa_model.rules.facts import Fatto
from casa_model.rules.misura import Definizione
from casa_model.rules.names import Kind
from casa_model.rules.quesiti import Contesto, Versione, Vocabolario, leggi_frase
from casa_model.rules.types import BoolType, NumberType
from casa_model.values import Testo

ON = date(2025, 9, 1)
ONE = edizione().misure["crs-difficolta"]
OTHER = edizione().misure["crs-indigenza"]


def names(*versioni: Versione) -> dict[str, Kind]:
    """What each name stands for."""
    return Vocabolario.di(Contesto(versioni, ON)).kinds


def test_one_measure() -> None:
    """Facts, parameters, definitions, days, and the answers with their plain names."""
    found = names(Versione(ONE))

    assert found["isee"] is Kind.FATTO
    assert found["soglia_isee"] is Kind.PARAMETRO
    assert found["soglia_nucleo"] is Kind.DEFINIZIONE
    assert found["data_requisiti"] is Kind.GIORNO
    answers = ("ammessa", "non_ammessa", "da_completare", "importo", "requisito_isee")
    assert all(found[each] is Kind.FATTO for each in answers)


def test_two_measures() -> None:
    """Answers end with the code; a parameter that means one thing in both is there."""
    found = names(Versione(ONE), Versione(OTHER))

    assert "ammessa" not in found
    assert found["ammessa_crs_difficolta"] is Kind.FATTO
    assert found["requisito_durata_crs_indigenza"] is Kind.FATTO
    assert found["soglia_indigenza"] is Kind.PARAMETRO


def test_one_name_with_two_meanings() -> None:
    """A parameter that differs is not there, nor a definition that reads it."""
    reads = Definizione("poco", t.Compare("<", t.Fact("isee"), t.Param("soglia_isee")), BoolType())
    one = evolve(ONE, definizioni=(*ONE.definizioni, reads))
    parameters = tuple(
        evolve(each, etichetta=Testo(it="un'altra", en="another"))
        if each.nome == "soglia_isee"
        else each
        for each in ONE.parametri
    )
    found = names(Versione(one), Versione(evolve(one, codice="altra", parametri=parameters)))

    assert "poco" in names(Versione(one))
    assert "soglia_isee" not in found
    assert "poco" not in found
    assert found["soglia_nucleo"] is Kind.DEFINIZIONE


def test_one_measure_on_two_days() -> None:
    """Its answers are told by their order; no parameter, no day: they are two."""
    found = names(Versione(ONE), Versione(ONE, date(2024, 9, 1)))

    assert found["ammessa_1"] is found["ammessa_2"] is Kind.FATTO
    assert "soglia_isee" not in found
    assert "data_requisiti" not in found


def test_a_fact_keeps_its_name() -> None:
    """A fact that is called as an answer is the fact."""
    fact = Fatto("importo", NumberType(0, euro=False, lo=0, hi=3), Testo(it="x", en="x"))
    vocabolario = Vocabolario.di(Contesto.di(evolve(ONE, fatti=(*ONE.fatti, fact)), giorni=ON))

    assert vocabolario.scope.fatti["importo"] == fact.tipo
    assert "importo" not in vocabolario.risposte[0]


def test_the_amount_has_its_range() -> None:
    """As much as all items may be worth: a comparison beyond is still read."""
    tipo = Vocabolario.di(Contesto.di(ONE, giorni=ON)).scope.fatti["importo"]

    assert isinstance(tipo, NumberType)
    assert (tipo.lo, tipo.euro, tipo.scale) == (0, True, 2)
    assert tipo.hi >= 2 * 99_999_999_999


def test_a_phrase_that_is_no_phrase() -> None:
    """Names that nobody declares and phrases that are no yes or no are faults, in order."""
    vocabolario = Vocabolario.di(Contesto.di(ONE, giorni=ON))

    with pytest.raises(InvalidExpression, match=r"character 8: .*`isae`.*`isee`"):
        leggi_frase("isee < isae", vocabolario)
    with pytest.raises(InvalidExpression, match="character 1"):
        leggi_frase("importo", vocabolario)
    with pytest.raises(InvalidExpression, match="character 1"):
        leggi_frase("isee and ammessa", vocabolario)


def test_a_question_about_nothing() -> None:
    """A question has a measure and a day."""
    with pytest.raises(IllTyped, match="at least"):
        Contesto((), ON)
    with pytest.raises(IllTyped, match="neither"):
        Contesto.di(ONE, giorni="oggi")  # type: ignore[arg-type]
