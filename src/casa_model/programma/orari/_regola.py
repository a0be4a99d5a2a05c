"""The rule that says on which days: RFC 5545, 3.3.10, as much of it as hours of a presidio need."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final, TypeVar

from attrs import field, frozen
from attrs.validators import deep_iterable

from casa_model.errors import InvalidHours
from casa_model.programma.orari._freq import ByDay, Freq
from casa_model.programma.orari._parse import read
from casa_model.programma.orari._roma import within
from casa_model.values._exact import exact

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from attrs import Attribute

T = TypeVar("T")

MOST_INTERVAL: Final = 999
_MONTHS: Final = 12
_MONTHDAYS: Final = 31


def _in_order(days: tuple[ByDay, ...]) -> tuple[ByDay, ...]:
    """The first of the month before the last; what is no tuple of days is left to the validator."""
    if type(days) is tuple and all(type(day) is ByDay for day in days):
        return tuple(sorted(days, key=lambda day: (day.nth < 0, day.nth, day.weekday)))
    return days


def _ascending(numbers: tuple[int, ...]) -> tuple[int, ...]:
    if type(numbers) is tuple and all(type(number) is int for number in numbers):
        return tuple(sorted(numbers))
    return numbers


def _numbers_to(
    code: str, most: int
) -> Callable[[Regola, Attribute[tuple[int, ...]], tuple[int, ...]], None]:
    def check(_regola: Regola, _attribute: Attribute[tuple[int, ...]], it: tuple[int, ...]) -> None:
        for number in it:
            if not 1 <= number <= most:
                raise InvalidHours(codice=code, valore=number)

    return check


@frozen
class Regola:
    """On which days: every `interval` days, weeks (which begin on Monday) or months.

    `byday`: in a weekly rule days of the week, in a monthly one each with its number; `bymonthday`:
    in a monthly rule days of the month; with both, the days that are in both; `bymonth`: only in
    these months; `until`: the last day. Lists are put in order; empty says nothing. A weekly rule
    without `byday`, or a monthly one without both, takes the day of the week or month of the first
    opening. There is no `COUNT` and no time; all else that is wrong raises `InvalidHours`.
    """

    freq: Freq = field(validator=exact(Freq))
    interval: int = field(default=1, validator=exact(int))
    byday: tuple[ByDay, ...] = field(
        default=(),
        converter=_in_order,
        validator=deep_iterable(exact(ByDay), exact(tuple)),
    )
    bymonthday: tuple[int, ...] = field(
        default=(),
        converter=_ascending,
        validator=[
            deep_iterable(exact(int), exact(tuple)),
            _numbers_to("regola-bymonthday", _MONTHDAYS),
        ],
    )
    bymonth: tuple[int, ...] = field(
        default=(),
        converter=_ascending,
        validator=[deep_iterable(exact(int), exact(tuple)), _numbers_to("regola-bymonth", _MONTHS)],
    )
    until: date | None = field(default=None, validator=exact(date, optional=True))

    def __attrs_post_init__(self) -> None:
        if not 1 <= self.interval <= MOST_INTERVAL:
            raise InvalidHours(codice="regola-interval", valore=self.interval)
        _once("BYDAY", self.byday)
        _once("BYMONTHDAY", self.bymonthday)
        _once("BYMONTH", self.bymonth)
        if self.bymonthday and self.freq is not Freq.MONTHLY:
            raise InvalidHours(codice="regola-bymonthday-fuori-posto")
        self._check_byday()
        if self.until is not None:
            within("UNTIL", self.until)

    def _check_byday(self) -> None:
        if self.byday and self.freq is Freq.DAILY:
            raise InvalidHours(codice="regola-byday-daily")
        for day in self.byday:
            if day.nth and self.freq is Freq.WEEKLY:
                raise InvalidHours(codice="regola-byday-numero", valore=day)
            if not day.nth and self.freq is Freq.MONTHLY:
                raise InvalidHours(codice="regola-byday-senza-numero", valore=day)

    @classmethod
    def parse(cls, text: str) -> Regola:
        """Read `FREQ=WEEKLY;BYDAY=MO,TH`, the parts in any order, in capitals, without blanks.

        `UNTIL` is a day; `WKST=MO` says nothing. ``Regola.parse(str(regola)) == regola``. Raises
        `InvalidHours`, `IllTyped` for what is no text.
        """
        return cls(*read(text))

    def __str__(self) -> str:
        until = "" if self.until is None else f"{self.until:%Y%m%d}"
        return self.testo(until)

    def testo(self, until: str = "") -> str:
        """The text in its canonical order, with this text of `UNTIL`: calendars want an instant."""
        parts = {
            "FREQ": self.freq.value,
            "INTERVAL": "" if self.interval == 1 else str(self.interval),
            "BYMONTH": ",".join(map(str, self.bymonth)),
            "BYMONTHDAY": ",".join(map(str, self.bymonthday)),
            "BYDAY": ",".join(map(str, self.byday)),
            "UNTIL": until,
        }
        return ";".join(f"{name}={value}" for name, value in parts.items() if value)


def _once(parte: str, values: Iterable[T]) -> None:
    seen: set[T] = set()
    for value in values:
        if value in seen:
            raise InvalidHours(codice="regola-valore-ripetuto", parte=parte, valore=value)
        seen.add(value)
