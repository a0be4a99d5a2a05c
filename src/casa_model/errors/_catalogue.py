"""Every fault that a file can have: its code, and its sentence in Italian and English.

A sentence says what was found, what was expected and how to mend it; words in braces are
filled by the reader that found the fault. `tests/broken/` holds one broken file for each code.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from casa_model.errors._catalogue_domande import DOMANDE
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
    "toml-sintassi": Entry(
        it="qui il TOML non è ben formato; controlla virgolette, parentesi e il segno `=`",
        en="the TOML is not well formed here; check quotes, brackets and the `=` sign",
    ),
    "formato-ignoto": Entry(
        it="`formato` deve essere 1; scrivi `formato = 1` in testa al file",
        en="`formato` must be 1; write `formato = 1` at the head of the file",
    ),
    "chiave-ignota": Entry(
        it="la chiave `{chiave}` non esiste qui; ammesse: {ammesse}",
        en="the key `{chiave}` does not exist here; allowed: {ammesse}",
    ),
    "chiave-mancante": Entry(
        it="manca la chiave `{chiave}`; aggiungila, per esempio {esempio}",
        en="the key `{chiave}` is missing; add it, for example {esempio}",
    ),
    "tipo-valore": Entry(
        it="qui serve {atteso}; trovato {trovato}; scrivi per esempio {esempio}",
        en="{atteso_en} is expected here; found {trovato_en}; write for example {esempio}",
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
        en="`{nome}` is already the name of a {altro_en}; choose another",
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
        it="{cosa} non ha fonte; aggiungi `norma = …` oppure `fonte = …`, con il `grado`",
        en="{cosa_en} has no source; add `norma = …` or `fonte = …`, with its `grado`",
    ),
    "vigenza-rovesciata": Entry(
        it="`al` viene prima di `dal`; scambia i due giorni",
        en="`al` comes before `dal`; swap the two days",
    ),
    "storia-disordinata": Entry(
        it="i giorni `dal` di una storia devono crescere; riordina le righe",
        en="the `dal` days of a history must increase; put the rows in order",
    ),
    "parametro-non-in-vigore": Entry(
        it="`{nome}` non ha valore {giorni}, quando la regola è in vigore; completa la storia",
        en="`{nome}` has no value {giorni_en}, when the rule is in force; complete its history",
    ),
}

_VALORI = {
    "tipo-ignoto": Entry(
        it="il tipo `{tipo}` non esiste; tipi: bool, euro, numero(n), data, scelta, codice",
        en="the type `{tipo}` does not exist; types: bool, euro, numero(n), data, scelta, codice",
    ),
    "valore-malformato": Entry(
        it="`{valore}` non è {atteso}; scrivi per esempio {esempio}",
        en="`{valore}` is not {atteso_en}; write for example {esempio}",
    ),
    "valore-rifiutato": Entry(
        it="questo valore non va bene: {motivo}",
        en="this value will not do: {motivo_en}",
    ),
    "indice-malformato": Entry(
        it="`{indice}` non è un indice; scrivi per esempio `1..5` o il nome di un fatto a scelta",
        en="`{indice}` is not an index; write for example `1..5` or the name of a choice fact",
    ),
    "riga-indice": Entry(
        it="le righe di `{nome}` non coprono l'indice: {motivo}",
        en="the rows of `{nome}` do not cover its index: {motivo_en}",
    ),
    "intervallo-rovesciato": Entry(
        it="`minimo` supera `massimo`; scambia i due valori",
        en="`minimo` is above `massimo`; swap the two values",
    ),
    "scelta-senza-valori": Entry(
        it="una scelta vuole l'elenco `valori`, e solo una scelta lo vuole",
        en="a choice needs its list of `valori`, and nothing else has one",
    ),
}

_ESPRESSIONI = {
    "espressione-sintassi": Entry(
        it="qui la regola non si legge; controlla parentesi, virgolette e segni",
        en="the rule cannot be read here; check brackets, quotes and signs",
    ),
    "espressione-non-ammessa": Entry(
        it="`{cosa}` non fa parte del linguaggio delle regole; {rimedio}",
        en="`{cosa}` is not part of the rule language; {rimedio_en}",
    ),
    "espressione-troppo-lunga": Entry(
        it="la regola supera {limite} caratteri; spezzala in definizioni",
        en="the rule is over {limite} characters; split it into definitions",
    ),
    "espressione-troppo-profonda": Entry(
        it="la regola è annidata oltre {limite} livelli; spezzala in definizioni",
        en="the rule is nested over {limite} levels; split it into definitions",
    ),
    "numero-malformato": Entry(
        it="`{numero}` non è un numero delle regole; scrivi solo cifre e un punto, come `0.50`",
        en="`{numero}` is not a number of the rules; write digits and one point, as in `0.50`",
    ),
    "tipi-incompatibili": Entry(
        it="{operazione} non può unire {sinistra} e {destra}; confronta cose dello stesso tipo",
        en="{operazione_en} cannot join {sinistra_en} and {destra_en}; "
        "compare things of the same type",
    ),
    "tipo-inatteso": Entry(
        it="qui serve {atteso}, ma l'espressione dà {trovato}",
        en="{atteso_en} is expected here, but the expression gives {trovato_en}",
    ),
    "valore-fuori-scelta": Entry(
        it="`{valore}` non è tra i valori possibili: {ammessi}",
        en="`{valore}` is not among the possible values: {ammessi}",
    ),
    "scala-importo": Entry(
        it="un importo ha 2 decimali, questo ne ha {scala}; scrivi `arrotonda(…, 2)`",
        en="an amount has 2 decimals, this has {scala}; write `arrotonda(…, 2)`",
    ),
    "fuori-63-bit": Entry(
        it="il risultato può superare 63 bit; restringi `minimo` e `massimo` dei fatti",
        en="the result may leave 63 bits; narrow `minimo` and `massimo` of the facts",
    ),
    "data-fuori-calendario": Entry(
        it="la data può uscire dal calendario; conta al massimo {limite} mesi",
        en="the day may leave the calendar; count at most {limite} months",
    ),
    "indice-fuori-tabella": Entry(
        it="l'indice può uscire dalla tabella `{nome}`; scrivi per esempio `min(…, {ultimo})`",
        en="the index may leave the table `{nome}`; write for example `min(…, {ultimo})`",
    ),
    "indice-numero": Entry(
        it="`{nome}` vuole {attesi} indici, trovati {trovati}",
        en="`{nome}` takes {attesi} indices, found {trovati}",
    ),
    "definizione-circolare": Entry(
        it="la definizione `{nome}` dipende da se stessa: {giro}; spezza il giro",
        en="the definition `{nome}` depends on itself: {giro}; break the circle",
    ),
    "aggregato-annidato": Entry(
        it="un aggregato sui membri non sta dentro un altro; usa una definizione",
        en="an aggregate over members cannot stand inside another; use a definition",
    ),
    "membro-fuori-aggregato": Entry(
        it="`{nome}` è un fatto dei membri; usalo dentro qualcuno, tutti, conta o somma",
        en="`{nome}` is a fact of members; use it inside qualcuno, tutti, conta or somma",
    ),
    "righe-sovrapposte": Entry(
        it="la tabella dice `unica`, ma le righe {prima} e {seconda} valgono insieme se {caso}",
        en="the table says `unica`, but rows {prima} and {seconda} both hold when {caso}",
    ),
    "numero-nudo": Entry(
        it="il numero `{numero}` sta nella regola senza fonte; fanne un parametro",
        en="the number `{numero}` stands in the rule without a source; make it a parameter",
        grave=False,
    ),
    "conta-almeno-uno": Entry(
        it="`conta(…) >= 1` chiede più fatti del necessario; scrivi `qualcuno(…)`",
        en="`conta(…) >= 1` asks for more facts than needed; write `qualcuno(…)`",
        grave=False,
    ),
    "limite-mesi": Entry(
        it="un limite massimo di tempo vale anche se le date sono rovesciate; aggiungi `{rimedio}`",
        en="an upper bound on time also holds when the days are swapped; add `{rimedio}`",
        grave=False,
    ),
}

_MISURE = {
    "troppi-requisiti": Entry(
        it="i requisiti sono {quanti}, al massimo {limite}; uniscine alcuni",
        en="there are {quanti} requirements, at most {limite}; join some",
    ),
    "troppi-fatti": Entry(
        it="i fatti letti sono {quanti}, al massimo {limite}; togline alcuni",
        en="{quanti} facts are read, at most {limite}; remove some",
    ),
    "requisito-incompleto": Entry(
        it="un requisito ha una `condizione` oppure `non_visto = true`, mai entrambi o nessuno",
        en="a requirement has a `condizione` or `non_visto = true`, never both or neither",
    ),
    "definizione-incompleta": Entry(
        it="una definizione ha `vale` oppure `tabella` con `altrimenti`, mai entrambi o nessuno",
        en="a definition has `vale` or a `tabella` with `altrimenti`, never both or neither",
    ),
    "usa-ignoto": Entry(
        it="`usa` nomina `{nome}`, che nessuno ha caricato",
        en="`usa` names `{nome}`, which nobody has loaded",
    ),
    "detrae-da": Entry(
        it="`detrae` vuole `detrae_da`: scrivi \"spesa\" o \"contributo\"",
        en="`detrae` needs `detrae_da`: write \"spesa\" or \"contributo\"",
    ),
    "esaurimento-ignoto": Entry(
        it="`{valore}` non esiste; scrivi `residuo`, `proporzionale` o `solo-interi`",
        en="`{valore}` does not exist; write `residuo`, `proporzionale` or `solo-interi`",
    ),
}

_AVVISI = {
    "misura-ignota": Entry(
        it="la misura `{nome}` non è tra quelle caricate",
        en="the measure `{nome}` is not among those loaded",
    ),
    "gia-presente": Entry(
        it="`{nome}` esiste già nella misura; scrivi `sostituisce = \"{nome}\"` se è voluto",
        en="`{nome}` already stands in the measure; write `sostituisce = \"{nome}\"` if meant",
    ),
    "sostituisce-ignoto": Entry(
        it="`{nome}` non esiste nella misura: non c'è nulla da sostituire o togliere",
        en="`{nome}` does not stand in the measure: there is nothing to replace or remove",
    ),
    "date-disordinate": Entry(
        it="`{prima}` deve venire prima di `{dopo}`; correggi una delle due date",
        en="`{prima}` must come before `{dopo}`; mend one of the two dates",
    ),
    "giorno-mancante": Entry(
        it="`{nome}` rimanda a `{giorno}`, che l'avviso non dice; scrivi la data",
        en="`{nome}` points to `{giorno}`, which the notice does not state; write the date",
    ),
    "dotazione-ambigua": Entry(
        it="la dotazione è in euro oppure in alloggi; scrivine una sola",
        en="the endowment is in euro or in dwellings; write only one",
    ),
}

CATALOGUE: Final[Mapping[str, Entry]] = MappingProxyType(
    _FILE | _FONTI | _VALORI | _ESPRESSIONI | _MISURE | _AVVISI | DOMANDE
)
"""Fault code → its sentence in Italian and English."""
