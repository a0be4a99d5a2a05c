"""A comparison as a book: what changes in words, then what it does to a population."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from casa_model.casa.confronta._cambiamento import due_lati
from casa_model.casa.confronta._parole import vocabolario
from casa_model.casa.confronta._parti import Parte
from casa_model.casa.confronta._prove import sezione_prove
from casa_model.casa.confronta._tavole import sezioni_effetti
from casa_model.errors import only_lang
from casa_model.readers.prose import Libro, Paragrafo, Scheda, Sezione
from casa_model.rules.avviso import Operazione
from casa_model.values import Testo

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from casa_model.casa.confronta._cambiamento import Cambiamento
    from casa_model.casa.confronta._confronta import Confronto
    from casa_model.casa.confronta._esempi import Prova
    from casa_model.casa.confronta._popolazione import Effetti
    from casa_model.casa.confronta._versione import Versione
    from casa_model.errors import Lang
    from casa_model.readers.prose import Blocco

_TITLE: Final = Testo(it="Che cosa cambia: {a}", en="What changes: {a}")
_SIDES: Final = (
    Testo(it="Prima: {a}, legge {b}.", en="Before: {a}, law {b}."),
    Testo(it="Ora: {a}, legge {b}.", en="Now: {a}, law {b}."),
)
_BEFORE: Final = Testo(it="Prima:", en="Before:")
_NOW: Final = Testo(it="Ora:", en="Now:")
_SAME: Final = Testo(
    it="Non cambia nulla: nessuna domanda può avere un'altra risposta.",
    en="Nothing changes: no application can get another answer.",
)
_WORDS: Final = Testo(
    it="I testi sono diversi, ma solo in parole, fonti, note, ordine o valori non in vigore.",
    en="The texts differ, but only in words, sources, notes, order or values out of force.",
)
_NO_WORDS: Final = Testo(
    it="Anche i testi dicono le stesse cose.", en="The texts say the same things too."
)
_ONLY_DAY: Final = Testo(
    it="La legge è la stessa: cambia solo il giorno a cui si guardano i fatti.",
    en="The law is the same: only the day on which facts are looked at changes.",
)
_PARTS: Final = {
    Parte.REQUISITO: Testo(it="Requisiti", en="Requirements"),
    Parte.PARAMETRO: Testo(it="Numeri della legge", en="Numbers of the law"),
    Parte.DEFINIZIONE: Testo(it="Valori calcolati", en="Computed values"),
    Parte.FATTO: Testo(it="Che cosa si chiede", en="What is asked"),
    Parte.IMPORTO: Testo(it="Importo", en="Amount"),
    Parte.GRADUATORIA: Testo(it="Graduatoria", en="Ranking"),
    Parte.VIGENZA: Testo(it="Vigenza", en="Days in force"),
    Parte.GIORNO: Testo(it="Giorni", en="Days"),
    Parte.TERMINI: Testo(it="Termini", en="Terms"),
    Parte.DOTAZIONE: Testo(it="Dotazione", en="Endowment"),
}
_DONE: Final = {
    Operazione.AGGIUNGE: Testo(it="aggiunto: {a}", en="added: {a}"),
    Operazione.TOGLIE: Testo(it="tolto: {a}", en="removed: {a}"),
    Operazione.SOSTITUISCE: Testo(it="cambiato: {a}", en="changed: {a}"),
}


def libro_di(
    confronto: Confronto,
    *,
    lang: Lang,
    effetti: Effetti | None = None,
    note: Iterable[Testo] = (),
    prove: Iterable[Prova] | None = None,
) -> Libro:
    """The comparison in words, and what it does to a population where there is one.

    `note` are what is to be said first of all, such as that the population is imaginary; `prove`
    what proof says of each effect.
    """
    only_lang(lang)
    sides = zip(_SIDES, (confronto.prima, confronto.ora), strict=True)
    opening = [Paragrafo(_side(words, versione, lang)) for words, versione in sides]
    if confronto.uguale:
        told = _WORDS if confronto.testi_diversi else _NO_WORDS
        opening += [Paragrafo(_SAME.render(lang)), Paragrafo(told.render(lang))]
    if confronto.solo_il_giorno:
        opening.append(Paragrafo(_ONLY_DAY.render(lang)))
    opening += [Paragrafo(each.render(lang)) for each in note]
    sections = list(_sections(confronto, lang))
    shown = None if prove is None else tuple(prove)
    if shown is not None:
        sections.append(sezione_prove(confronto, shown, lang))
    if effetti is not None:
        sections += sezioni_effetti(confronto, effetti, lang, shown)
    title = _TITLE.render(lang).format(a=confronto.ora.titolo.render(lang))
    return Libro(lang, title, tuple(opening), tuple(sections))


def _side(words: Testo, versione: Versione, lang: Lang) -> str:
    day = vocabolario(versione, lang).con("del", versione.giorno)
    return words.render(lang).format(a=versione.titolo.render(lang), b=day)


def _sections(confronto: Confronto, lang: Lang) -> Iterator[Sezione]:
    for parte in Parte:
        mine = [each for each in confronto.cambiamenti if each.parte is parte]
        cards = tuple(_card(confronto, each, lang) for each in mine)
        if cards:
            yield Sezione(_PARTS[parte].render(lang), (), cards)


def _card(confronto: Confronto, each: Cambiamento, lang: Lang) -> Scheda:
    before, now = due_lati(confronto.prima, confronto.ora, each, lang)
    blocks: list[Blocco] = []
    for words, side in ((_BEFORE, before), (_NOW, now)):
        if side is not None:
            blocks += (Paragrafo(words.render(lang)), *side)
    title = _DONE[each.operazione].render(lang).format(a=each.titolo.render(lang))
    return Scheda(title[:1].upper() + title[1:], tuple(blocks))
