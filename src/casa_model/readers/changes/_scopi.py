"""The goals of a search: to be admitted, no longer refused, due more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casa_model.readers.ranges import NEVER, TRUE, comes_to
from casa_model.rules.esito import Esito

if TYPE_CHECKING:
    from casa_model.readers.ranges import Answer, Goal
    from casa_model.rules.lowered import Lowered


def admitted(answer: Answer) -> bool | None:
    """Admitted."""
    if Esito.AMMESSO not in answer.esiti:
        return False
    return True if len(answer.esiti) == 1 else None


def not_refused(answer: Answer) -> bool | None:
    """Admitted, or at least to be completed."""
    if Esito.NON_AMMESSO not in answer.esiti:
        return True
    return False if len(answer.esiti) == 1 else None


def at_least(cents: int) -> Goal:
    """Admitted, with so much."""

    def goal(answer: Answer) -> bool | None:
        due = answer.importo
        if due is None or due is NEVER or due[1] < cents:
            return False
        held = admitted(answer)
        return held if due[0] >= cents or not held else None

    return goal


def as_now(goal: Goal, answer: Answer) -> Goal:
    """A goal that this answer meets, and of whoever is admitted the amount of this answer."""
    due = answer.importo
    if due is None or due is NEVER or not admitted(answer):
        return goal
    cents = due[0]

    def held(other: Answer) -> bool | None:
        there = other.importo
        if there is None or there is NEVER or not there[0] <= cents <= there[1]:
            return False
        said = goal(other)
        return said if there[0] == there[1] or said is False else None

    return held


def met(lowered: Lowered, codice: str) -> Goal:
    """A requirement is met; one that is not asked is."""
    asked = [each.requisito.codice for each in lowered.asked]
    at = asked.index(codice) if codice in asked else None

    def goal(answer: Answer) -> bool | None:
        return True if at is None else comes_to(answer.requisiti[at], TRUE)

    return goal


def contrary(goal: Goal) -> Goal:
    """What meets a goal does not meet its contrary."""

    def other(answer: Answer) -> bool | None:
        held = goal(answer)
        return None if held is None else not held

    return other
