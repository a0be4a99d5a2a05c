"""When a rule is in force, and the history of a value in days."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Final, Generic, TypeVar

from attrs import field, frozen
from attrs.validators import deep_iterable

from casa_model.errors import InvalidValue
from casa_model.values._exact import exact
from casa_model.values.norme import Fonte

if TYPE_CHECKING:
    from casa_model.errors import Lang

T = TypeVar("T")

_DAY: Final = timedelta(days=1)


@frozen
class Vigenza:
    """The days from `dal` to `al`, both included; with no `al`, for good.

    Raises `InvalidValue` when `al` comes before `dal`, `IllTyped` for a day with a time.
    """

    dal: date = field(validator=exact(date))
    al: date | None = field(default=None, validator=exact(date, optional=True))

    def __attrs_post_init__(self) -> None:
        if self.al is not None and self.al < self.dal:
            raise InvalidValue(
                it="`al` viene prima di `dal`; scambia i due giorni",
                en="`al` comes before `dal`; swap the two days",
            )

    def contiene(self, giorno: date) -> bool:
        """Tell whether `giorno` is one of these days."""
        return self.dal <= giorno and (self.al is None or giorno <= self.al)

    def sovrappone(self, other: Vigenza) -> bool:
        """Tell whether some day is in both."""
        return self.contiene(other.dal) or other.contiene(self.dal)

    def render(self, lang: Lang) -> str:
        """Name the days for people: `dal 2019-10-14 al 2019-12-31`, `il 2019-10-14`."""
        da, a, il = ("dal", "al", "il") if lang == "it" else ("from", "to", "on")
        if self.al is None:
            return f"{da} {self.dal}"
        return f"{il} {self.dal}" if self.al == self.dal else f"{da} {self.dal} {a} {self.al}"


@frozen
class Periodo(Generic[T]):
    """A value in force from the day `dal` until the next period, and its source."""

    dal: date = field(validator=exact(date))
    valore: T
    fonte: Fonte = field(validator=exact(Fonte))


@frozen
class Storia(Generic[T]):
    """A value over time: each period lasts until the next, the last until `cessa` or for good.

    `cessa` is the first day without a value. Raises `InvalidValue` when there is no period, when
    the days do not increase, or when `cessa` does not come after the last of them.
    """

    periodi: tuple[Periodo[T], ...] = field(
        validator=deep_iterable(exact(Periodo), iterable_validator=exact(tuple))
    )
    cessa: date | None = field(default=None, validator=exact(date, optional=True))

    def __attrs_post_init__(self) -> None:
        if not self.periodi:
            raise InvalidValue(
                it="la storia è vuota; scrivi almeno un giorno `dal` con il suo valore",
                en="the history is empty; write at least one `dal` day with its value",
            )
        days = [p.dal for p in self.periodi] + ([] if self.cessa is None else [self.cessa])
        if any(later <= earlier for earlier, later in pairwise(days)):
            raise InvalidValue(
                it="i giorni `dal` e poi `cessa` devono crescere; riordina la storia",
                en="the `dal` days and then `cessa` must increase; put the history in order",
            )

    def il(self, giorno: date) -> Periodo[T] | None:
        """Return the period in force on `giorno`, or None before the first and from `cessa` on."""
        if self.cessa is not None and giorno >= self.cessa:
            return None
        started = bisect_right(self.periodi, giorno, key=lambda p: p.dal)
        return self.periodi[started - 1] if started else None

    def buchi(self, vigenza: Vigenza) -> tuple[Vigenza, ...]:
        """Return the stretches of `vigenza` without a value, in order; none is the good case."""
        gaps: list[Vigenza] = []
        inizio = self.periodi[0].dal
        if vigenza.dal < inizio:
            vigilia = inizio - _DAY
            gaps.append(Vigenza(vigenza.dal, min(vigenza.al or vigilia, vigilia)))
        if self.cessa is not None and (vigenza.al is None or self.cessa <= vigenza.al):
            gaps.append(Vigenza(max(self.cessa, vigenza.dal), vigenza.al))
        return tuple(gaps)
