"""One thing of a household that can be a little more or a little less, in whole units.

The unit of a fact is that of its type: a cent, a day, one at the last decimal. How many the
members are is counted in people.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

from attrs import frozen

from casa_model.rules.facts import Fatti, Value
from casa_model.rules.names import COMPONENTI, MEMBRI
from casa_model.rules.types import MAX_MEMBERS, DateType, NumberType
from casa_model.testing._values import number_of
from casa_model.values import Euro

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Ordered: TypeAlias = NumberType | DateType

PEOPLE = NumberType(0, euro=False, lo=1, hi=MAX_MEMBERS)


@frozen
class Move:
    """A fact of the household, of the member at place `membro`, or how many the members are."""

    nome: str
    tipo: Ordered
    membro: int | None = None

    @property
    def bounds(self) -> tuple[int, int]:
        """The least and the most, in units."""
        lo, hi = self.tipo.lo, self.tipo.hi
        return (
            lo.toordinal() if isinstance(lo, date) else lo,
            hi.toordinal() if isinstance(hi, date) else hi,
        )

    def unit(self, value: Value) -> int:
        """A value of the fact, in units."""
        match value:
            case Euro():
                return value.cents
            case date():
                return value.toordinal()
            case _:
                return int(Decimal(value).scaleb(getattr(self.tipo, "scale", 0)))

    def put(self, fatti: Fatti, unit: int) -> Fatti:
        """The household with so many units there, and all else as it was."""
        value = valued(self.tipo, unit)
        if self.nome == MEMBRI or (self.nome == COMPONENTI and fatti.membri is not None):
            return resized(fatti, unit)
        if self.membro is None:
            return Fatti({**fatti.valori, self.nome: value}, fatti.membri)
        rows = [dict(row) for row in fatti.membri or ()]
        rows[self.membro][self.nome] = value
        return Fatti(fatti.valori, rows)


def valued(tipo: Ordered, unit: int) -> Value:
    """So many units as a value of a type."""
    if isinstance(tipo, DateType):
        return date.fromordinal(unit)
    return Euro(unit) if tipo.euro else number_of(unit, tipo.scale)


def resized(fatti: Fatti, many: int) -> Fatti:
    """The household with so many members: the last one comes again, or the last ones leave."""
    rows = fatti.membri or ({},)
    listed = (*rows[:many], *(rows[-1:] * (many - len(rows))))
    stated = {COMPONENTI: Decimal(many)} if COMPONENTI in fatti.valori else {}
    return Fatti({**fatti.valori, **stated}, listed)


def flip(held: Callable[[int], bool], probes: Iterable[int]) -> tuple[int, int] | None:
    """Two units one beside the other, between which `held` changes; None if no probe shows it."""
    known = [(unit, held(unit)) for unit in sorted(set(probes))]
    for (low, one), (high, other) in pairwise(known):
        if one != other:
            return _closer(held, low, high)
    return None


def _closer(held: Callable[[int], bool], low: int, high: int) -> tuple[int, int]:
    one = held(low)
    while high - low > 1:
        middle = (low + high) // 2
        if held(middle) == one:
            low = middle
        else:
            high = middle
    return low, high
