"""Interleaved rounds: each round times every case once, so that a slow minute slows them all."""

from __future__ import annotations

import gc
import statistics
import timeit
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ROUNDS: Final = 21
SECONDS: Final = 0.05
"""How long a case runs in each round, roughly."""


class Case(NamedTuple):
    """A statement that decides once, the names it reads, and the answer it gave when asked.

    `{number}` in `setup` is how many decisions the round will take; `decisions` is how many one
    statement takes. `most` bounds the decisions of a round, where each needs something prepared.
    """

    key: str
    label: str
    statement: str
    names: Mapping[str, object]
    answer: tuple[str, int | None]
    setup: str = "pass"
    decisions: int = 1
    most: int = 10**9


class Timed(NamedTuple):
    """Nanoseconds of one decision, in each round."""

    key: str
    label: str
    rounds: tuple[float, ...]

    @property
    def median(self) -> float:
        """Over the rounds."""
        return statistics.median(self.rounds)

    def times(self, yardstick: Timed) -> float:
        """How many times the yardstick: the median of the ratios, each within one round."""
        pairs = zip(self.rounds, yardstick.rounds, strict=True)
        return statistics.median(mine / other for mine, other in pairs)


def measure(
    cases: Sequence[Case], *, rounds: int = ROUNDS, seconds: float = SECONDS
) -> list[Timed]:
    """Time every case once a round, after checking how often it fits into `seconds`."""
    numbers = [_fitting(case, seconds) for case in cases]
    found: list[list[float]] = [[] for _ in cases]
    gc.collect()
    gc.freeze()  # what is loaded by now is no business of a collection
    try:
        for _ in range(rounds):
            for case, number, times in zip(cases, numbers, found, strict=True):
                times.append(_once(case, number) / (number * case.decisions) * 1e9)
    finally:
        gc.unfreeze()
    return [
        Timed(case.key, case.label, tuple(times)) for case, times in zip(cases, found, strict=True)
    ]


def _once(case: Case, number: int) -> float:
    setup = case.setup.format(number=number)
    timer = timeit.Timer(case.statement, setup, globals=dict(case.names))
    return timer.timeit(number)


def _fitting(case: Case, seconds: float) -> int:
    number = 1
    while (taken := _once(case, number)) < seconds / 4 and number < case.most:
        number *= 4
    return max(1, min(case.most, round(number * seconds / taken)))
