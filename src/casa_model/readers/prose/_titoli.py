"""The headings of a rule book and the sentences that stand under them, in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from casa_model.rules.facts import Cambia
from casa_model.rules.misura import DetraeDa, Esaurimento
from casa_model.values import Testo

if TYPE_CHECKING:
    from casa_model.errors import Lang


def _t(it: str, en: str) -> Testo:
    return Testo(it=it, en=en)


TITOLI: Final = {
    "avviso": _t("L'avviso", "The notice"),
    "differenze": _t(
        "Che cosa cambia l'avviso rispetto alla misura",
        "What the notice changes against the measure",
    ),
    "requisiti": _t("Chi è ammesso", "Who is admitted"),
    "definizioni": _t("Valori calcolati", "Computed values"),
    "importo": _t("Quanto spetta", "How much is due"),
    "graduatoria": _t("In quale ordine", "In which order"),
    "fatti": _t("Che cosa si chiede, e che cosa lo prova", "What is asked, and what proves it"),
    "parametri": _t("I numeri della legge", "The numbers of the law"),
    "note": _t("Note", "Notes"),
    "lettura": _t("Come si leggono queste pagine", "How to read these pages"),
}
"""The headings, in the order of the book."""

FRASI: Final = {
    "fonte": _t("Fonte: {a}", "Source: {a}"),
    "nota": _t("Nota: {a}", "Note: {a}"),
    "nota_dal": _t("Nota al valore in vigore {a}: {b}", "Note to the value in force {a}: {b}"),
    "in_vigore_dal": _t("In vigore {a}.", "In force {a}."),
    "in_vigore_al": _t("In vigore {a} {b}.", "In force {a} {b}."),
    "legge": _t(
        "Dove c'è un numero tra parentesi accanto al suo nome, è quello in vigore {a}.",
        "A number in brackets beside its name is the one in force {a}.",
    ),
    "senza_giorno": _t(
        "Nessun giorno è stato scelto: ogni requisito porta i suoi giorni, ogni numero la sua "
        "storia.",
        "No day was chosen: every requirement has its days, every number its history.",
    ),
    "requisiti": _t(
        "Una domanda è ammessa quando ogni requisito è soddisfatto. Finché qualcosa non è noto, "
        "resta da completare.",
        "An application is admitted when every requirement is met. While something is not known, "
        "it is to be completed.",
    ),
    "soddisfatto": _t("È soddisfatto quando:", "It is met when:"),
    "deroga": _t("Oppure, in deroga ({a}), quando:", "Or, by derogation ({a}), when:"),
    "fonte_deroga": _t("{a} — {b}", "{a} — {b}"),
    "non_visto": _t(
        "L'atto lo chiede; nessuno qui lo ha letto. Finché non è letto, non è noto per nessuno.",
        "The act asks it; nobody here has read it. Until it is read, it is not known for anybody.",
    ),
    "definizione": _t("Vale: {a}", "It is: {a}"),
    "vera": _t("È sì quando:", "It is yes when:"),
    "prima_riga": _t(
        "Conta la prima riga che vale, dall'alto.", "The first row that holds counts, from the top."
    ),
    "unica": _t("Le righe non si sovrappongono mai.", "The rows never overlap."),
    "voci": _t(
        "Spetta la somma di queste voci, nell'ordine. Nessuna scende sotto zero.",
        "Due is the sum of these items, in order. None goes below zero.",
    ),
    "voce": _t("{a}: {b}", "{a}: {b}"),
    "solo_se": _t("solo se {a}", "only if {a}"),
    "al_massimo": _t("al massimo {a}", "at most {a}"),
    "massimo": _t("In tutto non si supera {a}.", "In all it does not go above {a}."),
    "parziale": _t(
        "Quando si paga solo una parte, le voci si coprono nello stesso ordine.",
        "When only a part is paid, the items are covered in the same order.",
    ),
    "ordine": _t(
        "Le domande ammesse sono in quest'ordine; a parità conta la riga seguente.",
        "Admitted applications are in this order; on a tie the next line counts.",
    ),
    "basso": _t("prima il valore più basso di {a}", "the lowest {a} first"),
    "alto": _t("prima il valore più alto di {a}", "the highest {a} first"),
    "presto": _t(
        "in ordine di {a}, dal primo giorno all'ultimo", "by {a}, from the first day to the last"
    ),
    "tardi": _t(
        "in ordine di {a}, dall'ultimo giorno al primo", "by {a}, from the last day to the first"
    ),
    "prima_no": _t(
        "prima le domande con {a}: no, poi quelle con sì",
        "first the applications with {a}: no, then those with yes",
    ),
    "prima_si": _t(
        "prima le domande con {a}: sì, poi quelle con no",
        "first the applications with {a}: yes, then those with no",
    ),
    "scelte": _t("secondo {a}, in quest'ordine: {b}", "by {a}, in this order: {b}"),
    "crescente": _t("in ordine di {a}", "in order of {a}"),
    "decrescente": _t("in ordine inverso di {a}", "in reverse order of {a}"),
    "riserva": _t(
        "Riserva «{n}»: una parte della dotazione pari a {q}, arrotondata per eccesso, va prima di "
        "tutto alle domande per le quali vale questo:",
        "Reserve “{n}”: a part of the endowment equal to {q}, rounded up, goes first to the "
        "applications for which this holds:",
    ),
    "riserva_resto": _t(
        "Chi ne ha titolo e non vi entra concorre con tutti; ciò che avanza torna a tutti.",
        "Holders who do not fit compete with everybody; what is left goes back to everybody.",
    ),
    "di_ognuno": _t("di ogni componente", "of each member"),
    "del_nucleo": _t("del nucleo", "of the household"),
    "cessa": _t("nessun valore", "no value"),
    "in_vigore": _t("{a} (in vigore)", "{a} (in force)"),
    "ente": _t("Ente: {a}", "Owner: {a}"),
    "misura": _t("Applica la misura: {a}", "It applies the measure: {a}"),
    "giorno_norma": _t(
        "La legge è quella {a}, chiunque decida e quando.",
        "The law is that {a}, whoever decides and when.",
    ),
    "requisiti_il": _t("I requisiti si guardano {a}.", "Requisites are looked at {a}."),
    "pubblicazione": _t("Pubblicazione: {a}", "Publication: {a}"),
    "termini": _t("le domande si presentano {a}", "applications are made {a}"),
    "presentata": _t("la domanda è presentata {a}", "the application is made {a}"),
    "fino": _t("fino {a}", "{a}"),
    "e": _t(" e ", " and "),
    "senza_chiusura": _t(
        "L'avviso non fissa un termine di chiusura.", "The notice sets no closing term."
    ),
    "senza_termini": _t(
        "L'avviso non fissa termini: una domanda si può presentare in qualunque giorno.",
        "The notice sets no terms: an application may be made on any day.",
    ),
    "protocollo": _t(
        "nessuna domanda precedente ha lo stesso numero di protocollo",
        "no earlier application has the same protocol number",
    ),
    "dotazione_euro": _t("Dotazione: {a} — {b}", "Endowment: {a} — {b}"),
    "dotazione_alloggio": _t("Dotazione: un alloggio — {b}", "Endowment: one dwelling — {b}"),
    "dotazione_alloggi": _t("Dotazione: {a} alloggi — {b}", "Endowment: {a} dwellings — {b}"),
    "ora": _t("{a} alle {b}", "{a} at {b}"),
    "nella_misura": _t("nella misura: {a}", "in the measure: {a}"),
    "di_norma": _t("di norma: {a}", "by default: {a}"),
    "niente": _t("niente", "nothing"),
    "nell_avviso": _t("nell'avviso: {a}", "in the notice: {a}"),
    "motivo": _t("{a}; motivo: {b}", "{a}; reason: {b}"),
}
"""Sentences, with their blanks."""

COLONNE: Final = {
    "quando": _t("quando", "when"),
    "vale": _t("vale", "it is"),
    "altrimenti": _t("in ogni altro caso", "in any other case"),
    "senza_prova": _t("nessun documento indicato", "no document stated"),
    "fatto": _t("che cosa", "what"),
    "di_chi": _t("di chi", "of whom"),
    "tipo": _t("come si scrive", "how it is written"),
    "prova": _t("lo prova", "proved by"),
    "cambia": _t("chi può cambiarlo", "who can change it"),
    "riga": _t("riga", "row"),
    "dal": _t("dal", "from"),
    "valore": _t("valore", "value"),
    "fonte": _t("fonte e grado", "source and grade"),
}
"""The headings of tables."""

CAMBIA: Final = {
    Cambia.PERSONA: _t("la persona", "the person"),
    Cambia.TEMPO: _t("il tempo", "time"),
    Cambia.NESSUNO: _t("nessuno", "nobody"),
}

DETRAE: Final = {
    DetraeDa.SPESA: _t(
        "Dalla spesa, prima del massimo, si toglie:", "Off the expense, before the cap:"
    ),
    DetraeDa.CONTRIBUTO: _t(
        "Dal contributo, dopo il massimo, si toglie:", "Off the grant, after the cap:"
    ),
}

DETRAE_DA: Final = {
    DetraeDa.SPESA: _t("dalla spesa, prima del massimo", "from the expense, before the cap"),
    DetraeDa.CONTRIBUTO: _t("dal contributo, dopo il massimo", "from the grant, after the cap"),
}
"""What deductions are taken from, inside a sentence."""

ESAURIMENTO: Final = {
    Esaurimento.RESIDUO: _t(
        "Quando la dotazione finisce, il primo che non può avere tutto riceve ciò che resta; gli "
        "altri sono in attesa.",
        "When the endowment ends, the first who cannot be paid in full gets what is left; the "
        "others wait.",
    ),
    Esaurimento.PROPORZIONALE: _t(
        "Quando la dotazione non basta per tutti, ognuno riceve in proporzione a ciò che gli "
        "spetta, fino all'ultimo centesimo.",
        "When the endowment is not enough for all, each gets a share of what is due, to the last "
        "cent.",
    ),
    Esaurimento.SOLO_INTERI: _t(
        "Si paga solo per intero: ci si ferma al primo che non può avere tutto.",
        "Payments are whole: they stop at the first who cannot be paid in full.",
    ),
}
SALTA: Final = _t(
    "Si paga solo per intero: chi non può avere tutto è saltato, e si va avanti.",
    "Payments are whole: who cannot be paid in full is passed over, and the next is tried.",
)
ALLOGGI: Final = _t(
    "Va un alloggio a ogni domanda, nell'ordine, finché ce ne sono; le altre sono in attesa.",
    "One dwelling goes to each application, in order, while there are any; the others wait.",
)

LETTURA: Final = (
    _t(
        "Tra virgolette stanno i nomi dei fatti, dei numeri della legge, dei valori calcolati e "
        "dei giorni: ognuno è spiegato nella sua sezione.",
        "Between quotation marks stand names of facts, of numbers of the law, of computed values "
        "and of days: each is explained in its section.",
    ),
    _t(
        "I mesi e gli anni sono compiuti: il mese si compie nello stesso giorno, o nell'ultimo del "
        "mese quando quel giorno non c'è; sono zero se il secondo giorno viene prima.",
        "Months and years are complete: a month is complete on the same day, or on the last of the "
        "month when there is no such day; they are none when the second day comes first.",
    ),
    _t(
        "Arrotondando, la metà va lontano da zero: 0,005 diventa 0,01.",
        "In rounding, halves go away from zero: 0.005 becomes 0.01.",
    ),
    _t(
        "Accanto a ogni numero c'è il grado della fonte: dall'atto, da fonte secondaria, derivata.",
        "Beside every number stands the grade of its source: from the act, from a secondary "
        "source, derived.",
    ),
)
"""What a reader should know of the words of the book."""


def frase(name: str, lang: Lang, **blanks: object) -> str:
    """One of the sentences, its blanks filled."""
    return FRASI[name].render(lang).format(**blanks)
