"""The days of a rule from its first day on, by arithmetic: no list of days is ever made."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from attrs import frozen

from casa_model.programma.orari._freq import Freq
from casa_model.programma.orari._giorno import WEEK, DayParts, first_of, parts_of, which
from casa_model.programma.orari._roma import ULTIMO_GIORNO

if TYPE_CHECKING:
    from datetime import date

    from casa_model.programma.orari._regola import Regola


@frozen
class Giorni:
    """A rule that has met its first day: `has` and `following` are all there is to ask."""

    first: DayParts
    last: int
    freq: Freq
    interval: int
    weekdays: frozenset[int]
    monthdays: frozenset[int]
    nths: frozenset[int]
    months: frozenset[int]

    @classmethod
    def of(cls, regola: Regola, dal: date) -> Giorni:
        """Count `regola` from `dal`, which says what the rule leaves unsaid."""
        first = parts_of(dal.toordinal())
        weekly = regola.freq is Freq.WEEKLY
        unsaid = not regola.byday and not regola.bymonthday
        weekdays = (day.weekday for day in regola.byday)
        return cls(
            first,
            (regola.until or ULTIMO_GIORNO).toordinal(),
            regola.freq,
            regola.interval,
            frozenset(weekdays if regola.byday else (first.weekday,)) if weekly else frozenset(),
            frozenset((first.monthday,) if unsaid else regola.bymonthday),
            frozenset(which(day.nth, day.weekday) for day in regola.byday),
            frozenset(regola.bymonth or range(1, 13)),
        )

    def has(self, day: DayParts) -> bool:
        """Whether the rule opens on this day."""
        if not self.first.ordinal <= day.ordinal <= self.last or day.month not in self.months:
            return False
        return not self._off(day) and self._listed(day)

    def following(self, ordinal: int) -> int | None:
        """The first day of the rule that is not before `ordinal`, or None: it always ends.

        Months and weeks that are not the rule's turn are jumped over: a rule that never happens,
        such as 31 February, costs a few thousand steps until 2099.
        """
        ordinal = max(ordinal, self.first.ordinal)
        while ordinal <= self.last:
            day = parts_of(ordinal)
            if day.month not in self.months:
                ordinal = first_of(day.months + 1)
            elif off := self._off(day):
                ordinal = self._later(day, self.interval - off)
            elif self._listed(day):
                return ordinal
            else:
                ordinal += 1
        return None

    def _off(self, day: DayParts) -> int:
        """How many days, weeks or months after its last turn; 0 when it is the turn."""
        match self.freq:
            case Freq.DAILY:
                return (day.ordinal - self.first.ordinal) % self.interval
            case Freq.WEEKLY:
                return (day.week - self.first.week) % self.interval
            case Freq.MONTHLY:
                return (day.months - self.first.months) % self.interval
            case _:
                assert_never(self.freq)

    def _listed(self, day: DayParts) -> bool:
        """Whether, in its turn, the day is one that the rule names."""
        match self.freq:
            case Freq.DAILY:
                return True
            case Freq.WEEKLY:
                return day.weekday in self.weekdays
            case Freq.MONTHLY:
                return (not self.monthdays or day.monthday in self.monthdays) and (
                    not self.nths or day.nth in self.nths or day.last in self.nths
                )
            case _:
                assert_never(self.freq)

    def _later(self, day: DayParts, turns: int) -> int:
        """The first day of the day, week or month that comes `turns` later."""
        match self.freq:
            case Freq.DAILY:
                return day.ordinal + turns
            case Freq.WEEKLY:
                return (day.week + turns) * WEEK + 1
            case Freq.MONTHLY:
                return first_of(day.months + turns)
            case _:
                assert_never(self.freq)
