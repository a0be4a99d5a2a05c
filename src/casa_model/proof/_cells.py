"""What a step gives, for the solver: a value and whether it is known, one class for each kind.

The value of a cell that is not known means nothing.
"""

from __future__ import annotations

from typing import TypeAlias

from attrs import frozen

from casa_model.proof._terms import Bool, Int, either

FEW = 64
"""A number with so few values is told by cases where it is multiplied."""


@frozen
class Fact:
    """A truth by Kleene: it is true, it is false, or neither is known."""

    yes: Bool
    no: Bool

    @property
    def known(self) -> Bool:
        """Whether it is one of the two."""
        return either(self.yes, self.no)


@frozen
class Number:
    """A number in whole units of its scale, from `lo` to `hi`; `few` are its values, if so few."""

    value: Int
    known: Bool
    lo: int
    hi: int
    few: tuple[int, ...] | None = None


@frozen
class Day:
    """A day: ``year * 12 + month - 1``, and the day in it; its months go from `lo` to `hi`."""

    month: Int
    day: Int
    known: Bool
    lo: int
    hi: int


@frozen
class Text:
    """A choice or a code, by its place among the texts met."""

    code: Int
    known: Bool


Cell: TypeAlias = Fact | Number | Day | Text
"""What any step gives."""
