"""The words of the sentences of a rule, in both languages.

A label stands between quotation marks as a name does, so that a sentence is sound whatever its
gender and number, and two labels are never read as one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from casa_model.values import Testo

if TYPE_CHECKING:
    from casa_model.errors import Lang


def _t(it: str, en: str) -> Testo:
    return Testo(it=it, en=en)


PAROLE: Final = {
    "sempre": _t("vale sempre", "it always holds"),
    "mai": _t("non vale mai", "it never holds"),
    "si": _t("{a}: sì", "{a}: yes"),
    "no": _t("{a}: no", "{a}: no"),
    "tutte": _t("valgono tutte queste cose", "all of these hold"),
    "una": _t("vale almeno una di queste cose", "at least one of these holds"),
    "non": _t("non vale questo", "this does not hold"),
    "casi": _t("secondo i casi", "according to the case"),
    "se": _t("se {c}", "if {c}"),
    "allora": _t("allora: {a}", "then: {a}"),
    "altrimenti": _t("altrimenti: {a}", "otherwise: {a}"),
    "se_altrimenti": _t("({a}, se {c}; altrimenti {b})", "({a}, if {c}; otherwise {b})"),
    "fra": _t("{a} è uno di questi casi: {b}", "{a} is one of these: {b}"),
    "non_fra": _t("{a} non è nessuno di questi casi: {b}", "{a} is none of these: {b}"),
    "piu": _t("({a} più {b})", "({a} plus {b})"),
    "meno": _t("({a} meno {b})", "({a} minus {b})"),
    "per": _t("({a} per {b})", "({a} times {b})"),
    "minimo": _t("(il valore più basso tra {a})", "(the lowest of {a})"),
    "massimo": _t("(il valore più alto tra {a})", "(the highest of {a})"),
    "arrotonda": _t("(il valore di {a} arrotondato {n})", "(the value of {a} rounded {n})"),
    "all_unita": _t("all'unità", "to the unit"),
    "un_decimale": _t("a un decimale", "to one decimal"),
    "decimali": _t("a {n} decimali", "to {n} decimals"),
    "mesi": _t(
        "il numero di mesi compiuti {da_a} {a_b}", "the number of complete months from {a} to {b}"
    ),
    "anni": _t(
        "il numero di anni compiuti {da_a} {a_b}", "the number of complete years from {a} to {b}"
    ),
    "piu_mesi": _t("(il giorno {a}, {b})", "(the day {a}, {b})"),
    "mesi_in_piu": _t("più {n} mesi", "plus {n} months"),
    "un_mese_in_piu": _t("più un mese", "plus one month"),
    "mesi_in_meno": _t("meno {n} mesi", "minus {n} months"),
    "un_mese_in_meno": _t("meno un mese", "minus one month"),
    "mesi_pari_a": _t("più un numero di mesi pari a {n}", "plus a number of months equal to {n}"),
    "qualcuno": _t("per almeno un componente del nucleo", "for at least one member"),
    "tutti": _t("per ogni componente del nucleo", "for every member"),
    "conta": _t("il numero di componenti per i quali {c}", "the number of members for whom {c}"),
    "somma": _t("la somma di {a} di tutti i componenti", "the sum of {a} over all members"),
    "somma_se": _t(
        "la somma di {a} dei componenti per i quali {c}",
        "the sum of {a} over the members for whom {c}",
    ),
    "tabella": _t("secondo la tabella", "according to the table"),
    "vale": _t("{a} ({b})", "{a} ({b})"),
    "vale_ora": _t("{a} (in vigore: {b})", "{a} (in force: {b})"),
    "indice": _t("{a} alla riga {b}", "{a} at row {b}"),
}
"""Sentences and phrases, with their blanks."""

CONFRONTI: Final = {
    "<": _t("{a} è inferiore a {b}", "{a} is below {b}"),
    "<=": _t("{a} non supera {b}", "{a} is not above {b}"),
    ">": _t("{a} supera {b}", "{a} is above {b}"),
    ">=": _t("{a} è almeno {b}", "{a} is at least {b}"),
    "==": _t("{a} è uguale a {b}", "{a} equals {b}"),
    "!=": _t("{a} non è uguale a {b}", "{a} does not equal {b}"),
}
"""Comparisons of numbers, choices and codes."""

CONFRONTI_GIORNI: Final = {
    "<": _t("{il_a} viene prima {di_b}", "{a} comes before {b}"),
    "<=": _t("{il_a} non viene dopo {il_b}", "{a} does not come after {b}"),
    ">": _t("{il_a} viene dopo {il_b}", "{a} comes after {b}"),
    ">=": _t("{il_a} non viene prima {di_b}", "{a} does not come before {b}"),
    "==": _t("{il_a} è uguale {a_b}", "{a} equals {b}"),
    "!=": _t("{il_a} non è uguale {a_b}", "{a} does not equal {b}"),
}
"""Comparisons of days."""

SEMPLICI: Final = {"il": "", "dal": "da ", "al": "a ", "del": "di "}
"""What stands in Italian before a name between quotation marks, which takes no article."""


def dire(parola: str, lang: Lang, **blanks: object) -> str:
    """One of the sentences, its blanks filled."""
    return PAROLE[parola].render(lang).format(**blanks)


def tra_virgolette(words: str, lang: Lang) -> str:
    """A label as a name: «ISEE del nucleo», “household ISEE”."""
    return f"«{words}»" if lang == "it" else f"“{words}”"
