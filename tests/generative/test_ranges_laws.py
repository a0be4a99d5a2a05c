"""Laws of what a rule may answer over a region: over random rules, regions and households."""

from __future__ import annotations

from datetime import timedelta
from itertools import product
from typing import TYPE_CHECKING, Any

from attrs import evolve
from generative.regions import around, inside
from hypothesis import given, settings
from hypothesis import strategies as st

from casa_model.readers.environment import environment
from casa_model.readers.evaluate import evaluate
from casa_model.readers.meaning import truth
from casa_model.readers.ranges import (
    FALSE,
    NEVER,
    NONE,
    TRUE,
    Absent,
    Found,
    Probe,
    nearest,
    ranges,
)
from casa_model.rules.esito import Esito
from casa_model.rules.misura import Calendario
from casa_model.rules.names import DATA_REQUISITI
from casa_model.rules.types import LAST_DAY
from casa_model.testing._households import Question, households, questions
from casa_model.testing._measures import measures
from casa_model.testing._trees import expressions

if TYPE_CHECKING:
    from casa_model.readers.ranges import Answer, Region
    from casa_model.rules.esito import Verdict
    from casa_model.rules.misura import Misura

MASKS = {True: TRUE, False: FALSE, None: NONE}


def allows(answer: Answer, verdict: Verdict) -> bool:
    """Whether a verdict is among the answers of a region."""
    truths = [MASKS[finding.esito] for finding in verdict.findings]
    masks = all(mask & one for mask, one in zip(answer.requisiti, truths, strict=True))
    return masks and verdict.esito in answer.esiti and _in(answer, verdict)


def _in(answer: Answer, verdict: Verdict) -> bool:
    if verdict.importo is None or answer.importo is None:
        return verdict.importo is None
    return answer.importo[0] <= verdict.importo.cents <= answer.importo[1]


def _moved(misura: Misura, days: int) -> Misura | None:
    """The measure with every day of its notice so much later; None past the calendar."""
    fixed = misura.calendario
    assert fixed is not None
    named = {DATA_REQUISITI: fixed.data_requisiti, **dict(fixed.date)}
    if any((LAST_DAY - day).days < days for day in named.values()):
        return None
    moved = {nome: day + timedelta(days=days) for nome, day in named.items()}
    requisites = moved.pop(DATA_REQUISITI)
    return evolve(
        misura, calendario=Calendario(fixed.giorno_norma, requisites, tuple(moved.items()))
    )


class TestOneHousehold:
    """A region of one household gives the answer of `evaluate`."""

    @settings(max_examples=120)
    @given(questions())
    def test_to_the_last_bit(self, question: Question) -> None:
        """Every requirement, the outcome and the amount."""
        misura, fatti, on = question.misura, question.fatti, question.on
        verdict = evaluate(misura, fatti, on=on)
        reader = ranges(misura, on=on)
        answer = reader.answer(reader.point(fatti))

        assert answer.requisiti == tuple(MASKS[f.esito] for f in verdict.findings)
        assert answer.esiti == {verdict.esito}
        if verdict.importo is not None:
            assert answer.importo == (verdict.importo.cents, verdict.importo.cents, False)

    @given(questions())
    def test_comes_back(self, question: Question) -> None:
        """The household of the region is the household."""
        reader = ranges(question.misura, on=question.on)

        assert question.fatti == reader.household(reader.point(question.fatti), question.fatti)

    @given(st.data())
    def test_of_a_condition_asked_besides(self, data: st.DataObject) -> None:
        """Its truth is that of the tree."""
        question = data.draw(questions())
        tree = data.draw(expressions(question.misura, "bool"))
        reader = ranges(question.misura, on=question.on, also=(tree,))
        answer = reader.answer(reader.point(question.fatti))
        env = environment(question.misura, question.fatti, question.on)

        assert answer.also == (MASKS[truth(tree, env)],)


class TestManyHouseholds:
    """The answer about each household of a region is one of those of the region."""

    @settings(max_examples=120)
    @given(st.data())
    def test_it_is_among_them(self, data: st.DataObject) -> None:
        """Over anything that the facts may be."""
        question = data.draw(questions())
        misura, fatti, on = question.misura, question.fatti, question.on
        reader = ranges(misura, on=on)
        region = data.draw(around(reader, fatti))
        answer = reader.answer(region)
        for _ in range(3):
            one = data.draw(inside(reader, region, fatti))

            assert allows(answer, evaluate(misura, one, on=on))

    @settings(max_examples=60)
    @given(st.data(), st.integers(0, 4000), st.integers(0, 4000))
    def test_on_other_days_of_the_requisites(
        self, data: st.DataObject, ahead: int, more: int
    ) -> None:
        """The days of a notice move with that of the requisites, and the law stays."""
        misura = data.draw(measures().filter(lambda each: each.calendario is not None))
        fixed = misura.calendario
        assert fixed is not None
        fatti = data.draw(households(misura))
        reader = ranges(misura, on=fixed.giorno_norma)
        region = reader.point(fatti)
        first = region.giorno[0] + ahead
        answer = reader.answer(evolve(region, giorno=(first, first + more, False)))
        day = data.draw(st.integers(first, first + more))
        moved = _moved(misura, day - region.giorno[0])
        if moved is None:
            return

        assert allows(answer, evaluate(moved, fatti, on=fixed.giorno_norma))


class TestProbe:
    """What is asked of a probe is what is asked of the region."""

    @settings(max_examples=60)
    @given(st.data())
    def test_the_same_answer(self, data: st.DataObject) -> None:
        """Question after question."""
        question = data.draw(questions())
        reader = ranges(question.misura, on=question.on)
        region = reader.point(question.fatti)
        places = reader.places(region)
        lists = (
            st.lists(st.sampled_from(places), max_size=3, unique=True) if places else st.just([])
        )
        some = data.draw(lists)
        probe = Probe(reader, region, tuple(some))
        for _ in range(3):
            wider = data.draw(around(reader, question.fatti))
            cells = [reader.cell(wider, place) for place in some]
            put = reader.put(region, dict(zip(some, cells, strict=True)))

            assert probe.answer(cells) == reader.answer(put)


FEW = 5
"""How many values of a fact are tried one by one."""


def _near(whole: Any, origin: Any) -> Any:  # noqa: ANN401 - a cell
    """The values of a cell nearest to where a household stands, few enough to try them all."""
    if isinstance(whole, int) or len(whole) == 2:
        return whole
    at = whole[0] if origin is NEVER else origin[0]
    return (max(whole[0], at - FEW), min(whole[1], at + FEW), False)


def _values(cell: Any) -> list[Any]:  # noqa: ANN401 - a cell
    if isinstance(cell, int):
        return [mask for mask in (TRUE, FALSE, NONE) if cell & mask]
    if len(cell) == 2:
        return [((text,), False) for text in cell[0]]
    return [(unit, unit, False) for unit in range(cell[0], cell[1] + 1)]


def _far(cell: Any, origin: Any) -> int:  # noqa: ANN401 - a cell
    if cell == origin:
        return 0
    apart = isinstance(cell, int) or len(cell) == 2 or origin is NEVER
    return 1 if apart else abs(cell[0] - origin[0])


GOALS = {"admitted": Esito.AMMESSO, "refused": Esito.NON_AMMESSO}


class TestNearest:
    """Over few values, the nearest household is that of brute force, and *none* is none."""

    @settings(max_examples=120)
    @given(st.data(), st.sampled_from(sorted(GOALS)), st.integers(1, 2))
    def test_is_that_of_trying_them_all(self, data: st.DataObject, name: str, many: int) -> None:
        """One fact at a time and two."""
        question = data.draw(questions())
        misura, fatti, on = question.misura, question.fatti, question.on
        wanted, reader = GOALS[name], ranges(misura, on=on)
        region = reader.point(fatti)
        places = reader.places(region)
        if len(places) < many:
            return
        lists = st.lists(st.sampled_from(places), min_size=many, max_size=many, unique=True)
        some = data.draw(lists)
        cells = {p: _near(reader.whole(region, p), reader.cell(region, p)) for p in some}

        def goal(answer: Answer) -> bool | None:
            if wanted not in answer.esiti:
                return False
            return True if len(answer.esiti) == 1 else None

        def reached(region: Region) -> bool:
            return evaluate(misura, reader.household(region, fatti), on=on).esito is wanted

        found = nearest(reader, region, cells, goal)
        origin = [reader.cell(region, place) for place in some]
        least = min(
            (
                sum(map(_far, each, origin))
                for each in product(*map(_values, cells.values()))
                if reached(reader.put(region, dict(zip(some, each, strict=True))))
            ),
            default=None,
        )

        assert least == (found.away if isinstance(found, Found) else None)
        assert isinstance(found, Found | Absent)
        assert isinstance(found, Absent) or reached(found.region)
