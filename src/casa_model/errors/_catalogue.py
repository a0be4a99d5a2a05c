"""Every fault that a file can have: its code, and its sentence in Italian and English.

A sentence says what was found, what was expected and how to mend it; words in braces are
filled by the reader that found the fault. `tests/broken/` holds one broken file for each code.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from casa_model.errors._catalogue_casi import CASI
from casa_model.errors._catalogue_domande import DOMANDE
from casa_model.errors._catalogue_orari import ORARI
from casa_model.errors._catalogue_programma import PROGRAMMA
from casa_model.errors._catalogue_regole import AVVISI, ESPRESSIONI, MISURE
from casa_model.errors._catalogue_spesa import SPESA
from casa_model.errors._entry import Entry

if TYPE_CHECKING:
    from collections.abc import Mapping

_FILE = {
    "file-troppo-grande": Entry(
        it="il file supera {limite} byte; dividilo",
        en="the file is over {limite} bytes; split it",
    ),
    "non-utf8": Entry(
        it="il file non è scritto in UTF-8; salvalo di nuovo scegliendo UTF-8",
        en="the file is not UTF-8; save it again as UTF-8",
    ),
    "file-vuoto": Entry(
        it="il file è vuoto; comincia con `formato = 1`",
        en="the file is empty; begin with `formato = 1`",
    ),
    "toml-sintassi": Entry(
        it="qui il TOML non è ben formato; controlla virgolette, parentesi e il segno `=`",
        en="the TOML is not well formed here; check quotes, brackets and the `=` sign",
    ),
    "file-non-toml": Entry(
        it="questo file non è un avviso né un altro file TOML: sembra {cosa}; passa quello in TOML",
        en="this file is neither a notice nor another TOML file: it looks like {cosa_en}; pass the "
        "one in TOML",
    ),
    "sezione-malformata": Entry(
        it="il nome di una sezione sta tra parentesi quadre; scrivi `[risorse]`, o `[[requisiti]]` "
        "se ce n'è più d'uno",
        en="the name of a section stands in square brackets; write `[risorse]`, or "
        "`[[requisiti]]` where there may be several",
    ),
    "virgola-mancante": Entry(
        it="prima di questo valore manca una virgola; aggiungila",
        en="before this value a comma is missing; add it",
    ),
    "elenco-aperto": Entry(
        it="prima di qui un elenco o una tabella non si chiude; aggiungi la parentesi che manca",
        en="before this a list or a table is not closed; add the missing bracket",
    ),
    "chiave-ripetuta": Entry(
        it="questo nome è già scritto alla riga {riga}; tieni uno solo dei due",
        en="this name already stands on line {riga}; keep only one of the two",
    ),
    "sezione-ripetuta": Entry(
        it="questa sezione è già scritta alla riga {riga}; se ce n'è più d'una scrivi ciascuna tra "
        "parentesi doppie, `[[…]]`, altrimenti fanne una sola",
        en="this section already stands on line {riga}; if there are several write each in double "
        "brackets, `[[…]]`, else join them",
    ),
    "data-impossibile": Entry(
        it="questa non è una data del calendario; scrivi anno, mese e giorno, senza virgolette, "
        "per esempio `2025-09-30`",
        en="this is no day of the calendar; write year, month and day, without quotes, "
        "for example `2025-09-30`",
    ),
    "ora-incompleta": Entry(
        it="un'ora ha anche i secondi, dopo i due punti; scrivi per esempio `2025-09-30T12:00:00`",
        en="a time has seconds too, after a colon; write for example `2025-09-30T12:00:00`",
    ),
    "si-o-no": Entry(
        it="un sì o no si scrive `true` o `false`, minuscolo; "
        'se è una regola, mettila tra virgolette: `"vero"`',
        en="a yes or no is written `true` or `false`, in lower case; if it is a rule, quote it: "
        '`"vero"`',
    ),
    "virgolette-mancanti": Entry(
        it="qui mancano le virgolette; scrivi per esempio {esempio}",
        en="quotes are missing here; write for example {esempio}",
    ),
    "virgolette-aperte": Entry(
        it="su questa riga le virgolette non si chiudono; chiudile, e se il testo ha un apostrofo "
        """usa quelle doppie: `"l'anno"`""",
        en="on this line the quotes are not closed; close them, and use double ones if the text "
        """has an apostrophe: `"l'anno"`""",
    ),
    "virgolette-interne": Entry(
        it="dentro le virgolette ce ne sono altre uguali; usa un tipo fuori e l'altro dentro, "
        """per esempio `'area == "accesso"'`""",
        en="inside the quotes there are others alike; use one kind outside and the other inside, "
        """for example `'area == "accesso"'`""",
    ),
    "virgolette-tipografiche": Entry(
        it='queste virgolette sono tipografiche; usa quelle dritte, per esempio `"isee"`',
        en='these quotes are typographic; use straight ones, for example `"isee"`',
    ),
    "formato-ignoto": Entry(
        it="`formato` deve essere 1; scrivi `formato = 1` in testa al file",
        en="`formato` must be 1; write `formato = 1` at the head of the file",
    ),
    "sezione-ignota": Entry(
        it="la sezione `[{nome}]` non esiste in questo file; usa una di queste: {ammesse}",
        en="the section `[{nome}]` does not exist in this file; use one of these: {ammesse}",
    ),
    "troppe-voci": Entry(
        it="`[{nome}]` ha {quante} voci, al massimo {limite}; dividi il file",
        en="`[{nome}]` has {quante} entries, at most {limite}; split the file",
    ),
    "chiave-ignota": Entry(
        it="la chiave `{chiave}` non esiste qui; usa una di queste: {ammesse}",
        en="the key `{chiave}` does not exist here; use one of these: {ammesse}",
    ),
    "chiave-dentro": Entry(
        it="il posto di {chiavi} è dentro `{elenco}`; scrivi per esempio {esempio}",
        en="the place of {chiavi} is inside `{elenco}`; write for example {esempio}",
    ),
    "chiave-mancante": Entry(
        it="manca la chiave `{chiave}`; aggiungila, per esempio {esempio}",
        en="the key `{chiave}` is missing; add it, for example {esempio}",
    ),
    "tipo-valore": Entry(
        it="qui serve {atteso}, non {trovato}; scrivi per esempio {esempio}",
        en="{atteso_en} is expected here, not {trovato_en}; write for example {esempio}",
    ),
    "nome-malformato": Entry(
        it="`{nome}` non è un nome valido; usa lettere minuscole senza accento, cifre e `{segno}`",
        en="`{nome}` is not a valid name; use lowercase ASCII letters, digits and `{segno}`",
    ),
    "testo-vuoto": Entry(
        it="il testo è vuoto; scrivilo in italiano e in inglese",
        en="the text is empty; write it in Italian and in English",
    ),
    "nome-ripetuto": Entry(
        it="`{nome}` è già usato come {altro}; scegli un altro nome",
        en="`{nome}` is already taken ({altro_en}); choose another name",
    ),
    "nome-ignoto": Entry(
        it="`{nome}` non è dichiarato; dichiaralo tra fatti, parametri o definizioni",
        en="`{nome}` is not declared; declare it among facts, parameters or definitions",
    ),
}

_FONTI = {
    "norma-malformata": Entry(
        it="`{norma}` non è una citazione; scrivi per esempio `rr-11-2019, art. 6, c. 1, lett. c`",
        en="`{norma}` is not a citation; write for example `rr-11-2019, art. 6, c. 1, lett. c`",
    ),
    "atto-ignoto": Entry(
        it="l'atto `{atto}` non è tra quelli noti; dichiaralo in `[atti.{atto}]`",
        en="the act `{atto}` is not known; declare it in `[atti.{atto}]`",
    ),
    "grado-ignoto": Entry(
        it="il grado `{grado}` non esiste; scrivi `atto`, `secondaria` o `derivata`",
        en="the grade `{grado}` does not exist; write `atto`, `secondaria` or `derivata`",
    ),
    "fonte-mancante": Entry(
        it="{cosa} non ha fonte; aggiungi {rimedio}",
        en="{cosa_en} has no source; add {rimedio_en}",
    ),
    "fonte-inutile": Entry(
        it="`{chiave}` non è la fonte di nulla; {rimedio}",
        en="`{chiave}` is the source of nothing; {rimedio_en}",
        grave=False,
    ),
    "vigenza-rovesciata": Entry(
        it="`al` viene prima di `dal`; scambia i due giorni",
        en="`al` comes before `dal`; swap the two days",
    ),
    "storia-disordinata": Entry(
        it="i giorni `dal` di una storia devono crescere, e `cessa` sta per ultima; "
        "riordina le righe",
        en="the `dal` days of a history must increase, and `cessa` comes last; "
        "put the rows in order",
    ),
    "parametro-non-in-vigore": Entry(
        it="`{nome}` non ha valore {giorni}, quando la regola è in vigore; completa la storia",
        en="`{nome}` has no value {giorni_en}, when the rule is in force; complete its history",
    ),
}

_VALORI = {
    "tipo-ignoto": Entry(
        it="il tipo `{tipo}` non esiste; scrivi bool, euro, numero(n), data, scelta o codice",
        en="the type `{tipo}` does not exist; write bool, euro, numero(n), data, scelta or codice",
    ),
    "valore-malformato": Entry(
        it="`{valore}` non è {atteso}; scrivi per esempio {esempio}",
        en="`{valore}` is not {atteso_en}; write for example {esempio}",
    ),
    "valore-rifiutato": Entry(
        it="questo valore non va bene: {motivo}",
        en="this value will not do: {motivo_en}",
    ),
    "percentuale-sospetta": Entry(
        it='`"{numero}"` vale {percento}%; se è una percentuale scrivi `"{numero}%"`',
        en='`"{numero}"` is worth {percento}%; if it is a percentage write `"{numero}%"`',
        grave=False,
    ),
    "percentuale-oltre-cento": Entry(
        it="`{numero}` supera il 100%; se è una parte di qualcosa, scrivi al massimo `100%`",
        en="`{numero}` is above 100%; if it is a part of something, write `100%` at most",
        grave=False,
    ),
    "parametro-negativo": Entry(
        it="`{numero}` è meno di zero; se non è voluto, togli il segno",
        en="`{numero}` is less than zero; unless it is meant, remove the sign",
        grave=False,
    ),
    "indice-malformato": Entry(
        it="`{indice}` non è un indice; scrivi per esempio `1..5` o il nome di un fatto a scelta",
        en="`{indice}` is not an index; write for example `1..5` or the name of a choice fact",
    ),
    "riga-indice": Entry(
        it="le righe di `{nome}` non sono quelle dell'indice: {motivo}; scrivine una per chiave",
        en="the rows of `{nome}` are not those of its index: {motivo_en}; write one for each key",
    ),
    "intervallo-rovesciato": Entry(
        it="`minimo` supera `massimo`; scambia i due valori",
        en="`minimo` is above `massimo`; swap the two values",
    ),
    "scelta-senza-valori": Entry(
        it="una scelta vuole l'elenco `valori`, e solo una scelta lo vuole; aggiungilo o toglilo",
        en="a choice needs its list of `valori`, and nothing else has one; add or remove it",
    ),
}

CATALOGUE: Final[Mapping[str, Entry]] = MappingProxyType(
    _FILE
    | _FONTI
    | _VALORI
    | ESPRESSIONI
    | MISURE
    | AVVISI
    | DOMANDE
    | PROGRAMMA
    | ORARI
    | SPESA
    | CASI
)
"""Fault code → its sentence in Italian and English."""
