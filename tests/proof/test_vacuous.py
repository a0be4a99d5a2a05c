"""A yes that is true only because nobody is as its premise says."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from proof.by_hand import EURO, ON, measure

from casa_model.proof import Limiti, dimostra
from casa_model.proof._somebody import nobody
from casa_model.proof._z3 import Solver
from casa_model.rules import tree as t
from casa_model.rules.misura import Importo, Voce
from casa_model.rules.params import Parametro, Riga
from casa_model.rules.quesiti import (
    Contesto,
    Equivale,
    Giorni,
    Implica,
    Mai,
    Monotona,
    Quesito,
    Risposta,
    Sempre,
    StessaRisposta,
    Vocabolario,
    leggi_frase,
)
from casa_model.rules.show import show
from casa_model.rules.types import NumberType
from casa_model.testing._vocabulary import FONTE
from casa_model.testing._vocabulary import testo as words
from casa_model.values import Euro, Periodo, Storia, Vigenza

if TYPE_CHECKING:
    from casa_model.rules.misura import Misura
    from casa_model.rules.tree import Expr

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


CONTRARY = measure("isee < 100", "isee > 100")
"""A measure that admits nobody."""


def said(quesito: Quesito) -> tuple[Risposta, bool, str]:
    """The answer, whether it is one of nobody, and the part that makes it so."""
    found = dimostra(quesito, limiti=Limiti(2, 10_000))
    return found.risposta, found.a_vuoto, "" if found.vuota is None else show(found.vuota)


def phrase(text: str, misura: Misura, giorni: Giorni = ON) -> tuple[Contesto, Expr]:
    """A phrase, and what it is asked about."""
    contesto = Contesto.di(misura, giorni=giorni)
    return contesto, leggi_frase(text, Vocabolario.di(contesto))


@pytest.mark.parametrize(
    ("text", "misura", "expected"),
    [
        ("ammessa and isee > 1", CONTRARY, (True, "ammessa")),
        ("isee > 1 and (attivo and ammessa)", CONTRARY, (True, "ammessa")),
        ("not (isee <= 1 or not ammessa)", CONTRARY, (True, "ammessa")),
        ("not (isee <= 1 or isee >= 0)", CONTRARY, (True, "not isee >= 0")),
        ("ammessa", CONTRARY, (False, "")),
        ("ammessa and not attivo", measure("attivo"), (False, "")),
        ("attivo and not attivo", measure("attivo"), (False, "")),
        ("isee < 0", measure("attivo"), (False, "")),
    ],
)
def test_never(text: str, misura: Misura, expected: tuple[bool, str]) -> None:
    """A part that is true of nobody by itself proves nothing of the others."""
    assert said(Mai(*phrase(text, misura))) == (Risposta.SI, *expected)


@pytest.mark.parametrize(
    ("text", "misura", "expected"),
    [
        ("not ammessa or isee < 1", CONTRARY, (True, "not ammessa")),
        ("non_ammessa or da_completare or isee < 1", CONTRARY, (False, "")),
        ("isee >= 0 or attivo", CONTRARY, (True, "isee >= 0")),
        ("not ammessa or attivo", measure("attivo"), (False, "")),
    ],
)
def test_always(text: str, misura: Misura, expected: tuple[bool, str]) -> None:
    """A part that is false of nobody by itself proves nothing of the others."""
    assert said(Sempre(*phrase(text, misura))) == (Risposta.SI, *expected)


def test_of_nobody_known() -> None:
    """What a measure that admits nobody pays is known of nobody, be it never or always."""
    voce = Voce("voce", t.Number(100, 2), fonte=FONTE)
    pays = evolve(CONTRARY, importo=Importo((voce,), fonte=FONTE))

    assert said(Mai(*phrase("importo > 5", pays))) == (Risposta.SI, True, "")
    assert said(Sempre(*phrase("importo < 5", pays))) == (Risposta.SI, True, "")
    sound = evolve(measure("attivo"), importo=pays.importo)
    assert said(Mai(*phrase("importo > 5", sound))) == (Risposta.SI, False, "")


def test_a_part_about_days() -> None:
    """A sentence that splits the years is no slip on a day of one of them; on all days it is."""
    text = 'data_requisiti < data("2010-01-01") and attivo'
    misura = evolve(measure("attivo"), vigenza=Vigenza(date(2020, 1, 1)))

    assert said(Mai(*phrase(text, misura))) == (Risposta.SI, False, "")
    on_all = said(Mai(*phrase(text, misura, Vigenza(date(2000, 1, 1)))))
    assert on_all == (Risposta.SI, True, 'data_requisiti < data("2010-01-01")')


def test_nobody_to_lose_or_to_be_paid() -> None:
    """`Monotona` and `StessaRisposta` of measures that admit nobody."""
    sound = Contesto.di(measure("isee < 100"), giorni=ON)

    assert said(Monotona(Contesto.di(CONTRARY, giorni=ON), "altro")) == (Risposta.SI, True, "")
    assert said(Monotona(sound, "isee")) == (Risposta.SI, False, "")
    twice = Contesto.di(CONTRARY, CONTRARY, giorni=ON)
    assert said(StessaRisposta(twice)) == (Risposta.SI, True, "")
    both = Contesto.di(*sound.misure, *sound.misure, giorni=ON)
    assert said(StessaRisposta(both)) == (Risposta.SI, False, "")


def test_a_no_is_of_somebody() -> None:
    """It is shown who."""
    assert said(Mai(*phrase("non_ammessa and isee > 1", CONTRARY))) == (Risposta.NO, False, "")
    contesto, attivo = phrase("attivo", CONTRARY)
    assert said(Equivale(contesto, attivo, attivo)) == (Risposta.SI, False, "")


def test_what_nobody_knows_is_no_slip(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the search for somebody is given up nothing is called vacuous."""
    contesto, never = phrase("isee < 0", measure("attivo"))
    asked = (contesto, Vocabolario.di(contesto), (never,), Limiti())

    assert nobody(*asked) is never
    monkeypatch.setattr(Solver, "solve", lambda _: None)
    assert nobody(*asked) is None


def test_where_two_measures_declare_otherwise() -> None:
    """Only households that both take were looked at: of others nobody knows."""
    fewer = tuple(
        evolve(each, tipo=evolve(each.tipo, hi=10)) if isinstance(each.tipo, NumberType) else each
        for each in measure().fatti
    )
    both = Contesto.di(measure(), evolve(measure(), codice="altra", fatti=fewer), giorni=ON)
    names = Vocabolario.di(both)

    assert nobody(both, names, (leggi_frase("isee > 100", names),), Limiti()) is None


def test_days_that_the_conclusion_leaves_out() -> None:
    """Somebody was admitted before its number had a value: on the days asked nobody is."""
    history = Storia((Periodo(date(2015, 1, 1), Euro(40_000), FONTE),))
    kind = NumberType(2, euro=True, lo=0, hi=10**6)
    poi = Parametro("poi", kind, words("poi"), (Riga((), history),))
    early, late = measure("isee < 100", "isee > 100").requisiti
    since = evolve(late, vigenza=Vigenza(date(2015, 1, 1)))
    misura = evolve(measure("isee < 100"), requisiti=(early, since), parametri=(poi,))
    days = Vigenza(date(2010, 1, 1), date(2020, 12, 31))

    expected = (Risposta.SI, True)
    assert implied("ammessa", "isee < poi", misura=misura, giorni=days) == expected
    assert implied("ammessa", "isee < 100", misura=misura, giorni=days) == (Risposta.SI, False)
