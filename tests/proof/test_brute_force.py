"""Over small rules and ranges every answer is that of asking `evaluate` about each household."""

from __future__ import annotations

import os
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from proof.small import DAYS, MOST, ON, conditions, households, small_measures, vocabularies

from casa_model.proof import Limiti, dimostra
from casa_model.proof._vacuous import parts
from casa_model.readers.environment import environment
from casa_model.readers.evaluate import evaluate
from casa_model.readers.meaning import truth
from casa_model.rules import tree as t
from casa_model.rules.esito import Esito
from casa_model.rules.facts import Fatti
from casa_model.rules.quesiti import (
    Contesto,
    Equivale,
    Implica,
    Inutile,
    Mai,
    Monotona,
    Perche,
    Quesito,
    Risposta,
    Sempre,
    Sovrappone,
    SovrapponeMisure,
    StessaRisposta,
    Superfluo,
    Verso,
)
from casa_model.rules.walk import walk

if TYPE_CHECKING:
    from datetime import date

    from casa_model.rules.esito import Verdict
    from casa_model.rules.misura import Misura

RULES = int(os.environ.get("CASA_BRUTE_RULES", "12"))
LIMITI = Limiti(membri=MOST, millisecondi=60_000)
RANK = {Esito.NON_AMMESSO: 0, Esito.DA_COMPLETARE: 1, Esito.AMMESSO: 2}
brute = settings(max_examples=RULES, deadline=None)


def held(phrase: t.Expr, misura: Misura, fatti: Fatti, on: date) -> bool | None:
    """The truth of a phrase, by the reference."""
    return truth(phrase, environment(misura, fatti, on))


def answered(quesito: Quesito) -> bool:
    """The answer of the proof; here it always knows."""
    found = dimostra(quesito, limiti=LIMITI)
    shown = found.esempi

    assert found.risposta is not Risposta.NON_SO
    assert all(type(case.fatti) is Fatti for case in shown)
    return found.risposta is Risposta.SI


def drawn(data: st.DataObject) -> tuple[set[str], Misura, list[date], Contesto]:
    """A measure, the days and the scope of a question."""
    names = data.draw(vocabularies(), label="names")
    misura = data.draw(small_measures(names), label="rule")
    every = data.draw(st.booleans(), label="all days")
    days = [DAYS.dal + timedelta(days=at) for at in range(3)] if every else [ON]
    return names, misura, days, Contesto.di(misura, giorni=DAYS if every else ON)


@brute
@given(st.data())
def test_phrases(data: st.DataObject) -> None:
    """`Mai`, `Sempre`, `Implica`, `Equivale` and `Sovrappone`."""
    names, misura, days, contesto = drawn(data)
    one, other = data.draw(conditions(names)), data.draw(conditions(names))
    pairs = [
        (held(one, misura, fatti, on), held(other, misura, fatti, on))
        for fatti in households(names)
        for on in days
    ]

    assert answered(Mai(contesto, one)) is all(a is not True for a, _ in pairs)
    assert answered(Sempre(contesto, one)) is all(a is not False for a, _ in pairs)
    assert answered(Implica(contesto, one, other)) is not any(
        a is True and b is False for a, b in pairs
    )
    assert answered(Equivale(contesto, one, other)) is all(a is b for a, b in pairs)
    assert answered(Sovrappone(contesto, one, other)) is any(a is b is True for a, b in pairs)


@brute
@given(st.data())
def test_a_yes_of_nobody(data: st.DataObject) -> None:
    """`a_vuoto` where one part alone is true of nobody, or of nobody is it known."""
    names, misura, days, contesto = drawn(data)
    whole = t.And((data.draw(conditions(names)), data.draw(conditions(names))))
    some = list(parts(whole))
    assume(not any(isinstance(node, t.Calendar) for node in walk(whole)))
    asked = [(f, on) for f in households(names) for on in days]
    truths = {id(part): {held(part, misura, *each) for each in asked} for part in some}
    never = next((part for part in some if True not in truths[id(part)]), None)

    mai = dimostra(Mai(contesto, whole), limiti=LIMITI)
    if mai.risposta is Risposta.SI:
        assert (mai.a_vuoto, mai.vuota) == (never is not None, never)
    sempre = dimostra(Sempre(contesto, t.Not(whole)), limiti=LIMITI)
    assert (sempre.risposta, sempre.a_vuoto) == (mai.risposta, mai.a_vuoto)
    for part in some:
        alone = dimostra(Mai(contesto, part), limiti=LIMITI)
        idle = truths[id(part)] == {None}
        assert alone.a_vuoto is idle


@brute
@given(st.data())
def test_answers_of_a_measure(data: st.DataObject) -> None:
    """The outcome and the amount as names of a phrase, and requirements that never decide."""
    names, misura, days, contesto = drawn(data)
    verdicts = [evaluate(misura, f, on=on) for f in households(names) for on in days]
    outcomes = {verdict.esito for verdict in verdicts}
    admitted = [verdict for verdict in verdicts if verdict.esito is Esito.AMMESSO]

    assert answered(Mai(contesto, t.Fact("ammessa"))) is (Esito.AMMESSO not in outcomes)
    assert answered(Mai(contesto, t.Fact("non_ammessa"))) is (Esito.NON_AMMESSO not in outcomes)
    assert answered(Mai(contesto, t.Fact("da_completare"))) is (Esito.DA_COMPLETARE not in outcomes)
    if misura.importo is not None:
        limit = data.draw(st.integers(0, 6))
        phrase = t.Compare("<=", t.Fact("importo"), t.Number(limit, 2))
        paid = [verdict.importo.cents for verdict in admitted if verdict.importo is not None]
        assert answered(Sempre(contesto, phrase)) is all(each <= limit for each in paid)
    for requisito in misura.requisiti:
        assert answered(Superfluo(contesto, requisito.codice)) is not any(
            all(
                (f.codice == requisito.codice) is (f.esito is False) and f.esito is not None
                for f in v.findings
            )
            for v in verdicts
        )


@brute
@given(st.data())
def test_two_measures(data: st.DataObject) -> None:
    """The same answer for everybody, and whether both admit somebody."""
    names, misura, days, _ = drawn(data)
    other = data.draw(st.just(misura) | small_measures(names))
    contesto = Contesto.di(misura, evolve(other, codice="altra"), giorni=DAYS if days[1:] else ON)
    pairs = [
        (evaluate(misura, f, on=on), evaluate(other, f, on=on))
        for f in households(names)
        for on in days
    ]

    assert answered(StessaRisposta(contesto)) is all(
        (a.esito, a.importo) == (b.esito, b.importo) for a, b in pairs
    )
    assert answered(SovrapponeMisure(contesto)) is any(
        a.esito is b.esito is Esito.AMMESSO for a, b in pairs
    )


@pytest.mark.parametrize("verso", Verso)
@settings(max_examples=max(1, RULES // 2), deadline=None)
@given(st.data())
def test_monotone(verso: Verso, data: st.DataObject) -> None:
    """Nobody loses by less, or by more, of a fact."""
    names, misura, days, contesto = drawn(data)
    nome = data.draw(st.sampled_from(("isee", "saldo", "componenti", "inizio")))
    importo = data.draw(st.booleans())
    some = [f for f in households(names | {nome}) if nome in f.valori]
    verdicts = {id(f): [evaluate(misura, f, on=on) for on in days] for f in some}
    rows: dict[object, list[Fatti]] = {}
    for fatti in some:
        rest = tuple(sorted((n, v) for n, v in fatti.valori.items() if n != nome))
        members = None if fatti.membri is None else tuple(map(repr, map(dict, fatti.membri)))
        rows.setdefault((repr(rest), members), []).append(fatti)

    def loses(less: Fatti, more: Fatti) -> bool:
        one, other = (less, more) if verso is Verso.MENO else (more, less)
        return any(
            _worse(a, b, importo=importo)
            for a, b in zip(verdicts[id(one)], verdicts[id(other)], strict=True)
        )

    lost = any(
        loses(a, b)
        for group in rows.values()
        for a in group
        for b in group
        if a.valori[nome] < b.valori[nome]
    )

    assert answered(Monotona(contesto, nome, verso, importo)) is not lost


def _worse(one: Verdict, other: Verdict, *, importo: bool) -> bool:
    if one.importo is not None and other.importo is not None and importo:
        return one.importo < other.importo
    return RANK[one.esito] < RANK[other.esito]


def _key(verdict: Verdict) -> object:
    """What of a verdict a fact may matter to; nobody here ranks."""
    if verdict.esito is Esito.NON_AMMESSO:
        return verdict.esito
    return verdict.esito, verdict.importo, tuple((v.spesa, v.importo) for v in verdict.voci)


def _extends(whole: Fatti, fatti: Fatti) -> bool:
    """Whether a household may turn out to be another, of which all is known."""
    if not fatti.valori.items() <= whole.valori.items():
        return False
    if fatti.membri is None:
        return True
    return len(fatti.membri) == len(whole.membri or ()) and all(
        row.items() <= other.items()
        for row, other in zip(fatti.membri, whole.membri or (), strict=True)
    )


def _rest(whole: Fatti, nome: str) -> object:
    """A household without one of its facts."""
    valori = tuple(sorted((n, str(v)) for n, v in whole.valori.items() if n != nome))
    rows = tuple(
        tuple((n, str(v)) for n, v in row.items() if n != nome) for row in whole.membri or ()
    )
    return valori, rows


@settings(max_examples=RULES, deadline=None)
@given(st.data())
def test_facts_asked_in_vain(data: st.DataObject) -> None:
    """Somebody is asked for a fact, and whatever else turns out it changes nothing."""
    names, misura, _, _ = drawn(data)
    own = [nome for nome in names if nome != "membri"] + ["eta"] * ("membri" in names)
    nome = data.draw(st.sampled_from(own))
    every = list(households(names))
    asked = [f for f in every if nome in evaluate(misura, f, on=ON).mancano]
    many = (len(names - {"membri"}), "membri" in names)
    whole = [
        f
        for f in every
        if len(f.valori) == many[0]
        and (not many[1] or all(row.keys() == {"eta"} for row in f.membri or ({},)))
    ]
    said = [(f, _rest(f, nome), _key(evaluate(misura, f, on=ON))) for f in whole]

    def in_vain(fatti: Fatti) -> bool:
        found: dict[object, set[object]] = {}
        for each, rest, key in said:
            if _extends(each, fatti):
                found.setdefault(rest, set()).add(key)
        return all(len(keys) == 1 for keys in found.values())

    result = dimostra(Inutile(Contesto.di(misura, giorni=ON), nome), limiti=LIMITI)
    if result.perche is Perche.LEGATO:
        assert nome == "componenti"
        return

    assert (result.risposta is Risposta.SI) is any(map(in_vain, asked))
    assert result.mai_chiesto is (not asked)
    for shown in result.esempi:
        assert in_vain(shown.fatti)
