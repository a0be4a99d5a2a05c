"""What worked cases cover of a rule, what they leave out, and the smallest case for each hole.

`copertura` says of each point of a rule (`punti`) whether some case sees it, whether none does, or
whether nobody can: which is proven. `casi_mancanti` makes a case for each hole, with nothing
expected: a person reads the article and writes it.
"""

from casa_model.readers.copertura._cerca import MOST_MEMBERS, cerca
from casa_model.readers.copertura._copertura import (
    Coperto,
    Copertura,
    Escluso,
    Mancante,
    Stato,
    copertura,
)
from casa_model.readers.copertura._fonti import fonte_di, norma_di
from casa_model.readers.copertura._html import html_di
from casa_model.readers.copertura._mancanti import CasoMancante, casi_mancanti
from casa_model.readers.copertura._parole import che, parole, parte
from casa_model.readers.copertura._punti import punti
from casa_model.readers.copertura._punto import (
    Dove,
    Lato,
    Parte,
    Passo,
    Punto,
    PuntoCondizione,
    PuntoDeroga,
    PuntoEsito,
    PuntoGiorno,
    PuntoMassimo,
    PuntoRiga,
    PuntoRigaDiParametro,
    PuntoSoglia,
    PuntoUnita,
    PuntoValore,
    codice,
)
from casa_model.readers.copertura._quadro import Casella, Quadro, Riga, quadri, segno
from casa_model.readers.copertura._rapporto import markdown_di, riassunto, testo_di
from casa_model.readers.copertura._ricerca import (
    Impossibile,
    NonTrovato,
    Ragione,
    Ricerca,
    Trovato,
)
from casa_model.readers.copertura._tempo import Buco, Genere, buchi, giorni_da_guardare
from casa_model.readers.copertura._vede import Nucleo
from casa_model.readers.copertura._via import Via

__all__ = [
    "MOST_MEMBERS",
    "Buco",
    "Casella",
    "CasoMancante",
    "Coperto",
    "Copertura",
    "Dove",
    "Escluso",
    "Genere",
    "Impossibile",
    "Lato",
    "Mancante",
    "NonTrovato",
    "Nucleo",
    "Parte",
    "Passo",
    "Punto",
    "PuntoCondizione",
    "PuntoDeroga",
    "PuntoEsito",
    "PuntoGiorno",
    "PuntoMassimo",
    "PuntoRiga",
    "PuntoRigaDiParametro",
    "PuntoSoglia",
    "PuntoUnita",
    "PuntoValore",
    "Quadro",
    "Ragione",
    "Ricerca",
    "Riga",
    "Stato",
    "Trovato",
    "Via",
    "buchi",
    "casi_mancanti",
    "cerca",
    "che",
    "codice",
    "copertura",
    "fonte_di",
    "giorni_da_guardare",
    "html_di",
    "markdown_di",
    "norma_di",
    "parole",
    "parte",
    "punti",
    "quadri",
    "riassunto",
    "segno",
    "testo_di",
]
