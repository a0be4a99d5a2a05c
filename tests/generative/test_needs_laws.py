"""Laws of what a rule needs: over random measures and random households."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import given, settings
from hypothesis import strategies as st

from casa_model.readers.amount import amount
from casa_model.readers.environment import environment
from casa_model.readers.evaluate import evaluate
from casa_model.readers.meaning import Env, value
from casa_model.readers.needs import Interview, more_later, needs
from casa_model.readers.needs._members import flat, place_of, slot_of, written_out
from casa_model.readers.needs._rest import Rest
from casa_model.readers.needs._state import State, domain, names, span_of
from casa_model.readers.needs._uses import answers
from casa_model.rules import tree as t
from casa_model.rules.esito import Esito
from casa_model.rules.facts import Fatti
from casa_model.rules.names import NOTICE_DAYS
from casa_model.rules.walk import children, walk, with_children
from casa_model.testing._households import Question, fuller, questions
from casa_model.testing._trees import shapes

if TYPE_CHECKING:
    from casa_model.rules.misura import Misura

MOST = 150
"""Questions of one interview: facts of the vocabulary, over four members."""


class TestTrees:
    """`with_children(n, children(n)) == n`."""

    @given(shapes())
    def test_of_any_shape(self, tree: t.Expr) -> None:
        """For every node."""
        assert all(with_children(node, children(node)) == node for node in walk(tree))

    @given(shapes(), shapes(), st.booleans())
    def test_tables(self, one: t.Expr, other: t.Expr, unica: bool) -> None:  # noqa: FBT001 - drawn
        """Which no text can say."""
        table = t.Table((t.Row(one, other), t.Row(other, one)), one, unica)

        assert table == with_children(table, children(table))


def plain_names(found: frozenset[str]) -> set[str]:
    """The names of facts, whoever they are asked of."""
    return {place_of(nome)[0] for nome in found}


class TestWrittenOut:
    """A measure written out over its members means the same."""

    @settings(max_examples=150)
    @given(questions())
    def test_the_verdict_is_the_same(self, question: Question) -> None:
        """Outcome, amount, findings, definitions and what is missing."""
        misura, fatti, on = question.misura, question.fatti, question.on
        if fatti.membri is None:
            fatti = Fatti({**fatti.valori, "componenti": 1}, [{}])
        one = evaluate(misura, fatti, on=on)
        other = evaluate(written_out(misura, len(fatti.membri or ())), flat(fatti), on=on)

        assert (one.esito, one.importo, one.voci) == (other.esito, other.importo, other.voci)
        assert (one.definizioni, one.chiavi, one.riserve) == (
            other.definizioni, other.chiavi, other.riserve,
        )  # fmt: skip
        assert set(one.mancano) == plain_names(frozenset(other.mancano))
        for mine, its in zip(one.findings, other.findings, strict=True):
            assert (mine.esito, mine.deciso_da) == (its.esito, its.deciso_da)
            assert set(mine.mancano) == plain_names(frozenset(its.mancano))


def rest_of(misura: Misura, env: Env) -> Rest:
    """What is left in an environment."""
    spans = {f.nome: span_of(f) for f in misura.fatti if f.nome not in env.fatti}
    return Rest(env, {nome: span for nome, span in spans.items() if span is not None})


class TestRest:
    """What is left of a tree gives its value, whatever is learnt."""

    @settings(max_examples=150)
    @given(st.data())
    def test_the_value_is_the_same(self, data: st.DataObject) -> None:
        """And facts that do not stand in it are not needed."""
        question = data.draw(questions())
        whole = data.draw(fuller(question.misura, question.fatti))
        partly = Fatti(question.fatti.valori, question.fatti.membri or ({},) * members(whole))
        misura = written_out(question.misura, members(whole))
        now = environment(misura, flat(partly), question.on)
        then = environment(misura, flat(whole), question.on)
        rest = rest_of(misura, now)
        for _, trees in answers(misura, question.on):
            for tree in trees:
                standing = names(rest.signature(tree))
                known = {n: v for n, v in then.fatti.items() if n in standing or n in now.fatti}
                left = rest.of(tree)
                # A definition stays a name, and what is left of it is in its place.
                bodies = {**then.definizioni, **rest.left}
                fewer = Env(known, None, then.parametri, bodies, then.giorni)

                assert value(tree, then) == value(left, fewer)


class TestMoreLater:
    """Where it says no, nothing comes after what is missing."""

    @settings(max_examples=150)
    @given(st.data())
    def test_a_no_is_sure(self, data: st.DataObject) -> None:
        """Whatever is learnt; the days of a notice are no facts."""
        question = data.draw(questions())
        misura, on = question.misura, question.on
        whole = data.draw(fuller(misura, question.fatti))
        now, then = (evaluate(misura, each, on=on).mancano for each in (question.fatti, whole))
        come = {*then}.difference(now, NOTICE_DAYS)

        assert not come or more_later(misura, question.fatti, now, on=on)


def members(fatti: Fatti) -> int:
    """How many they are."""
    return len(fatti.membri or ())


class TestNeeds:
    """What is read, is read; what is not, changes nothing."""

    @settings(max_examples=100)
    @given(st.data())
    def test_only_facts_that_are_read_decide(self, data: st.DataObject) -> None:
        """Without the others the verdict is the same."""
        question = data.draw(questions())
        found = needs(question.misura, on=question.on)
        read = {each.fatto.nome for each in found.fatti}
        whole = data.draw(fuller(question.misura, question.fatti))
        rows = [{n: v for n, v in row.items() if n in read} for row in whole.membri or ()]
        fewer = Fatti({n: v for n, v in whole.valori.items() if n in read}, rows)
        one, other = (evaluate(question.misura, f, on=question.on) for f in (whole, fewer))

        assert one == other
        assert set(evaluate(question.misura, Fatti(), on=question.on).mancano) <= {
            *read, "membri", "pubblicazione", "apertura", "chiusura",
        }  # fmt: skip


def oracle(fatti: Fatti, nome: str, membro: int | None) -> Any:  # noqa: ANN401 - any fact
    """The answer of a household of which everything is known."""
    if membro is not None:
        assert fatti.membri is not None
        return fatti.membri[membro][nome]
    return fatti.valori[nome]


def with_indifferent(interview: Interview, whole: Fatti) -> Fatti:
    """What an interview knows, with the household's own values of what does not matter."""
    valori = dict(interview.fatti.valori)
    rows = [dict(row) for row in interview.fatti.membri or ()]
    for slot in interview._state.indifferent:
        nome, at = place_of(slot)
        if at is None:
            valori[nome] = whole.valori[nome]
        else:
            rows[at][nome] = oracle(whole, nome, at)
    if "componenti" in valori and not rows:
        rows = [{} for _ in whole.membri or ()]
    return Fatti(valori, rows or None)


def answer_of(state: State, env: Env) -> list[object]:
    """Everything that a verdict decides: each part's value, the amount."""
    misura = state.misura
    found: list[object] = [value(tr, env) for _, some in answers(misura, state.on) for tr in some]
    return [*found, None if misura.importo is None else amount(misura.importo, env)]


@st.composite
def begun(draw: st.DrawFn) -> tuple[Interview, Fatti]:
    """An interview, and the household that will answer: all of it is known to itself."""
    question = draw(questions())
    whole = draw(fuller(question.misura, question.fatti))
    return Interview(question.misura, question.fatti, on=question.on), whole


class TestInterview:
    """Only what is missing and can matter is asked, once; the end is that of the whole facts."""

    @settings(max_examples=60, deadline=None)
    @given(begun())
    def test_of_somebody_who_answers_everything(self, drawn: tuple[Interview, Fatti]) -> None:
        """The outcome is that of a household of which everything is known."""
        interview, whole = drawn
        asked(interview, whole, data=None)
        misura, on = interview._misura, interview._on
        wanted = evaluate(misura, whole, on=on)
        found = evaluate(misura, with_indifferent(interview, whole), on=on)
        failed = {f.codice for f in wanted.findings if f.esito is False}

        assert wanted.esito is interview.status.esito is found.esito
        assert (wanted.importo, wanted.riserve) == (found.importo, found.riserve)
        assert failed.issuperset(interview.status.failed)
        assert interview.status.mancano == wanted.mancano

    @settings(max_examples=40, deadline=None)
    @given(begun(), st.data())
    def test_of_somebody_who_does_not_know_everything(
        self, drawn: tuple[Interview, Fatti], data: st.DataObject
    ) -> None:
        """It ends; what is missing is what the verdict misses, but for what does not matter."""
        interview, whole = drawn
        asked(interview, whole, data=data)
        known = with_indifferent(interview, whole)
        found = evaluate(interview._misura, known, on=interview._on)

        assert found.esito is interview.status.esito
        assert found.mancano == interview.status.mancano

    @settings(max_examples=20, deadline=None)
    @given(st.data())
    def test_what_stands_alone_can_change_the_answer(self, data: st.DataObject) -> None:
        """A yes or no, or a choice, that is all that is missing: its values differ in something."""
        question = data.draw(questions(known=8))
        interview = Interview(question.misura, question.fatti, on=question.on)
        whole = data.draw(fuller(question.misura, question.fatti))
        for each in interview:
            state = interview._state
            slot = each.fatto.nome if each.membro is None else slot_of(each.fatto.nome, each.membro)
            fatto = state.declared().get(slot)
            if state.missing == {slot} and fatto is not None and domain(fatto):
                found = [answer_of(state, state.given(slot, v)) for v in domain(fatto)]

                assert any(other != found[0] for other in found)
            interview.answer(oracle(whole, each.fatto.nome, each.membro))


def asked(interview: Interview, whole: Fatti, *, data: st.DataObject | None) -> list[str]:
    """Answer every question; with `data`, some with "not known". Check each as it comes."""
    found: list[str] = []
    for question in interview:
        at = question.membro
        slot = question.fatto.nome if at is None else slot_of(question.fatto.nome, at)

        assert slot not in found
        found.append(slot)
        known = with_indifferent(interview, whole)
        verdict = evaluate(interview._misura, known, on=interview._on)
        assert Esito.DA_COMPLETARE is verdict.esito
        assert {question.fatto.nome, "membri"} & set(verdict.mancano)
        assert question.waiting
        skipped = data is not None and not data.draw(st.integers(0, 3))
        interview.answer(None if skipped else oracle(whole, question.fatto.nome, at))
    assert len(found) <= MOST
    return found
