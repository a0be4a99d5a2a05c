"""Laws of every rule: over random trees, random measures and random households."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from dateutil.relativedelta import relativedelta
from generative import definition
from generative.faults import refuse
from hypothesis import given, settings
from hypothesis import strategies as st

from casa_model.readers.environment import environment
from casa_model.readers.evaluate import evaluate
from casa_model.readers.meaning import missing, value
from casa_model.rules import tree as t
from casa_model.rules.calendar import add_months, months_between, years_between
from casa_model.rules.check import check
from casa_model.rules.esito import Esito, Verdict
from casa_model.rules.facts import Fatti
from casa_model.rules.names import DATA_REQUISITI, Kind
from casa_model.rules.parse import MAX_TEXT, parse
from casa_model.rules.show import show
from casa_model.rules.types import DateType, NumberType
from casa_model.rules.walk import children, walk
from casa_model.testing._households import Question, fuller, households, questions
from casa_model.testing._measures import measures
from casa_model.testing._scope import scope_of
from casa_model.testing._trees import KINDS, expressions, name_kinds, shapes
from casa_model.testing._values import days, values
from casa_model.testing._vocabulary import DAYS

if TYPE_CHECKING:
    from datetime import date

    from casa_model.rules.misura import Misura

NAMES = {
    "isee": Kind.FATTO,
    "eta": Kind.MEMBRO,
    "soglia": Kind.PARAMETRO,
    "scala": Kind.PARAMETRO,
    "quanto": Kind.DEFINIZIONE,
    DATA_REQUISITI: Kind.GIORNO,
}


def short(tree: t.Expr) -> t.Expr:
    """The tree, or its first part whose text is no longer than a rule may be."""
    while len(show(tree)) > MAX_TEXT:
        tree = children(tree)[0]
    return tree


class TestText:
    """`parse(show(tree)) == tree`."""

    @given(shapes())
    def test_any_shape(self, tree: t.Expr) -> None:
        """Whatever the types: brackets stand where they must."""
        tree = short(tree)

        assert parse(show(tree), NAMES) == tree

    @settings(max_examples=60)
    @given(st.data())
    def test_well_typed(self, data: st.DataObject) -> None:
        """Over the names of a measure."""
        misura = data.draw(measures())
        tree = short(data.draw(expressions(misura)))

        assert parse(show(tree), name_kinds(misura)) == tree


@st.composite
def learning(draw: st.DrawFn, known: int = 1) -> tuple[Question, list[Fatti]]:
    """A question and what becomes known of its household, one fact at a time."""
    question = draw(questions(known=known))
    steps = [question.fatti]
    if steps[-1].membri is None:
        stated = steps[-1].valori.get("componenti")
        how_many = draw(st.integers(1, 3)) if stated is None else int(stated)
        steps.append(Fatti(steps[-1].valori, ({},) * how_many))
    members = steps[-1].membri or ()
    unknown = [
        (None, f) for f in question.misura.fatti if not f.membro and f.nome not in steps[-1].valori
    ]
    unknown += [
        (at, f)
        for at, row in enumerate(members[:2])
        for f in question.misura.fatti
        if f.membro and f.nome not in row
    ]
    for at, fatto in draw(st.permutations(unknown)):
        learnt = len(members) if fatto.nome == "componenti" else draw(values(fatto.tipo))
        rows = [dict(row) for row in steps[-1].membri or ()]
        valori = dict(steps[-1].valori)
        (valori if at is None else rows[at])[fatto.nome] = learnt
        steps.append(Fatti(valori, rows))
    return question, steps


def settled(verdict: Verdict) -> dict[str, object]:
    """All that a verdict says for good: what is known in it, by name."""
    found: dict[str, object] = {f"r {f.codice}": f.esito for f in verdict.findings}
    found |= {f"d {each.nome}": each.valore for each in verdict.definizioni}
    found |= {f"k {nome}": key for nome, key in verdict.chiavi}
    if verdict.esito is not Esito.DA_COMPLETARE:
        found |= {"esito": verdict.esito, "importo": verdict.importo, "voci": verdict.voci}
        found |= {"riserve": verdict.riserve, "mancano": verdict.mancano}
    return {name: known for name, known in found.items() if known is not None}


class TestUnknown:
    """Learning a fact never overturns a verdict; what is missing is defined on the tree."""

    @settings(max_examples=60)
    @given(learning())
    def test_learning_never_overturns(self, case: tuple[Question, list[Fatti]]) -> None:
        """Facts become known one by one: what was settled stays."""
        question, steps = case

        said = [settled(evaluate(question.misura, each, on=question.on)) for each in steps]

        assert all(one.items() <= next_.items() for one, next_ in itertools.pairwise(said))

    @given(st.data())
    def test_values_stay(self, data: st.DataObject) -> None:
        """Everything becomes known at once: each part of a tree that had a value keeps it."""
        misura = data.draw(measures())
        drawn = [data.draw(expressions(misura, kind)) for kind in ("bool", "euro", "plain")]
        trees = parts(misura, drawn)
        fatti = data.draw(households(misura, known=1))
        before = environment(misura, fatti, date_of(misura))
        after = environment(misura, data.draw(fuller(misura, fatti)), date_of(misura))

        known = [(node, found) for node in trees if (found := value(node, before)) is not None]

        assert [value(node, after) for node, _ in known] == [found for _, found in known]

    @given(questions())
    def test_missing_facts_are_those_of_the_definition(self, question: Question) -> None:
        """Of every requirement and of the verdict, against a second telling of the definition."""
        misura, on = question.misura, question.on
        env = environment(misura, question.fatti, on)
        verdict = evaluate(misura, question.fatti, on=on)
        wholes = {r.codice: definition.whole(r) for r in misura.requisiti}
        told = {f.codice: set(f.mancano) for f in verdict.findings if not f.non_visto}

        expected = {
            codice: definition.missing(tree, env)
            for codice in told
            if (tree := wholes[codice]) is not None
        }

        assert told == expected
        assert set(verdict.mancano) == definition.missing_of(misura, verdict, env, on)

    @given(questions(known=5))
    def test_nothing_missing_is_decided(self, question: Question) -> None:
        """A verdict with nothing missing and nothing unread is decided, and no other is."""
        verdict = evaluate(question.misura, question.fatti, on=question.on)
        refused = any(finding.esito is False for finding in verdict.findings)
        unread = any(finding.non_visto for finding in verdict.findings)

        decided = refused or (not verdict.mancano and not unread)

        assert (verdict.esito is not Esito.DA_COMPLETARE) == decided
        assert (verdict.esito is Esito.NON_AMMESSO) == refused

    @given(questions(known=5))
    def test_amounts(self, question: Question) -> None:
        """Only with AMMESSO; items add up to it, none is paid above what it is worth."""
        verdict = evaluate(question.misura, question.fatti, on=question.on)
        paid = verdict.esito is Esito.AMMESSO and question.misura.importo is not None

        assert (verdict.importo is not None) == paid
        assert sum(voce.importo.cents for voce in verdict.voci) == (
            verdict.importo.cents if paid else 0
        )
        assert all(0 <= voce.importo.cents <= voce.spesa.cents for voce in verdict.voci)


def outer(tree: t.Expr) -> list[t.Expr]:
    """The nodes of a tree that do not stand inside an aggregate."""
    inner = {
        id(node)
        for top in walk(tree)
        if isinstance(top, t.AnyMember | t.AllMembers | t.Count | t.Sum)
        for node in walk(top)
        if node is not top
    }
    return [node for node in walk(tree) if id(node) not in inner]


def parts(misura: Misura, drawn: list[t.Expr]) -> list[t.Expr]:
    """Every part of some trees, and of the definitions of a measure."""
    return [
        node for tree in (*drawn, *(d.vale for d in misura.definizioni)) for node in outer(tree)
    ]


class TestTotal:
    """Every well-typed tree has a value within its type, or is unknown; none fails."""

    @given(st.data())
    def test_within_the_interval(self, data: st.DataObject) -> None:
        """At each node, at the scale that the loader found, on extreme households."""
        misura = data.draw(measures())
        drawn = [data.draw(expressions(misura, kind)) for kind in ("euro", "plain", "day")]
        fatti = data.draw(households(misura, known=20))
        on = date_of(misura)
        env = environment(misura, fatti, on)
        scope = scope_of(misura)
        trees = parts(misura, drawn)

        outside = [
            node for node in trees if not _inside(check(node, scope, refuse), value(node, env))
        ]

        assert outside == []

    @given(st.data())
    def test_unknown_has_missing(self, data: st.DataObject) -> None:
        """An expression is unknown when, and only when, something is missing."""
        misura = data.draw(measures())
        tree = data.draw(expressions(misura))
        env = environment(misura, data.draw(households(misura)), date_of(misura))

        assert (value(tree, env) is None) == bool(missing(tree, env))

    @given(st.data(), st.sampled_from(KINDS))
    def test_draws_are_well_typed(self, data: st.DataObject, kind: str) -> None:
        """The strategies keep their word: no tree of theirs has a fault."""
        misura = data.draw(measures())
        tree = data.draw(expressions(misura, kind))

        assert check(tree, scope_of(misura), refuse) is not None


def date_of(misura: Misura) -> date:
    """A day on which a measure answers."""
    return DAYS[0] if misura.calendario is None else misura.calendario.giorno_norma


def _inside(kind: object, found: object) -> bool:
    match kind, found:
        case _, None:
            return True
        case NumberType(scale=scale, lo=lo, hi=hi), number:
            units = number.scaleb(scale)
            return units == int(units) and lo <= units <= hi
        case DateType(lo=lo, hi=hi), day:
            return lo <= day <= hi
        case _:
            return True


class TestCalendar:
    """Months and years are complete ones, as `dateutil.relativedelta` counts them."""

    @given(days(), days())
    def test_between(self, first: date, last: date) -> None:
        """And 0 when the second day comes before the first."""
        delta = relativedelta(last, first)
        forward = last >= first

        assert months_between(first, last) == (delta.years * 12 + delta.months) * forward
        assert years_between(first, last) == delta.years * forward

    @given(days(), st.integers(-1200, 1200))
    def test_add(self, day: date, months: int) -> None:
        """The day some months away is that of `relativedelta`, and is so many months away."""
        later = add_months(day, months)

        assert later == day + relativedelta(months=months)
        assert months_between(day, later) == max(months, 0)

    @given(days(), days(), st.integers(0, 1200))
    def test_complete(self, first: date, last: date, months: int) -> None:
        """So many months have passed when the day so many months later has come."""
        passed = first <= last and months_between(first, last) >= months

        assert passed == (add_months(first, months) <= last)
