"""The faults of the rules themselves: expressions, measures, notices."""

from __future__ import annotations

from casa_model.errors._entry import Entry

ESPRESSIONI = {
    "espressione-sintassi": Entry(
        it="qui la regola non si legge; {rimedio}",
        en="the rule cannot be read here; {rimedio_en}",
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
        it="{operazione} non può unire {sinistra} e {destra}; cambia uno dei due",
        en="{operazione_en} cannot join {sinistra_en} and {destra_en}; change one of the two",
    ),
    "tipo-inatteso": Entry(
        it="qui serve {atteso}, ma c'è {trovato}; correggi la regola o il tipo dichiarato",
        en="{atteso_en} is expected here, but there is {trovato_en}; "
        "mend the rule or the declared type",
    ),
    "valore-fuori-scelta": Entry(
        it="`{valore}` non è tra i valori possibili; scrivi uno di questi: {ammessi}",
        en="`{valore}` is not among the possible values; write one of these: {ammessi}",
    ),
    "scala-importo": Entry(
        it="un importo ha 2 decimali, questo ne ha {scala}; scrivi `arrotonda(…, 2)`",
        en="an amount has 2 decimals, this has {scala}; write `arrotonda(…, 2)`",
    ),
    "fuori-63-bit": Entry(
        it="il risultato può diventare troppo grande (oltre 63 bit); restringi `minimo` e "
        "`massimo` dei fatti",
        en="the result may become too large (over 63 bits); narrow `minimo` and `massimo` of "
        "the facts",
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
        it="indici di `{nome}`: attesi {attesi}, trovati {trovati}; scrivili tra parentesi quadre",
        en="indices of `{nome}`: {attesi} expected, {trovati} found; write them in square brackets",
    ),
    "definizione-circolare": Entry(
        it="la definizione `{nome}` dipende da se stessa: {giro}; spezza il giro",
        en="the definition `{nome}` depends on itself: {giro}; break the circle",
    ),
    "definizione-profonda": Entry(
        it="la definizione `{nome}` ne usa altre fino a superare {limite} livelli; "
        "accorcia la catena",
        en="the definition `{nome}` uses others until it passes {limite} levels; shorten the chain",
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
        it="la tabella dice `unica`, ma le righe {prima} e {seconda} valgono insieme con {caso}; "
        "correggi una delle due",
        en="the table says `unica`, but rows {prima} and {seconda} both hold with {caso}; "
        "mend one of the two",
    ),
    "numero-nudo": Entry(
        it="il numero `{numero}` sta nella regola senza fonte; fanne un parametro",
        en="the number `{numero}` stands in the rule without a source; make it a parameter",
        grave=False,
    ),
    "importo-nudo": Entry(
        it="un importo scritto nella regola non ha fonte; fanne un parametro in euro, sotto "
        "`[parametri]`, e scrivi qui il suo nome tra virgolette",
        en="an amount written in the rule has no source; make it a parameter in euro, under "
        "`[parametri]`, and write its name here in quotes",
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

MISURE = {
    "troppi-requisiti": Entry(
        it="i requisiti sono {quanti}, al massimo {limite}; uniscine alcuni",
        en="there are {quanti} requirements, at most {limite}; join some",
    ),
    "troppi-fatti": Entry(
        it="i fatti letti sono {quanti}, al massimo {limite}; togline alcuni",
        en="{quanti} facts are read, at most {limite}; remove some",
    ),
    "requisito-incompleto": Entry(
        it="un requisito ha una `condizione`, con le sue `deroghe`, oppure `non_visto = true`; "
        "scrivi l'una o l'altro",
        en="a requirement has a `condizione`, with its `deroghe`, or else `non_visto = true`; "
        "write one of the two",
    ),
    "definizione-incompleta": Entry(
        it="una definizione ha `vale`, oppure `tabella` con `altrimenti`; scrivi l'uno o l'altra",
        en="a definition has `vale`, or else a `tabella` with `altrimenti`; write one of the two",
    ),
    "usa-ignoto": Entry(
        it="`usa` nomina `{nome}`, che non è tra i file condivisi; correggi il codice",
        en="`usa` names `{nome}`, which is not among the shared files; mend the code",
    ),
    "detrae-da": Entry(
        it='`detrae` vuole `detrae_da`; scrivi `detrae_da = "spesa"` oppure `"contributo"`',
        en='`detrae` needs `detrae_da`; write `detrae_da = "spesa"` or `"contributo"`',
    ),
    "salta-inutile": Entry(
        it='`salta` vale solo con `solo-interi`; toglilo, o scrivi `esaurimento = "solo-interi"`',
        en="`salta` goes with `solo-interi` only; remove it, or write "
        '`esaurimento = "solo-interi"`',
    ),
    "esaurimento-ignoto": Entry(
        it="`{valore}` non è un modo di finire i fondi; "
        "scrivi `residuo`, `proporzionale` o `solo-interi`",
        en="`{valore}` is not a way to use up the funds; "
        "write `residuo`, `proporzionale` or `solo-interi`",
    ),
}

AVVISI = {
    "misura-ignota": Entry(
        it="la misura `{nome}` non è tra quelle note; scrivi il codice di una misura, non un file",
        en="the measure `{nome}` is not among those known; write the code of a measure, no file",
    ),
    "incompatibile-ignota": Entry(
        it="la misura `{nome}` non è tra quelle note; correggi il codice o, se è voluto, dichiara "
        "il fatto `{fatto}`",
        en="the measure `{nome}` is not among those known; mend the code or, if it is meant, "
        "declare the fact `{fatto}`",
        grave=False,
    ),
    "misura-non-in-vigore": Entry(
        it="la misura `{nome}` è in vigore {quando}, non il {giorno}; correggi la data o la misura",
        en="the measure `{nome}` is in force {quando_en}, not on {giorno}; "
        "mend the date or the measure",
    ),
    "gia-presente": Entry(
        it='`{nome}` esiste già nella misura; se è voluto, aggiungi `sostituisce = "{nome}"`',
        en='`{nome}` already stands in the measure; if meant, add `sostituisce = "{nome}"`',
    ),
    "sostituisce-ignoto": Entry(
        it="nella misura non c'è `{nome}` da sostituire o togliere; {rimedio}",
        en="in the measure there is no `{nome}` to replace or remove; {rimedio_en}",
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
    "dotazione-zero": Entry(
        it="la dotazione è zero e nessuno riceverà nulla; scrivi quanto c'è da dare",
        en="the endowment is zero and nobody will receive anything; write how much there is",
        grave=False,
    ),
    "dotazione-senza-importo": Entry(
        it="la dotazione è in euro, ma la misura non dà un importo; "
        "scrivi `alloggi`, o aggiungi `[importo]`",
        en="the endowment is in euro, but the measure gives no amount; "
        "write `alloggi`, or add `[importo]`",
    ),
    "alloggi-con-importo": Entry(
        it="la misura dà denaro, e gli alloggi non pagano nessuno; scrivi `dotazione`, in euro",
        en="the measure gives money, and dwellings pay nobody; write `dotazione`, in euro",
    ),
    "alloggi-in-proporzione": Entry(
        it="gli alloggi non si dividono in proporzione; "
        'scrivi `esaurimento = "residuo"` o `"solo-interi"`',
        en="dwellings are not divided in proportion; "
        'write `esaurimento = "residuo"` or `"solo-interi"`',
    ),
    "dotazione-inutile": Entry(
        it="senza graduatoria nessuno riceve questa dotazione; aggiungi `[graduatoria]`",
        en="without a ranking nobody receives this endowment; add `[graduatoria]`",
        grave=False,
    ),
    "nome-inutile": Entry(
        it="nessuna regola legge `{nome}`; usalo in una regola, correggi il nome o toglilo",
        en="no rule reads `{nome}`; use it in a rule, mend the name or remove it",
        grave=False,
    ),
}
