"""The faults of a file of applications: never a word about the value of a cell."""

from __future__ import annotations

from casa_model.errors._entry import Entry

DOMANDE = {
    "domande-vuote": Entry(
        it="il file è vuoto; comincia con l'intestazione, per esempio `riferimento;isee`",
        en="the file is empty; begin with the header, for example `riferimento;isee`",
    ),
    "foglio-di-calcolo": Entry(
        it="il file è un foglio di calcolo, anche se il nome dice altro; aprilo e salvalo come "
        "CSV UTF-8",
        en="the file is a spreadsheet, whatever its name says; open it and save it as CSV UTF-8",
    ),
    "colonna-ignota": Entry(
        it="la colonna `{nome}` non è un fatto di queste regole; correggila o toglila",
        en="the column `{nome}` is not a fact of these rules; mend or remove it",
    ),
    "colonna-altrove": Entry(
        it="la colonna `{nome}` è {che}; mettila {dove}, o toglila",
        en="the column `{nome}` is {che_en}; put it {dove_en}, or remove it",
    ),
    "colonna-mancante": Entry(
        it="manca la colonna `{nome}`; aggiungila",
        en="the column `{nome}` is missing; add it",
    ),
    "colonna-ripetuta": Entry(
        it="la colonna `{nome}` sta due volte; togline una",
        en="the column `{nome}` stands twice; remove one",
    ),
    "riga-malformata": Entry(
        it="la riga ha {trovate} celle invece di {attese}; controlla i separatori",
        en="the row has {trovate} cells instead of {attese}; check the separators",
    ),
    "ndjson-sintassi": Entry(
        it="la riga non è un oggetto JSON ben formato; controlla virgolette e parentesi",
        en="the line is not a well-formed JSON object; check quotes and brackets",
    ),
    "valore-illeggibile": Entry(
        it="il valore di `{nome}` non è {atteso}; scrivi per esempio {esempio}",
        en="the value of `{nome}` is not {atteso_en}; write for example {esempio}",
    ),
    "valore-fuori-intervallo": Entry(
        it="il valore di `{nome}` esce da quelli ammessi, {limiti}; controlla la cifra",
        en="the value of `{nome}` is outside the allowed ones, {limiti_en}; check the figure",
    ),
    "troppi-decimali": Entry(
        it="il valore di `{nome}` ha troppi decimali; scrivine al massimo {decimali}, per esempio "
        "{esempio}",
        en="the value of `{nome}` has too many decimals; write {decimali} at most, for example "
        "{esempio}",
    ),
    "codice-fiscale": Entry(
        it="`{nome}` ha la forma di un codice fiscale; usa un codice che non dica nulla fuori "
        "dal tuo archivio",
        en="`{nome}` has the form of a tax code; use a code that means nothing outside your "
        "own archive",
    ),
    "riferimento-nome": Entry(
        it="`{nome}` ha due o più parole di sole lettere, come il nome di una persona, che qui "
        "non va messo; usa un codice che non dica nulla fuori dal tuo archivio",
        en="`{nome}` has two or more words of letters only, like a person's name, which has no "
        "place here; use a code that means nothing outside your own archive",
    ),
    "riferimento-mancante": Entry(
        it="la riga non ha `riferimento`; danne uno a ogni domanda",
        en="the row has no `riferimento`; give one to every application",
    ),
    "riferimento-ripetuto": Entry(
        it="il riferimento sta già alla riga {riga}; ogni domanda ha il suo",
        en="the reference already stands on line {riga}; every application has its own",
    ),
    "separatore-ignoto": Entry(
        it="l'intestazione separa le colonne con tabulazioni; separale con `;` o con `,`",
        en="the header separates the columns with tabs; separate them with `;` or with `,`",
    ),
    "separatore-ambiguo": Entry(
        it="l'intestazione ha sia `;` sia `,`; separa le colonne con uno solo dei due",
        en="the header has both `;` and `,`; separate the columns with only one of them",
    ),
    "decimali-non-dichiarati": Entry(
        it="decimali in {nomi}; dichiara se sono scritti `it` (9.360,00) o `plain` (9360.00)",
        en="decimals in {nomi}; declare if they are written `it` (9.360,00) or `plain` (9360.00)",
    ),
    "decimali-diversi": Entry(
        it="`decimali` dice `{dichiarata}` ({esempio}), ma il file sembra scritto `{scritta}` "
        "({altro}); righe non lette per questo: {righe}; passa `{scritta}`",
        en="`decimali` says `{dichiarata}` ({esempio}), but the file seems written `{scritta}` "
        "({altro}); rows not read for that: {righe}; pass `{scritta}`",
        grave=False,
    ),
    "virgolette-malformate": Entry(
        it="le virgolette della riga non tornano; chiudile nella riga, e dentro raddoppiale",
        en="the quotes of the row do not match; close them on the line, and double those inside",
    ),
    "membro-orfano": Entry(
        it="il riferimento del membro non è tra le domande; correggilo",
        en="the member's reference is not among the applications; mend it",
    ),
    "membro-guasto": Entry(
        it="un membro della domanda ha una riga guasta, la {riga} di `{file}`; correggila",
        en="a member of the application has a broken row, line {riga} of `{file}`; mend it",
    ),
    "membri-incerti": Entry(
        it="tra i membri ci sono righe di non si sa chi: l'elenco può non essere completo; "
        "correggile, o scrivi `componenti`",
        en="some member rows belong to nobody known: the list may not be complete; "
        "mend them, or write `componenti`",
    ),
    "componenti-diversi": Entry(
        it="le righe dei membri non sono tante quante `componenti`; correggi uno dei due",
        en="the member rows are not as many as `componenti`; mend one of the two",
    ),
    "troppi-membri": Entry(
        it="i membri superano {limite}; controlla il riferimento",
        en="there are over {limite} members; check the reference",
    ),
    "verbale-assente": Entry(
        it="la prima riga non è la testa di un verbale; passa il file scritto da "
        "`decidi --verbale`, intero",
        en="the first line is not the head of a record; pass the file that `decidi --verbale` "
        "wrote, whole",
    ),
    "verbale-formato": Entry(
        it="questa versione legge il formato {formato} dei verbali, e questo ne ha un altro; "
        "aggiorna casa_model",
        en="this version reads format {formato} of records, and this one has another; upgrade "
        "casa_model",
    ),
    "verbale-troncato": Entry(
        it="il verbale è troncato: manca l'ultima riga, o una sua parte; recupera il file intero",
        en="the record is cut short: the last line is missing, or part of it; recover the whole "
        "file",
    ),
    "verbale-riga": Entry(
        it="la riga del verbale non si legge ({perche}); recupera la copia archiviata",
        en="the line of the record cannot be read ({perche_en}); recover the archived copy",
    ),
    "verbale-incompleto": Entry(
        it="domande e righe scartate annunciate {attese}, trovate {trovate}; recupera il file "
        "intero",
        en="applications and discarded rows announced {attese}, found {trovate}; recover the whole "
        "file",
    ),
    "verbale-alterato": Entry(
        it="le righe del verbale non sono quelle scritte: l'impronta finale non torna; recupera "
        "la copia archiviata",
        en="the lines of the record are not those that were written: the final digest does not "
        "match; recover the archived copy",
    ),
}
