"""Why a ledger does not take an entry: the codes of `RefusedEntry`, and their sentences."""

from __future__ import annotations

from typing import Final

from casa_model.errors._entry import Entry

SPESA: Final = {
    "codice-ripetuto": Entry(
        it="il registro ha già un movimento `{codice}`; dagli un altro codice",
        en="the ledger has an entry `{codice}` already; give it another code",
    ),
    "giorno-precedente": Entry(
        it="il movimento `{codice}` è del `{giorno}`, prima dell'ultimo, del `{ultimo}`; "
        "registralo con il giorno in cui lo registri",
        en="the entry `{codice}` is of `{giorno}`, before the last one, of `{ultimo}`; "
        "record it with the day on which it is recorded",
    ),
    "importo-non-positivo": Entry(
        it="il movimento `{codice}` è di `{importo}`; scrivi un importo sopra lo zero",
        en="the entry `{codice}` is of `{importo}`; write an amount above zero",
    ),
    "oltre-dotazione": Entry(
        it="il movimento `{codice}` impegna `{importo}` e restano `{resto}` della dotazione; "
        "riducilo o registra prima uno stanziamento",
        en="the entry `{codice}` commits `{importo}` and `{resto}` of the endowment is left; "
        "reduce it or record an endowment first",
    ),
    "oltre-impegno": Entry(
        it="il movimento `{codice}` prende `{importo}` e restano `{resto}` dell'impegno "
        "`{impegno}`; riducilo o rettifica prima l'impegno",
        en="the entry `{codice}` takes `{importo}` and `{resto}` of the commitment `{impegno}` "
        "is left; reduce it or correct the commitment first",
    ),
    "impegno-ignoto": Entry(
        it="il movimento `{codice}` è sull'impegno `{impegno}`, che il registro non ha; "
        "correggi il codice o registra prima l'impegno",
        en="the entry `{codice}` is on the commitment `{impegno}`, which the ledger has not; "
        "correct the code or record the commitment first",
    ),
    "impegno-chiuso": Entry(
        it="il movimento `{codice}` è sull'impegno `{impegno}`, che è stato revocato; "
        "registra un impegno nuovo",
        en="the entry `{codice}` is on the commitment `{impegno}`, which was revoked; "
        "record a new commitment",
    ),
    "rettifica-ignota": Entry(
        it="la rettifica `{codice}` è del movimento `{corretto}`, che il registro non ha; "
        "correggi il codice",
        en="the correction `{codice}` is of the entry `{corretto}`, which the ledger has not; "
        "correct the code",
    ),
    "rettifica-non-ammessa": Entry(
        it="la rettifica `{codice}` è di `{corretto}`, che non è uno stanziamento, un impegno o "
        "una liquidazione; rettifica uno di quelli",
        en="the correction `{codice}` is of `{corretto}`, which is no endowment, commitment or "
        "payment; correct one of those",
    ),
    "rettifica-nulla": Entry(
        it="la rettifica `{codice}` è di zero; scrivi di quanto cambia l'importo",
        en="the correction `{codice}` is of zero; write by how much the amount changes",
    ),
    "sotto-zero": Entry(
        it="la rettifica `{codice}` porta `{corretto}` da `{prima}` a meno di zero; riducila",
        en="the correction `{codice}` takes `{corretto}` from `{prima}` below zero; reduce it",
    ),
    "sotto-pagato": Entry(
        it="la rettifica `{codice}` porta l'impegno `{corretto}` sotto quanto è stato pagato, "
        "`{pagato}`; riducila o rettifica prima le liquidazioni",
        en="the correction `{codice}` takes the commitment `{corretto}` below what was paid, "
        "`{pagato}`; reduce it or correct the payments first",
    ),
    "sotto-impegnato": Entry(
        it="la rettifica `{codice}` porta la dotazione sotto quanto è impegnato, `{impegnato}`; "
        "riducila o registra prima economie o revoche",
        en="the correction `{codice}` takes the endowment below what is committed, "
        "`{impegnato}`; reduce it or record economies or revocations first",
    ),
}
