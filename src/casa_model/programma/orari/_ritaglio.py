"""Hours cut to the days for which they are known."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from attrs import evolve

from casa_model.programma.orari._eccezione import Eccezione, Straordinaria
from casa_model.programma.orari._orario import Orario
from casa_model.programma.orari._roma import ULTIMO_GIORNO

if TYPE_CHECKING:
    from casa_model.programma.orari._apertura import Apertura


def ritagliato(orario: Orario, *, dal: date | None, al: date | None) -> Orario | None:
    """Return the same hours on the days from `dal` to `al`, and none on others.

    None when there is no opening on those days. The turns of `INTERVAL` stay those of the whole.
    """
    if al is not None and al > ULTIMO_GIORNO:
        al = None  # nothing opens after it anyway, and no rule may say so
    openings = [_opening(each, dal, al) for each in orario.aperture]
    exceptions = [_exception(each, dal, al) for each in orario.eccezioni]
    kept = tuple(each for each in openings if each is not None)
    others = tuple(each for each in exceptions if each is not None)
    if not kept and not any(isinstance(each, Straordinaria) for each in others):
        return None
    return Orario(kept, others)


def _opening(apertura: Apertura, dal: date | None, al: date | None) -> Apertura | None:
    start = apertura.dal if dal is None else max(apertura.dal, dal)
    first = apertura.giorni().following(start.toordinal())
    if first is None or (al is not None and al.toordinal() < first):
        return None
    until = min((day for day in (apertura.regola.until, al) if day is not None), default=None)
    regola = evolve(apertura.regola, until=until)
    return evolve(apertura, regola=regola, dal=date.fromordinal(first))


def _exception(each: Eccezione, dal: date | None, al: date | None) -> Eccezione | None:
    day = each.giorno if isinstance(each, Straordinaria) else each.dal
    last = day if isinstance(each, Straordinaria) else each.ultimo
    if (al is not None and al < day) or (dal is not None and last < dal):
        return None
    return each  # a closure may go on beyond: nothing opens there anyway
