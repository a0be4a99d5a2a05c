"""Spending: an append-only ledger for each line, and the state of implementation of all of them.

A beneficiary is the code of an Aler or a comune, never of a person: amounts are public money, and
may show anywhere.
"""

from casa_model.programma.spesa._attuazione import Attuazione, attuazione
from casa_model.programma.spesa._conti import RigaImpegno
from casa_model.programma.spesa._movimenti import (
    Economia,
    Impegno,
    Liquidazione,
    Movimento,
    Rettifica,
    Revoca,
    Stanziamento,
)
from casa_model.programma.spesa._registro import Registro
from casa_model.programma.spesa._rifiuto import Rifiuto
from casa_model.programma.spesa._saldi import Conto, Saldi, percentuale
from casa_model.programma.spesa._stato import (
    RigaAnno,
    RigaBeneficiario,
    StatoLinea,
)

__all__ = [
    "Attuazione",
    "Conto",
    "Economia",
    "Impegno",
    "Liquidazione",
    "Movimento",
    "Registro",
    "Rettifica",
    "Revoca",
    "Rifiuto",
    "RigaAnno",
    "RigaBeneficiario",
    "RigaImpegno",
    "Saldi",
    "Stanziamento",
    "StatoLinea",
    "attuazione",
    "percentuale",
]
