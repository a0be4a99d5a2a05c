"""The presidi of a file: their services, staff and hours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casa_model.programma.orari import (
    Apertura,
    Chiusura,
    Eccezione,
    Fascia,
    Orario,
    Regola,
    Straordinaria,
)
from casa_model.programma.presidi import OrarioNoto, Presidio, ServizioAttivo

if TYPE_CHECKING:
    from casa_model.programma.leggi._builder import Builder
    from casa_model.programma.leggi._shapes import (
        AperturaShape,
        AttivoShape,
        EccezioneShape,
        OrarioShape,
        PresidioShape,
    )


def presidio(codice: str, shape: PresidioShape, b: Builder) -> Presidio:
    """A presidio; staff that is not written is not known, an empty one is nobody."""

    def attivo(part: AttivoShape, at: int) -> ServizioAttivo:
        fonte = b.source(part, "servizi", at)
        return ServizioAttivo(part.servizio, fonte, part.dal, part.al, part.luogo)

    hours = [_orario(part, at, b) for at, part in enumerate(shape.orari)]
    return Presidio(
        codice,
        shape.nome,
        shape.ente,
        shape.comune,
        b.fonte,
        b.each(shape.servizi, attivo, "servizi"),
        shape.quartiere,
        shape.indirizzo,
        b.organico(shape.organico),
        tuple(each for each in hours if each is not None),
        shape.dal,
        shape.al,
        shape.note,
    )


def _orario(part: OrarioShape, at: int, b: Builder) -> OrarioNoto | None:
    openings = [_apertura(each, at, i, b) for i, each in enumerate(part.aperture)]
    exceptions = [_eccezione(each, at, i, b) for i, each in enumerate(part.eccezioni)]
    good_openings = tuple(each for each in openings if each is not None)
    good_exceptions = tuple(each for each in exceptions if each is not None)
    if len(good_openings) < len(openings) or len(good_exceptions) < len(exceptions):
        return None  # told already, and what is left would be other hours
    fonte = b.source(part, "orari", at)
    return b.built(
        lambda: OrarioNoto(Orario(good_openings, good_exceptions), fonte, part.dal, part.al),
        "orari",
        at,
    )


def _apertura(part: AperturaShape, at: int, i: int, b: Builder) -> Apertura | None:
    where = ("orari", at, "aperture", i)
    regola = b.built(lambda: Regola.parse(part.regola), *where, "regola")
    if regola is None:
        return None
    return b.built(lambda: Apertura(regola, part.dal, part.dalle, part.alle), *where)


def _eccezione(part: EccezioneShape, at: int, i: int, b: Builder) -> Eccezione | None:
    """Closed days, or the hours of one day."""
    where = ("orari", at, "eccezioni", i)
    if part.fasce is None:
        return b.built(lambda: Chiusura(part.dal, part.al, part.motivo), *where)
    if part.al is not None:
        b.sheet.wrong("straordinaria-di-piu-giorni", (*b.path, *where, "al"))
        return None
    spans = b.each(part.fasce, lambda f, _: Fascia(f.dalle, f.alle), *where, "fasce")
    if len(spans) < len(part.fasce):
        return None
    return b.built(lambda: Straordinaria(part.dal, spans, part.motivo), *where)
