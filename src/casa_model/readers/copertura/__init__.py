"""What worked cases cover of a rule, what they leave out, and the smallest case for each hole.

`copertura` says of each point of a rule (`punti`) whether some case sees it, whether none does, or
whether nobody can: which is proven. `casi_mancanti` makes a case for each hole, with nothing
expected: a person reads the article and writes it.
"""

from casa_model.readers.copertura._cerca import cerca
from casa_model.readers.copertura._copertura import (
    Coperto,
    Copertura,
    Escluso,
    Mancante,
    Stato,
    copertura,
)
from casa_model.readers.copertura._html import html_di
from casa_model.readers.copertura._mancanti import CasoMancante, casi_mancanti
from casa_model.readers.copertura._parole import parole
from casa_model.readers.copertura._punti import punti
from casa_model.readers.copertura._punto import Dove, Parte, Punto, codice
from casa_model.readers.copertura._rapporto import markdown_di, testo_di
from casa_model.readers.copertura._ricerca import Impossibile, NonTrovato, Ragione, Ricerca, Trovato
from casa_model.readers.copertura._tempo import Buco, Genere, buchi, giorni_da_guardare

__all__ = [
    "Buco",
    "CasoMancante",
    "Coperto",
    "Copertura",
    "Dove",
    "Escluso",
    "Genere",
    "Impossibile",
    "Mancante",
    "NonTrovato",
    "Parte",
    "Punto",
    "Ragione",
    "Ricerca",
    "Stato",
    "Trovato",
    "buchi",
    "casi_mancanti",
    "cerca",
    "codice",
    "copertura",
    "giorni_da_guardare",
    "html_di",
    "markdown_di",
    "parole",
    "punti",
    "testo_di",
]
