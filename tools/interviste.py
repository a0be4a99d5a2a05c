"""How many questions an interview asks, over random households of each shipped measure.

Two orders are compared: that of the interview, and that in which facts are declared, which asks
of the same facts: those that are still missing. Households are drawn with a printed seed. Those
"at random" have each value alike: yes or no, values of a choice, figures up to about twice those
that the rules compare with, days of ten years; most of them are refused. Those "but for one fact"
are drawn until no requirement is false, and then one of their facts is drawn again.
"""

from __future__ import annotations

import random
import statistics
import time
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Final

import casa_model as cm
from casa_model.readers.evaluate import evaluate
from casa_model.rules.types import BoolType, ChoiceType, DateType, NumberType

if TYPE_CHECKING:
    from casa_model.rules.facts import Value
    from casa_model.rules.types import Type

SEED: Final = 20261127
HOUSEHOLDS: Final = 300
ON: Final = date(2026, 3, 2)
FIGURES: Final = 2_000_000
"""In cents: draws go up to twice the limits of the shipped measures."""


def drawn(draw: random.Random, tipo: Type) -> Value:
    """A value of a type."""
    match tipo:
        case BoolType():
            return draw.random() < 0.5  # noqa: PLR2004 - one in two
        case NumberType(euro=True):
            return cm.Euro(draw.randint(0, FIGURES))
        case NumberType(scale=scale, lo=lo, hi=hi):
            return Decimal(draw.randint(lo, min(hi, 6 * 10**scale))).scaleb(-scale)
        case DateType():
            return ON - timedelta(days=draw.randint(0, 3650))
        case ChoiceType(values=values):
            return draw.choice(values)
        case _:
            return f"p-{draw.randint(1, 9999)}"


def household(draw: random.Random, misura: cm.Misura) -> dict[str, Value]:
    """Every fact of the household; the shipped measures ask nothing of members."""
    return {fatto.nome: drawn(draw, fatto.tipo) for fatto in misura.fatti if not fatto.membro}


def but_for_one(draw: random.Random, misura: cm.Misura) -> dict[str, Value]:
    """A household that nothing excludes, with one fact drawn again."""
    whole = household(draw, misura)
    while evaluate(misura, cm.Fatti(whole), on=ON).esito is cm.Esito.NON_AMMESSO:
        whole = household(draw, misura)
    read = [each.fatto for each in cm.needs(misura, on=ON).fatti]
    fatto = draw.choice(read)
    return whole | {fatto.nome: drawn(draw, fatto.tipo)}


def declared_order(misura: cm.Misura, whole: dict[str, Value]) -> int:
    """How many questions it takes to ask the first missing fact, by declaration, until the end."""
    known: dict[str, Value] = {}
    while missing := evaluate(misura, cm.Fatti(known), on=ON).mancano:
        known[missing[0]] = whole[missing[0]]
    return len(known)


def interview_order(misura: cm.Misura, whole: dict[str, Value]) -> tuple[int, list[float]]:
    """How many questions an interview asks, and the milliseconds that each took."""
    took: list[float] = []
    start = time.perf_counter()
    interview = cm.Interview(misura, on=ON)
    for question in interview:
        took.append((time.perf_counter() - start) * 1000)
        start = time.perf_counter()
        interview.answer(whole[question.fatto.nome])
    return len(took), took


def compared(misura: cm.Misura, wholes: list[dict[str, Value]]) -> tuple[float, float, list[float]]:
    """The mean number of questions, that by declaration, and the milliseconds of each question."""
    before = [declared_order(misura, whole) for whole in wholes]
    found = [interview_order(misura, whole) for whole in wholes]
    counts, times = [count for count, _ in found], [ms for _, took in found for ms in took]
    return statistics.mean(counts), statistics.mean(before), times


def main() -> None:
    """Print the table."""
    print(f"{HOUSEHOLDS} households a measure and kind, seed {SEED}")
    for codice, misura in cm.edizione().misure.items():
        draw = random.Random(SEED)  # noqa: S311 - no secret is drawn
        for kind, drawer in (("at random", household), ("but for one fact", but_for_one)):
            wholes = [drawer(draw, misura) for _ in range(HOUSEHOLDS)]
            mean, before, times = compared(misura, wholes)
            print(
                f"{codice}, {kind}: {mean:.2f} questions, by declaration {before:.2f}; "
                f"a question {statistics.median(times):.1f} ms, "
                f"99 in 100 within {statistics.quantiles(times, n=100)[98]:.1f}"
            )


if __name__ == "__main__":
    main()
