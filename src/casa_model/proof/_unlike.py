"""Whether two answers about whole households are not the same, as a claim for the solver."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casa_model.proof import _days as days
from casa_model.proof._cells import Day, Fact, Number, Text
from casa_model.proof._terms import apart, both, either, no, same

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casa_model.proof._answer import Answer
    from casa_model.proof._cells import Cell
    from casa_model.proof._terms import Bool


def unlike(one: Answer, other: Answer) -> Bool:
    """Whether two answers about whole households differ: refused, paid, or placed otherwise.

    What nobody has read may hold: a fact that matters only to those who are admitted matters.
    """
    differ = [_differ(a, b) for a, b in zip(_cells(one), _cells(other), strict=True)]
    return either(
        apart(one.non_ammessa, other.non_ammessa),
        both(no(one.non_ammessa), no(other.non_ammessa), either(*differ)),
    )


def _cells(answer: Answer) -> Iterator[Cell]:
    encoder = answer.encoder
    paid = encoder.lowered.paid
    if paid is not None:
        yield from map(encoder.cell, (*paid.due, *paid.paid))
        yield encoder.cell(paid.total)
    yield from (*answer.chiavi, *answer.riserve)


def _differ(one: Cell, other: Cell) -> Bool:
    return either(
        apart(one.known, other.known), both(one.known, other.known, no(_equal(one, other)))
    )


def _equal(one: Cell, other: Cell) -> Bool:
    match one, other:
        case Fact(), Fact():
            return either(both(one.yes, other.yes), both(one.no, other.no))
        case Number(), Number():
            return same(one.value, other.value)
        case Day(), Day():
            return same(days.order(one), days.order(other))
        case _:
            assert isinstance(one, Text)  # noqa: S101 - two cells of a step are of a kind
            assert isinstance(other, Text)  # noqa: S101
            return same(one.code, other.code)
