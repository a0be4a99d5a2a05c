"""Until when a change holds that waits for a day: by the law of that day, and by those after it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from attrs import evolve

from casa_model.readers.changes._inquiry import DAY, Inquiry
from casa_model.readers.changes._scopi import as_now, contrary
from casa_model.readers.ranges import Exhausted, Found
from casa_model.rules.types import LAST_DAY

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casa_model.readers.changes._cambiamenti import Cambiamento
    from casa_model.readers.changes._tempo import Stretch
    from casa_model.readers.ranges import Answer, Goal, Place, Region

_ONE: Final = timedelta(days=1)


def lasting(
    inquiry: Inquiry, places: tuple[Place, ...], later: Sequence[Stretch]
) -> Cambiamento | None:
    """The nearest change of these places; of one that waits for a day also the last it holds on."""
    region = inquiry.nearest(*places)
    if region is None:
        return None
    found = inquiry.change(region, places)
    if DAY not in places:
        return found
    decided, last = _until(inquiry, region, later)
    return evolve(found, fino=last, fino_deciso=decided)


def _until(inquiry: Inquiry, region: Region, later: Sequence[Stretch]) -> tuple[bool, date | None]:
    """Whether the steps were enough, and the last day; None when no law that is known has one.

    Of who is admitted it is the last of that amount: another one is no longer what is told.
    """
    answer = inquiry.reader.answer(region)
    wanted = max(at for at, goal in enumerate(inquiry.goals) if goal(answer))
    fatti = inquiry.reader.household(region, inquiry.fatti)
    for reader, first, last in later:
        decided, day = _within(inquiry, region, _kept(inquiry, wanted, answer))
        if day is not None or not decided:
            return decided, day
        if first - _ONE > inquiry.last:  # no law answers on the days between
            return True, inquiry.last
        inquiry = inquiry.under(reader, last, fatti)
        region = inquiry.region
    decided, day = _within(inquiry, region, _kept(inquiry, wanted, answer))
    ends = inquiry.reader.misura.calendario is None and inquiry.last < LAST_DAY
    return decided, inquiry.last if decided and day is None and ends else day


def _kept(inquiry: Inquiry, wanted: int, answer: Answer) -> Goal:
    goal = inquiry.goals[wanted]
    return goal if inquiry.codice is not None else as_now(goal, answer)


def _within(inquiry: Inquiry, region: Region, kept: Goal) -> tuple[bool, date | None]:
    """The same under one law, from the day of a region on."""
    cells = {DAY: (region.giorno[0], inquiry.last.toordinal(), False)}
    after = inquiry.seek(region, cells, contrary(kept))
    if isinstance(after, Found):
        return True, date.fromordinal(after.region.giorno[0]) - _ONE
    return not isinstance(after, Exhausted), None
