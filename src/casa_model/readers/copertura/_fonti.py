"""The article of a point."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casa_model.readers.copertura._punto import Parte, PuntoGiorno

if TYPE_CHECKING:
    from casa_model.readers.copertura._punto import Punto
    from casa_model.rules.misura import Importo, Misura
    from casa_model.values import Fonte, Norma


def norma_di(misura: Misura, punto: Punto) -> Norma | None:
    """The place in an act that says what a point is about; None when its source is no act."""
    found = fonte_di(misura, punto)
    return None if found is None else found.norma


def fonte_di(misura: Misura, punto: Punto) -> Fonte | None:
    """The source of the part of a point: its own, else that of the whole it belongs to."""
    dove = punto.dove
    match dove.parte:
        case Parte.ESITO:
            return misura.fonte
        case Parte.REQUISITO:
            return _of_requirement(misura, dove.nome, dove.via)
        case Parte.IMPORTO:
            return None if misura.importo is None else _of_amount(misura.importo, dove.via)
        case Parte.RISERVA:
            reserves = () if misura.graduatoria is None else misura.graduatoria.riserve
            return next((each.fonte for each in reserves if each.codice == dove.nome), None)
        case Parte.DEFINIZIONE:
            some = (each.fonte for each in misura.definizioni if each.nome == dove.nome)
            return next(some, None)
        case _:
            (parametro,) = (each for each in misura.parametri if each.nome == dove.nome)
            if not isinstance(punto, PuntoGiorno):
                return _first(parametro.fonti(misura.vigenza.dal))
            periodo = parametro.il(punto.giorno, punto.chiave) if punto.chiave else None
            return _first(parametro.fonti(punto.giorno)) if periodo is None else periodo.fonte


def _first(some: tuple[Fonte, ...]) -> Fonte | None:
    return some[0] if some else None


def _of_requirement(misura: Misura, nome: str, via: str) -> Fonte | None:
    (requisito,) = (each for each in misura.requisiti if each.codice == nome)
    ways = {deroga.codice: deroga.fonte for deroga in requisito.deroghe}
    return ways.get(via, requisito.fonte)


def _of_amount(importo: Importo, via: str) -> Fonte | None:
    items = {voce.codice: voce.fonte for voce in importo.voci}
    return items.get(via) or importo.fonte
