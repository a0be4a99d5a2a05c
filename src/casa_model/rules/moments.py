"""A moment as acts state it: a day, whole, or an instant of it on the clock of the wall."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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
