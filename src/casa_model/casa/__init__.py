"""Floor 6: the few top-level verbs, and the shipped edition of the law."""

from casa_model.casa._cambio import Cambio
from casa_model.casa._discordanza import Ambito, Discordanza
from casa_model.casa._letture import Lettura
from casa_model.casa.avviso import leggi_avviso
from casa_model.casa.decidi import Decisione, EsitoDomanda, Scarto, decidi
from casa_model.casa.edizione import Edizione, edizione, file_dei_casi
from casa_model.casa.impegna import impegna
from casa_model.casa.programma import programma, programma_intero
from casa_model.casa.regole import leggi_regole
from casa_model.casa.rifai import Riscontro, replay
from casa_model.casa.verbale import (
    Decisa,
    FileDiRegole,
    RagioneDecisa,
    RigaScartata,
    Verbale,
    VoceVerbale,
    verbale_di,
)

__all__ = [
    "Ambito",
    "Cambio",
    "Decisa",
    "Decisione",
    "Discordanza",
    "Edizione",
    "EsitoDomanda",
    "FileDiRegole",
    "Lettura",
    "RagioneDecisa",
    "RigaScartata",
    "Riscontro",
    "Scarto",
    "Verbale",
    "VoceVerbale",
    "decidi",
    "edizione",
    "file_dei_casi",
    "impegna",
    "leggi_avviso",
    "leggi_regole",
    "programma",
    "programma_intero",
    "replay",
    "verbale_di",
]
