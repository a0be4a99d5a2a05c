"""Faults planted in a shipped rule do not go free; the long run is `make mutanti`."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from attrs import evolve

from casa_model.casa import edizione
from casa_model.errors import MissingExtra
from casa_model.exchange.casi import casi_dell_edizione
from casa_model.rules.misura import DetraeDa, Importo, Voce
from casa_model.rules.quesiti import Confini, Dimostrazione, Perche, Risposta
from casa_model.rules.tree import Number
from casa_model.values import Vigenza
from tools.mutanti.caccia import Chi, Frase, caccia
from tools.mutanti.frasi import frasi
from tools.mutanti.misure import mutanti

if TYPE_CHECKING:
    from casa_model.rules.misura import Misura
    from casa_model.rules.quesiti import Quesito

ENERGIA = edizione().misure["energia-l1"]
CASI = casi_dell_edizione("energia-l1").casi
FREE = {Chi.NESSUNO, Chi.UGUALE}


def test_every_fault_is_caught_or_changes_no_answer() -> None:
    """The cases catch nearly all; what both leave is proven to be the same."""
    prede = list(caccia(ENERGIA, CASI, frasi("energia-l1")))
    same = [(p.mutante.dove, p.mutante.che_cosa) for p in prede if p.chi is Chi.UGUALE]

    assert [] == [preda for preda in prede if preda.chi is Chi.NESSUNO]
    assert [
        ("parametro soglia_isee", "2023-12-31 -> 2023-12-30"),
        ("parametro quota_spesa", "2023-12-31 -> 2023-12-30"),
    ] == same


def test_without_cases_and_sentences_they_go_free() -> None:
    """What changes an answer is told from what changes none."""
    prede = {(p.mutante.dove, p.mutante.che_cosa): p.chi for p in caccia(ENERGIA, (), ())}

    assert prede["requisito isee", "<= -> <"] is Chi.NESSUNO
    assert prede["parametro quota_spesa", "2023-12-31 -> 2023-12-30"] is Chi.UGUALE
    assert prede["vigenza", "dal 2024-01-01"] is Chi.NESSUNO


def test_a_fault_of_each_kind_is_planted() -> None:
    """An edge, a swap, something dead, a value beside, a day beside."""
    told = {f"{m.dove}: {m.che_cosa}" for m in mutanti(edizione().misure["crs-difficolta"])}

    assert {
        "requisito isee: < -> <=",
        "requisito isee: gone",
        "requisito area: decadenza in the list",
        "requisito patrimonio: or -> and",
        "requisito contributo-indigenza: derogation fine-contributo-indigenza gone",
        "definizione patrimonio_di_uno: and -> or",
        "parametro soglia_isee: 2019-10-14: 9360.00 -> 9360.01",
        "parametro soglia_isee: 2019-10-14 -> 2019-10-15",
        "voce debito-pregresso: before servizi",
        "massimo: gone",
        "vigenza: dal 2020-01-02",
    } <= told


def test_what_no_shipped_rule_has_is_planted_too() -> None:
    """What deductions are taken from, and the days of a requirement of one day."""
    detrae = Importo((Voce("una", Number(100, 2)),), None, (Number(1, 2),), DetraeDa.SPESA)
    one, *rest = ENERGIA.requisiti
    law = Vigenza(date(2026, 1, 1), date(2026, 1, 1))
    other = evolve(ENERGIA, requisiti=(evolve(one, vigenza=law), *rest), importo=detrae)
    told = [(m.dove, m.che_cosa) for m in mutanti(other)]

    assert ("detrae", "from the contributo") in told
    assert [che for dove, che in told if dove == f"requisito {one.codice}"][:3] == [
        "gone",
        "dal 2025-12-31",
        "al 2026-01-02",
    ]


def test_each_is_another_measure() -> None:
    """No fault leaves the rule as it was."""
    for misura in edizione().misure.values():
        assert all(mutante.misura != misura for mutante in mutanti(misura))


def test_a_sentence_that_cannot_be_asked_does_not_hold() -> None:
    """A requirement that is gone is missed by those who name it."""
    without = evolve(ENERGIA, requisiti=ENERGIA.requisiti[1:])
    held = {frase.codice: frase for frase in frasi("energia-l1")}

    assert not held["isee-oltre-dal-2026"].regge(without)


def test_without_the_solver_nothing_seems_caught() -> None:
    """An error that is not of the rule is nobody's catch."""

    def missing(_: Misura) -> bool:
        raise MissingExtra(it="manca", en="missing")

    with pytest.raises(MissingExtra):
        list(caccia(ENERGIA, (), (Frase("x", missing),)))


def test_a_sentence_without_an_answer_catches_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """What nobody knows is no yes and no catch."""

    def late(quesito: Quesito) -> Dimostrazione:
        return Dimostrazione(quesito, Risposta.NON_SO, Confini(None, ()), perche=Perche.TEMPO)

    monkeypatch.setattr("tools.mutanti.frasi.dimostra", late)

    assert all(frase.regge(ENERGIA) for frase in frasi("energia-l1"))


def test_and_for_or_is_found_by_a_sentence() -> None:
    """A word swapped for the other is caught without a single case."""
    swapped = [
        each
        for each in mutanti(edizione().misure["crs-difficolta"])
        if each.che_cosa in {"or -> and", "and -> or"}
    ]
    held = frasi("crs-difficolta")

    assert {each.che_cosa for each in swapped} == {"or -> and", "and -> or"}
    assert [] == [each.dove for each in swapped if all(frase.regge(each.misura) for frase in held)]
