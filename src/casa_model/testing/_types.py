"""The strategy of every public class, by the class: what `st.from_type` asks for."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, TypeAlias, get_args, get_origin

from hypothesis import strategies as st

from casa_model.casa import (
    Cambio,
    Decisa,
    Decisione,
    Discordanza,
    Edizione,
    EsitoDomanda,
    FileDiRegole,
    Lettura,
    RagioneDecisa,
    RigaScartata,
    Riscontro,
    Scarto,
    Verbale,
    VoceVerbale,
    edizione,
)
from casa_model.errors import Fault, Place, Problem
from casa_model.exchange.casi import FileDiCasi
from casa_model.exchange.lette import Lette
from casa_model.graduatorie import Graduatoria
from casa_model.nuclei import Assegnazione, AttestazioneIsee, Componente, Domanda, Nucleo
from casa_model.programma.leggi import FileDelProgramma
from casa_model.programma.orari import Orario
from casa_model.programma.presidi import Presidio
from casa_model.programma.programma import Programma
from casa_model.programma.spesa import Registro
from casa_model.readers.cases import Atteso, Caso, EsitoCaso
from casa_model.readers.changes import Cambiamenti, Cambiamento, DatoCambiato
from casa_model.readers.compiled import Compiled
from casa_model.readers.explain import Spiegazione
from casa_model.readers.needs import Interview, Needs, Question
from casa_model.readers.prose import Libro
from casa_model.rules.avviso import Avviso, Dotazione
from casa_model.rules.bits import Bits, bits_of
from casa_model.rules.esito import Finding, Verdict
from casa_model.rules.facts import Fatti, Fatto
from casa_model.rules.leggi import Letta, Norme
from casa_model.rules.misura import (
    Chiave,
    Definizione,
    Deroga,
    Importo,
    Misura,
    Ordinamento,
    Requisito,
    Riserva,
    Voce,
)
from casa_model.rules.params import Parametro
from casa_model.testing import _asked as asked
from casa_model.testing import _changed as changed
from casa_model.testing import _decided as decided
from casa_model.testing import _entries as entries
from casa_model.testing import _filed as filed
from casa_model.testing import _measures as measures
from casa_model.testing import _parts as parts
from casa_model.testing import _people as people
from casa_model.testing import _places as places
from casa_model.testing import _sources as sources
from casa_model.testing import _worked as worked
from casa_model.testing._declared import declarations, types
from casa_model.testing._households import questions
from casa_model.testing._values import values
from casa_model.testing._vocabulary import parameters
from casa_model.values import (
    Atto,
    Cig,
    CodiceComune,
    Cup,
    Euro,
    Fonte,
    Norma,
    Nuts3,
    Periodo,
    Storia,
    Testo,
    Vigenza,
)

if TYPE_CHECKING:
    from collections.abc import Callable

Drawn: TypeAlias = st.SearchStrategy[Any]


def drawn(thing: Any) -> Drawn:  # noqa: ANN401 - a class, or a generic one with its argument
    """The strategy of a public class; of `Storia[Euro]`, that of histories of amounts."""
    generic = get_origin(thing) or thing
    if generic in GENERIC:
        (inner,) = map(st.from_type, get_args(thing)) if get_args(thing) else (any_value(),)
        return GENERIC[generic](inner)
    return _made(thing)


@cache
def _made(thing: type) -> Drawn:
    return (PLAIN | entries.PLAIN | parts.PLAIN)[thing]()


def any_value() -> Drawn:
    """A value of a fact or of a parameter, of any type."""
    return types().flatmap(values)


def _bits() -> Drawn:
    return questions().map(lambda q: bits_of(decided.verdict_of(q), q.misura))


def _reason() -> Drawn:
    return decided.findings().map(
        lambda found: RagioneDecisa(found.codice, found.esito, found.deciso_da, found.mancano)
    )


GENERIC: dict[Any, Callable[[Drawn], Drawn]] = {
    Letta: filed.read,
    Periodo: sources.periods,
    Storia: sources.histories,
}
"""Classes with an argument."""

PLAIN: dict[type, Callable[[], Drawn]] = {
    Assegnazione: people.dwellings,
    AttestazioneIsee: people.attestations,
    Atteso: worked.expectations,
    Atto: sources.acts,
    Avviso: decided.notices,
    Bits: _bits,
    Cambiamenti: changed.changes_of_households,
    Cambiamento: changed.single_changes,
    Cambio: filed.changes,
    Caso: worked.cases,
    Chiave: lambda: st.builds(Chiave, sources.names(), decrescente=st.booleans()),
    Cig: sources.cigs,
    CodiceComune: sources.comuni,
    Compiled: decided.fast,
    Componente: people.members,
    Cup: sources.cups,
    DatoCambiato: changed.changed_facts,
    Decisa: lambda: decided.verdicts().map(Decisa.di),
    Decisione: decided.decisions,
    Definizione: lambda: measures.part(measures.definizione),
    Deroga: lambda: measures.part(measures.deroga),
    Discordanza: filed.differences,
    Domanda: people.applications,
    Dotazione: decided.endowments,
    Edizione: lambda: st.builds(edizione),
    EsitoCaso: worked.outcomes_of_cases,
    EsitoDomanda: decided.outcomes,
    Euro: sources.euros,
    Fatti: people.households_of_any_measure,
    Fatto: declarations,
    Fault: sources.faults,
    FileDiCasi: worked.files_of_cases,
    FileDiRegole: filed.files,
    Finding: decided.findings,
    Fonte: sources.sources,
    Graduatoria: decided.rankings,
    Interview: asked.interviews,
    Importo: lambda: measures.part(measures.importo),
    Lette: filed.files_of_applications,
    Lettura: lambda: filed.records().map(lambda record: record.letture[0]),
    Libro: asked.books,
    Misura: measures.measures,
    Needs: asked.readings,
    Norma: sources.places,
    Norme: lambda: st.sampled_from(sorted(edizione().norme)).map(edizione().norme.__getitem__),
    Nucleo: people.nuclei,
    Nuts3: sources.nuts,
    Ordinamento: lambda: measures.part(measures.ordinamento),
    Question: asked.open_questions,
    FileDelProgramma: places.files,
    Orario: places.hours,
    Presidio: places.presidi,
    Problem: places.problems,
    Programma: places.programmes,
    Registro: places.ledgers,
    Parametro: lambda: parameters().flatmap(st.sampled_from),
    Place: sources.file_places,
    RagioneDecisa: _reason,
    Requisito: lambda: measures.part(measures.requisito),
    RigaScartata: filed.discarded,
    Riscontro: filed.checks,
    Riserva: lambda: measures.part(measures.riserva),
    Scarto: lambda: st.builds(Scarto, people.references(), sources.texts()),
    Spiegazione: decided.explanations,
    Testo: sources.texts,
    Verbale: filed.records,
    Verdict: decided.verdicts,
    Vigenza: sources.spans,
    Voce: lambda: measures.part(measures.voce),
    VoceVerbale: lambda: filed.records().map(lambda record: record.voci[0]),
}
"""All the others that `casa_model` exports."""
