"""Why an entry is refused: the stable codes, and the sentence of each."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from casa_model.errors import RefusedEntry
from casa_model.values import Testo

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


_SENTENCES: Final = {
    Rifiuto.CODICE_RIPETUTO: Testo(
        it="il registro ha già un movimento `{codice}`; dagli un altro codice",
        en="the ledger has an entry `{codice}` already; give it another code",
    ),
    Rifiuto.GIORNO_PRECEDENTE: Testo(
        it="il movimento `{codice}` è del `{giorno}`, prima dell'ultimo, del `{ultimo}`; "
        "registralo con il giorno in cui lo registri",
        en="the entry `{codice}` is of `{giorno}`, before the last one, of `{ultimo}`; "
        "record it with the day on which it is recorded",
    ),
    Rifiuto.IMPORTO_NON_POSITIVO: Testo(
        it="il movimento `{codice}` è di `{importo}`; scrivi un importo sopra lo zero",
        en="the entry `{codice}` is of `{importo}`; write an amount above zero",
    ),
    Rifiuto.OLTRE_DOTAZIONE: Testo(
        it="il movimento `{codice}` impegna `{importo}` e restano `{resto}` della dotazione; "
        "riducilo o registra prima uno stanziamento",
        en="the entry `{codice}` commits `{importo}` and `{resto}` of the endowment is left; "
        "reduce it or record an endowment first",
    ),
    Rifiuto.OLTRE_IMPEGNO: Testo(
        it="il movimento `{codice}` prende `{importo}` e restano `{resto}` dell'impegno "
        "`{impegno}`; riducilo o rettifica prima l'impegno",
        en="the entry `{codice}` takes `{importo}` and `{resto}` of the commitment `{impegno}` "
        "is left; reduce it or correct the commitment first",
    ),
    Rifiuto.IMPEGNO_IGNOTO: Testo(
        it="il movimento `{codice}` è sull'impegno `{impegno}`, che il registro non ha; "
        "correggi il codice o registra prima l'impegno",
        en="the entry `{codice}` is on the commitment `{impegno}`, which the ledger has not; "
        "correct the code or record the commitment first",
    ),
    Rifiuto.IMPEGNO_CHIUSO: Testo(
        it="il movimento `{codice}` è sull'impegno `{impegno}`, che è stato revocato; "
        "registra un impegno nuovo",
        en="the entry `{codice}` is on the commitment `{impegno}`, which was revoked; "
        "record a new commitment",
    ),
    Rifiuto.RETTIFICA_IGNOTA: Testo(
        it="la rettifica `{codice}` è del movimento `{corretto}`, che il registro non ha; "
        "correggi il codice",
        en="the correction `{codice}` is of the entry `{corretto}`, which the ledger has not; "
        "correct the code",
    ),
    Rifiuto.RETTIFICA_NON_AMMESSA: Testo(
        it="la rettifica `{codice}` è di `{corretto}`, che non è uno stanziamento, un impegno o "
        "una liquidazione; rettifica uno di quelli",
        en="the correction `{codice}` is of `{corretto}`, which is no endowment, commitment or "
        "payment; correct one of those",
    ),
    Rifiuto.RETTIFICA_NULLA: Testo(
        it="la rettifica `{codice}` è di zero; scrivi di quanto cambia l'importo",
        en="the correction `{codice}` is of zero; write by how much the amount changes",
    ),
    Rifiuto.SOTTO_ZERO: Testo(
        it="la rettifica `{codice}` porta `{corretto}` da `{prima}` a meno di zero; riducila",
        en="the correction `{codice}` takes `{corretto}` from `{prima}` below zero; reduce it",
    ),
    Rifiuto.SOTTO_PAGATO: Testo(
        it="la rettifica `{codice}` porta l'impegno `{corretto}` sotto quanto è stato pagato, "
        "`{pagato}`; riducila o rettifica prima le liquidazioni",
        en="the correction `{codice}` takes the commitment `{corretto}` below what was paid, "
        "`{pagato}`; reduce it or correct the payments first",
    ),
    Rifiuto.SOTTO_IMPEGNATO: Testo(
        it="la rettifica `{codice}` porta la dotazione sotto quanto è impegnato, `{impegnato}`; "
        "riducila o registra prima economie o revoche",
        en="the correction `{codice}` takes the endowment below what is committed, "
        "`{impegnato}`; reduce it or record economies or revocations first",
    ),
}


def refused(why: Rifiuto, movimento: Movimento, **data: object) -> RefusedEntry:
    """The error for an entry that a ledger does not take; `data` fills the sentence."""
    sentence = _SENTENCES[why]
    return RefusedEntry(
        codice=why.value,
        movimento=movimento.codice,
        it=sentence.it.format(codice=movimento.codice, **data),
        en=sentence.en.format(codice=movimento.codice, **data),
    )
