"""An explanation as plain text: short lines, no codes, nothing that only the eye would read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from casa_model.readers.explain._stile import Stile
from casa_model.readers.prose._titoli import frase
from casa_model.rules.esito import Esito
from casa_model.values import Testo

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from casa_model.errors import Lang
    from casa_model.readers.explain._spiegazione import (
        Detrazione,
        Guardato,
        ImportoSpiegato,
        Mancante,
        Ragione,
        Spiegazione,
        VoceSpiegata,
    )
    from casa_model.readers.prose._differenze import DifferenzaSpiegata

ESITI: Final = {
    Esito.AMMESSO: Testo(it="domanda ammessa", en="application admitted"),
    Esito.NON_AMMESSO: Testo(it="domanda non ammessa", en="application not admitted"),
    Esito.DA_COMPLETARE: Testo(it="domanda da completare", en="application to be completed"),
}
"""The outcomes as a person says them."""

_ESITI_RAGIONE: Final = {
    True: Testo(it="soddisfatto", en="met"),
    False: Testo(it="non soddisfatto", en="not met"),
    None: Testo(it="non noto", en="not known"),
}
_WORDS: Final[dict[str, Testo]] = {
    "fonte": Testo(it="Fonte", en="Source"),
    "esito": Testo(it="Esito", en="Outcome"),
    "legge": Testo(it="Norme in vigore al", en="Rules in force on"),
    "requisiti_al": Testo(it="requisiti al", en="requisites on"),
    "nascosti": Testo(
        it="Dove sta «…» il valore è noto e non è mostrato.",
        en="Where “…” stands the value is known and is not shown.",
    ),
    "requisiti": Testo(it="Requisiti", en="Requirements"),
    "non_visto": Testo(
        it="L'atto lo chiede; nessuno qui lo ha letto. Finché non è letto, non è noto per nessuno.",
        en="The act asks it; nobody here has read it. Until it is read, it is not known for "
        "anybody.",
    ),
    "deroga": Testo(it="Vale per deroga", en="It holds by derogation"),
    "nessuna": Testo(it="Nessuna deroga vale", en="No derogation holds"),
    "deroghe": Testo(it="Deroghe possibili", en="Possible derogations"),
    "guardato": Testo(it="Che cosa è stato guardato:", en="What was looked at:"),
    "manca": Testo(it="Che cosa manca:", en="What is missing:"),
    "da_portare": Testo(
        it="Documenti e informazioni da portare", en="Documents and information to bring"
    ),
    "altri": Testo(
        it="Altri possono servire dopo, secondo ciò che si dichiara.",
        en="Others may be needed later, according to what is declared.",
    ),
    "niente": Testo(
        it="Nessuno: restano requisiti che nessuno qui ha letto.",
        en="None: what is left are requirements that nobody here has read.",
    ),
    "prova": Testo(it="lo prova", en="proved by"),
    "non_noto": Testo(it="non noto", en="not known"),
    "non_nota": Testo(it="non nota", en="not known"),
    "importo": Testo(it="Importo", en="Amount"),
    "nessun_importo": Testo(
        it="Nessun importo: esiste solo con una domanda ammessa.",
        en="No amount: there is one only with an admitted application.",
    ),
    "spetta": Testo(it="Spetta", en="Due"),
    "zero": Testo(
        it="La domanda è ammessa e l'importo è zero: non spetta nulla.",
        en="The application is admitted and the amount is zero: nothing is due.",
    ),
    "spesa": Testo(it="spesa", en="expense"),
    "riconosciuto": Testo(it="riconosciuto", en="granted"),
    "dalla_spesa": Testo(
        it="Tolto dalla spesa, prima del massimo", en="Taken from the expense, before the cap"
    ),
    "dal_contributo": Testo(
        it="Tolto dal contributo, dopo il massimo", en="Taken from the grant, after the cap"
    ),
    "massimo": Testo(it="Massimo", en="Cap"),
    "massimo_voce": Testo(it="massimo della voce", en="cap of the item"),
    "riserve": Testo(it="Riserve a cui può accedere", en="Reserves that it may use"),
    "differenze": Testo(
        it="Che cosa cambia l'avviso rispetto alla misura",
        en="What the notice changes against the measure",
    ),
    "motivo": Testo(it="motivo", en="reason"),
    "note": Testo(it="Note", en="Notes"),
}


def esito_di(ragione: Ragione, lang: Lang) -> str:
    """How a requirement came out, in words."""
    return _ESITI_RAGIONE[ragione.esito].render(lang)


def testo_di(spiegazione: Spiegazione) -> str:
    """The whole explanation."""
    return "\n".join(_lines(spiegazione)) + "\n"


def _lines(s: Spiegazione) -> Iterator[str]:
    lang = s.lang
    stile = Stile(lang)
    yield s.titolo
    yield f"{_w('fonte', lang)}: {s.fonte}"
    yield (
        f"{_w('legge', lang)} {s.giorno_norma}; {_w('requisiti_al', lang)} {s.giorno_requisiti}."
    )
    yield f"{_w('esito', lang)}: {ESITI[s.esito].render(lang)}."
    if not s.valori:
        yield _w("nascosti", lang)
    yield from ("", _w("requisiti", lang))
    yield from righe_ragioni(s.ragioni, stile)
    if s.esito is Esito.DA_COMPLETARE:
        yield from ("", _w("da_portare", lang))
        yield from righe_da_portare(s, stile) if s.mancano else (_w("niente", lang),)
    if s.paga:
        yield from ("", _w("importo", lang))
        yield from righe_importo(s.importo, stile)
    if s.riserve:
        yield from ("", _w("riserve", lang))
        yield from (f"- {riserva}" for riserva in s.riserve)
    yield from righe_differenze(s.differenze, stile)
    if s.note:
        yield from ("", _w("note", lang))
        yield from (f"- {nota}" for nota in s.note)


def righe_differenze(differenze: Iterable[DifferenzaSpiegata], stile: Stile) -> Iterator[str]:
    """What the notice changes, under its own heading; nothing when it changes nothing."""
    for number, each in enumerate(differenze):
        if number == 0:
            yield from ("", _w("differenze", stile.lang))
        why = "" if each.motivo is None else f"; {_w('motivo', stile.lang)}: {each.motivo}"
        yield f"- {each.testo}{why}{stile.coda(each.fonte)}"


def righe_ragioni(ragioni: Iterable[Ragione], stile: Stile) -> Iterator[str]:
    """Requirements, numbered, each with its article and what it looked at."""
    lang = stile.lang
    for number, ragione in enumerate(ragioni, start=1):
        yield f"{number}. {esito_di(ragione, lang).capitalize()}: {ragione.testo}"
        yield f"   {_w('fonte', lang)}: {stile.fonte(ragione.fonte)}"
        if ragione.non_visto and stile.rivede:
            yield f"   {_w('non_visto', lang)}"
        if ragione.deciso_da is not None:
            yield f"   {_w('deroga', lang)}: {stile.citati([ragione.deciso_da])}"
        elif ragione.deroghe and ragione.esito is not True:
            word = "nessuna" if ragione.esito is False else "deroghe"
            yield f"   {_w(word, lang)}: {stile.citati(ragione.deroghe)}"
        if ragione.guardati:
            yield f"   {_w('guardato', lang)}"
            yield from _seen(ragione.guardati, stile, "   ")
        if ragione.mancano:
            yield f"   {_w('manca', lang)}"
            yield from righe_mancanti(ragione.mancano, stile, "   ")


def _seen(guardati: Iterable[Guardato], stile: Stile, indent: str) -> Iterator[str]:
    for guardato in guardati:
        value = _w("non_noto", stile.lang) if guardato.valore is None else guardato.valore
        yield f"{indent}- {guardato.etichetta}: {value}{stile.coda(*guardato.fonti)}"
        yield from _seen(guardato.sotto, stile, indent + "  ")


def righe_mancanti(mancano: Iterable[Mancante], stile: Stile, indent: str = "") -> Iterator[str]:
    """Missing facts, each with the document that proves it and who can change it."""
    for mancante in mancano:
        told = [mancante.etichetta]
        if mancante.prova is not None:
            told.append(f"{_w('prova', stile.lang)}: {mancante.prova}")
        if mancante.cambia is not None and stile.rivede:
            told.append(mancante.cambia)
        yield f"{indent}- {'; '.join(told)}"


def righe_da_portare(s: Spiegazione, stile: Stile) -> Iterator[str]:
    """All that is missing, and whether there may be more to bring later."""
    yield from righe_mancanti(s.mancano, stile)
    if s.altri:
        yield _w("altri", stile.lang)


def righe_importo(importo: ImportoSpiegato | None, stile: Stile) -> Iterator[str]:
    """The amount: items, deductions, cap, total."""
    lang = stile.lang
    if importo is None:
        yield _w("nessun_importo", lang)
        return
    for voce in importo.voci:
        yield from _item(voce, stile)
    word = "dal_contributo" if importo.dal_contributo else "dalla_spesa"
    taken = [(_w(word, lang), detrazione) for detrazione in importo.detrazioni]
    cap = [] if importo.tetto is None else [(_w("massimo", lang), importo.tetto)]
    # In the order in which the amount is worked out: a grant is reduced after its cap.
    for words, each in cap + taken if importo.dal_contributo else taken + cap:
        yield from _taken(words, each, stile)
    yield f"{_w('spetta', lang)}: {importo.totale}{stile.coda(importo.fonte)}"
    if importo.zero:
        yield _w("zero", lang)


def _item(voce: VoceSpiegata, stile: Stile) -> Iterator[str]:
    """One item: what it is worth, what is granted and why not all, what it looked at."""
    lang = stile.lang
    spent = _w("non_nota", lang) if voce.spesa is None else voce.spesa
    why = f" ({'; '.join(voce.perche)})" if voce.perche else ""
    yield (
        f"- {voce.etichetta}: {_w('spesa', lang)} {spent}, "
        f"{_w('riconosciuto', lang)} {voce.importo}{why}{stile.coda(voce.fonte)}"
    )
    if voce.condizione is not None:
        yield f"  - {frase('solo_se', lang, a=voce.condizione)}"
        yield from _seen(voce.guardati, stile, "    ")
    if voce.tetto is not None:
        yield from _taken(_w("massimo_voce", lang), voce.tetto, stile, "  ")


def _taken(words: str, detrazione: Detrazione, stile: Stile, indent: str = "") -> Iterator[str]:
    value = _w("non_noto", stile.lang) if detrazione.valore is None else detrazione.valore
    yield f"{indent}- {words}: {value}"
    yield from _seen(detrazione.guardati, stile, f"{indent}  ")


def _w(word: str, lang: Lang) -> str:
    return _WORDS[word].render(lang)
