"""Every reader that answers with a verdict, in one form: a measure on a day, then households.

A new reader or engine is one line of `READERS`, and `test_agreement` holds it to all the others.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import TypeAlias

from attrs import frozen

from casa_model.readers.compiled import compiled
from casa_model.readers.evaluate import evaluate
from casa_model.rules.bits import Bits, bits_of
from casa_model.rules.esito import Verdict
from casa_model.rules.facts import Fatti
from casa_model.rules.misura import Misura


@frozen
class Answer:
    """What a reader says of a household; its `repr` is that of a failing test, and shows all."""

    bits: Bits
    verdict: Verdict
    figures: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, bits: Bits, verdict: Verdict) -> Answer:
        """With the definitions and keys to the last digit: `2.0` and `2.00` are told apart."""
        known = [(each.nome, each.valore) for each in verdict.definizioni]
        figures = ((name, f"{type(value).__name__} {value}") for name, value in known)
        keys = ((name, f"{type(value).__name__} {value}") for name, value in verdict.chiavi)
        return cls(bits, verdict, (*figures, *keys))


Ask: TypeAlias = Callable[[Fatti], Answer]
Reader: TypeAlias = Callable[[Misura, date], Ask]


def _evaluate(misura: Misura, on: date) -> Ask:
    def ask(fatti: Fatti) -> Answer:
        verdict = evaluate(misura, fatti, on=on)
        return Answer.of(bits_of(verdict, misura), verdict)

    return ask


def _compiled(misura: Misura, on: date) -> Ask:
    fast = compiled(misura, on=on)

    def ask(fatti: Fatti) -> Answer:
        return Answer.of(Bits(*fast.bits(fast.prepare(fatti))), fast.verdict(fatti))

    return ask


READERS: Mapping[str, Reader] = {"evaluate": _evaluate, "compiled": _compiled}
"""The reference first."""
