"""The household of a region that is nearest to another one and meets a goal, or that there is none.

Branch and bound: the part of the region whose nearest household is nearest is looked at first. One
in which the goal cannot be met is left out; one in which it is met by everybody gives its nearest
household, and no other can be nearer; any other is cut in two at one of its places. So what is
found is the nearest, and *there is none* is a proof. The third answer is that the steps allowed
were not enough, which says nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from heapq import heappop, heappush
from itertools import count
from typing import TYPE_CHECKING, Final, TypeAlias

from attrs import Factory, define, field, frozen

from casa_model.readers.ranges._answer import Answer
from casa_model.readers.ranges._away import away, closest, parts, width
from casa_model.readers.ranges._cells import Cell, is_point
from casa_model.readers.ranges._probe import Probe
from casa_model.readers.ranges._region import Region

if TYPE_CHECKING:
    from collections.abc import Mapping

    from casa_model.readers.ranges._ranges import Ranges
    from casa_model.readers.ranges._region import Place

Goal: TypeAlias = Callable[[Answer], "bool | None"]
"""Whether everybody in a region meets a goal: True, nobody does: False, or perhaps some: None."""

STEPS: Final = 2_000
"""How many answers a search asks for, unless told otherwise."""


@frozen
class Found:
    """The nearest household that meets the goal, and how far it is from the origin."""

    region: Region = field(repr=False)
    cells: tuple[Cell, ...] = field(repr=False)
    away: int
    steps: int


@frozen
class Absent:
    """No household of the region meets the goal."""

    steps: int


@frozen
class Exhausted:
    """The steps allowed were not enough to tell."""

    steps: int


Outcome: TypeAlias = Found | Absent | Exhausted
_PARTS: Final = 6
"""A number that the parts of a cell, two or three, divide."""

_Box: TypeAlias = tuple[Cell, ...]


def nearest(
    ranges: Ranges, region: Region, cells: Mapping[Place, Cell], goal: Goal, *, steps: int = STEPS
) -> Outcome:
    """The household nearest to `region`, of those with `cells` at some places, that meets `goal`.

    Elsewhere the household is as in `region`, which holds one thing at each of those places: the
    origin. How far another value is from that of the origin: as many cents, days or last decimals
    as lie between; one for another choice, code or truth, and for what is known where the origin is
    not, or the reverse. The distances of the places are added up; of two households as near the
    same one is always found. `goal` must be sound: True or False only when all that an `Answer`
    allows meets it, or nothing does. It decides when everything is known to be one thing; a region
    of one of which it still says None is left out.
    """
    places = tuple(cells)
    origin = tuple(ranges.cell(region, place) for place in places)
    search = _Search(Probe(ranges, region, places), origin, goal, steps)
    return search.run(tuple(cells.values()))


@define
class _Search:
    probe: Probe
    origin: _Box
    goal: Goal
    most: int
    steps: int = 0
    _order: Iterator[int] = Factory(count)
    _queue: list[tuple[int, int, _Box, bool | None]] = Factory(list)

    def run(self, whole: _Box) -> Outcome:
        self._push(whole, self._asks(whole)[0])
        while self._queue:
            far, _, box, held = heappop(self._queue)
            if held:
                return self._found(self._nearest(box), far)
            if self.steps >= self.most:
                return Exhausted(self.steps)
            at = self._nearest(box)
            if self._asks(at)[0]:
                return self._found(at, far)
            for part, truth in self._split(box):
                self._push(part, truth)
        return Absent(self.steps)

    def _found(self, cells: _Box, far: int) -> Found:
        put = dict(zip(self.probe.places, cells, strict=True))
        return Found(self.probe.ranges.put(self.probe.region, put), cells, far, self.steps)

    def _asks(self, box: _Box) -> tuple[bool | None, int]:
        self.steps += 1
        answer = self.probe.answer(box)
        return self.goal(answer), answer.doubt

    def _push(self, box: _Box, held: bool | None) -> None:  # noqa: FBT001 - a truth
        if held is False or (held is None and all(map(is_point, box))):
            return
        far = sum(map(away, box, self.origin))
        heappush(self._queue, (far, next(self._order), box, held))

    def _nearest(self, box: _Box) -> _Box:
        return tuple(map(closest, box, self.origin))

    def _split(self, box: _Box) -> list[tuple[_Box, bool | None]]:
        """The box in parts at the place that decides most: each with whether it meets the goal.

        On the average of the parts, however many; where two places decide as much, at the smaller:
        an interval that decides nothing more could be cut for ever.
        """
        cuts = self.probe.cuts(box)
        best: list[tuple[_Box, bool | None]] = []
        worth: tuple[int, int, int] | None = None
        for at, cell in enumerate(box):
            if is_point(cell):
                continue
            some = [
                (*box[:at], part, *box[at + 1 :]) for part in parts(cell, self.origin[at], cuts[at])
            ]
            asked = [self._asks(part) for part in some]
            found = [held for held, _ in asked]
            share = _PARTS // len(some)
            doubts = sum(doubt for _, doubt in asked)
            each = (share * found.count(None), share * doubts, width(cell))
            if worth is None or each < worth:
                best, worth = [*zip(some, found, strict=True)], each
        return best
