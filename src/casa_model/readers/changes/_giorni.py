"""What time does by itself: the first day on which the same household has another outcome."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from attrs import evolve

from casa_model.readers.changes._inquiry import DAY, Inquiry
from casa_model.readers.changes._scopi import contrary

if TYPE_CHECKING:
    from collections.abc import Iterable

    from casa_model.readers.changes._cambiamenti import Cambiamento
    from casa_model.readers.changes._tempo import Stretch
    from casa_model.readers.ranges import Region


def the_day(inquiry: Inquiry, later: Iterable[Stretch]) -> tuple[Cambiamento, ...]:
    """The first day, by the law in force or by a later one that is known; none when there is none.

    `later` are the stretches of days with another law, in their order.
    """
    found = _first(inquiry)
    for reader, first, last in later:
        if found is not None:
            break
        under = inquiry.under(reader, last)
        found = _first(under)
        if found is not None and found.giorno == first:
            found = evolve(found, legge=True)
        inquiry.left = under.left
    return () if found is None else (found,)


def _first(inquiry: Inquiry) -> Cambiamento | None:
    region = inquiry.nearest(DAY)
    if region is None:
        return None
    return evolve(inquiry.change(region, (DAY,)), fino=_until(inquiry, region))


def _until(inquiry: Inquiry, region: Region) -> date | None:
    """The last day on which it stays so; None when it is the last of the law, or is not told."""
    answer = inquiry.reader.answer(region)
    goal = next(goal for goal in reversed(inquiry.goals) if goal(answer))
    cells = {DAY: (region.giorno[0], inquiry.last.toordinal(), False)}
    after = inquiry.search(region, cells, contrary(goal))
    return None if after is None else date.fromordinal(after.giorno[0]) - timedelta(days=1)
