"""Many households at once: for each thing that a rule reads, what it may be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve, field, frozen

from casa_model.readers.ranges._cells import Cell, Span

if TYPE_CHECKING:
    from collections.abc import Mapping


@frozen
class Place:
    """A fact of the household, or of the member who stands at `membro` among the rows.

    `DATA_REQUISITI` is a place too: the day of the requisites, which time moves.
    """

    nome: str
    membro: int | None = None


@frozen
class Region:
    """For each slot of a lowered rule a cell: `fatti`, a row a member, the day of the requisites.

    `membri` is None when the list of members is not known. Made by a `Ranges`, for itself alone;
    its `repr` tells no value.
    """

    fatti: tuple[Cell, ...] = field(repr=False)
    membri: tuple[tuple[Cell, ...], ...] | None = field(repr=False)
    giorno: Span = field(repr=False)

    def with_fatti(self, cells: Mapping[int, Cell]) -> Region:
        """With other cells at some slots."""
        return evolve(self, fatti=_with(self.fatti, cells))

    def with_membro(self, at: int, cells: Mapping[int, Cell]) -> Region:
        """With other cells at some slots of one member."""
        rows = list(self.membri or ())
        rows[at] = _with(rows[at], cells)
        return evolve(self, membri=tuple(rows))


def _with(row: tuple[Cell, ...], cells: Mapping[int, Cell]) -> tuple[Cell, ...]:
    return tuple(cells.get(slot, cell) for slot, cell in enumerate(row))
