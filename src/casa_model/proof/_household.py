"""One household for the solver: each fact a value and whether it is known, and its members.

Measures that are asked together share it: a fact that two of them declare is one fact.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias, assert_never

from attrs import Factory, define

from casa_model.proof import _days as days
from casa_model.proof._cells import FEW, Cell, Day, Fact, Number, Text
from casa_model.proof._terms import Bool, Int, Truth, Whole, at_most, both, either, no, same
from casa_model.proof._texts import Texts
from casa_model.proof._vocabulary import Vocabulary
from casa_model.proof._z3 import Solver
from casa_model.readers.meaning import EXACT
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
    from collections.abc import Iterator, Mapping

    from casa_model.rules.facts import Value

Place: TypeAlias = tuple[str, int | None]
"""A fact of the household, or of one of its members."""


def row_of(fatti: Fatti, slot: int | None) -> Mapping[str, Value]:
    """What is known of a household, or of one of its members, whom it may not have."""
    if slot is None:
        return fatti.valori
    rows = fatti.membri or ()
    return rows[slot] if slot < len(rows) else {}


@define
class Household:
    """The facts of a household, each made when it is first read.

    `base` is the household that this one is like, but for the fact `other`.
    """

    solver: Solver
    texts: Texts
    vocabulary: Vocabulary
    slots: int
    name: str = "f"
    base: Household | None = None
    other: str = ""
    cells: dict[Place, Cell] = Factory(dict)
    listing: tuple[Bool, Int] | None = None

    def twin(self, other: str) -> Household:
        """A household that is this one, but for one of its facts."""
        return Household(
            self.solver, self.texts, self.vocabulary, self.slots, self.name + "'", self, other
        )

    def fact(self, nome: str) -> Cell:
        """A fact of the household."""
        return self.made(nome, None, self.vocabulary.household[nome])

    def member(self, nome: str, slot: int) -> Cell:
        """A fact of one member."""
        return self.made(nome, slot, self.vocabulary.member[nome])

    @property
    def asked_members(self) -> bool:
        """Whether the list of members was ever read."""
        return (self if self.base is None else self.base).listing is not None

    @property
    def listed(self) -> Bool:
        """Whether the list of members is known."""
        return self.members()[0]

    @property
    def count(self) -> Int:
        """How many members there are, where the list is known."""
        return self.members()[1]

    def present(self, slot: int) -> Bool:
        """Whether a known list has a member there."""
        return at_most(slot + 1, self.count)

    @property
    def narrowed(self) -> bool:
        """Whether a fact was read of which only what two measures both take was looked at."""
        return not self.vocabulary.narrowed.isdisjoint(nome for nome, _ in self.cells)

    def close(self) -> None:
        """Add what binds members and their number, once all that is read has been read.

        Whoever lists the members has said how many they are: so do all the readers of applications.
        """
        tipo = self.vocabulary.household.get(COMPONENTI)
        cell = self.cells.get((COMPONENTI, None))
        if self.base is not None and cell is None:
            return
        if not self.asked_members or cell is None or not isinstance(tipo, NumberType):
            return
        if tipo.euro or not isinstance(cell, Number):
            return
        one: int = 10**tipo.scale
        agree = either(
            *(
                both(same(self.count, many), same(cell.value, many * one))
                for many in range(1, self.slots + 1)
            )
        )
        self.solver.add(either(no(self.listed), both(cell.known, agree)))

    def members(self) -> tuple[Bool, Int]:
        """Whether the list is known, and how many are on it."""
        if self.base is not None:
            return self.base.members()
        if self.listing is None:
            count = Whole("membri")
            self.solver.add(both(at_most(1, count), at_most(count, self.slots)))
            self.listing = Truth("membri?"), count
        return self.listing

    def made(self, nome: str, slot: int | None, tipo: Type) -> Cell:
        """The cell of a fact, made when it is first read."""
        place = (nome, slot)
        if self.base is not None and nome != self.other:
            return self.base.made(nome, slot, tipo)
        if place not in self.cells:
            at = "" if slot is None else f".{slot}"
            self.cells[place] = self._made(f"{self.name}.{nome}{at}", tipo)
        return self.cells[place]

    def _made(self, name: str, tipo: Type) -> Cell:
        solver = self.solver
        if isinstance(tipo, BoolType):
            yes, false = Truth(name), Truth(f"{name}!")
            solver.add(no(both(yes, false)))
            return Fact(yes, false)
        value, known = Whole(name), Truth(f"{name}?")
        match tipo:
            case NumberType(lo=lo, hi=hi):
                solver.add(both(at_most(lo, value), at_most(value, hi)))
                few = tuple(range(lo, hi + 1)) if hi - lo < FEW else None
                return Number(value, known, lo, hi, few)
            case DateType(lo=first, hi=last):
                return self.day(name, days.order_of(first), days.order_of(last), known)
            case ChoiceType(values=values):
                codes = sorted(self.texts.code(text) for text in values)
                if codes[-1] - codes[0] == len(codes) - 1:
                    solver.add(both(at_most(codes[0], value), at_most(value, codes[-1])))
                else:
                    solver.add(either(*(same(value, code) for code in codes)))
                return Text(value, known)
            case CodeType():
                return Text(value, known)
            case _:
                assert_never(tipo)

    def day(self, name: str, first: int, last: int, known: Bool = True) -> Day:  # noqa: FBT002 - a truth of the solver
        """A day from one to another, both as `order_of` says."""
        width = days.WIDTH
        month, at = Whole(f"{name}.m"), Whole(f"{name}.g")
        day = Day(month, at, known, first // width, last // width)
        order = days.order(day)
        self.solver.add(days.exists(day))
        self.solver.add(both(at_most(first, order), at_most(order, last)))
        return day

    def known_of(self, fatti: Fatti) -> Iterator[Bool]:
        """That this household has what the one given knows, as far as anything was read of it."""
        rows = fatti.membri or ()
        if self.asked_members and rows:
            yield both(self.listed, same(self.count, len(rows)))
        for nome, slot in self.places():
            cell = self.cell_of((nome, slot))
            row = row_of(fatti, slot)
            if cell is not None and nome in row:
                types = self.vocabulary.household if slot is None else self.vocabulary.member
                yield self._is(cell, types[nome], row[nome])

    def _is(self, cell: Cell, tipo: Type, value: Value) -> Bool:
        match cell, value:
            case Fact(), bool():
                return cell.yes if value else cell.no
            case Number(), Euro(cents=cents):
                return both(cell.known, same(cell.value, cents))
            case Number(), Decimal() if isinstance(tipo, NumberType):
                return both(cell.known, same(cell.value, units_of(value, tipo.scale) or 0))
            case Day(), date():
                return both(cell.known, same(days.order(cell), days.order_of(value)))
            case _:
                assert isinstance(cell, Text)  # noqa: S101 - `admit` has looked at the types
                return both(cell.known, same(cell.code, self.texts.code(str(value))))

    def cell_of(self, place: Place) -> Cell | None:
        """The cell of a fact, if anything read it."""
        nome, _ = place
        if self.base is not None and nome != self.other:
            return self.base.cells.get(place)
        return self.cells.get(place)

    def places(self) -> tuple[Place, ...]:
        """Every fact that was read, in the order of first reading."""
        if self.base is None:
            return tuple(self.cells)
        return tuple(dict.fromkeys((*self.base.cells, *self.cells)))

    def fatti(self) -> Fatti:
        """The household that the solver found last."""
        valori: dict[str, Value] = {}
        some = self.solver.found(self.count) if self.asked_members else 0
        listed = self.asked_members and self.solver.held(self.listed)
        membri: list[dict[str, Value]] = [{} for _ in range(some)]
        for nome, slot in self.places():
            cell = self.cell_of((nome, slot))
            if cell is None or not self.solver.held(cell.known):
                continue
            types = self.vocabulary.household if slot is None else self.vocabulary.member
            value = self._value(cell, types[nome])
            if slot is None:
                valori[nome] = value
            elif slot < some:
                membri[slot][nome] = value
        return Fatti(valori, tuple(membri) if listed else None)

    def _value(self, cell: Cell, tipo: Type) -> Value:
        found = self.solver.found
        match cell:
            case Fact():
                return self.solver.held(cell.yes)
            case Number() if isinstance(tipo, NumberType) and not tipo.euro:
                return Decimal(found(cell.value)).scaleb(-tipo.scale, EXACT)
            case Number():
                return Euro(found(cell.value))
            case Day():
                return days.day_of(found(cell.month), found(cell.day))
            case Text():
                return self.texts.text(found(cell.code))
            case _:
                assert_never(cell)
