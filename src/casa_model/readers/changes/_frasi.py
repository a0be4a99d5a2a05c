"""The sentences of changes, in both languages, with their blanks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from casa_model.rules.esito import Esito
from casa_model.values import Testo

if TYPE_CHECKING:
    from casa_model.errors import Lang


def _t(it: str, en: str) -> Testo:
    return Testo(it=it, en=en)


FRASI: Final = {
    "oggi": _t(
        "Ora: domanda {esito}; requisiti guardati {giorno}",
        "Now: application {esito}; requisites held {giorno}",
    ),
    "vero": _t(
        "Si risponde a «che cosa succederebbe se»: nella domanda va scritto soltanto ciò che è "
        "vero.",
        "These answer “what would happen if”: an application states only what is true.",
    ),
    "persona": _t(
        "Che cosa può cambiare la persona, un dato alla volta",
        "What the person can change, one fact at a time",
    ),
    "tempo": _t("Che cosa cambia il tempo", "What time changes"),
    "coppie": _t(
        "Nessun dato basta da solo: due insieme", "No fact is enough alone: two together"
    ),
    "rimedi": _t(
        "Che cosa servirebbe a ogni requisito, guardato da solo",
        "What each requirement would take, looked at alone",
    ),
    "servirebbe": _t("{requisito}: {modi}.", "{requisito}: {modi}."),
    "che": _t("servirebbe che {dati}", "it would take that {dati}"),
    "oppure": _t("; oppure ", "; or "),
    "un_avviso": _t(
        "servirebbe un avviso uguale, con i requisiti guardati {quando}",
        "it would take another notice like it, with requisites held {quando}",
    ),
    "aspettare": _t("è soddisfatto col tempo, {quando}", "time meets it, {quando}"),
    "dipende": _t(
        "dipende da {dati}, e nessuno può cambiarlo",
        "it depends on {dati}, which nobody can change",
    ),
    "dipendono": _t(
        "dipende da {dati}, e nessuno può cambiarli",
        "it depends on {dati}, which nobody can change",
    ),
    "nessun_modo": _t(
        "nessun cambiamento che si possa proporre lo soddisfa da solo",
        "no change that can be proposed meets it by itself",
    ),
    "nessun_modo_visto": _t(
        "non si è guardato fino in fondo, nei passi concessi",
        "it was not looked through, within the steps allowed",
    ),
    "obblighi": _t(
        "{dati}: farlo crescere non si propone mai, anche se il contributo crescesse.",
        "{dati}: to make it grow is never proposed, even if the contribution grew.",
    ),
    "adempimenti": _t(
        "{dati}: che non sia più così non si propone mai, anche se aiutasse.",
        "{dati}: that it be so no longer is never proposed, even if it helped.",
    ),
    "niente_salvo": _t(
        "Nessun cambiamento che si possa proporre cambia l'esito.",
        "No change that can be proposed changes the outcome.",
    ),
    "massimo_salvo": _t(
        "Nessun cambiamento che si possa proporre dà un importo maggiore.",
        "No change that can be proposed gives a greater amount.",
    ),
    "nessuno": _t("Che cosa nessuno può cambiare", "What nobody can change"),
    "mancano": _t("Che cosa manca", "What is missing"),
    "altri": _t(
        "Altri possono servire dopo, secondo ciò che si dichiara.",
        "Others may be needed later, according to what is declared.",
    ),
    "note": _t("Da sapere", "To know"),
    "se": _t("se {dati}, {esito}", "if {dati}, {esito}"),
    "e": _t(" e ", " and "),
    "fosse": _t("«{nome}» fosse {nuovo}", "“{nome}” were {nuovo}"),
    "adesso": _t(" (ora è {valore}: {distanza})", " (now it is {valore}: {distanza})"),
    "adesso_solo": _t(" (ora è {valore})", " (now it is {valore})"),
    "meno": _t("{quanto} in meno", "{quanto} less"),
    "piu": _t("{quanto} in più", "{quanto} more"),
    "prima": _t("{quanto} prima", "{quanto} earlier"),
    "dopo": _t("{quanto} dopo", "{quanto} later"),
    "un_giorno": _t("1 giorno", "1 day"),
    "giorni": _t("{n} giorni", "{n} days"),
    "basso": _t("«{nome}» avesse un valore più basso", "“{nome}” had a lower value"),
    "alto": _t("«{nome}» avesse un valore più alto", "“{nome}” had a higher value"),
    "precedente": _t("«{nome}» fosse un giorno precedente", "“{nome}” were an earlier day"),
    "successivo": _t("«{nome}» fosse un giorno successivo", "“{nome}” were a later day"),
    "diverso": _t("«{nome}» avesse un altro valore", "“{nome}” had another value"),
    "altro_codice": _t("un altro codice", "another code"),
    "del_componente": _t("{nome} del componente {n}", "{nome} of member {n}"),
    "sarebbe": _t("la domanda sarebbe {esito}", "the application would be {esito}"),
    "con_importo": _t(", con un importo di {importo}", ", with an amount of {importo}"),
    "mancherebbe": _t("; mancherebbe ancora: {dati}", "; still missing: {dati}"),
    "importo": _t(
        "l'importo sarebbe {nuovo} invece di {ora}", "the amount would be {nuovo} instead of {ora}"
    ),
    "importo_maggiore": _t("l'importo sarebbe maggiore", "the amount would be greater"),
    "al_massimo": _t("; al massimo {importo}, con {nuovo}", "; at most {importo}, with {nuovo}"),
    "sana": _t(
        ". Requisiti che sarebbero soddisfatti: {requisiti}",
        ". Requirements that would be met: {requisiti}",
    ),
    "dal_al": _t("{giorno} {fino}", "{giorno} {fino}"),
    "dal_non_deciso": _t(
        "{giorno} (fino a quando, nei passi concessi non si è guardato fino in fondo)",
        "{giorno} (until when was not looked through, within the steps allowed)",
    ),
    "giorno_nascosto": _t(
        "da un giorno che deve ancora venire", "from a day that is still to come"
    ),
    "giorni_nascosti": _t(
        "da un giorno che deve ancora venire, e non oltre un altro",
        "from a day that is still to come, and not beyond another",
    ),
    "legge": _t("{quando} (con la legge di allora)", "{quando} (by the law of then)"),
    "tempo_basta": _t("{quando} {esito}", "{quando} {esito}"),
    "requisiti_dal": _t(
        "i requisiti si guardassero {quando}", "requisites were held {quando}"
    ),
    "requisiti_altrove": _t(
        "un avviso uguale guardasse i requisiti {quando}",
        "another notice like it held requisites {quando}",
    ),
    "uguale": _t(
        "Un avviso uguale ha le stesse regole, la stessa legge e tutti i suoi giorni spostati "
        "insieme, anche quelli di pubblicazione, apertura e chiusura. Se ci sarà, qui non si sa.",
        "Another notice like it has the same rules, the same law and all its days moved together, "
        "those of publication, opening and closing too. Whether there will be one is not known.",
    ),
    "fissa": _t(
        "In questo avviso il tempo non aiuta: i requisiti si guardano {giorno}.",
        "In this notice time does not help: requisites are held {giorno}.",
    ),
    "quale_giorno": _t(
        "Da quale giorno, qui non si calcola. E vale solo se quel giorno tutto il resto è ancora "
        "com'è ora: con il tempo altre condizioni sui giorni possono non valere più.",
        "From which day is not computed here. And it holds only if on that day all the rest is "
        "still as it is now: as time goes by other conditions on days may no longer hold.",
    ),
    "altro_avviso": _t(
        "In un avviso uguale, con i requisiti guardati {quando}, {esito}",
        "In another notice like it, with requisites held {quando}, {esito}",
    ),
    "nessun_giorno": _t(
        "Il tempo da solo non basta, con gli altri dati come sono ora.",
        "Time alone is not enough, with the other facts as they are now.",
    ),
    "tempo_non_deciso": _t(
        "Se il tempo da solo basterebbe, nei passi concessi non si è guardato fino in fondo.",
        "Whether time alone would be enough was not looked through, within the steps allowed.",
    ),
    "nessun_avviso": _t(
        "Con la legge del giorno di questo avviso il tempo non basterebbe da solo nemmeno in un "
        "avviso uguale, più avanti. Se la legge cambia, la risposta può essere un'altra.",
        "Under the law of the day of this notice time alone would not be enough in another notice "
        "like it either, later on. If the law changes, the answer may be another.",
    ),
    "nessuno_puo": _t(
        "Con un altro valore di {dati} la risposta sarebbe un'altra, ma nessuno può cambiarlo.",
        "With another value of {dati} the answer would be another, but nobody can change it.",
    ),
    "importo_puo": _t(
        "Con un altro valore di {dati} l'importo sarebbe maggiore, ma nessuno può cambiarlo.",
        "With another value of {dati} the amount would be greater, but nobody can change it.",
    ),
    "importo_possono": _t(
        "Con un altro valore di uno di questi dati l'importo sarebbe maggiore, ma nessuno può "
        "cambiarli: {dati}.",
        "With another value of one of these facts the amount would be greater, but nobody can "
        "change them: {dati}.",
    ),
    "nessuno_possono": _t(
        "Con un altro valore di uno di questi dati la risposta sarebbe un'altra, ma nessuno può "
        "cambiarli: {dati}.",
        "With another value of one of these facts the answer would be another, but nobody can "
        "change them: {dati}.",
    ),
    "falliti": _t(
        "Requisiti non soddisfatti ora: {requisiti}", "Requirements not met now: {requisiti}"
    ),
    "prova": _t("{nome} (lo prova: {prova})", "{nome} (proved by: {prova})"),
    "niente": _t(
        "Nessun dato, da solo o con un altro, cambia l'esito.",
        "No fact, alone or with another, changes the outcome.",
    ),
    "gia_massimo": _t(
        "Nessun dato, da solo o con un altro, dà un importo maggiore.",
        "No fact, alone or with another, gives a greater amount.",
    ),
    "nulla": _t(
        "La domanda è ammessa e qui non c'è un importo: non serve cambiare nulla.",
        "The application is admitted and there is no amount here: nothing needs to change.",
    ),
    "completare": _t(
        "Nessun requisito risulta non soddisfatto: prima di tutto la domanda va completata.",
        "No requirement is found not met: first of all the application is to be completed.",
    ),
    "non_visti": _t(
        "Nessuno qui ha letto che cosa chiede l'atto: l'esito migliore è da completare. "
        "{requisiti}",
        "Nobody here has read what the act asks: the best outcome is to be completed. "
        "{requisiti}",
    ),
    "esclusi": _t(
        "{dati}: i componenti sono elencati, e aggiungerne o toglierne non è un dato solo; non si "
        "è provato.",
        "{dati}: members are listed, and to add or remove some is not one fact; it was not tried.",
    ),
    "non_decisi": _t(
        "Non deciso nei passi concessi, può esserci un cambiamento più piccolo o un altro: {dati}",
        "Not decided within the steps allowed, there may be a smaller change or another: {dati}",
    ),
    "nascosti": _t(
        "I valori, le differenze e i giorni che li rivelano non si mostrano.",
        "Values are not shown, nor the differences and days that reveal them.",
    ),
    "altre": _t("e altre {n} coppie più lontane", "and {n} more pairs farther away"),
}  # fmt: skip

ESITI: Final = {
    Esito.AMMESSO: _t("ammessa", "admitted"),
    Esito.NON_AMMESSO: _t("non ammessa", "not admitted"),
    Esito.DA_COMPLETARE: _t("da completare", "to be completed"),
}


def dire(frase: str, lang: Lang, **blanks: object) -> str:
    """One of the sentences, its blanks filled."""
    return FRASI[frase].render(lang).format(**blanks)
