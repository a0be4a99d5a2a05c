"""When a presidio is open, and the questions that people ask about it."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from attrs import field, frozen
from attrs.validators import deep_iterable

from casa_model.errors import IllTyped, InvalidHours
from casa_model.programma.orari._apertura import Apertura
from casa_model.programma.orari._eccezione import Chiusura, Eccezione, Straordinaria
from casa_model.programma.orari._fascia import Fascia, fascia_of, joined
from casa_model.programma.orari._giorni import Giorni
from casa_model.programma.orari._giorno import parts_of
from casa_model.programma.orari._parole import orario_in_parole
from casa_model.programma.orari._roma import (
    ROMA,
    Momento,
    change_of,
    elapsed_at,
    exact_moment,
    instant_of,
    week_of,
    written_for,
)
from casa_model.values._exact import exact

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from attrs import Attribute

    from casa_model.errors import Lang
    from casa_model.programma.orari._giorno import DayParts


def _is_exception(_orario: Orario, _attribute: Attribute[object], value: object) -> None:
    if type(value) not in {Chiusura, Straordinaria}:
        raise IllTyped(
            it="`eccezioni` ammette solo `Chiusura` e `Straordinaria`; passa una delle due",
            en="`eccezioni` admits only `Chiusura` and `Straordinaria`; pass one of them",
        )


@frozen
class Orario:
    """The openings of a presidio, and the days that are otherwise.

    Openings on one day are joined where they overlap or touch. On the day of an extraordinary
    opening only that counts; a closed day is closed. All times are those of the wall in Italy, for
    days from 1996 to 2099; before and after it is closed.

    An opening is the span of instants from its start, included, to its end, excluded. A wall time
    that is skipped in spring, or comes twice in autumn, is read as in RFC 5545, 3.3.5 (the offset
    before the change; the first of the two). So on the day in spring 02:00–04:00 is the hour from
    03:00 to 04:00, 02:30–04:00 the half hour from 03:30, and 02:30–03:15 would end before it
    begins: that day it does not open. On the day in autumn 01:00–04:00 lasts four hours.

    Raises `InvalidHours` when there is no opening at all (hours that nobody knows are no `Orario`),
    when a day is in two closures or has two extraordinary openings; `IllTyped`.
    """

    aperture: tuple[Apertura, ...] = field(validator=deep_iterable(exact(Apertura), exact(tuple)))
    eccezioni: tuple[Eccezione, ...] = field(
        default=(),
        validator=deep_iterable(_is_exception, exact(tuple)),
    )
    # What follows from the fields above is kept: every question needs it.
    _rows: tuple[tuple[int, int, Giorni], ...] = field(init=False, eq=False, repr=False)
    _special: dict[int, tuple[tuple[int, int], ...]] = field(init=False, eq=False, repr=False)
    _closures: tuple[tuple[int, int], ...] = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        rows = tuple((*each.fascia.span, each.giorni()) for each in self.aperture)
        special = _special(self.eccezioni)
        if not rows and not special:
            raise InvalidHours(codice="orario-vuoto")
        object.__setattr__(self, "_rows", rows)
        object.__setattr__(self, "_special", special)
        object.__setattr__(self, "_closures", _closures(self.eccezioni))

    # ── open or closed ────────────────────────────────────────────────────────────────────────

    def aperto_il(self, istante: datetime) -> bool:
        """Whether it is open at `istante`, of any time zone. Raises `IllTyped` for one without."""
        return self.aperto_a(Momento.of(istante))

    def aperto_a(self, momento: Momento) -> bool:
        """Whether it is open at an instant that has been read on the wall once, for many.

        Raises `IllTyped` for what is no `Momento`.
        """
        exact_moment(momento)
        day, elapsed, change = momento.day, momento.elapsed, momento.change
        if change or day.ordinal in self._special:
            return any(start <= elapsed < end for start, end in self._spans(day, change))
        for start, end, giorni in self._rows:
            if start <= elapsed < end and giorni.has(day):
                return self._closed_until(day.ordinal) is None
        return False

    def prossima_apertura(self, istante: datetime) -> datetime | None:
        """The first instant not before `istante` at which it is open, on the wall in Italy.

        If it is open at `istante`, that is the answer. None when it never opens again: a rule may
        have ended, or name a day that does not exist (31 February). Raises `IllTyped` for an
        instant without a time zone.
        """
        momento = Momento.of(istante)
        if self.aperto_a(momento):
            return istante.astimezone(ROMA)
        following = self._following(momento.day.ordinal)
        while following is not None:
            day = parts_of(following)
            for start, _ in joined(self._spans(day, change_of(day))):
                if following > momento.day.ordinal or start > momento.elapsed:
                    return instant_of(following, start)
            following = self._following(following + 1)
        return None

    # ── days ──────────────────────────────────────────────────────────────────────────────────

    def giorno(self, giorno: date) -> tuple[Fascia, ...]:
        """The hours of a day as a sign would show them, in order; none when it is closed."""
        if not written_for(giorno):
            return ()
        day = parts_of(giorno.toordinal())
        return tuple(fascia_of(span) for span in joined(self._spans(day, 0)))

    def istanti(self, giorno: date) -> tuple[tuple[datetime, datetime], ...]:
        """The same as spans of instants: what those hours become on a day of change."""
        if not written_for(giorno):
            return ()
        day = parts_of(giorno.toordinal())
        return tuple(
            (instant_of(day.ordinal, start), instant_of(day.ordinal, end))
            for start, end in joined(self._spans(day, change_of(day)))
        )

    def settimana(self, giorno: date) -> tuple[tuple[date, tuple[Fascia, ...]], ...]:
        """Each day from Monday to Sunday of the week of `giorno`, with its hours.

        The week of 31 December 9999 ends on that day.
        """
        return tuple((day, self.giorno(day)) for day in week_of(giorno))

    def render(self, lang: Lang) -> str:
        """The hours in words: `lunedì e giovedì 10:00–12:00`."""
        return orario_in_parole(self.aperture, self.eccezioni, lang)

    # ── what the questions share ──────────────────────────────────────────────────────────────

    def _spans(self, day: DayParts, change: int) -> tuple[tuple[int, int], ...]:
        """Minutes since midnight, as they are written; `change` 0 leaves them on the wall."""
        spans = self._special.get(day.ordinal)
        if spans is None:
            if self._closed_until(day.ordinal) is not None:
                return ()
            spans = tuple((start, end) for start, end, giorni in self._rows if giorni.has(day))
        return tuple((elapsed_at(start, change), elapsed_at(end, change)) for start, end in spans)

    def _closed_until(self, ordinal: int) -> int | None:
        for first, last in self._closures:
            if first <= ordinal <= last:
                return last
        return None

    def _following(self, ordinal: int) -> int | None:
        """The first day not before `ordinal` that has hours."""
        days = [day for day in self._special if day >= ordinal]
        for _start, _end, giorni in self._rows:
            day = giorni.following(ordinal)
            while day is not None and (last := self._closed_until(day)) is not None:
                day = giorni.following(last + 1)
            if day is not None:
                days.append(day)
        return min(days, default=None)


def _special(eccezioni: Iterable[Eccezione]) -> dict[int, tuple[tuple[int, int], ...]]:
    """The minutes of each extraordinary opening, by its day."""
    special: dict[int, tuple[tuple[int, int], ...]] = {}
    for each in eccezioni:
        if isinstance(each, Straordinaria):
            day = each.giorno.toordinal()
            if day in special:
                raise InvalidHours(codice="straordinarie-doppie", giorno=each.giorno)
            special[day] = tuple(fascia.span for fascia in each.fasce)
    return special


def _closures(eccezioni: Iterable[Eccezione]) -> tuple[tuple[int, int], ...]:
    """The first and last day of each closure, in order."""
    closures = sorted(
        (each.dal.toordinal(), each.ultimo.toordinal())
        for each in eccezioni
        if isinstance(each, Chiusura)
    )
    for (_, before), (after, _) in pairwise(closures):
        if after <= before:
            raise InvalidHours(codice="chiusure-sovrapposte", giorno=date.fromordinal(after))
    return tuple(closures)
