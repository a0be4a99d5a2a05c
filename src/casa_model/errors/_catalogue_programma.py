"""The faults of the programme's files: places, services, presidi, money."""

from __future__ import annotations

from casa_model.errors._entry import Entry

TERRITORIO = {
    "istat-provincia": Entry(
        it="il codice ISTAT di una provincia ha tre cifre, zeri compresi; scrivi per esempio "
        '`"015"`',
        en="the ISTAT code of a province has three digits, zeros included; write for example "
        '`"015"`',
    ),
    "istat-comune": Entry(
        it="`{valore}` non è il codice ISTAT di un comune: sei cifre, zeri compresi; scrivi per "
        'esempio `"015146"`',
        en="`{valore}` is not the ISTAT code of a comune: six digits, zeros included; write for "
        'example `"015146"`',
    ),
    "istat-altra-provincia": Entry(
        it="il codice ISTAT del comune comincia con `{trovata}` e quello di `{provincia}` è "
        "`{attesa}`; correggi uno dei due",
        en="the ISTAT code of the comune begins with `{trovata}` and that of `{provincia}` is "
        "`{attesa}`; mend one of the two",
    ),
    "sigla-malformata": Entry(
        it='la sigla di una provincia ha due lettere maiuscole; scrivi per esempio `"MI"`',
        en='the plate code of a province has two capital letters; write for example `"MI"`',
    ),
    "nuts-malformato": Entry(
        it="`{valore}` non è un codice NUTS 3: due lettere e tre tra cifre e lettere; scrivi per "
        'esempio `"ITC4C"`',
        en="`{valore}` is not a NUTS 3 code: two letters and three digits or letters; write for "
        'example `"ITC4C"`',
    ),
    "nuts-sovrapposti": Entry(
        it="`{uno}` e `{altro}` valgono lo stesso giorno; chiudi il primo con `al`",
        en="`{uno}` and `{altro}` hold on the same day; close the first with `al`",
    ),
    "provincia-ignota": Entry(
        it="`{nome}` non è una provincia del file; correggi il codice o aggiungila",
        en="`{nome}` is no province of the file; mend the code or add it",
    ),
    "provincia-contesa": Entry(
        it="la provincia `{nome}` è già di `{altra}`; ogni provincia ha una Aler",
        en="the province `{nome}` is already of `{altra}`; each province has one Aler",
    ),
    "comune-ignoto": Entry(
        it="`{nome}` non è un comune del file; correggi il codice o aggiungilo",
        en="`{nome}` is no comune of the file; mend the code or add it",
    ),
    "aler-ignota": Entry(
        it="`{nome}` non è una Aler del file; correggi il codice o aggiungila",
        en="`{nome}` is no Aler of the file; mend the code or add it",
    ),
    "aler-altrove": Entry(
        it="`{aler}` non serve la provincia del comune `{comune}`; correggi una delle due",
        en="`{aler}` does not serve the province of the comune `{comune}`; mend one of the two",
    ),
    "numero-negativo": Entry(
        it="il numero è sotto zero; scrivilo da zero in su",
        en="the number is below zero; write it from zero up",
    ),
    "precisione-ignota": Entry(
        it="`{valore}` non è una precisione; scrivi `esatta`, `circa` oppure `oltre`",
        en="`{valore}` is no precision; write `esatta`, `circa` or `oltre`",
    ),
}

SERVIZI = {
    "professione-ignota": Entry(
        it="`{nome}` non è una professione del file; correggi il codice o aggiungila",
        en="`{nome}` is no profession of the file; mend the code or add it",
    ),
    "professione-ripetuta": Entry(
        it="la professione `{nome}` sta due volte; tienila una volta",
        en="the profession `{nome}` stands twice; keep it once",
    ),
    "prestazione-ripetuta": Entry(
        it="la prestazione `{nome}` sta due volte; tienila una volta",
        en="the kind of help `{nome}` stands twice; keep it once",
    ),
    "standard-di-nessuno": Entry(
        it="uno standard di una persona ogni zero abitanti non si può contare; scrivi da uno in su",
        en="a standard of one person for zero inhabitants cannot be counted; write from one up",
    ),
    "servizio-ignoto": Entry(
        it="`{nome}` non è un servizio del catalogo; correggi il codice o aggiungilo",
        en="`{nome}` is no service of the catalogue; mend the code or add it",
    ),
}

PRESIDI = {
    "voce-ripetuta": Entry(
        it="il codice `{nome}` è già di un'altra voce; danne uno diverso a ognuna",
        en="the code `{nome}` is already that of another entry; give each its own",
    ),
    "giorni-rovesciati": Entry(
        it="finisce il {al}, prima di cominciare il {dal}; scambia i due giorni",
        en="it ends on {al}, before it begins on {dal}; swap the two days",
    ),
    "ente-ignoto": Entry(
        it="`{nome}` non è né una Aler né un comune del file; correggi il codice o aggiungilo",
        en="`{nome}` is neither an Aler nor a comune of the file; mend the code or add it",
    ),
    "quartiere-ignoto": Entry(
        it="`{nome}` non è un quartiere del file; correggi il codice o aggiungilo",
        en="`{nome}` is no quarter of the file; mend the code or add it",
    ),
    "quartiere-altrove": Entry(
        it="il quartiere `{quartiere}` è del comune `{atteso}`, non di `{comune}`; correggi uno "
        "dei due",
        en="the quarter `{quartiere}` is of the comune `{atteso}`, not of `{comune}`; mend one of "
        "the two",
    ),
    "servizio-senza-professione": Entry(
        it="il servizio `{servizio}` chiede {professioni}, che nell'organico non c'è; aggiungi il "
        "ruolo, o togli l'organico se non è noto",
        en="the service `{servizio}` needs {professioni}, which the staff does not have; add the "
        "role, or remove the staff if it is not known",
    ),
    "servizio-prima-del-presidio": Entry(
        it="il servizio `{servizio}` comincia il {dal}, e il presidio il {inizio}; correggi uno "
        "dei due giorni",
        en="the service `{servizio}` begins on {dal}, and the presidio on {inizio}; mend one of "
        "the two days",
    ),
    "servizio-dopo-il-presidio": Entry(
        it="il servizio `{servizio}` dura fino al {al}, e il presidio fino al {fine}; correggi uno "
        "dei due giorni",
        en="the service `{servizio}` lasts until {al}, and the presidio until {fine}; mend one of "
        "the two days",
    ),
    "servizio-ripetuto": Entry(
        it="il servizio `{servizio}` sta due volte negli stessi giorni; tienilo una volta",
        en="the service `{servizio}` stands twice on the same days; keep it once",
    ),
    "ruolo-ripetuto": Entry(
        it="la professione `{nome}` sta due volte nell'organico; somma le persone in un ruolo solo",
        en="the profession `{nome}` stands twice in the staff; add the people up in one role",
    ),
    "straordinaria-di-piu-giorni": Entry(
        it="un'apertura straordinaria è di un giorno; togli `al` e scrivine una per giorno",
        en="an extraordinary opening is of one day; remove `al` and write one for each day",
    ),
    "orari-sovrapposti": Entry(
        it="due orari valgono lo stesso giorno; chiudi il primo con `al`",
        en="two timetables hold on the same day; close the first with `al`",
    ),
}

LINEE = {
    "piano-ignoto": Entry(
        it="`{nome}` non è un piano del file; correggi il codice o aggiungilo",
        en="`{nome}` is no plan of the file; mend the code or add it",
    ),
    "linea-ignota": Entry(
        it="`{nome}` non è una linea del file; correggi il codice o aggiungila",
        en="`{nome}` is no line of the file; mend the code or add it",
    ),
    "linea-di-altro-piano": Entry(
        it="la linea `{linea}` è del piano `{atteso}`, non di `{piano}`; correggi uno dei due",
        en="the line `{linea}` is of the plan `{atteso}`, not of `{piano}`; mend one of the two",
    ),
    "anni-rovesciati": Entry(
        it="l'ultimo anno, {al}, viene prima del primo, {dal}; scambiali",
        en="the last year, {al}, comes before the first, {dal}; swap them",
    ),
    "dotazione-doppia": Entry(
        it="due dotazioni di `{nome}` hanno lo stesso giorno, {giorno}; tieni quella in vigore",
        en="two endowments of `{nome}` have the same day, {giorno}; keep the one in force",
    ),
    "beneficiario-ignoto": Entry(
        it="`{nome}` non è né una Aler né un comune del file; correggi il codice o aggiungilo",
        en="`{nome}` is neither an Aler nor a comune of the file; mend the code or add it",
    ),
    "beneficiario-non-ammissibile": Entry(
        it="il comune `{nome}` non è capoluogo né ha {minimo} alloggi nella città metropolitana; "
        "correggi il beneficiario",
        en="the comune `{nome}` is no capital and has not {minimo} dwellings in the metropolitan "
        "city; mend the beneficiary",
    ),
    "parti-oltre-il-totale": Entry(
        it="le parti sommano {somma}, più del totale {totale}; correggi gli importi",
        en="the parts add up to {somma}, over the total {totale}; mend the amounts",
    ),
    "linea-ripetuta": Entry(
        it="la linea `{nome}` sta due volte nella concessione; somma le parti",
        en="the line `{nome}` stands twice in the grant; add the parts up",
    ),
    "concessioni-oltre-la-dotazione": Entry(
        it="le concessioni note sulla linea `{linea}` sommano {somma}, più della dotazione "
        "{dotazione}; correggi gli importi",
        en="the known grants on the line `{linea}` add up to {somma}, over the endowment "
        "{dotazione}; mend the amounts",
    ),
    "concessione-ignota": Entry(
        it="`{nome}` non è una concessione del file; correggi il codice o aggiungila",
        en="`{nome}` is no grant of the file; mend the code or add it",
    ),
    "presidio-ignoto": Entry(
        it="`{nome}` non è un presidio del file; correggi il codice o aggiungilo",
        en="`{nome}` is no presidio of the file; mend the code or add it",
    ),
    "cup-malformato": Entry(
        it="`{valore}` non è un CUP: una lettera, due cifre, una lettera, undici cifre; ricopialo "
        "dall'atto di concessione",
        en="`{valore}` is no CUP: a letter, two digits, a letter, eleven digits; copy it again "
        "from the grant",
    ),
    "cup-ripetuto": Entry(
        it="il CUP è già del progetto `{altro}`; ogni progetto ha il suo",
        en="the CUP is already that of the project `{altro}`; each project has its own",
    ),
    "quota-ripetuta": Entry(
        it="`{nome}` ha due quote dello stesso fondo; sommale",
        en="`{nome}` has two shares of the same fund; add them up",
    ),
    "quota-ignota": Entry(
        it="`{nome}` non è una Aler, né `aler`, né `comuni`, né un comune del file; correggi il "
        "codice",
        en="`{nome}` is no Aler, nor `aler`, nor `comuni`, nor a comune of the file; mend the code",
    ),
}

REGISTRO = {
    "movimento-ignoto": Entry(
        it="`{valore}` non è un tipo di movimento; scrivi uno di questi: {ammessi}",
        en="`{valore}` is no kind of entry; write one of these: {ammessi}",
    ),
    "movimento-chiave": Entry(
        it="un movimento `{tipo}` non ha `{chiave}`; toglilo",
        en="an entry `{tipo}` has no `{chiave}`; remove it",
    ),
    "movimento-incompleto": Entry(
        it="a un movimento `{tipo}` manca `{chiave}`; aggiungilo",
        en="an entry `{tipo}` lacks `{chiave}`; add it",
    ),
}

PROGRAMMA = {**TERRITORIO, **SERVIZI, **PRESIDI, **LINEE, **REGISTRO}
