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
        frase("di_ognuno" if fatto.membro else "del_nucleo", v.lang),
        _tipo(v, fatto),
        v.dice(COLONNE["senza_prova"] if fatto.prova is None else fatto.prova),
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
    cards = (Scheda(v.dice(each.etichetta), tuple(_parametro(v, each)), each.nome) for each in used)
    return Sezione(v.dice(TITOLI["parametri"]), (), tuple(cards), "parametri")


def _parametro(v: Vocabolario, parametro: Parametro) -> Iterator[Blocco]:
    names = ("dal", "valore", "fonte")
    heads = tuple(v.dice(COLONNE[name]) for name in names)
    if parametro.indice:
        heads = (v.dice(COLONNE["riga"]), *heads)
    rows = [cells for riga in parametro.righe for cells in _periodi(v, parametro, riga)]
    yield Tabella(heads, tuple(rows))
    yield from map(Paragrafo, dict.fromkeys(_note(v, parametro)))


def _note(v: Vocabolario, parametro: Parametro) -> Iterator[str]:
    """The notes of the sources; where values follow each other, also which one is meant."""
    for riga in parametro.righe:
        periodi = riga.storia.periodi
        for periodo in periodi:
            if periodo.fonte.nota is None:
                continue
            note = v.dice(periodo.fonte.nota)
            if len(periodi) == 1:
                yield frase("nota", v.lang, a=note)
            else:
                yield frase("nota_dal", v.lang, a=v.con("dal", periodo.dal), b=note)


def _periodi(v: Vocabolario, parametro: Parametro, riga: Riga) -> Iterator[tuple[str, ...]]:
    """A row for each period, and one for the day from which there is no value."""
    storia = riga.storia
    current = None if v.on is None else storia.il(v.on)
    rows = [_periodo(v, parametro, each, current=each is current) for each in storia.periodi]
    if storia.cessa is not None:
        rows.append((v.data(storia.cessa), frase("cessa", v.lang), "—"))
    for cells in rows:
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
