"""What a condition comes to for many values of a fact: the same as for each of them, sooner."""

from __future__ import annotations

import sys
from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias

import pytest
from attrs import evolve
from examples import many
from hypothesis import given
from hypothesis import strategies as st
from readers.trial import BASE, FONTE, NEW, WORDS

from casa_model.readers.environment import environment
from casa_model.readers.meaning import truth
from casa_model.readers.needs import Interview, Part
from casa_model.readers.needs._choice import _values
from casa_model.readers.needs._state import State, state_of
from casa_model.readers.needs._trials import truths
from casa_model.readers.needs._uses import answers
from casa_model.rules import tree as t
from casa_model.rules.facts import Fatti, Fatto
from casa_model.rules.misura import Definizione, Requisito
from casa_model.rules.types import ChoiceType, NumberType
from casa_model.rules.walk import walk
from casa_model.testing._households import Question, questions
from casa_model.values import Euro

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

    from casa_model.rules.facts import Value
    from casa_model.rules.misura import Misura

Tables: TypeAlias = "st.SearchStrategy[t.Table]"

CODE, ISEE, MANY = t.Fact("protocollo"), t.Fact("isee"), t.Fact("componenti")
PAID, CHOICE = t.Fact("pagato"), t.Fact("scelta")
BAND, LEVEL = t.Definition("fascia"), t.Definition("livello")
YES, NO = t.Truth(value=True), t.Truth(value=False)
WHOLE = NumberType(0, euro=False, lo=0, hi=30)
CODES = 100
"""Rows of the longest table."""


def one_by_one(state: State, fatto: Fatto, tree: t.Expr) -> set[bool | None]:
    """What it comes to, value by value."""
    return {truth(tree, state.given(fatto.nome, v)) for v in _values(state, fatto, (tree,))}


def agree(state: State, fatto: Fatto, tree: t.Expr) -> bool:
    """Whether both say the same; beyond true and false nothing more is asked."""
    slow = one_by_one(state, fatto, tree)
    fast = truths(state, fatto.nome, _values(state, fatto, (tree,)), tree)
    return slow == fast or {True, False} <= slow & fast <= slow


@many(60)
@given(questions())
def test_of_random_measures(question: Question) -> None:
    """Each requirement and each fact that is not known."""
    state = state_of(question.misura, question.fatti, question.on)
    parts = answers(state.misura, state.on)
    asked = [tree for use, trees in parts if use.part is Part.REQUISITO for tree in trees]
    for fatto in state.declared().values():
        if fatto.nome not in state.env.fatti:
            assert all(agree(state, fatto, tree) for tree in asked)


def labels(which: str) -> st.SearchStrategy[t.Expr]:
    """One of some labels."""
    return st.sampled_from([t.Label(each) for each in which])


def conditions(*definitions: t.Expr) -> st.SearchStrategy[t.Expr]:
    """Conditions of rows: some are told apart at once, others only value by value."""
    digits = st.integers(0, 4).map(t.Number)
    several = st.lists(digits, min_size=1, max_size=3).map(tuple)
    numbers = digits | st.sampled_from([ISEE, MANY, t.Add(MANY, t.Number(1)), *definitions])
    same = st.sampled_from(["==", "!="])
    plain = st.one_of(
        st.sampled_from([PAID, YES]),
        st.builds(t.Compare, st.sampled_from(["<", "<=", ">", ">=", "==", "!="]), numbers, numbers),
        st.builds(t.Compare, same, st.just(CHOICE), labels("abcd")),
        st.builds(t.Compare, same, labels("xy"), st.just(CODE)),
        st.builds(t.In, st.just(CHOICE), st.lists(labels("abcd"), min_size=1).map(tuple)),
        st.builds(t.In, st.just(MANY), several),
    )
    return st.recursive(
        plain,
        lambda some: st.one_of(
            st.builds(t.Not, some),
            st.builds(t.And, st.tuples(some, some)),
            st.builds(t.Or, st.tuples(some, some)),
        ),
        max_leaves=3,
    )


def tables(when: st.SearchStrategy[t.Expr], worth: st.SearchStrategy[t.Expr]) -> Tables:
    """Tables of a few rows."""
    rows = st.lists(st.builds(t.Row, when, worth), min_size=1, max_size=5).map(tuple)
    return st.builds(t.Table, rows, worth)


@many(100)
@given(
    st.fixed_dictionaries(
        {},
        optional={
            "isee": st.just(Euro(200)),
            "componenti": st.just(Decimal(2)),
            "pagato": st.booleans(),
            "scelta": st.sampled_from("abcd"),
        },
    ),
    tables(conditions(), st.integers(0, 4).map(t.Number) | st.just(MANY)),
    tables(conditions(BAND), st.integers(0, 4).map(t.Number)),
    tables(conditions(BAND, LEVEL), st.sampled_from([YES, NO, PAID])),
)
def test_of_tables_upon_tables(
    known: dict[str, Value], band: t.Table, level: t.Table, asked: t.Table
) -> None:
    """Each fact, through definitions too."""
    misura = measure(
        asked, Definizione("fascia", band, WHOLE), Definizione("livello", level, WHOLE)
    )
    state = State(misura, environment(misura, Fatti(known), NEW), (), None, frozenset(), NEW)
    for fatto in misura.fatti:
        if not fatto.membro and fatto.nome not in known:
            assert agree(state, fatto, asked)
            assert agree(state, fatto, t.Not(t.And((asked, PAID))))


def test_of_a_fact_beside_one_that_is_not_known() -> None:
    """Nothing is known of the row, nor of the rows after it."""
    asked = t.Table((t.Row(t.Compare("<", ISEE, MANY), NO),), YES)
    misura = measure(asked)
    state = state_of(misura, Fatti(), NEW)

    assert {None} == truths(state, "isee", [Decimal(1), Decimal(2)], asked)


def measure(asked: t.Expr, *definizioni: Definizione) -> Misura:
    """The trial measure with a choice, a requirement and some definitions."""
    labels = {node.value for node in walk(asked) if isinstance(node, t.Label)}
    choice = Fatto("scelta", ChoiceType((*"abcd", *sorted(labels))), WORDS)
    return evolve(
        BASE,
        fatti=(choice, *BASE.fatti),
        definizioni=definizioni,
        requisiti=(Requisito("r", WORDS, FONTE, asked),),
    )


def by_code(many: int) -> t.Expr:
    """A threshold for each code: a row each, of a household that may be large."""
    large = t.Compare(">", MANY, t.Number(1))
    rows = [
        t.Row(t.And((large, t.Compare("==", CODE, t.Label(f"{n}")))), t.Number(n))
        for n in range(many)
    ]
    return t.Compare("<", t.Table(tuple(rows), t.Number(0)), ISEE)


def by_choice(many: int) -> t.Expr:
    """The same, of the values of a choice."""
    rows = [t.Row(t.Compare("==", CHOICE, t.Label(f"{n}")), t.Number(n)) for n in range(many)]
    return t.Compare("<", t.Table(tuple(rows), t.Number(0)), ISEE)


def by_amount(many: int) -> t.Expr:
    """Bands of an amount, the highest first."""
    rows = [t.Row(t.Compare(">=", ISEE, t.Number(n)), t.Number(n)) for n in range(many, 0, -1)]
    return t.Compare("<", t.Table(tuple(rows), t.Number(0)), MANY)


@pytest.mark.parametrize("table", [by_code, by_choice, by_amount])
def test_twice_the_rows_are_twice_the_work(table: Callable[[int], t.Expr]) -> None:
    """Counted in calls of functions; row after row for value after value they were four times."""
    few, many = (calls(measure(table(rows))) for rows in (CODES // 2, CODES))

    assert many < few * 2.5


def calls(misura: Misura) -> int:
    """The functions called to find the first question of an interview."""
    interview = Interview(misura, on=NEW)
    before = sys.getprofile()
    counted = 0

    def count(frame: FrameType, event: str, arg: object) -> None:  # noqa: ARG001 - as Python calls it
        nonlocal counted
        counted += event == "call"

    sys.setprofile(count)
    try:
        next(interview)
    finally:
        sys.setprofile(before)
    return counted
