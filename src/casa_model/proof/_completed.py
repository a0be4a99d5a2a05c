"""A household with what it does not know taken from another, in the solver and outside it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, assert_never

from attrs import Factory, define

from casa_model.proof import _days as days
from casa_model.proof import _numbers as numbers
from casa_model.proof._cells import Cell, Fact, Number, Text
from casa_model.proof._chosen import chosen, made_known
from casa_model.proof._household import Household
from casa_model.proof._terms import Bool, Int, both, choose, no, quotient, times
from casa_model.rules.facts import Fatti, units_of
from casa_model.rules.names import COMPONENTI
from casa_model.rules.types import (
    BoolType,
    ChoiceType,
    CodeType,
    DateType,
    NumberType,
    Type,
)
from casa_model.values import Euro

if TYPE_CHECKING:
    from collections.abc import Mapping

    from casa_model.rules.facts import Value

ANY_CODE = "altro"
"""A code that stands where nobody said one."""


def plainest(tipo: Type) -> Value:
    """A value of a type: where a member more stands than the other household has."""
    match tipo:
        case BoolType():
            return False
        case NumberType(euro=True, lo=lo):
            return Euro(lo)
        case NumberType(scale=scale, lo=lo):
            return Decimal(lo).scaleb(-scale)
        case DateType(lo=first):
            return first
        case ChoiceType(values=values):
            return values[0]
        case CodeType():
            return ANY_CODE
        case _:
            assert_never(tipo)


def completed(fatti: Fatti, other: Fatti, types: Mapping[str, Type]) -> Fatti:
    """The facts of a household, and of `other` those that it does not know.

    `types` are those of the facts of members.
    """
    valori = dict(other.valori) | dict(fatti.valori)
    rows = fatti.membri
    stated = fatti.valori.get(COMPONENTI)
    lent = other.membri or ()
    if rows is None and other.membri is not None:
        many = int(stated) if isinstance(stated, Decimal) else len(lent)
        rows = tuple({} for _ in range(many))
    if rows is None:
        return Fatti(valori)
    if COMPONENTI in valori:
        valori[COMPONENTI] = Decimal(len(rows))
    defaults = {nome: plainest(tipo) for nome, tipo in types.items()}
    found = [
        defaults | dict(lent[at] if at < len(lent) else {}) | dict(row)
        for at, row in enumerate(rows)
    ]
    return Fatti(valori, tuple(found))


@define
class Completed(Household):
    """The household `base` in the solver, and of `lent` what it does not know: all is known."""

    lent: Fatti = Factory(Fatti)

    @classmethod
    def of(cls, base: Household, lent: Fatti) -> Completed:
        """A household completed by the facts of another."""
        return cls(base.solver, base.texts, base.vocabulary, base.slots, base=base, lent=lent)

    def members(self) -> tuple[Bool, Int]:
        """The list of `base`; where it is not known, as many members as it says, or as `lent`."""
        assert self.base is not None  # noqa: S101 - `of` gives it
        listed, count = self.base.members()
        many: Int = len(self.lent.membri or (1,))
        stated = self.base.cell_of((COMPONENTI, None))
        tipo = self.vocabulary.household.get(COMPONENTI)
        if isinstance(stated, Number) and isinstance(tipo, NumberType):
            many = choose(stated.known, quotient(stated.value, 10**tipo.scale), many)
        return True, choose(listed, count, many)

    def made(self, nome: str, slot: int | None, tipo: Type) -> Cell:
        """A fact of `base` where that knows it."""
        assert self.base is not None  # noqa: S101 - `of` gives it
        held = self.base.made(nome, slot, tipo)
        if nome == COMPONENTI and slot is None and self.base.asked_members:
            assert isinstance(tipo, NumberType)  # noqa: S101 - `Useless` has looked
            value = choose(held.known, _value(held), times(self.count, 10**tipo.scale))
            return Number(value, True, tipo.lo, tipo.hi)  # noqa: FBT003 - it is known
        known = held.known if slot is None else both(self.base.listed, held.known)
        rows = self.lent.membri or ()
        row = self.lent.valori if slot is None else rows[slot] if slot < len(rows) else {}
        lent = _constant(row.get(nome, plainest(tipo)), tipo, self)
        cond = Fact(known, no(known))
        return made_known(chosen(cond, held, lent), True)  # noqa: FBT003 - it is known


def _value(cell: Cell) -> Int:
    assert isinstance(cell, Number)  # noqa: S101 - the number of members
    return cell.value


def _constant(value: Value, tipo: Type, household: Household) -> Cell:
    match value:
        case bool():
            return Fact(value, not value)
        case Euro(cents=cents):
            return numbers.constant(cents)
        case date():
            return days.constant(value)
        case str():
            return Text(household.texts.code(value), known=True)
        case _:
            assert isinstance(tipo, NumberType)  # noqa: S101 - a number is of a number
            return numbers.constant(units_of(value, tipo.scale) or 0)
