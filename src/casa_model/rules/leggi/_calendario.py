"""The days of a notice: its dates, the day of its law, the day of the requisites."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from casa_model.errors import near
from casa_model.rules.leggi._valori import shown
from casa_model.rules.misura import Calendario
from casa_model.rules.moments import day_of, disordered, zoned
from casa_model.rules.names import NOTICE_DAYS
from casa_model.rules.types import FIRST_DAY, LAST_DAY

if TYPE_CHECKING:
    from collections.abc import Mapping

    from casa_model.rules.leggi._desk import Desk
    from casa_model.rules.leggi._shapes import AvvisoShape
    from casa_model.rules.misura import Momento
    from casa_model.values.toml import KeyPath

HEAD: KeyPath = ("avviso",)
DEFAULT = "pubblicazione"


def read_calendario(desk: Desk, shape: AvvisoShape) -> Calendario | None:
    """The days that the notice fixes; None once a fault is told."""
    moments: dict[str, Momento] = {
        nome: when for nome in NOTICE_DAYS if (when := getattr(shape, nome)) is not None
    }
    good = [_plain(desk, when, (*HEAD, nome)) for nome, when in moments.items()]
    if not all(good):
        return None
    for before, after in disordered(moments):
        desk.wrong("date-disordinate", (*HEAD, after), prima=before, dopo=after)
    days = {nome: day_of(when) for nome, when in moments.items()}
    law = _pointed(desk, days, "giorno_norma", shape.giorno_norma)
    requisites = _pointed(desk, days, "data_requisiti", shape.data_requisiti)
    if law is None or requisites is None:
        return None
    return Calendario(law, requisites, tuple(days.items()))


def _plain(desk: Desk, when: Momento, path: KeyPath) -> bool:
    """Whether a moment is of the calendar and by the clock of Italy, which needs no time zone."""
    if zoned(when):
        it = "l'ora è quella italiana; togli il fuso orario"
        en = "the hour is that of Italy; remove the time zone"
        desk.refuse(path, it, en)
        return False
    return _in_calendar(desk, day_of(when), path)


def _in_calendar(desk: Desk, day: date, path: KeyPath) -> bool:
    if FIRST_DAY <= day <= LAST_DAY:
        return True
    first, last = FIRST_DAY.year, LAST_DAY.year
    it = f"l'anno va dal {first} al {last}; correggi la data"
    en = f"years go from {first} to {last}; mend the date"
    desk.refuse(path, it, en)
    return False


def _pointed(
    desk: Desk, days: Mapping[str, date], nome: str, stated: date | str | None
) -> date | None:
    """The day that is stated, or that of the notice's date which is; None once a fault is told."""
    path = (*HEAD, nome)
    if isinstance(stated, date):
        return stated if _in_calendar(desk, stated, path) else None
    points = stated or DEFAULT
    if points in days:
        return days[points]
    if stated is None:
        # Both days point there by default: the basket keeps one fault.
        desk.wrong("chiave-mancante", HEAD, chiave=points, esempio=f"`{points} = 2025-09-15`")
        return None
    if points in NOTICE_DAYS:
        desk.wrong("giorno-mancante", path, nome=nome, giorno=points)
        return None
    desk.wrong(
        "valore-malformato",
        path,
        vicino=near(points, NOTICE_DAYS),
        valore=shown(points),
        atteso="una data dell'avviso",
        atteso_en="a date of the notice",
        esempio='`"pubblicazione"`',
    )
    return None
