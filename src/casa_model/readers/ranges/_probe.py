"""Asking again and again about one region in which only some places change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from casa_model.readers.ranges._cuts import Cut
from casa_model.readers.ranges._ops import DAY, MEMBERS, Cells, Operation
from casa_model.readers.ranges._ranges import Ranges
from casa_model.readers.ranges._region import Place, Region
from casa_model.rules.lowered import Reg
from casa_model.rules.names import DATA_REQUISITI

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casa_model.readers.ranges._answer import Answer
    from casa_model.readers.ranges._cells import Cell


@frozen(eq=False)
class Probe:
    """A region to be asked about with other cells at `places`; what these do not touch stays."""

    ranges: Ranges
    region: Region = field(repr=False)
    places: tuple[Place, ...]
    _v: Cells = field(init=False, repr=False)
    _again: tuple[tuple[Reg, Operation], ...] = field(init=False, repr=False)
    _put: tuple[tuple[Any, int], ...] = field(init=False, repr=False)
    _cuts: tuple[tuple[Cut, ...], ...] = field(init=False, repr=False)

    @_v.default
    def _first(self) -> Cells:
        return self.ranges.cells(self.region)

    @_again.default
    def _operations(self) -> tuple[tuple[Reg, Operation], ...]:
        return self.ranges.cone(reg for place in self.places for reg in self.ranges.loads(place))

    @_put.default
    def _targets(self) -> tuple[tuple[Any, int], ...]:
        return tuple(self._target(place) for place in self.places)

    @_cuts.default
    def _all_cuts(self) -> tuple[tuple[Cut, ...], ...]:
        return tuple(map(self.ranges.cuts, self.places))

    def _target(self, place: Place) -> tuple[Any, int]:
        """The list in which the cell of a place is put, and where."""
        if place.nome == DATA_REQUISITI:
            return self._v, DAY
        if place.membro is not None:
            return self._v[MEMBERS][place.membro], self.ranges.slot(place)
        loads = self.ranges.loads(place)
        return (self._v, loads[0]) if loads else ([None], 0)

    def answer(self, cells: Sequence[Cell]) -> Answer:
        """What the rule may answer with these cells at the places."""
        v = self._v
        for (row, at), cell in zip(self._put, cells, strict=True):
            row[at] = cell
        for reg, of in self._again:
            v[reg] = of(v)
        return self.ranges.told(v)

    def cuts(self, cells: Sequence[Cell]) -> list[list[int]]:
        """For each place where it may best be cut in two: the least units of the upper parts."""
        if not any(self._cuts):
            return [[] for _ in self.places]
        self.answer(cells)
        return [[unit for cut in cuts for unit in cut.units(self._v)] for cuts in self._cuts]
