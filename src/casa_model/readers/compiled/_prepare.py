"""A household's facts as one row of whole numbers and texts, checked on the way."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, TypeAlias

from casa_model.readers.compiled._days import packed
from casa_model.rules.facts import units_of
from casa_model.rules.types import BoolType, ChoiceType, DateType, NumberType, Type
from casa_model.values import Euro

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from casa_model.rules.facts import Fatto, Value

Cell: TypeAlias = bool | int | str | None
"""A fact in a row; None when it is not known."""
Row: TypeAlias = tuple[bool | Cell | tuple[tuple[Cell, ...], ...], ...]
"""Whether all that the rule reads is known; the cells of each member, or None; then those of the
household. Flat, since taking apart one tuple is faster than two."""
Pack: TypeAlias = Callable[[object], Cell]
"""From a value to its cell; None when it does not fit its declaration."""


def pack(tipo: Type) -> Pack:
    """How values of a declared type become cells: what `misfit` refuses gives None."""
    match tipo:
        case BoolType():
            return lambda value: value if type(value) is bool else None
        case NumberType(euro=True, lo=lo, hi=hi):
            return lambda value: (
                value.cents if type(value) is Euro and lo <= value.cents <= hi else None
            )
        case NumberType(scale=scale, lo=lo, hi=hi):
            return _number(scale, lo, hi)
        case DateType(lo=first, hi=last):
            return lambda value: (
                packed(value) if type(value) is date and first <= value <= last else None
            )
        case ChoiceType(values=values):
            known = frozenset(values)
            return lambda value: value if type(value) is str and value in known else None
        case _:
            return lambda value: value if type(value) is str and value else None


def _number(scale: int, lo: int, hi: int) -> Pack:
    def of(value: object) -> Cell:
        units = units_of(value, scale)
        return units if units is not None and lo <= units <= hi else None

    return of


class Columns:
    """The facts that a measure declares, and the cells of those that its rule reads."""

    __slots__ = ("_wanted", "_width")

    def __init__(self, declared: Sequence[Fatto], read: Sequence[Fatto]) -> None:
        slots = {fatto.nome: slot for slot, fatto in enumerate(read)}
        self._width = len(read)
        self._wanted: dict[str, tuple[Pack, int | None]] = {
            fatto.nome: (pack(fatto.tipo), slots.get(fatto.nome)) for fatto in declared
        }

    def cells(self, row: Mapping[str, Value]) -> tuple[Cell, ...] | None:
        """The cells of a row of facts; None when one is not declared or does not fit."""
        cells: list[Cell] = [None] * self._width
        for nome, value in row.items():
            wanted = self._wanted.get(nome)
            if wanted is None:
                return None
            cell = wanted[0](value)
            if cell is None:
                return None
            if wanted[1] is not None:
                cells[wanted[1]] = cell
        return tuple(cells)
