"""The most that one fact alone could make due."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casa_model.readers.changes._scopi import at_least

if TYPE_CHECKING:
    from casa_model.readers.changes._caso import Caso
    from casa_model.readers.ranges import Place, Region


def greatest(caso: Caso, place: Place, found: Region) -> Region:
    """The nearest household with the greatest amount, that of `found` at least.

    The greatest that there may be is tried first: it is most often the cap. Then halves, between
    what is found and what is not excluded.
    """
    cells = {place: caso.allowed(place)}
    top = _due(caso, caso.reader.put(caso.region, cells))[1]
    wanted = top
    while wanted > (least := _due(caso, found)[0]):
        decided = len(caso.undecided)
        better = caso.search(caso.region, cells, at_least(wanted))
        if len(caso.undecided) > decided:
            break
        found, top = (found, wanted - 1) if better is None else (better, top)
        least = _due(caso, found)[0]
        wanted = least + (top - least + 1) // 2
    return found


def _due(caso: Caso, region: Region) -> tuple[int, int]:
    due = caso.reader.answer(region).importo
    return (0, 0) if due is None else due[:2]
