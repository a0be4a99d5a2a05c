"""Who is in time for one of two versions and not for the other: their terms, compared exactly.

Proof asks what a household is, and not when its application came in: that is said beside it.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from attrs import frozen

from casa_model.casa.confronta._parole import vocabolario
from casa_model.errors import InvalidValue
from casa_model.readers.porta import in_time
from casa_model.readers.prose._porta import momento
from casa_model.rules.esito import Esito
from casa_model.rules.misura import Momento
from casa_model.rules.moments import end_of, start_of
from casa_model.rules.porta import DATA_DOMANDA
from casa_model.values import Testo

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casa_model.casa.confronta._confronta import Confronto
    from casa_model.casa.confronta._esempi import Trovato
    from casa_model.casa.confronta._versione import Versione
    from casa_model.errors import Lang
    from casa_model.readers.prose._vocabolario import Vocabolario
    from casa_model.rules.avviso import Avviso
    from casa_model.rules.quesiti import Esempio

_START: Final = {
    True: Testo(it="{dal}", en="from {m}"),
    False: Testo(it="dopo {il}", en="after {m}"),
}
_END: Final = {
    True: Testo(it="fino {al}", en="until {m}"),
    False: Testo(it="prima {del}", en="before {m}"),
}
_IN: Final = Testo(
    it="chi presenta domanda {a} ora è nei termini, prima no",
    en="who applies {a} is in time now, and was not before",
)
_OUT: Final = Testo(
    it="chi presenta domanda {a} non è più nei termini",
    en="who applies {a} is no longer in time",
)
_WHENEVER: Final = Testo(it="in qualsiasi giorno", en="on any day")
_AND: Final = Testo(it=" e ", en=" and ")


@frozen
class Tratto:
    """A stretch of time in which applications are in time for one version alone.

    `nei_termini`: for the second, and not for the first; else the other way round. None stands for
    no limit; a limit that is a day has the whole of it, inside when `compreso`, else outside.
    Raises `InvalidValue` when no moment is between the two.
    """

    nei_termini: bool
    inizio: Momento | None
    inizio_compreso: bool
    fine: Momento | None
    fine_compresa: bool

    def __attrs_post_init__(self) -> None:
        start, end = self.inizio or date.min, self.fine or date.max
        first = start_of(start) if self.inizio_compreso else end_of(start)
        last = end_of(end) if self.fine_compresa else start_of(end)
        outside = (self.inizio_compreso, self.fine_compresa).count(False)
        if last - first < outside * datetime.resolution:
            raise InvalidValue(
                it="fra `inizio` e `fine` non c'è nessun momento; metti prima l'inizio",
                en="there is no moment between `inizio` and `fine`; put the beginning first",
            )


def tratti(confronto: Confronto) -> tuple[Tratto, ...]:
    """When an application is in time for one version and not for the other, exactly."""
    one, other = confronto.prima.avviso, confronto.ora.avviso
    lost = _only(one, other, now=False)
    return (*lost, *_only(other, one, now=True))


def in_tempo(confronto: Confronto, esempio: Esempio) -> tuple[bool | None, bool | None]:
    """Whether a household applied in time, for each version, as the door has it by its facts."""
    day = esempio.fatti.valori.get(DATA_DOMANDA)
    when = day if isinstance(day, date) else None
    return in_time(confronto.prima.avviso, when), in_time(confronto.ora.avviso, when)


def termini_a_parte(confronto: Confronto, trovato: Trovato) -> bool:
    """Whether what proof says holds but for the terms, which are not the same.

    Of a household it holds as it stands where no side that does not refuse it may be shut to it.
    """
    if not tratti(confronto):
        return False
    shown = trovato.esempio
    if shown is None:
        return True
    sides = zip(shown.verdetti, in_tempo(confronto, shown), strict=True)
    return any(v.esito is not Esito.NON_AMMESSO and timely is not True for v, timely in sides)


def never_together(confronto: Confronto) -> bool:
    """Whether no application can be in time for both."""
    return _apart(confronto.prima.avviso, confronto.ora.avviso)


def _apart(one: Avviso, other: Avviso) -> bool:
    (start, end), (opens, closes) = _bounds(one), _bounds(other)
    return max(start, opens) > min(end, closes)


def _only(one: Avviso, other: Avviso, *, now: bool) -> Iterator[Tratto]:
    """When `one` is open and `other` is not: before that opens, and after it has closed."""
    start, end = _bounds(one)
    opens, closes = _bounds(other)
    if _apart(one, other):
        yield Tratto(now, one.apertura, True, one.chiusura, True)  # noqa: FBT003 - as the class
        return
    if start < opens:
        yield Tratto(now, one.apertura, True, other.apertura, False)  # noqa: FBT003 - as above
    if closes < end:
        yield Tratto(now, other.chiusura, False, one.chiusura, True)  # noqa: FBT003 - as above


def _bounds(avviso: Avviso) -> tuple[datetime, datetime]:
    """The first and the last instant at which an application is in time."""
    return start_of(avviso.apertura or date.min), end_of(avviso.chiusura or date.max)


def detto(tratto: Tratto, lang: Lang, versione: Versione) -> str:
    """A stretch in words: who is in time now, or no longer is."""
    v = vocabolario(versione, lang)
    sides = (
        (tratto.inizio, _START[tratto.inizio_compreso]),
        (tratto.fine, _END[tratto.fine_compresa]),
    )
    told = [_limit(moment, words, v) for moment, words in sides if moment is not None]
    when = v.dice(_AND).join(told) or v.dice(_WHENEVER)
    return v.dice(_IN if tratto.nei_termini else _OUT).format(a=when)


def _limit(moment: Momento, words: Testo, v: Vocabolario) -> str:
    named = {word: momento(v.lang, moment, word) for word in ("il", "dal", "al", "del")}
    return v.dice(words).format(m=momento(v.lang, moment), **named)
