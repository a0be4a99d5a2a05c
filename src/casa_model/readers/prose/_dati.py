"""The sections of a rule book about what goes in: the facts asked, the numbers of the law."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casa_model.readers.prose._libro import Paragrafo, Scheda, Sezione, Tabella
from casa_model.readers.prose._titoli import CAMBIA, COLONNE, TITOLI, frase
from casa_model.rules.types import ChoiceType, describe

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from casa_model.readers.prose._libro import Blocco
    from casa_model.readers.prose._vocabolario import Vocabolario
    from casa_model.rules.facts import Fatto
    from casa_model.rules.params import Parametro, ParamValue, Riga
    from casa_model.values import Periodo


def fatti(v: Vocabolario, asked: Iterable[Fatto]) -> Sezione:
    """The facts that the rule reads, the document that proves each, who can change it."""
    heads = tuple(v.dice(COLONNE[n]) for n in ("fatto", "di_chi", "tipo", "prova", "cambia"))
    return Sezione(
        v.dice(TITOLI["fatti"]), (Tabella(heads, tuple(_fatto(v, fatto) for fatto in asked)),)
    )


def _fatto(v: Vocabolario, fatto: Fatto) -> tuple[str, ...]:
    return (
        v.dice(fatto.etichetta),
        frase("dalla_regola" if fatto.membro else "del_nucleo", v.lang),
        _tipo(v, fatto),
        "—" if fatto.prova is None else v.dice(fatto.prova),
        v.dice(CAMBIA[fatto.cambia]),
    )


def _tipo(v: Vocabolario, fatto: Fatto) -> str:
    words = describe(fatto.tipo, v.lang)
    if not isinstance(fatto.tipo, ChoiceType):
        return words
    labels = dict(fatto.valori)
    cases = (v.dice(labels[x]) if x in labels else x for x in fatto.tipo.values)
    return f"{words}: {'; '.join(cases)}"


def parametri(v: Vocabolario, used: Iterable[Parametro]) -> Sezione:
    """Every number that the rule reads, with its history, its sources and their grades."""
    cards = (Scheda(v.dice(each.etichetta), tuple(_parametro(v, each))) for each in used)
    return Sezione(v.dice(TITOLI["parametri"]), (), tuple(cards))


def _parametro(v: Vocabolario, parametro: Parametro) -> Iterator[Blocco]:
    names = ("dal", "valore", "fonte")
    heads = tuple(v.dice(COLONNE[name]) for name in names)
    if parametro.indice:
        heads = (v.dice(COLONNE["per"]), *heads)
    rows = [cells for riga in parametro.righe for cells in _periodi(v, parametro, riga)]
    yield Tabella(heads, tuple(rows))
    ends = [riga.storia.cessa for riga in parametro.righe if riga.storia.cessa is not None]
    if ends:
        yield Paragrafo(frase("cessa", v.lang, a=v.con("dal", min(ends))))
    notes = [
        v.dice(periodo.fonte.nota)
        for riga in parametro.righe
        for periodo in riga.storia.periodi
        if periodo.fonte.nota is not None
    ]
    yield from (Paragrafo(frase("nota", v.lang, a=note)) for note in dict.fromkeys(notes))


def _periodi(v: Vocabolario, parametro: Parametro, riga: Riga) -> Iterator[tuple[str, ...]]:
    current = None if v.on is None else riga.storia.il(v.on)
    for periodo in riga.storia.periodi:
        cells = _periodo(v, parametro, periodo, current=periodo is current)
        yield (v.chiave(parametro, riga.chiave), *cells) if parametro.indice else cells


def _periodo(
    v: Vocabolario, parametro: Parametro, periodo: Periodo[ParamValue], *, current: bool
) -> tuple[str, ...]:
    value = v.valore(periodo.valore, parametro.tipo)
    return (
        v.data(periodo.dal),
        frase("in_vigore", v.lang, a=value) if current else value,
        str(v.cita(periodo.fonte)),
    )
