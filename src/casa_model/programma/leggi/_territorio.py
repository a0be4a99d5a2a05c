"""The places of a file, and its catalogue of services."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casa_model.programma.servizi import Prestazione, Professione, Standard, TipoServizio
from casa_model.programma.territorio import Aler, Comune, NutsNelTempo, Provincia, Quartiere

if TYPE_CHECKING:
    from casa_model.programma.leggi._builder import Builder
    from casa_model.programma.leggi._shapes import (
        AlerShape,
        ComuneShape,
        NutsShape,
        ProfessioneShape,
        ProvinciaShape,
        QuartiereShape,
        ServizioShape,
        StandardShape,
    )


def provincia(codice: str, shape: ProvinciaShape, b: Builder) -> Provincia:
    """A province, with its codes over time."""

    def nuts(part: NutsShape, at: int) -> NutsNelTempo:
        return NutsNelTempo(part.codice, b.source(part, "nuts", at), part.dal, part.al)

    return Provincia(
        codice,
        shape.nome,
        shape.istat,
        shape.sigla,
        b.each(shape.nuts, nuts, "nuts"),
        b.fonte,
        shape.metropolitana,
    )


def comune(codice: str, shape: ComuneShape, b: Builder) -> Comune:
    """A comune, with the dwellings that it owns."""
    return Comune(
        codice,
        shape.nome,
        shape.provincia,
        b.fonte,
        shape.istat,
        shape.capoluogo,
        b.conteggio(shape.alloggi, "alloggi"),
    )


def quartiere(codice: str, shape: QuartiereShape, b: Builder) -> Quartiere:
    """A quarter."""
    inhabitants = b.conteggio(shape.abitanti, "abitanti")
    return Quartiere(codice, shape.nome, shape.comune, shape.aler, b.fonte, inhabitants)


def aler(codice: str, shape: AlerShape, b: Builder) -> Aler:
    """An Aler, with its dwellings."""
    return Aler(
        codice,
        shape.nome,
        shape.province,
        b.fonte,
        shape.sede,
        shape.dal,
        b.conteggio(shape.alloggi, "alloggi"),
        b.organico(shape.organico),
    )


def professione(codice: str, shape: ProfessioneShape, b: Builder) -> Professione:
    """A profession."""
    return Professione(codice, shape.nome, b.fonte)


def standard(codice: str, shape: StandardShape, b: Builder) -> Standard | None:
    """A standard of staff."""
    inhabitants = b.conteggio(shape.abitanti, "abitanti")
    if inhabitants is None:
        return None
    return Standard(codice, shape.professione, inhabitants, b.fonte)


def servizio(codice: str, shape: ServizioShape, b: Builder) -> TipoServizio:
    """A kind of service."""
    helps = b.each(shape.prestazioni, lambda p, _: Prestazione(p.codice, p.nome), "prestazioni")
    return TipoServizio(
        codice,
        shape.nome,
        shape.definizione,
        shape.erogatore,
        shape.non_e,
        b.fonte,
        shape.professioni,
        helps,
        shape.riservato,
    )
