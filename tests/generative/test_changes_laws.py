"""Laws of changes: over random rules, each is confirmed, is the nearest, and *none* is none."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations
from typing import TYPE_CHECKING

from attrs import evolve
from generative.narrow import EveryOne, narrow_questions, small_questions
from hypothesis import given, settings
from hypothesis import strategies as st

from casa_model.errors import WrongDay
from casa_model.readers.changes import Cambiamento, Scopo, changes
from casa_model.readers.environment import days_of
from casa_model.readers.evaluate import evaluate
from casa_model.readers.ranges import Place
from casa_model.rules.bits import ESITI
from casa_model.rules.esito import Esito
from casa_model.rules.facts import Cambia, Fatti
from casa_model.rules.misura import Calendario
from casa_model.rules.names import DATA_REQUISITI
from casa_model.testing._households import Question, questions

if TYPE_CHECKING:
    from collections.abc import Iterable

    from casa_model.readers.changes import Cambiamenti
    from casa_model.rules.esito import Verdict
    from casa_model.rules.misura import Misura


def after(question: Question, change: Cambiamento) -> Verdict:
    """What `evaluate` says of a household once it is as a change has it."""
    fatti, giorno = question.fatti, change.giorno
    valori, rows = dict(fatti.valori), [dict(row) for row in fatti.membri or ()]
    for dato in change.dati:
        row = valori if dato.membro is None else rows[dato.membro]
        assert row[dato.nome] == dato.valore
        row[dato.nome] = dato.nuovo
    other = Fatti(valori, rows or None)
    fixed = question.misura.calendario
    if giorno is None:
        return evaluate(question.misura, other, on=question.on)
    if fixed is None:
        return evaluate(question.misura, other, on=giorno)
    return evaluate(_moved(question.misura, giorno), other, on=question.on)


def _moved(misura: Misura, giorno: date) -> Misura:
    fixed = misura.calendario
    assert fixed is not None
    by = giorno - fixed.data_requisiti
    days = {nome: day + by for nome, day in days_of(misura, fixed.giorno_norma).items()}
    requisites = days.pop(DATA_REQUISITI)
    moved = Calendario(fixed.giorno_norma, requisites, tuple(days.items()))
    return evolve(misura, calendario=moved)


def worth(verdict: Verdict) -> tuple[int, int]:
    """How good an outcome is, and how much is due."""
    return ESITI.index(verdict.esito), -1 if verdict.importo is None else verdict.importo.cents


class TestEachIsConfirmed:
    """What is proposed is what `evaluate` says, and it is better."""

    @settings(max_examples=80)
    @given(questions())
    def test_of_any_measure(self, question: Question) -> None:
        """Every change of every kind."""
        found = changes(question.misura, question.fatti, on=question.on, passi=4000)
        now = worth(evaluate(question.misura, question.fatti, on=question.on))
        for change in found.tutti:
            verdict = after(question, change)

            assert verdict == change.verdict
            assert worth(verdict) > now

            if change.al_massimo is not None:
                assert after(question, change.al_massimo) == change.al_massimo.verdict
                assert worth(change.al_massimo.verdict) > worth(verdict)

    @settings(max_examples=60)
    @given(questions())
    def test_its_last_day(self, question: Question) -> None:
        """On the day after, the outcome is another again, or the amount."""
        found = changes(question.misura, question.fatti, on=question.on, passi=4000)
        for change in (*found.giorni, *found.coppie):
            if change.fino is not None:
                on_it = after(question, evolve(change, giorno=change.fino))
                assert change.verdict.importo in {None, on_it.importo}
                try:
                    past = after(question, evolve(change, giorno=change.fino + timedelta(days=1)))
                except WrongDay:  # no law answers any longer
                    continue

                assert worth(on_it) > worth(past) or on_it.importo != past.importo


class TestDays:
    """The day that is told is the first: no day before it is as good, and *none* is none."""

    @settings(max_examples=80)
    @given(questions(), st.integers(1, 3000))
    def test_no_day_is_better(self, question: Question, ahead: int) -> None:
        """Of the days to come, any one."""
        found = changes(question.misura, question.fatti, on=question.on)
        if any(DATA_REQUISITI in each.nomi for each in found.non_decisi):
            return
        if found.scopo is Scopo.NESSUNO:
            return
        start = days_of(question.misura, question.on)[DATA_REQUISITI]
        day = start + timedelta(days=ahead)
        try:
            verdict = after(question, Cambiamento((), found.verdict, giorno=day))
        except (WrongDay, OverflowError):
            return
        if _good(found, verdict):
            (told,) = found.giorni

            assert told.giorno is not None
            assert told.giorno <= day or worth(verdict)[0] < worth(told.verdict)[0]


def _good(found: Cambiamenti, verdict: Verdict) -> bool:
    """Whether an outcome is what is looked for."""
    if found.scopo is Scopo.AMMISSIONE:
        return verdict.esito is not Esito.NON_AMMESSO
    return verdict.esito is Esito.AMMESSO and worth(verdict) > worth(found.verdict)


class TestAgreesWithBruteForce:
    """Over few values, every household is tried."""

    @settings(max_examples=80)
    @given(narrow_questions())
    def test_of_one_fact(self, question: Question) -> None:
        """The nearest, or none."""
        found = changes(question.misura, question.fatti, on=question.on)
        assert found.rimedi or not found.non_decisi  # a day for one requirement may be left so
        every = EveryOne(question.misura, question.fatti, question.on)
        told = {
            Place(dato.nome, dato.membro): (change.distanza, worth(change.verdict)[0])
            for change in (*found.persona, *found.tempo, *found.nessuno)
            for dato in change.dati
        }
        for place in _known(every):
            best = _best(found, every.tried(place, forward=_forward(every, place)))

            assert best == told.get(place)

    @settings(max_examples=120)
    @given(small_questions())
    def test_of_two(self, question: Question) -> None:
        """Of facts that somebody can change, where none alone does."""
        found = changes(question.misura, question.fatti, on=question.on)
        alone = (*found.persona, *found.tempo, *(() if found.data_fissa else found.giorni))
        if alone:
            assert not found.coppie
        if alone or found.scopo is Scopo.NESSUNO:
            return
        every = EveryOne(question.misura, question.fatti, question.on)
        told = {
            frozenset(Place(dato.nome, dato.membro) for dato in change.dati): (
                change.distanza,
                worth(change.verdict)[0],
            )
            for change in found.coppie
            if change.giorno is None
        }
        some = [p for p in _known(every) if every.reader.fatto(p).cambia is not Cambia.NESSUNO]
        for pair in combinations(some, 2):
            best = _best(found, every.tried(*pair, forward=_forward(every, *pair)))

            assert best == told.get(frozenset(pair))


def _known(every: EveryOne) -> list[Place]:
    """The facts of a household that may be changed."""
    fatti = every.fatti
    rows = {None: fatti.valori} | dict(enumerate(fatti.membri or ()))
    return [
        place
        for place in every.reader.places(every.region)
        if place.nome in rows[place.membro] and (place.nome != "componenti" or fatti.membri is None)
    ]


def _forward(every: EveryOne, *places: Place) -> frozenset[Place]:
    return frozenset(p for p in places if every.reader.fatto(p).cambia is Cambia.TEMPO)


def _best(found: Cambiamenti, tried: Iterable[tuple[int, int, int]]) -> tuple[int, int] | None:
    """How far the nearest of the best outcomes is, by what is wanted, and which it is."""
    refused, admitted = ESITI.index(Esito.NON_AMMESSO), ESITI.index(Esito.AMMESSO)
    least = found.verdict.importo
    every = list(tried)
    if found.scopo is Scopo.AMMISSIONE:
        good = [each for each in every if each[1] == admitted]
        good = good or [each for each in every if each[1] != refused]
    elif least is not None and found.scopo is Scopo.IMPORTO:
        good = [each for each in every if each[1] == admitted and each[2] > least.cents]
    else:
        good = []
    return min((each[:2] for each in good), default=None)
