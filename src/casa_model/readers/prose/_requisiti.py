"""The sections of a rule book about conditions: requirements and computed values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casa_model.readers.prose._condizioni import Condizioni
from casa_model.readers.prose._libro import Condizione, Paragrafo, Scheda, Sezione, Tabella
from casa_model.readers.prose._titoli import COLONNE, TITOLI, frase
from casa_model.rules import tree as t
from casa_model.rules.types import BoolType

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from casa_model.readers.prose._libro import Blocco
    from casa_model.readers.prose._vocabolario import Vocabolario
    from casa_model.rules.misura import Definizione, Deroga, Requisito
    from casa_model.values import Fonte, Vigenza


def fonte(v: Vocabolario, source: Fonte) -> Iterator[Blocco]:
    """A source, and what it notes."""
    yield Paragrafo(frase("fonte", v.lang, a=v.cita(source)))
    if source.nota is not None:
        yield Paragrafo(frase("nota", v.lang, a=v.dice(source.nota)))


def in_vigore(v: Vocabolario, vigenza: Vigenza) -> str:
    """The days on which something is law."""
    if vigenza.al is None:
        return frase("in_vigore_dal", v.lang, a=v.con("dal", vigenza.dal))
    return frase("in_vigore_al", v.lang, a=v.con("dal", vigenza.dal), b=v.con("al", vigenza.al))


def maiuscola(text: str) -> str:
    """A text that begins a line."""
    return text[:1].upper() + text[1:]


def requisiti(
    v: Vocabolario,
    asked: Iterable[Requisito],
    before: tuple[Blocco, ...] = (),
    first: tuple[Scheda, ...] = (),
) -> Sezione:
    """Every requirement in words, beside its article; `first` is what the door of a notice asks."""
    cards = (
        Scheda(maiuscola(v.dice(each.testo)), tuple(_requisito(v, each)), each.codice)
        for each in asked
    )
    intro = (Paragrafo(frase("requisiti", v.lang)), *before)
    return Sezione(v.dice(TITOLI["requisiti"]), intro, (*first, *cards), "requisiti")


def _requisito(v: Vocabolario, requisito: Requisito) -> Iterator[Blocco]:
    yield from fonte(v, requisito.fonte)
    if requisito.vigenza is not None:
        yield Paragrafo(in_vigore(v, requisito.vigenza))
    if requisito.condizione is None:
        yield Paragrafo(frase("non_visto", v.lang))
        return
    yield Paragrafo(frase("soddisfatto", v.lang))
    yield Condizione(Condizioni(v).detto(requisito.condizione))
    for deroga in requisito.deroghe:
        yield Paragrafo(frase("deroga", v.lang, a=_deroga(v, deroga)))
        yield Condizione(Condizioni(v).detto(deroga.condizione))


def _deroga(v: Vocabolario, deroga: Deroga) -> str:
    cited = str(v.cita(deroga.fonte))
    if deroga.testo is None:
        return cited
    return frase("fonte_deroga", v.lang, a=v.dice(deroga.testo), b=cited)


def definizioni(v: Vocabolario, used: Iterable[Definizione]) -> Sezione:
    """Every computed value that the rule uses; a choice of cases as a table."""
    cards = (
        Scheda(maiuscola(v.etichetta(each)), tuple(_definizione(v, each)), each.nome)
        for each in used
    )
    return Sezione(v.dice(TITOLI["definizioni"]), (), tuple(cards), "definizioni")


def _definizione(v: Vocabolario, definizione: Definizione) -> Iterator[Blocco]:
    if definizione.fonte is not None:
        yield from fonte(v, definizione.fonte)
    told = Condizioni(v)
    match definizione.vale:
        case t.Table(rows=rows, otherwise=otherwise, unique=unique):
            cases = [(row.when, row.value) for row in rows]
            if len(rows) > 1:
                yield Paragrafo(frase("unica" if unique else "prima_riga", v.lang))
            yield _casi(v, definizione, cases, otherwise)
        case t.If(cond=cond, then=then, other=other) if not _is_truth(definizione):
            yield _casi(v, definizione, [(cond, then)], other)
        case tree if _is_truth(definizione):
            yield Paragrafo(frase("vera", v.lang))
            yield Condizione(told.detto(tree))
        case tree:
            words = told.da_solo(tree, v.etichette_di(t.Definition(definizione.nome)))
            yield Paragrafo(frase("definizione", v.lang, a=words))


def _is_truth(definizione: Definizione) -> bool:
    return isinstance(definizione.tipo, BoolType)


def _casi(
    v: Vocabolario,
    definizione: Definizione,
    cases: Iterable[tuple[t.Expr, t.Expr]],
    otherwise: t.Expr,
) -> Tabella:
    told, labels = Condizioni(v), v.etichette_di(t.Definition(definizione.nome))
    rows = [(told.riga(when), told.da_solo(value, labels)) for when, value in cases]
    last = (v.dice(COLONNE["altrimenti"]), told.da_solo(otherwise, labels))
    heads = (v.dice(COLONNE["quando"]), v.dice(COLONNE["vale"]))
    return Tabella(heads, (*rows, last))
