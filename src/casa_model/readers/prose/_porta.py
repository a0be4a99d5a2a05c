"""What the door of a notice asks, before any requirement: its terms, one application a number."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from casa_model.readers.prose._frase import Frase
from casa_model.readers.prose._libro import Condizione, Paragrafo, Scheda
from casa_model.readers.prose._requisiti import fonte, maiuscola
from casa_model.readers.prose._titoli import frase
from casa_model.readers.prose._valori import con, giorno
from casa_model.rules.moments import day_of
from casa_model.rules.porta import NEI_TERMINI, PROTOCOLLO_UNICO, TESTI

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casa_model.errors import Lang
    from casa_model.readers.prose._libro import Blocco
    from casa_model.readers.prose._valori import Preposizione
    from casa_model.readers.prose._vocabolario import Vocabolario
    from casa_model.rules.avviso import Avviso
    from casa_model.rules.misura import Momento


def porta(v: Vocabolario, avviso: Avviso) -> tuple[tuple[Blocco, ...], tuple[Scheda, ...]]:
    """What is said of the door and its cards, in the order in which an explanation tells them.

    A notice without terms has no such ground: it is said that any day will do.
    """
    unique = _scheda(v, avviso, PROTOCOLLO_UNICO, frase("protocollo", v.lang))
    terms = termini(v, avviso, "presentata")
    if terms is None:
        return (Paragrafo(frase("senza_termini", v.lang)),), (unique,)
    more = () if avviso.chiusura is not None else (Paragrafo(frase("senza_chiusura", v.lang)),)
    return (), (_scheda(v, avviso, NEI_TERMINI, terms, more), unique)


def _scheda(
    v: Vocabolario, avviso: Avviso, codice: str, words: str, more: tuple[Blocco, ...] = ()
) -> Scheda:
    def blocks() -> Iterator[Blocco]:
        yield from fonte(v, avviso.fonte)
        yield Paragrafo(frase("soddisfatto", v.lang))
        yield Condizione(Frase(words))
        yield from more

    return Scheda(maiuscola(v.dice(TESTI[codice])), tuple(blocks()))


def termini(v: Vocabolario, avviso: Avviso, word: str) -> str | None:
    """From when and until when applications are made; None when the notice says neither."""
    terms = []
    if avviso.apertura is not None:
        terms.append(momento(v.lang, avviso.apertura, "dal"))
    if avviso.chiusura is not None:
        terms.append(frase("fino", v.lang, a=momento(v.lang, avviso.chiusura, "al")))
    if not terms:
        return None
    return frase(word, v.lang, a=frase("e", v.lang).join(terms))


def momento(lang: Lang, moment: Momento, before: Preposizione | None = None) -> str:
    """A day, with its hour where it has one, after a preposition where one is wanted."""
    day = day_of(moment)
    words = giorno(day, lang) if before is None else con(before, day, lang)
    if isinstance(moment, datetime):
        return frase("ora", lang, a=words, b=f"{moment:%H:%M}")
    return words
