"""The shape of rule files: what stands where, before anything is looked up.

These classes only say which keys a table has and of what kind; metadata carries the example that
a fault shows. Meanings are given by the other files of this room.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from attrs import field, fields, frozen

from casa_model.rules.facts import Cambia
from casa_model.values import Testo
from casa_model.values.sheet import Sourced, VigenzaShape, like, text_like

_CODICE = like('codice = "isee"')
_NUDO = "importo-nudo"


@frozen(kw_only=True)
class PeriodoShape(Sourced):
    dal: date = field(metadata=like("dal = 2019-10-14"))
    valore: Any = None
    cessa: bool = False


@frozen(kw_only=True)
class RigaShape:
    chiave: tuple[int | str, ...] = field(metadata=like("chiave = [1]"))
    storia: tuple[PeriodoShape, ...] = field(metadata=like("storia = [{ dal = 2019-10-14, … }]"))


@frozen(kw_only=True)
class ParametroShape:
    etichetta: Testo = field(metadata=text_like("etichetta"))
    tipo: str = field(metadata=like('tipo = "euro"'))
    storia: tuple[PeriodoShape, ...] | None = field(
        default=None,
        metadata=like(
            'storia = [{ dal = 2019-10-14, valore = "9360.00", norma = "…, art. …", '
            'grado = "atto" }]',
            dentro=tuple(each.name for each in fields(PeriodoShape)),
        ),
    )
    indice: tuple[str, ...] = ()
    righe: tuple[RigaShape, ...] = ()
    valori: Mapping[str, Testo] | None = None


@frozen(kw_only=True)
class RigaNuovaShape:
    chiave: tuple[int | str, ...] = field(metadata=like("chiave = [1]"))
    valore: Any = field(metadata=like('valore = "2700.00"'))


@frozen(kw_only=True)
class ParametroAvvisoShape(Sourced):
    """In a notice: one undated value, or one for each key."""

    etichetta: Testo | None = None
    tipo: str | None = None
    indice: tuple[str, ...] = ()
    valori: Mapping[str, Testo] | None = None
    valore: Any = None
    righe: tuple[RigaNuovaShape, ...] = ()


@frozen(kw_only=True)
class FattoShape:
    tipo: str = field(metadata=like('tipo = "euro"'))
    etichetta: Testo = field(metadata=text_like("etichetta"))
    prova: Testo | None = None
    cambia: Cambia = Cambia.PERSONA
    membro: bool = False
    valori: Mapping[str, Testo] | None = None
    obbligo: bool = False
    adempimento: bool = False
    minimo: Any = None
    massimo: Any = None


@frozen(kw_only=True)
class CasoShape:
    quando: str = field(metadata=like('quando = "componenti == 1"'))
    vale: str = field(metadata=like("vale = \"'uno'\""))


@frozen(kw_only=True)
class DefinizioneShape(Sourced):
    vale: str | None = None
    tabella: tuple[CasoShape, ...] | None = None
    altrimenti: str | None = None
    unica: bool = False
    etichetta: Testo | None = None
    sostituisce: str | None = None


@frozen(kw_only=True)
class DerogaShape(Sourced):
    codice: str = field(metadata=_CODICE)
    condizione: str = field(metadata=like('condizione = "isee < soglia_isee"'))
    testo: Testo | None = None


@frozen(kw_only=True)
class RequisitoShape(Sourced):
    codice: str = field(metadata=_CODICE)
    testo: Testo = field(metadata=text_like("testo"))
    condizione: str | None = None
    non_visto: bool = False
    deroghe: tuple[DerogaShape, ...] = ()
    vigenza: VigenzaShape | None = None
    sostituisce: str | None = None


@frozen(kw_only=True)
class VoceShape(Sourced):
    codice: str = field(metadata=_CODICE)
    vale: str = field(metadata=like('vale = "servizi_anno"', numero=_NUDO))
    se: str | None = None
    massimo: str | None = field(default=None, metadata={"numero": _NUDO})
    etichetta: Testo | None = None
    sostituisce: str | None = None


@frozen(kw_only=True)
class ImportoShape(Sourced):
    voci: tuple[VoceShape, ...] = ()
    ordine_voci: tuple[str, ...] = ()
    massimo: str | None = field(default=None, metadata={"numero": _NUDO})
    detrae: tuple[str, ...] | None = field(default=None, metadata={"numero": _NUDO})
    detrae_da: str | None = None


@frozen(kw_only=True)
class RiservaShape(Sourced):
    codice: str = field(metadata=_CODICE)
    quota: str = field(metadata=like('quota = "quota_riserva"'))
    quando: str = field(metadata=like('quando = "indigente"'))


@frozen(kw_only=True)
class GraduatoriaShape(Sourced):
    ordine: tuple[str, ...] = field(metadata=like('ordine = ["isee", "protocollo"]'))
    esaurimento: str = "residuo"
    salta: bool = False
    riserve: tuple[RiservaShape, ...] = ()


@frozen(kw_only=True)
class NormeShape:
    codice: str = field(metadata=_CODICE)
    titolo: Testo = field(metadata=text_like("titolo"))


@frozen(kw_only=True)
class MisuraShape(Sourced):
    codice: str = field(metadata=_CODICE)
    titolo: Testo = field(metadata=text_like("titolo"))
    vigenza: VigenzaShape = field(metadata=like("vigenza = { dal = 2019-10-14 }"))
    usa: tuple[str, ...] = ()
    incompatibile: tuple[str, ...] = ()
    incompatibile_fonte: Sourced | None = None
    note: tuple[Testo, ...] = ()


@frozen(kw_only=True)
class AvvisoShape(Sourced):
    codice: str = field(metadata=_CODICE)
    titolo: Testo = field(metadata=text_like("titolo"))
    ente: str = field(metadata=like('ente = "Comune di …"'))
    misura: str = field(metadata=like('misura = "crs-difficolta"'))
    pubblicazione: date | datetime | None = None
    apertura: date | datetime | None = None
    chiusura: date | datetime | None = None
    data_requisiti: date | str | None = None
    data_requisiti_fonte: Sourced | None = None
    giorno_norma: date | None = None
    incompatibile: tuple[str, ...] = ()
    incompatibile_fonte: Sourced | None = None
    note: tuple[Testo, ...] = ()


@frozen(kw_only=True)
class RisorseShape(Sourced):
    dotazione: str | None = field(default=None, metadata=like('dotazione = "2518.90"'))
    alloggi: int | None = field(default=None, metadata=like("alloggi = 12"))


@frozen(kw_only=True)
class TogliShape(Sourced):
    motivo: Testo = field(metadata=text_like("motivo"))
    requisito: str | None = None
    voce: str | None = None
