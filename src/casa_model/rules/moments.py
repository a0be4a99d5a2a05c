"""A moment as acts state it: a day, whole, or an instant of it on the clock of the wall."""

from __future__ import annotations

from datetime import date, datetime, time
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from casa_model.rules.misura import Momento


def day_of(moment: Momento) -> date:
    """The day of a moment."""
    return moment.date() if isinstance(moment, datetime) else moment


def start_of(moment: Momento) -> datetime:
    """The first instant of a moment: of a day, midnight."""
    return moment if isinstance(moment, datetime) else datetime.combine(moment, time.min)


def end_of(moment: Momento) -> datetime:
    """The last instant of a moment: of a day, the one before the next."""
    return moment if isinstance(moment, datetime) else datetime.combine(moment, time.max)


def zoned(moment: Momento) -> bool:
    """Whether a moment has a time zone: those of acts are by the clock of Italy, and need none."""
    return isinstance(moment, datetime) and moment.tzinfo is not None


def disordered(moments: Mapping[str, Momento]) -> Iterator[tuple[str, str]]:
    """Of moments in the order in which they should come, each two where the first is later."""
    for (before, first), (after, last) in pairwise(moments.items()):
        if start_of(first) > end_of(last):
            yield before, after
