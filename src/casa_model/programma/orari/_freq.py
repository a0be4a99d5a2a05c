"""The words of a rule: how often, and the days of the week."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from attrs import field, frozen

from casa_model.errors import InvalidHours
from casa_model.values._exact import exact

DAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_MOST_NTH: Final = 5


class Freq(StrEnum):
    """How often: the value is the word of RFC 5545."""

    DAILY = "DAILY"
    WEEKLY = "WEEKLY"
    MONTHLY = "MONTHLY"


@frozen
class ByDay:
    """A day of the week, 0 is Monday; with `nth` from 1 to 5 or -1, that one of the month.

    Raises `InvalidHours` (`regola-byday`).
    """

    weekday: int = field(validator=exact(int))
    nth: int = field(default=0, validator=exact(int))

    def __attrs_post_init__(self) -> None:
        if not (0 <= self.weekday < len(DAYS) and -1 <= self.nth <= _MOST_NTH):
            raise InvalidHours(codice="regola-byday", valore=f"{self.nth} {self.weekday}")

    def __str__(self) -> str:
        return f"{self.nth or ''}{DAYS[self.weekday]}"
