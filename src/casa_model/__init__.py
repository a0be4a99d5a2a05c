"""A typed book of one public programme: who is served, with which money, under which rules.

The dozen core names are loaded here; the others load when they are first used (PEP 562), so that
`import casa_model` stays light and loads no library of an extra.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from casa_model._rooms import ROOMS
from casa_model.errors import CasaError, InvalidFacts, InvalidFile, InvalidValue
from casa_model.values import Atto, Euro, Fonte, Grado, Norma, Testo, Vigenza

if TYPE_CHECKING:
    from casa_model.casa import (
        Ambito,
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
        decidi,
        edizione,
        impegna,
        leggi_avviso,
        replay,
        verbale_di,
    )
    from casa_model.casa.conforme import (
        conforme,
    )
    from casa_model.casa.confronta import (
        confronta,
    )
    from casa_model.errors import (
        Fault,
        IllTyped,
        InvalidEntry,
        InvalidExpression,
        InvalidHours,
        Place,
        Problem,
        RefusedEntry,
        TiedRanking,
        UnknownName,
        WrongDay,
    )
    from casa_model.exchange.casi import (
        FileDiCasi,
        leggi_casi,
        regole_dei_casi,
    )
    from casa_model.exchange.domande import (
        leggi_domande,
    )
    from casa_model.exchange.domande_ndjson import (
        leggi_domande_ndjson,
    )
    from casa_model.exchange.esiti import (
        esiti_csv,
        esiti_ndjson,
    )
    from casa_model.exchange.graduatoria import (
        graduatoria_csv,
    )
    from casa_model.exchange.hsds import (
        hsds,
    )
    from casa_model.exchange.ical import (
        presidio_ical,
    )
    from casa_model.exchange.json import (
        from_json,
        to_json,
    )
    from casa_model.exchange.json_schema import (
        schema_domanda,
        schema_esito,
        schema_verdict,
    )
    from casa_model.exchange.lette import (
        Lette,
    )
    from casa_model.exchange.presidi import (
        presidi_csv,
        programma_json,
    )
    from casa_model.exchange.verbale import (
        leggi_verbale,
        verbale_ndjson,
    )
    from casa_model.graduatorie import (
        Graduatoria,
        graduatoria,
    )
    from casa_model.nuclei import (
        Assegnazione,
        AttestazioneIsee,
        Componente,
        Domanda,
        Nucleo,
        Ruolo,
        TipoIsee,
    )
    from casa_model.programma.leggi import (
        FileDelProgramma,
        leggi_programma,
        leggi_registro,
    )
    from casa_model.programma.orari import (
        Orario,
    )
    from casa_model.programma.presidi import (
        Presidio,
    )
    from casa_model.programma.programma import (
        Programma,
    )
    from casa_model.programma.spesa import (
        Registro,
        attuazione,
    )
    from casa_model.proof import (
        dimostra,
    )
    from casa_model.readers.cases import (
        Atteso,
        Caso,
        EsitoCaso,
        prova,
    )
    from casa_model.readers.changes import (
        Cambiamenti,
        Cambiamento,
        DatoCambiato,
        changes,
    )
    from casa_model.readers.compiled import (
        Compiled,
        compiled,
    )
    from casa_model.readers.copertura import (
        copertura,
    )
    from casa_model.readers.evaluate import (
        evaluate,
    )
    from casa_model.readers.explain import (
        Spiegazione,
        explain,
    )
    from casa_model.readers.needs import (
        Interview,
        Needs,
        Question,
        needs,
    )
    from casa_model.readers.notice import (
        motivated,
    )
    from casa_model.readers.prose import (
        Libro,
        prose,
    )
    from casa_model.rules.avviso import (
        Avviso,
        Dotazione,
    )
    from casa_model.rules.bits import (
        Bits,
        bits_of,
    )
    from casa_model.rules.digest import (
        facts_digest,
        law_digest,
        law_parts,
    )
    from casa_model.rules.esito import (
        Esito,
        Finding,
        Verdict,
    )
    from casa_model.rules.facts import (
        Cambia,
        Fatti,
        Fatto,
    )
    from casa_model.rules.leggi import (
        Letta,
        Norme,
        leggi_fatti,
        leggi_misura,
        leggi_norme,
    )
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
    from casa_model.rules.params import (
        Parametro,
    )
    from casa_model.rules.quesiti import (
        leggi_proprieta,
    )
    from casa_model.values import (
        Cig,
        CodiceComune,
        Cup,
        Nuts3,
        Periodo,
        Storia,
    )

    __version__: str
else:  # a type checker would believe that every name is there

    def __getattr__(name: str) -> object:
        if name == "__version__":
            from importlib.metadata import version

            return version("casa-model")
        if name not in ROOMS:
            # What `getattr` and `hasattr` expect of a module, and so not one of our own errors.
            message = f"module `casa_model` has no `{name}`"
            raise AttributeError(message)
        found = getattr(import_module(f"casa_model.{ROOMS[name]}"), name)
        globals()[name] = found
        return found


# fmt: off
__all__ = [
    "Ambito", "Assegnazione", "Atteso", "AttestazioneIsee", "Atto", "Avviso", "Bits", "Cambia",
    "Cambiamenti", "Cambiamento", "Cambio", "CasaError", "Caso", "Chiave", "Cig", "CodiceComune",
    "Compiled", "Componente", "Cup", "DatoCambiato", "Decisa", "Decisione", "Definizione", "Deroga",
    "Discordanza", "Domanda", "Dotazione", "Edizione", "Esito", "EsitoCaso", "EsitoDomanda", "Euro",
    "Fatti", "Fatto", "Fault", "FileDelProgramma", "FileDiCasi", "FileDiRegole", "Finding", "Fonte",
    "Grado", "Graduatoria", "IllTyped", "Importo", "Interview", "InvalidEntry", "InvalidExpression",
    "InvalidFacts", "InvalidFile", "InvalidHours", "InvalidValue", "Letta", "Lette", "Lettura",
    "Libro", "Misura", "Needs", "Norma", "Norme", "Nucleo", "Nuts3", "Orario", "Ordinamento",
    "Parametro", "Periodo", "Place", "Presidio", "Problem", "Programma", "Question",
    "RagioneDecisa", "RefusedEntry", "Registro", "Requisito", "RigaScartata", "Riscontro",
    "Riserva", "Ruolo", "Scarto", "Spiegazione", "Storia", "Testo", "TiedRanking", "TipoIsee",
    "UnknownName", "Verbale", "Verdict", "Vigenza", "Voce", "VoceVerbale", "WrongDay",
    "__version__", "attuazione", "bits_of", "changes", "compiled", "conforme", "confronta",
    "copertura", "decidi", "dimostra", "edizione", "esiti_csv", "esiti_ndjson", "evaluate",
    "explain", "facts_digest", "from_json", "graduatoria", "graduatoria_csv", "hsds", "impegna",
    "law_digest", "law_parts", "leggi_avviso", "leggi_casi", "leggi_domande",
    "leggi_domande_ndjson", "leggi_fatti", "leggi_misura", "leggi_norme", "leggi_programma",
    "leggi_proprieta", "leggi_registro", "leggi_verbale", "motivated", "needs", "presidi_csv",
    "presidio_ical", "programma_json", "prose", "prova", "regole_dei_casi", "replay",
    "schema_domanda", "schema_esito", "schema_verdict", "to_json", "verbale_di", "verbale_ndjson",
]
# fmt: on


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
