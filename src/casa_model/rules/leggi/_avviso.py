"""From the text of a notice to an `Avviso`: its measure, with the differences applied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from casa_model.rules.avviso import Avviso, Differenza, Operazione
from casa_model.rules.leggi._again import type_again
from casa_model.rules.leggi._calendario import DEFAULT, HEAD, read_calendario
from casa_model.rules.leggi._changes import Changes
from casa_model.rules.leggi._desk import Desk
from casa_model.rules.leggi._fatti import read_fatti
from casa_model.rules.leggi._finish import finish
from casa_model.rules.leggi._misura import Letta
from casa_model.rules.leggi._norme import TABLES
from casa_model.rules.leggi._requisiti import incompatible, not_receiving
from casa_model.rules.leggi._risorse import read_risorse
from casa_model.rules.leggi._shapes import (
    AvvisoShape,
    DefinizioneShape,
    GraduatoriaShape,
    ImportoShape,
    ParametroAvvisoShape,
    RequisitoShape,
    RisorseShape,
    TogliShape,
)
from casa_model.rules.leggi._testa import DAYS, base_of, read_head
from casa_model.rules.misura import Calendario
from casa_model.rules.names import NOTICE_DAYS
from casa_model.rules.types import FIRST_DAY

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import date

    from casa_model.rules.misura import Misura

SECTIONS: dict[str, type] = {
    "avviso": dict,
    "risorse": dict,
    **TABLES,
    "requisiti": list,
    "togli": list,
    "importo": dict,
    "graduatoria": dict,
}
_ENTRIES: dict[str, type] = {
    "parametri": ParametroAvvisoShape,
    "definizioni": DefinizioneShape,
    "requisiti": RequisitoShape,
    "togli": TogliShape,
}
_WHOLE: dict[str, type] = {
    "risorse": RisorseShape,
    "importo": ImportoShape,
    "graduatoria": GraduatoriaShape,
}


def leggi_avviso(testo: str | bytes, *, file: str, misure: Mapping[str, Misura]) -> Letta[Avviso]:
    """The notice of a file, on top of one of `misure`. Raises `InvalidFile` with every fault.

    The notice fixes its law: that of `giorno_norma`, by default the day of publication. Its
    measure answers on that day and on no other.
    """
    desk = Desk(testo, file, SECTIONS, avviso=True)
    desk.fallback = HEAD
    shape, dropped = read_head(desk)
    base = None if shape is None else base_of(desk, shape, misure)
    if shape is None or base is None:
        _shapes_only(desk)
        desk.faults.raise_if_grave()
    assert shape is not None and base is not None  # noqa: S101, PT018 - else a grave fault
    desk.code(shape.codice, (*HEAD, "codice"))
    if not shape.ente.strip():
        desk.refuse((*HEAD, "ente"), "è vuoto; scrivi chi pubblica l'avviso", "it is empty; "
                    "write who publishes the notice")  # fmt: skip
    calendario = None if dropped & DAYS else read_calendario(desk, shape)
    # Any day does for what is read meanwhile: without a calendar the file is refused.
    fixed = calendario or Calendario(FIRST_DAY, FIRST_DAY)
    _on_top_of(desk, base, shape)
    fonte = desk.fonte(shape, HEAD, ("l'avviso", "the notice"), graded=True)
    changes = Changes(desk, base, fonte, fixed.giorno_norma)
    misura = _changed(desk, shape, changes, fixed, misure)
    moved = _moved(desk, shape)
    type_again(desk, misura)
    if calendario is not None and _in_force(desk, shape, base, fixed.giorno_norma):
        finish(desk, misura, HEAD)
    dotazione = read_risorse(desk, misura, fonte)
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


def _shapes_only(desk: Desk) -> None:
    """Note what is wrong with the parts of a notice whose measure is not known."""
    desk.read_atti()
    read_fatti(desk)
    for name, entry in _ENTRIES.items():
        paths = [path for _, path in desk.table(name)] or desk.rows(name)
        for path in paths:
            desk.shape(entry, path)
    for name, whole in _WHOLE.items():
        desk.section(whole, name)


def _on_top_of(desk: Desk, base: Misura, shape: AvvisoShape) -> None:
    """Put on the desk what the measure declares, then the acts and facts of the notice."""
    for nome in NOTICE_DAYS:
        if getattr(shape, nome) is not None:
            desk.names.giorno(nome)
    desk.atti |= {atto.codice: atto for atto in base.atti}
    for fatto in base.fatti:
        desk.names.fatto(fatto)
    for parametro in base.parametri:
        desk.names.parametro(parametro)
    for each in base.definizioni:
        desk.names.definizione(each.nome, each.tipo)
    desk.read_atti()
    read_fatti(desk)


def _changed(
    desk: Desk, shape: AvvisoShape, changes: Changes, fixed: Calendario, misure: Collection[str]
) -> Misura:
    """The measure of the notice."""
    base = changes.base
    changes.facts()
    changes.parameters()
    others = [codice for codice in misure if codice != base.codice]
    source = shape.incompatibile_fonte
    extra = incompatible(desk, shape.incompatibile, source, HEAD, note=others)
    definizioni = changes.definitions()
    requisiti = changes.requirements(extra)
    codes = {requisito.codice for requisito in requisiti}
    kept = dict.fromkeys((*base.incompatibile, *shape.incompatibile))
    return evolve(
        base,
        codice=shape.codice,
        titolo=shape.titolo,
        fatti=tuple(desk.names.fatti.values()),
        parametri=tuple(desk.names.parametri.values()),
        definizioni=definizioni,
        requisiti=requisiti,
        importo=changes.amount(),
        graduatoria=changes.ranking(),
        incompatibile=tuple(other for other in kept if not_receiving(other) in codes),
        atti=tuple(desk.atti.values()),
        calendario=fixed,
    )


def _in_force(desk: Desk, shape: AvvisoShape, base: Misura, day: date) -> bool:
    """Whether the measure is law on the day of the notice's law."""
    if base.vigenza.contiene(day):
        return True
    desk.wrong(
        "misura-non-in-vigore",
        (*HEAD, "pubblicazione" if shape.giorno_norma is None else "giorno_norma"),
        nome=base.codice,
        giorno=day,
        quando=base.vigenza.render("it"),
        quando_en=base.vigenza.render("en"),
    )
    return False


def _moved(desk: Desk, shape: AvvisoShape) -> list[Differenza]:
    """The day of the requisites, when it is not that of publication, with its own source."""
    path, source = (*HEAD, "data_requisiti"), shape.data_requisiti_fonte
    if shape.data_requisiti in (None, DEFAULT):
        it = "toglila, o scrivi in `data_requisiti` un altro giorno"
        desk.idle_fonte(source, path, it, "remove it, or write another day in `data_requisiti`")
        return []
    what = ("la data dei requisiti", "the day of the requisites")
    fonte = desk.fonte_beside(source, path, what)
    if fonte is None:
        return []
    return [Differenza("data-requisiti", "data_requisiti", Operazione.SOSTITUISCE, fonte)]
