"""The sections of a rule book about money and order: the amount, the ranking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casa_model.readers.prose._condizioni import Condizioni
from casa_model.readers.prose._libro import Condizione, Elenco, Paragrafo, Sezione
from casa_model.readers.prose._nomi import leggibile
from casa_model.readers.prose._requisiti import fonte
from casa_model.readers.prose._titoli import ALLOGGI, DETRAE, ESAURIMENTO, SALTA, TITOLI, frase
from casa_model.rules import tree as t
from casa_model.rules.misura import DetraeDa, Esaurimento
from casa_model.rules.types import BoolType, ChoiceType, DateType, NumberType
from casa_model.values._natural import natural

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from casa_model.readers.prose._libro import Blocco
    from casa_model.readers.prose._vocabolario import Vocabolario
    from casa_model.rules.misura import Chiave, Importo, Ordinamento, Riserva, Voce
    from casa_model.values import Testo


def importo(v: Vocabolario, paid: Importo) -> Sezione:
    """The amount as a person would explain it."""
    return Sezione(v.dice(TITOLI["importo"]), tuple(_importo(v, paid)), chiave="importo")


def _importo(v: Vocabolario, paid: Importo) -> Iterator[Blocco]:
    told = Condizioni(v)
    if paid.fonte is not None:
        yield from fonte(v, paid.fonte)
    yield Paragrafo(frase("voci", v.lang))
    yield Elenco(tuple(_voce(v, voce) for voce in paid.voci), numerato=True)
    cap: list[Blocco] = []
    if paid.massimo is not None:
        cap = [Paragrafo(frase("massimo", v.lang, a=told.da_solo(paid.massimo)))]
    off: list[Blocco] = []
    if paid.detrae and paid.detrae_da is not None:
        lines = tuple(told.da_solo(each) for each in paid.detrae)
        off = [Paragrafo(v.dice(DETRAE[paid.detrae_da])), Elenco(lines)]
    yield from (*off, *cap) if paid.detrae_da is DetraeDa.SPESA else (*cap, *off)
    if len(paid.voci) > 1:
        yield Paragrafo(frase("parziale", v.lang))


def valore_voce(v: Vocabolario, voce: Voce) -> str:
    """What an item is worth, when it counts, its own cap."""
    told = Condizioni(v)
    parts = [told.da_solo(voce.vale)]
    if voce.se is not None:
        parts.append(frase("solo_se", v.lang, a=told.riga(voce.se)))
    if voce.massimo is not None:
        parts.append(frase("al_massimo", v.lang, a=told.da_solo(voce.massimo)))
    return "; ".join(parts)


def _voce(v: Vocabolario, voce: Voce) -> str:
    told = frase("voce", v.lang, a=v.della_voce(voce), b=valore_voce(v, voce))
    return told if voce.fonte is None else f"{told} — {v.cita(voce.fonte)}"


def graduatoria(v: Vocabolario, ranked: Ordinamento, *, alloggi: bool) -> Sezione:
    """The ranking: its keys, what the end of the money or of the dwellings does, the reserves."""
    blocks = tuple(_graduatoria(v, ranked, alloggi=alloggi))
    return Sezione(v.dice(TITOLI["graduatoria"]), blocks, chiave="graduatoria")


def _graduatoria(v: Vocabolario, ranked: Ordinamento, *, alloggi: bool) -> Iterator[Blocco]:
    if ranked.fonte is not None:
        yield from fonte(v, ranked.fonte)
    yield Paragrafo(frase("ordine", v.lang))
    yield Elenco(ordine(v, ranked), numerato=True)
    yield Paragrafo(v.dice(ALLOGGI if alloggi else _esaurimento(ranked)))
    for riserva in ranked.riserve:
        yield from _riserva(v, riserva)
    if ranked.riserve:
        yield Paragrafo(frase("riserva_resto", v.lang))


def ordine(v: Vocabolario, ranked: Ordinamento) -> tuple[str, ...]:
    """The keys of the ranking in words, the first first."""
    return tuple(_chiave(v, chiave) for chiave in ranked.ordine)


def _esaurimento(ranked: Ordinamento) -> Testo:
    skips = ranked.salta and ranked.esaurimento is Esaurimento.SOLO_INTERI
    return SALTA if skips else ESAURIMENTO[ranked.esaurimento]


def _chiave(v: Vocabolario, chiave: Chiave) -> str:
    definizione = v.definizioni.get(chiave.nome)
    if definizione is not None:
        label, kind = v.della_definizione(chiave.nome), definizione.tipo
    else:
        label, kind = v.del_fatto(chiave.nome), v.fatti[chiave.nome].tipo
    match kind:
        case NumberType():
            word = "alto" if chiave.decrescente else "basso"
        case DateType():
            word = "tardi" if chiave.decrescente else "presto"
        case BoolType():
            word = "prima_si" if chiave.decrescente else "prima_no"
        case ChoiceType(values=values):
            return frase("scelte", v.lang, a=label, b="; ".join(_scelte(v, chiave, values)))
        case _:
            word = "decrescente" if chiave.decrescente else "crescente"
    return frase(word, v.lang, a=label)


def _scelte(v: Vocabolario, chiave: Chiave, values: Iterable[str]) -> Iterator[str]:
    """The values of a choice as a ranking sorts them: by their codes, told by their labels."""
    node = t.Definition(chiave.nome) if chiave.nome in v.definizioni else t.Fact(chiave.nome)
    labels = v.etichette_di(node)
    for each in sorted({*values}, key=natural, reverse=chiave.decrescente):
        yield v.scelta(each, labels)


def _riserva(v: Vocabolario, riserva: Riserva) -> Iterator[Blocco]:
    share = Condizioni(v).valore(t.Param(riserva.quota))
    yield Paragrafo(frase("riserva", v.lang, n=leggibile(riserva.codice), q=share))
    yield Condizione(Condizioni(v).detto(riserva.quando))
    yield from fonte(v, riserva.fonte)
