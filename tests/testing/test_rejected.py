"""No draw is rejected: nothing that was drawn is thrown away."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from hypothesis.internal.conjecture.data import ConjectureData, Status

import casa_model as cm
from casa_model.testing import (
    at_thresholds,
    expressions,
    fuller,
    households,
    measures,
    questions,
    shapes,
)
from casa_model.testing._types import GENERIC, PLAIN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hypothesis.strategies import SearchStrategy

ON = date(2026, 5, 1)


@pytest.fixture
def rejected(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often Hypothesis threw away a part of a test case, or the whole of it.

    A part is what `filter` did not let through and what a unique list had already, also when
    another try did better: Hypothesis closes its span with `discard`. The whole is what `assume`
    refused: the case ends as invalid.
    """
    found: Counter[str] = Counter()
    stop_span, freeze = ConjectureData.stop_span, ConjectureData.freeze

    def counting_parts(self: ConjectureData, *, discard: bool = False) -> None:
        found["parts"] += discard
        stop_span(self, discard=discard)

    def counting_cases(self: ConjectureData) -> None:
        found["cases"] += not self.frozen and self.status is Status.INVALID
        freeze(self)

    monkeypatch.setattr(ConjectureData, "stop_span", counting_parts)
    monkeypatch.setattr(ConjectureData, "freeze", counting_cases)
    return found


def draw_many(strategy: SearchStrategy[object]) -> None:
    """Draw fifteen times."""

    @settings(max_examples=15, database=None, suppress_health_check=[HealthCheck.filter_too_much])
    @given(strategy)
    def draws(_drawn: object) -> None:
        pass

    draws()


def strategies() -> Iterator[tuple[str, SearchStrategy[object]]]:
    """Every strategy that an application can ask for, by name."""
    for cls in (*PLAIN, *GENERIC):
        yield cls.__name__, st.from_type(cls)
    shipped = cm.edizione().misure["crs-difficolta"]
    some = households(shipped)
    yield "questions", questions()
    yield "shapes", shapes()
    yield "expressions", measures().flatmap(expressions)
    yield "households", some
    yield "fuller", some.flatmap(lambda fatti: fuller(shipped, fatti))
    yield "at_thresholds", at_thresholds(shipped, on=ON)


@pytest.mark.parametrize(("name", "strategy"), [*strategies()], ids=[n for n, _ in strategies()])
def test_nothing_is_rejected(
    name: str, strategy: SearchStrategy[object], rejected: Counter[str]
) -> None:
    """Of fifteen draws, none and no part of one."""
    draw_many(strategy)

    assert (name, rejected.total()) == (name, 0)


@pytest.mark.parametrize(
    ("strategy", "what"),
    [
        (st.integers(0, 9).filter(lambda n: n % 2), "parts"),
        (st.lists(st.text("ab", max_size=1), min_size=2, unique=True), "parts"),
        (st.integers(0, 9).map(lambda n: assume(n > 4)), "cases"),
    ],
    ids=["filter", "unique", "assume"],
)
def test_the_counter_counts(
    strategy: SearchStrategy[object], what: str, rejected: Counter[str]
) -> None:
    """A count that cannot be anything but zero would show nothing."""
    draw_many(strategy)

    assert rejected[what] > 0
