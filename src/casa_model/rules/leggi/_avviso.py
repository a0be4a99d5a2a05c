"""From the text of a notice to an `Avviso`: its measure, with the differences applied."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING

from attrs import evolve

from casa_model.errors import InvalidValue, near
from casa_model.rules.avviso import Avviso, Differenza, Dotazione, Operazione
from casa_model.rules.leggi._changes import Changes
from casa_model.rules.leggi._desk import Desk
from casa_model.rules.leggi._fatti import read_atti, read_fatti
from casa_model.rules.leggi._finish import finish
from casa_model.rules.leggi._misura import Letta
from casa_model.rules.leggi._norme import TABLES
from casa_model.rules.leggi._requisiti import incompatible
from casa_model.rules.leggi._shapes import AvvisoShape, RisorseShape, Sourced
from casa_model.rules.misura import Calendario
from casa_model.rules.names import NOTICE_DAYS
from casa_model.values import Euro, Fonte

if TYPE_CHECKING:
    from collections.abc import Mapping

    from casa_model.rules.misura import Misura, Momento

HEAD = ("avviso",)
RESOURCES = ("risorse",)
SECTIONS: dict[str, type] = {
    "avviso": dict, "risorse": dict, **TABLES, "requisiti": list, "togli": list, "importo": dict,
    "graduatoria": dict,
}  # fmt: skip


def leggi_avviso(
    testo: str | bytes, *, file: str, misure: Mapping[str, Misura]
) -> Letta[Avviso]:
    """The notice of a file, on top of one of `misure`. Raises `InvalidFile` with every fault.

    The notice fixes its law: that of `giorno_norma`, by default the day of publication. Its
    measure answers on that day and on no other.
    """
    desk = Desk(testo, file, SECTIONS)
    desk.fallback = HEAD
    if not desk.has("avviso"):
        desk.wrong("chiave-mancante", (), chiave="avviso", esempio="`[avviso]`")
    shape = desk.shape(AvvisoShape, HEAD) if desk.has("avviso") else None
    base = None
    if shape is not None:
        base = misure.get(shape.misura)
        if base is None:
            desk.wrong("misura-ignota", (*HEAD, "misura"), vicino=near(shape.misura, misure),
                       nome=shape.misura)  # fmt: skip
    if shape is None or base is None:
        desk.faults.raise_if_grave()
    assert shape is not None and base is not None  # noqa: S101, PT018 - else a grave fault
    desk.code(shape.codice, (*HEAD, "codice"))
    calendario = _calendario(desk, shape)
    desk.giorni += tuple(nome for nome, _ in calendario.date)
    desk.atti |= {atto.codice: atto for atto in base.atti}
    desk.fatti |= {fatto.nome: fatto for fatto in base.fatti}
    desk.parametri |= {parametro.nome: parametro for parametro in base.parametri}
    desk.tipi |= {each.nome: each.tipo for each in base.definizioni}
    read_atti(desk)
    read_fatti(desk)
    fonte = desk.fonte(shape, HEAD, ("l'avviso", "the notice"))
    changes = Changes(desk, base, fonte, calendario.giorno_norma)
    changes.facts()
    changes.parameters()
    extra = incompatible(desk, shape.incompatibile, shape.incompatibile_fonte, HEAD)
    definizioni = changes.definitions()
    requisiti = changes.requirements(extra)
    importo = changes.amount()
    graduatoria = changes.ranking()
    moved = _moved(desk, shape, fonte)
    misura = evolve(
        base,
        codice=shape.codice,
        titolo=shape.titolo,
        fatti=tuple(desk.fatti.values()),
        parametri=tuple(desk.parametri.values()),
        definizioni=definizioni,
        requisiti=requisiti,
        importo=importo,
        graduatoria=graduatoria,
        incompatibile=tuple(dict.fromkeys((*base.incompatibile, *shape.incompatibile))),
        atti=tuple(desk.atti.values()),
        calendario=calendario,
    )
    if not base.vigenza.contiene(calendario.giorno_norma):
        path = (*HEAD, "giorno_norma" if shape.giorno_norma else "pubblicazione")
        desk.wrong("parametro-non-in-vigore", path, nome=base.codice,
                   giorni=f"il {calendario.giorno_norma}",
                   giorni_en=f"on {calendario.giorno_norma}")  # fmt: skip
    elif not desk.faults.gravi:
        changes.check_whole(misura)
        finish(desk, misura, HEAD)
    dotazione = _dotazione(desk, fonte)
    desk.faults.raise_if_grave()
    avviso = Avviso(
        codice=shape.codice,
        titolo=shape.titolo,
        ente=shape.ente,
        base=base.codice,
        misura=misura,
        fonte=fonte,
        pubblicazione=shape.pubblicazione,
        apertura=shape.apertura,
        chiusura=shape.chiusura,
        dotazione=dotazione,
        differenze=(*moved, *changes.told),
        note=shape.note,
    )
    return Letta(avviso, desk.faults.rilievi)


def _calendario(desk: Desk, shape: AvvisoShape) -> Calendario:
    """The days that the notice fixes; day one of the calendar stands in for a missing one."""
    moments: dict[str, Momento | None] = {
        "pubblicazione": shape.pubblicazione, "apertura": shape.apertura, "chiusura": shape.chiusura
    }  # fmt: skip
    stated = [(nome, when) for nome, when in moments.items() if when is not None]
    for (before, first), (after, last) in zip(stated, stated[1:], strict=False):
        if _start(first) > _end(last):
            desk.wrong("date-disordinate", (*HEAD, after), prima=before, dopo=after)
    days = {nome: _day(when) for nome, when in stated}

    def day(nome: str, points: str | date) -> date:
        if isinstance(points, date):
            return points
        if points in days:
            return days[points]
        if points in NOTICE_DAYS:
            desk.wrong("giorno-mancante", (*HEAD, nome), nome=nome, giorno=points)
        else:
            close = near(points, NOTICE_DAYS)
            desk.wrong("nome-ignoto", (*HEAD, nome), vicino=close, nome=points)
        return date.min

    law = day("giorno_norma", shape.giorno_norma or "pubblicazione")
    return Calendario(law, day("data_requisiti", shape.data_requisiti), tuple(days.items()))


def _day(when: Momento) -> date:
    return when.date() if isinstance(when, datetime) else when


def _start(when: Momento) -> datetime:
    return when if isinstance(when, datetime) else datetime.combine(when, time.min)


def _end(when: Momento) -> datetime:
    return when if isinstance(when, datetime) else datetime.combine(when, time.max)


def _moved(desk: Desk, shape: AvvisoShape, fonte: Fonte) -> list[Differenza]:
    """The day of the requisites, when it is not that of publication."""
    if shape.data_requisiti == "pubblicazione":
        return []
    source = shape.data_requisiti_fonte
    if source is not None:
        path = (*HEAD, "data_requisiti_fonte")
        fonte = desk.fonte(source, path, ("la data", "the day"))
    return [Differenza("data-requisiti", "data_requisiti", Operazione.SOSTITUISCE, fonte)]


def _dotazione(desk: Desk, fonte: Fonte) -> Dotazione | None:
    shape = desk.shape(RisorseShape, RESOURCES) if desk.has("risorse") else None
    if shape is None:
        return None
    if (shape.dotazione is None) == (shape.alloggi is None):
        return desk.wrong("dotazione-ambigua", RESOURCES)
    if Sourced() != evolve_source(shape):
        fonte = desk.fonte(shape, RESOURCES, ("la dotazione", "the endowment"))
    if shape.alloggi is not None:
        if shape.alloggi < 0:
            return desk.wrong("valore-malformato", (*RESOURCES, "alloggi"), valore=shape.alloggi,
                              atteso="un numero di alloggi", atteso_en="a number of dwellings",
                              esempio="`alloggi = 12`")  # fmt: skip
        return Dotazione(None, shape.alloggi, fonte)
    try:
        euro = Euro.parse(shape.dotazione or "")
    except InvalidValue:
        euro = Euro(-1)
    if euro < Euro(0):
        return desk.wrong("valore-malformato", (*RESOURCES, "dotazione"), valore=shape.dotazione,
                          atteso="un importo in euro", atteso_en="an amount in euro",
                          esempio='`dotazione = "2518.90"`')  # fmt: skip
    return Dotazione(euro, None, fonte)


def evolve_source(shape: Sourced) -> Sourced:
    """Only the source of a shape."""
    return Sourced(
        norma=shape.norma, grado=shape.grado, fonte=shape.fonte, url=shape.url, nota=shape.nota
    )
