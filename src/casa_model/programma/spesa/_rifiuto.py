"""Why an entry is refused: the stable codes, whose sentences are in the catalogue of faults."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from casa_model.errors import RefusedEntry

if TYPE_CHECKING:
    from casa_model.programma.spesa._movimenti import Movimento


class Rifiuto(StrEnum):
    """The reason of a refusal, `RefusedEntry.codice`."""

    CODICE_RIPETUTO = "codice-ripetuto"
    """An entry of that code is in the ledger already."""
    GIORNO_PRECEDENTE = "giorno-precedente"
    """The day comes before that of the last entry."""
    IMPORTO_NON_POSITIVO = "importo-non-positivo"
    """The amount is zero or less."""
    OLTRE_DOTAZIONE = "oltre-dotazione"
    """More would be committed than is endowed."""
    OLTRE_IMPEGNO = "oltre-impegno"
    """More would be paid, or freed, than the commitment has left."""
    IMPEGNO_IGNOTO = "impegno-ignoto"
    """No commitment of that code is in the ledger."""
    IMPEGNO_CHIUSO = "impegno-chiuso"
    """The commitment was revoked."""
    RETTIFICA_IGNOTA = "rettifica-ignota"
    """No entry of the code to be corrected is in the ledger."""
    RETTIFICA_NON_AMMESSA = "rettifica-non-ammessa"
    """The entry to be corrected is an economy, a revocation or a correction."""
    RETTIFICA_NULLA = "rettifica-nulla"
    """A correction by zero."""
    SOTTO_ZERO = "sotto-zero"
    """The corrected amount would be less than zero."""
    SOTTO_PAGATO = "sotto-pagato"
    """The commitment would be less than what was paid on it."""
    SOTTO_IMPEGNATO = "sotto-impegnato"
    """The endowment would be less than what is committed."""


def refused(why: Rifiuto, movimento: Movimento, **data: object) -> RefusedEntry:
    """The error for an entry that a ledger does not take; `data` fills the sentence."""
    words = {"codice": movimento.codice, **{name: str(word) for name, word in data.items()}}
    return RefusedEntry(codice=why.value, movimento=movimento.codice, data=words)
