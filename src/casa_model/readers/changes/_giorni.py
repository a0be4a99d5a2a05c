"""What time does by itself: the first day on which the same household has another outcome."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from attrs import evolve

from casa_model.readers.changes._caso import DAY, Caso
from casa_model.readers.changes._scopi import contrary

if TYPE_CHECKING:
    from collections.abc import Iterable

    from casa_model.readers.changes._cambiamenti import Cambiamento
    from casa_model.readers.changes._tempo import Stretch
    from casa_model.readers.ranges import Region


def the_day(caso: Caso, later: Iterable[Stretch]) -> tuple[Cambiamento, ...]:
    """The first day, by the law in force or by a later one that is known; none when there is none.

    `later` are the stretches of days with another law, in their order.
    """
    found = _first(caso)
    for reader, first, last in later:
        if found is not None:
            break
        under = caso.under(reader, last)
        found = _first(under)
        if found is not None and found.giorno == first:
            found = evolve(found, legge=True)
        caso.left = under.left
    return () if found is None else (found,)


def _first(caso: Caso) -> Cambiamento | None:
    region = caso.nearest(DAY)
    if region is None:
        return None
    return evolve(caso.change(region, (DAY,)), fino=_until(caso, region))


def _until(caso: Caso, region: Region) -> date | None:
    """The last day on which it stays so; None when it is the last of the law, or is not told."""
    answer = caso.reader.answer(region)
    goal = next(goal for goal in reversed(caso.goals) if goal(answer))
    cells = {DAY: (region.giorno[0], caso.last.toordinal(), False)}
    after = caso.search(region, cells, contrary(goal))
    return None if after is None else date.fromordinal(after.giorno[0]) - timedelta(days=1)
