"""From a measure or a notice to its rule book."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casa_model.errors import only_lang
from casa_model.readers.environment import check_day
from casa_model.readers.prose import _dati, _denaro
from casa_model.readers.prose._differenze import differenze_di
from casa_model.readers.prose._libro import Elenco, Libro, Paragrafo, Sezione
from casa_model.readers.prose._porta import momento, porta, termini
from casa_model.readers.prose._requisiti import (
    definizioni,
    fonte,
    in_vigore,
    maiuscola,
    requisiti,
)
from casa_model.readers.prose._titoli import LETTURA, TITOLI, frase
from casa_model.readers.prose._vocabolario import Vocabolario
from casa_model.rules import tree as t
from casa_model.rules.avviso import Avviso, measure_of
from casa_model.rules.reach import in_force, names_among, reached

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from casa_model.errors import Lang
    from casa_model.readers.prose._differenze import DifferenzaSpiegata
    from casa_model.readers.prose._libro import Blocco
    from casa_model.rules.misura import Misura
    from casa_model.values import Testo


def prose(
    regole: Misura | Avviso,
    *,
    on: date | None = None,
    lang: Lang,
    base: Misura | None = None,
) -> Libro:
    """The rule book of a measure or of a notice: every rule in words, beside its article.

    `on` is the day whose law is told: the requirements in force then, and beside each number of the
    law its value. None tells every requirement with its days and every number with its history
    alone; a notice has a day of its own and takes no other. `base` is the measure of a notice: with
    it, what the notice removed is told in its own words.

    Raises `WrongDay` when the measure does not answer on `on`, or the notice has another day.
    """
    only_lang(lang)
    if on is not None:
        check_day(measure_of(regole), on)
    if isinstance(regole, Avviso):
        return _of_notice(regole, lang, base)
    v = Vocabolario(regole, lang, on)
    day = frase("senza_giorno", lang) if on is None else frase("legge", lang, a=v.con("il", on))
    opening = (
        *fonte(v, regole.fonte),
        Paragrafo(in_vigore(v, regole.vigenza)),
        Paragrafo(day),
    )
    sections = (*_rules(v, None), *_notes(v, regole.note))
    return Libro(lang, v.dice(regole.titolo), opening, sections)


def _of_notice(avviso: Avviso, lang: Lang, base: Misura | None) -> Libro:
    fixed = avviso.calendario
    v = Vocabolario(avviso.misura, lang, fixed.giorno_norma)
    opening = (Paragrafo(frase("legge", lang, a=v.con("il", fixed.giorno_norma))),)
    sections = (
        Sezione(v.dice(TITOLI["avviso"]), tuple(_notice(v, avviso, base))),
        *_differences(v, avviso, base),
        *_rules(v, avviso),
        *_notes(v, (*avviso.note, *avviso.misura.note)),
    )
    return Libro(lang, v.dice(avviso.titolo), opening, sections)


def _rules(v: Vocabolario, avviso: Avviso | None) -> Iterator[Sezione]:
    """The sections of the rules; one that would be empty is left out."""
    dotazione = None if avviso is None else avviso.dotazione
    misura = v.misura
    asked = misura.requisiti if v.on is None else in_force(misura, v.on)
    nodes = reached(misura, asked)
    named = names_among(nodes, t.Fact) | names_among(nodes, t.MemberFact)
    defined = names_among(nodes, t.Definition)
    params = names_among(nodes, t.Param)
    before, first = ((), ()) if avviso is None else porta(v, avviso)
    yield requisiti(v, asked, before, first)
    if misura.importo is not None:
        yield _denaro.importo(v, misura.importo)
    if misura.graduatoria is not None:
        # A measure that pays nothing ranks for dwellings, until a notice says what there is.
        alloggi = misura.importo is None if dotazione is None else dotazione.alloggi is not None
        yield _denaro.graduatoria(v, misura.graduatoria, alloggi=alloggi)
    if defined:
        yield definizioni(v, [each for each in misura.definizioni if each.nome in defined])
    if params:
        yield _dati.parametri(v, [each for each in misura.parametri if each.nome in params])
    if named:
        yield _dati.fatti(v, [fatto for fatto in misura.fatti if fatto.nome in named])


def _notes(v: Vocabolario, notes: tuple[Testo, ...]) -> Iterator[Sezione]:
    if notes:
        yield Sezione(v.dice(TITOLI["note"]), (Elenco(tuple(map(v.dice, notes))),))
    yield Sezione(v.dice(TITOLI["lettura"]), (Elenco(tuple(map(v.dice, LETTURA))),))


def _notice(v: Vocabolario, avviso: Avviso, base: Misura | None) -> Iterator[Blocco]:
    fixed = avviso.calendario
    yield Paragrafo(frase("ente", v.lang, a=avviso.ente))
    name = avviso.base if base is None else v.dice(base.titolo)
    yield Paragrafo(frase("misura", v.lang, a=name))
    yield from fonte(v, avviso.fonte)
    lines = [
        frase("giorno_norma", v.lang, a=v.con("del", fixed.giorno_norma)),
        frase("requisiti_il", v.lang, a=v.con("il", fixed.data_requisiti)),
        *_terms(v, avviso),
    ]
    yield Elenco(tuple(lines))
    if avviso.dotazione is not None:
        cited = v.cita(avviso.dotazione.fonte)
        if avviso.dotazione.euro is not None:
            money = avviso.dotazione.euro.render(v.lang)
            yield Paragrafo(frase("dotazione_euro", v.lang, a=money, b=cited))
        else:
            many = avviso.dotazione.alloggi
            word = "dotazione_alloggio" if many == 1 else "dotazione_alloggi"
            yield Paragrafo(frase(word, v.lang, a=many, b=cited))


def _terms(v: Vocabolario, avviso: Avviso) -> Iterator[str]:
    if avviso.pubblicazione is not None:
        yield frase("pubblicazione", v.lang, a=momento(v.lang, avviso.pubblicazione))
    terms = termini(v, avviso, "termini")
    if terms is not None:
        yield maiuscola(terms)


def _differences(v: Vocabolario, avviso: Avviso, base: Misura | None) -> Iterator[Sezione]:
    lines = tuple(_difference(v, each) for each in differenze_di(avviso, base, v.lang))
    if lines:
        yield Sezione(v.dice(TITOLI["differenze"]), (Elenco(lines),))


def _difference(v: Vocabolario, each: DifferenzaSpiegata) -> str:
    text = each.testo
    if each.motivo is not None:
        text = frase("motivo", v.lang, a=text, b=each.motivo)
    return f"{text} — {each.fonte}"
