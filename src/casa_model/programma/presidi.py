"""A presidio: a place of an Aler (or a comune) where services are given, with its people and hours.

What is not known stays so: no hours is not closed, no staff is not nobody.
"""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING, Final

from attrs import field, frozen
from attrs.validators import deep_iterable, optional

from casa_model.errors import InvalidEntry, Problem
from casa_model.programma._ripetuti import out_of_order, repeated
from casa_model.programma.orari import ROMA, Momento, Orario
from casa_model.programma.orari._roma import exact_moment, week_of
from casa_model.programma.servizi import RuoloOrganico
from casa_model.values import Fonte, Testo
from casa_model.values._exact import exact
from casa_model.values._kebab import kebab

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casa_model.errors import Lang
    from casa_model.programma.orari import Fascia


_KNOWN: Final = {"it": ("dal {}", "al {}"), "en": ("from {}", "to {}")}
_ALWAYS: Final = (date.min.toordinal(), date.max.toordinal())


def _keep_ordinals(entry: OrarioNoto | Presidio, first: str, last: str) -> None:
    """Keep the first and the last day of an entry as numbers, which are compared faster."""
    dal, al = entry.dal, entry.al
    object.__setattr__(entry, first, _ALWAYS[0] if dal is None else dal.toordinal())
    object.__setattr__(entry, last, _ALWAYS[1] if al is None else al.toordinal())


def _masked(value: object) -> str:
    return "None" if value is None else "<…>"


@frozen
class ServizioAttivo:
    """A service that a presidio gives: its kind, the days on which it is given, its own place.

    `dal` None: since when is not known. `luogo` is where it is given, when that is not the address
    of the presidio; it never shows in a `repr`.
    """

    servizio: str = field(validator=kebab)
    fonte: Fonte = field(validator=exact(Fonte))
    dal: date | None = field(default=None, validator=exact(date, optional=True))
    al: date | None = field(default=None, validator=exact(date, optional=True))
    luogo: str | None = field(default=None, validator=exact(str, optional=True), repr=_masked)

    def __attrs_post_init__(self) -> None:
        problems = tuple(out_of_order(self.dal, self.al))
        if problems:
            raise InvalidEntry(*problems)

    def sovrappone(self, other: ServizioAttivo) -> bool:
        """Tell whether some day may be in both, as far as their days are known."""
        return not (
            (self.al is not None and other.dal is not None and self.al < other.dal)
            or (other.al is not None and self.dal is not None and other.al < self.dal)
        )


@frozen
class OrarioNoto:
    """A timetable, and the days for which a source gives it; outside them hours are not known.

    `dal` or `al` None: for as long as the source says nothing else.
    """

    orario: Orario = field(validator=exact(Orario))
    fonte: Fonte = field(validator=exact(Fonte))
    dal: date | None = field(default=None, validator=exact(date, optional=True))
    al: date | None = field(default=None, validator=exact(date, optional=True))
    first: int = field(init=False, eq=False, repr=False)
    last: int = field(init=False, eq=False, repr=False)
    """The first and the last day, as ordinals: every question needs them."""

    def __attrs_post_init__(self) -> None:
        problems = tuple(out_of_order(self.dal, self.al))
        if problems:
            raise InvalidEntry(*problems)
        _keep_ordinals(self, "first", "last")

    def render(self, lang: Lang) -> str:
        """Write the hours for people, with the days for which they are known."""
        hours = self.orario.render(lang)
        if self.dal is None and self.al is None:
            return hours
        words = _KNOWN[lang]
        known = [w.format(d) for w, d in zip(words, (self.dal, self.al), strict=True) if d]
        return f"{hours} ({' '.join(known)})"


@frozen
class Presidio:
    """A presidio. `ente` is the code of the Aler or comune that owns it.

    `organico` None: the staff is not known; a role in it may be without a number. `orari`,
    `indirizzo`, `quartiere` and `dal` may be not known either. The address, the services and the
    staff never show in a `repr`, for a reserved service may be there.

    Raises `InvalidEntry` when days are out of order, a service starts before its presidio or
    stands twice on one day, a profession stands twice, or two timetables hold on one day.
    """

    codice: str = field(validator=kebab)
    nome: Testo = field(validator=exact(Testo))
    ente: str = field(validator=kebab)
    comune: str = field(validator=kebab)
    fonte: Fonte = field(validator=exact(Fonte))
    servizi: tuple[ServizioAttivo, ...] = field(
        default=(), validator=deep_iterable(exact(ServizioAttivo), exact(tuple)), repr=_masked
    )
    quartiere: str | None = field(default=None, validator=exact(str, optional=True))
    indirizzo: str | None = field(default=None, validator=exact(str, optional=True), repr=_masked)
    organico: tuple[RuoloOrganico, ...] | None = field(
        default=None,
        validator=optional(deep_iterable(exact(RuoloOrganico), exact(tuple))),
        repr=_masked,
    )
    orari: tuple[OrarioNoto, ...] = field(
        default=(), validator=deep_iterable(exact(OrarioNoto), exact(tuple))
    )
    dal: date | None = field(default=None, validator=exact(date, optional=True))
    al: date | None = field(default=None, validator=exact(date, optional=True))
    note: tuple[Testo, ...] = field(default=(), validator=deep_iterable(exact(Testo), exact(tuple)))
    _first: int = field(init=False, eq=False, repr=False)
    _last: int = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        problems = tuple(self._problems())
        if problems:
            raise InvalidEntry(*problems)
        _keep_ordinals(self, "_first", "_last")

    def _problems(self) -> Iterator[Problem]:
        yield from out_of_order(self.dal, self.al)
        roles = (ruolo.professione for ruolo in self.organico or ())
        yield from repeated(roles, "ruolo-ripetuto", "organico", "professione")
        for at, attivo in enumerate(self.servizi):
            yield from self._outside(attivo, at)
            if any(
                attivo.servizio == other.servizio and attivo.sovrappone(other)
                for other in self.servizi[:at]
            ):
                where = ("servizi", at, "servizio")
                yield Problem("servizio-ripetuto", where, {"servizio": attivo.servizio})
        for at, noto in enumerate(self.orari):
            if any(noto.first <= o.last and o.first <= noto.last for o in self.orari[:at]):
                yield Problem("orari-sovrapposti", ("orari", at))

    def _outside(self, attivo: ServizioAttivo, at: int) -> Iterator[Problem]:
        """What a service does on days when its presidio is not there, as far as days are known."""
        name = {"servizio": attivo.servizio}
        if attivo.dal is not None and self.dal is not None and attivo.dal < self.dal:
            data = {**name, "dal": str(attivo.dal), "inizio": str(self.dal)}
            yield Problem("servizio-prima-del-presidio", ("servizi", at, "dal"), data)
        if attivo.al is not None and self.al is not None and self.al < attivo.al:
            data = {**name, "al": str(attivo.al), "fine": str(self.al)}
            yield Problem("servizio-dopo-il-presidio", ("servizi", at, "al"), data)

    def aperto_il(self, istante: datetime) -> bool | None:
        """Tell whether the presidio is open at an instant; None when that is not known.

        Before `dal` and after `al` the presidio is not there, so it is not open; where its hours of
        that day are not known, neither is whether it is open. Raises `IllTyped` for an instant
        without a time zone.
        """
        return self.aperto_a(Momento.of(istante))

    def aperto_a(self, momento: Momento) -> bool | None:
        """The same at an instant that was read once on the wall in Italy, for many presidi.

        Raises `IllTyped` for what is no `Momento`.
        """
        exact_moment(momento)
        giorno = momento.day.ordinal
        if not self._there(giorno):
            return False
        noto = self._noto(giorno)
        if noto is None:
            return None
        return noto.orario.aperto_a(momento) and (self._sure(noto) or None)

    def prossima_apertura(self, istante: datetime) -> datetime | None:
        """Return the first instant not before `istante` at which it is known to be open, in Italy.

        Days whose hours are not known are passed over. None when no later opening is known. Raises
        `IllTyped` for an instant without a time zone.
        """
        return min(self._openings(istante), default=None)

    def _openings(self, istante: datetime) -> Iterator[datetime]:
        """The next opening of each timetable, where `aperto_il` would say that it is open."""
        today = Momento.of(istante).day.ordinal
        for noto in self.orari:
            first = max(noto.first, self._first)
            midnight = datetime.combine(date.fromordinal(first), time.min, ROMA)
            opening = noto.orario.prossima_apertura(istante if first <= today else midnight)
            if opening is not None and self.aperto_il(opening):
                yield opening

    def settimana(self, giorno: date) -> tuple[tuple[date, tuple[Fascia, ...] | None], ...]:
        """Return the hours of each day of the week of `giorno`, Monday first; None: not known.

        As `aperto_il` does, it tells no hours of a day on which the presidio may not have been
        there yet. Raises `IllTyped` when `giorno` is not a day without time.
        """
        return tuple((day, self._fasce(day)) for day in week_of(giorno))

    def _fasce(self, giorno: date) -> tuple[Fascia, ...] | None:
        if not self._there(giorno.toordinal()):
            return ()
        noto = self._noto(giorno.toordinal())
        if noto is None:
            return None
        fasce = noto.orario.giorno(giorno)
        return fasce if self._sure(noto) or not fasce else None

    def _sure(self, noto: OrarioNoto) -> bool:
        """Whether the presidio was there on the days of these hours: nothing else may say so."""
        return self.dal is not None or noto.dal is not None

    def _noto(self, giorno: int) -> OrarioNoto | None:
        return next((each for each in self.orari if each.first <= giorno <= each.last), None)

    def _there(self, giorno: int) -> bool:
        """Whether the presidio may be there: a start that is not known is not yet to come."""
        return self._first <= giorno <= self._last
