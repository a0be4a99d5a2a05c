"""The outcome in sentences, in Italian and English: what was asked, found, and is missing.

Nothing here decides: a verdict comes in, and is told with its articles, its numbers of the law and
their grades. Values of facts are told only to who asks for them.
"""

from casa_model.readers.explain._differenze import con_avviso
from casa_model.readers.explain._explain import explain
from casa_model.readers.explain._spiegazione import (
    Detrazione,
    Guardato,
    ImportoSpiegato,
    Mancante,
    Ragione,
    Spiegazione,
    VoceSpiegata,
)
from casa_model.readers.prose._citazione import Citato, Citazione, citazione
from casa_model.readers.prose._differenze import DifferenzaSpiegata
from casa_model.readers.prose._nomi import etichetta_mancante

__all__ = [
    "Citato",
    "Citazione",
    "Detrazione",
    "DifferenzaSpiegata",
    "Guardato",
    "ImportoSpiegato",
    "Mancante",
    "Ragione",
    "Spiegazione",
    "VoceSpiegata",
    "citazione",
    "con_avviso",
    "etichetta_mancante",
    "explain",
]
