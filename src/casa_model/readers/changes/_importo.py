"""The most that one fact alone could make due."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casa_model.readers.changes._scopi import at_least

if TYPE_CHECKING:
    from casa_model.readers.changes._inquiry import Inquiry
    from casa_model.readers.ranges import Place, Region


def greatest(inquiry: Inquiry, place: Place, found: Region) -> Region:
    """The nearest household with the greatest amount, that of `found` at least.

    The greatest that there may be is tried first: it is most often the cap. Then halves, between
    what is found and what is not excluded.
    """
    cells = {place: inquiry.allowed(place)}
    top = _due(inquiry, inquiry.reader.put(inquiry.region, cells))[1]
    wanted, least = top, _due(inquiry, found)[0]
    while wanted > least:
        decided = len(inquiry.passi.undecided)
        better = inquiry.search(inquiry.region, cells, at_least(wanted))
        if len(inquiry.passi.undecided) > decided:
            break
        if better is None:
            top = wanted - 1
        else:
            found, least = better, _due(inquiry, better)[0]
        wanted = least + (top - least + 1) // 2
    return found


def _due(inquiry: Inquiry, region: Region) -> tuple[int, int]:
    due = inquiry.reader.answer(region).importo
    return (0, 0) if due is None else due[:2]
