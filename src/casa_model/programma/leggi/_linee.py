"""The money of a file: plans, lines, endowments, grants, projects, yearly funds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casa_model.programma.cifre import Cifra
from casa_model.programma.linee import (
    Anni,
    Concessione,
    DotazioneLinea,
    FondoAnnuo,
    LineaFinanziamento,
    ParteConcessa,
    Piano,
    Progetto,
    Quota,
)

if TYPE_CHECKING:
    from casa_model.programma.leggi._builder import Builder
    from casa_model.programma.leggi._shapes import (
        ConcessioneShape,
        DotazioneShape,
        FondoShape,
        LineaShape,
        ParteShape,
        PianoShape,
        ProgettoShape,
        QuotaShape,
    )


def piano(codice: str, shape: PianoShape, b: Builder) -> Piano:
    """A plan."""
    least = b.conteggio(shape.alloggi_minimi, "alloggi_minimi")
    return Piano(codice, shape.titolo, b.fonte, shape.programma, least, shape.note)


def linea(codice: str, shape: LineaShape, b: Builder) -> LineaFinanziamento:
    """A line of a plan."""
    return LineaFinanziamento(
        codice,
        shape.piano,
        shape.titolo,
        b.fonte,
        shape.azione,
        shape.priorita,
        shape.obiettivo,
        b.cifra(shape.massimale, "massimale"),
        shape.note,
    )


def dotazione(codice: str, shape: DotazioneShape, b: Builder) -> DotazioneLinea:
    """An endowment of a plan or a line."""
    years = shape.anni
    return DotazioneLinea(
        codice,
        shape.piano,
        Cifra(shape.euro, b.fonte, shape.precisione),
        shape.linea,
        shape.giorno,
        None if years is None else b.built(lambda: Anni(years.dal, years.al), "anni"),
        shape.aggiunge,
        shape.note,
    )


def concessione(codice: str, shape: ConcessioneShape, b: Builder) -> Concessione:
    """A grant, with its parts."""

    def parte(part: ParteShape, at: int) -> ParteConcessa:
        fonte = b.source(part, "parti", at)
        return ParteConcessa(part.linea, Cifra(part.euro, fonte, part.precisione))

    return Concessione(
        codice,
        shape.beneficiario,
        shape.titolo,
        b.fonte,
        shape.piano,
        b.cifra(shape.totale, "totale"),
        b.each(shape.parti, parte, "parti"),
        shape.giorno,
        shape.dal,
        shape.al,
        shape.note,
    )


def progetto(codice: str, shape: ProgettoShape, b: Builder) -> Progetto:
    """A project of a grant."""
    return Progetto(
        codice,
        shape.concessione,
        shape.titolo,
        b.fonte,
        shape.cup,
        shape.quartieri,
        shape.presidi,
        shape.note,
    )


def fondo(codice: str, shape: FondoShape, b: Builder) -> FondoAnnuo:
    """A yearly fund, with its shares."""

    def quota(part: QuotaShape, at: int) -> Quota:
        fonte = b.source(part, "quote", at)
        return Quota(part.a, Cifra(part.euro, fonte, part.precisione))

    return FondoAnnuo(
        codice,
        shape.anno,
        shape.titolo,
        b.fonte,
        b.cifra(shape.totale, "totale"),
        b.each(shape.quote, quota, "quote"),
        shape.giorno,
        shape.note,
    )
