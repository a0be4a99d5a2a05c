"""The faults of a file of worked cases: cases are invented, so that their codes are told."""

from __future__ import annotations

from casa_model.errors._entry import Entry

CASI = {
    "casi-vuoti": Entry(
        it="il file non ha casi; scrivi il primo: `{esempio}`",
        en="the file has no cases; write the first one: `{esempio}`",
    ),
    "caso-testa": Entry(
        it="una riga che comincia con `#` dice `regole`, `al` o `decimali`; scrivi per esempio "
        "`{esempio}`",
        en="a line that begins with `#` says `regole`, `al` or `decimali`; write for example "
        "`{esempio}`",
    ),
    "caso-senza-codice": Entry(
        it="la riga non ha `codice`; danne uno a ogni caso, per esempio `isee-alla-soglia`",
        en="the row has no `codice`; give one to every case, for example `isee-alla-soglia`",
    ),
    "caso-ripetuto": Entry(
        it="il codice `{codice}` è già del caso alla riga {riga}; ogni caso ha il suo",
        en="the code `{codice}` is that of the case on line {riga} already; each has its own",
    ),
    "caso-fatto-ignoto": Entry(
        it="`{nome}` non è un fatto di queste regole; correggilo o toglilo",
        en="`{nome}` is not a fact of these rules; mend or remove it",
    ),
    "caso-fatto-altrove": Entry(
        it="`{nome}` è {che}; mettilo {dove}, o toglilo",
        en="`{nome}` is {che_en}; put it {dove_en}, or remove it",
    ),
    "caso-noto-e-ignoto": Entry(
        it="`{nome}` sta sia tra i fatti sia in `ignoti`; tieni uno solo dei due",
        en="`{nome}` stands both among the facts and in `ignoti`; keep only one of the two",
    ),
    "come-ignoto": Entry(
        it="`{come}` non è un caso scritto prima di questo; correggi il codice o sposta il caso",
        en="`{come}` is not a case written before this one; mend the code or move the case",
    ),
    "esito-ignoto": Entry(
        it="`{esito}` non è un esito; scrivi `ammesso`, `non-ammesso` o `da-completare`",
        en="`{esito}` is not an outcome; write `ammesso`, `non-ammesso` or `da-completare`",
    ),
    "motivo-ignoto": Entry(
        it="queste regole non hanno un motivo `{codice}`, e il caso fallisce; se manca per un "
        "errore correggi le regole, altrimenti scrivi uno di questi: {ammessi}",
        en="these rules have no reason `{codice}`, and the case fails; if it is missing by mistake "
        "mend the rules, else write one of these: {ammessi}",
        grave=False,
    ),
    "voce-attesa-ignota": Entry(
        it="queste regole non hanno una voce `{codice}`, e il caso fallisce; se manca per un "
        "errore correggi le regole, altrimenti scrivi una di queste: {ammessi}",
        en="these rules have no item `{codice}`, and the case fails; if it is missing by mistake "
        "mend the rules, else write one of these: {ammessi}",
        grave=False,
    ),
    "mancante-ignoto": Entry(
        it="`{nome}` non è un fatto che queste regole chiedano; correggilo o toglilo",
        en="`{nome}` is not a fact that these rules ask for; mend or remove it",
    ),
    "nome-doppio": Entry(
        it="`{nome}` sta due volte in `{chiave}`; toglilo una volta",
        en="`{nome}` stands twice in `{chiave}`; remove it once",
    ),
    "atteso-discorde": Entry(
        it="`{chiave}` si scrive solo con l'esito `{esito}`; togli `{chiave}` o correggi l'esito",
        en="`{chiave}` is written only with the outcome `{esito}`; remove `{chiave}` or mend the "
        "outcome",
    ),
    "atteso-senza-motivi": Entry(
        it="chi non è ammesso ha almeno un motivo; scrivi i codici dei requisiti che non sono "
        "rispettati, o togli `motivi`",
        en="who is not admitted has at least one reason; write the codes of the requirements that "
        "do not hold, or remove `motivi`",
    ),
    "caso-atto-ignoto": Entry(
        it="l'atto `{atto}` non è tra quelli di queste regole; cita uno di questi: {ammessi}",
        en="the act `{atto}` is not among those of these rules; cite one of these: {ammessi}",
    ),
}
