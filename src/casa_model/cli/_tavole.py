"""What was decided as tables: the summary, the outcomes with their reasons, the ranking."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from casa_model.cli._pagina import Riga, Tavola
from casa_model.graduatorie import STATI
from casa_model.readers.explain import etichetta_mancante
from casa_model.rules.esito import CASI, Esito
from casa_model.values import Euro, Testo

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from casa_model.casa import Decisione, EsitoDomanda
    from casa_model.errors import Lang
    from casa_model.graduatorie import Graduatoria, Posizione
    from casa_model.rules.misura import Misura
    from casa_model.values import Atto

_MANY: Final = {
    Esito.AMMESSO: Testo(it="ammesse", en="admitted"),
    Esito.NON_AMMESSO: Testo(it="non ammesse", en="not admitted"),
    Esito.DA_COMPLETARE: Testo(it="da completare", en="to be completed"),
}
_WORDS: Final[dict[str, Testo]] = {
    "avviso": Testo(it="Avviso", en="Notice"),
    "ente": Testo(it="Ente", en="Body"),
    "riepilogo": Testo(it="Riepilogo", en="Summary"),
    "esito": Testo(it="esito", en="outcome"),
    "domande": Testo(it="domande", en="applications"),
    "esiti": Testo(it="Esiti", en="Outcomes"),
    "riferimento": Testo(it="riferimento", en="reference"),
    "importo": Testo(it="importo", en="amount"),
    "manca": Testo(it="manca", en="missing"),
    "non_letto": Testo(it="nessuno qui lo ha letto", en="nobody here has read it"),
    "avvertenza": Testo(it="avvertenza", en="warning"),
    "graduatoria": Testo(it="Graduatoria", en="Ranking"),
    "rango": Testo(it="rango", en="rank"),
    "spettante": Testo(it="spettante", en="due"),
    "pagato": Testo(it="pagato", en="paid"),
    "stato": Testo(it="stato", en="state"),
    "risorse": Testo(it="Risorse", en="Resources"),
    "voce": Testo(it="voce", en="item"),
    "quanto": Testo(it="quanto", en="how much"),
    "dotazione": Testo(it="dotazione", en="endowment"),
    "residuo": Testo(it="resto", en="left"),
    "alloggio": Testo(it="alloggio", en="dwelling"),
    "alloggi": Testo(it="alloggi", en="dwellings"),
}


def intestazione(decisione: Decisione, lang: Lang) -> Iterator[str]:
    """Which notice it is, and whose."""
    yield f"{_w('avviso', lang)}: {decisione.avviso.titolo.render(lang)}"
    yield f"{_w('ente', lang)}: {decisione.avviso.ente}"


def tavole(decisione: Decisione, lang: Lang) -> Iterator[Tavola]:
    """The tables, in the order in which they are read."""
    yield _summary(decisione, lang)
    yield _outcomes(decisione, lang)
    if decisione.graduatoria is not None:
        yield _ranking(decisione.graduatoria, lang)
        yield _money(decisione.graduatoria, lang)


def _summary(decisione: Decisione, lang: Lang) -> Tavola:
    counts = Counter(esito.verdict.esito for esito in decisione.esiti)
    return Tavola(
        _w("riepilogo", lang),
        (_w("esito", lang), _w("domande", lang)),
        tuple(Riga((word.render(lang), str(counts[esito]))) for esito, word in _MANY.items()),
        frozenset({1}),
    )


def _outcomes(decisione: Decisione, lang: Lang) -> Tavola:
    misura = decisione.avviso.misura
    atti = {atto.codice: atto for atto in misura.atti}
    rows = []
    for esito in decisione.esiti:
        due = esito.verdict.importo
        cells = (
            esito.riferimento,
            CASI[esito.verdict.esito].render(lang),
            "" if due is None else due.render(lang),
        )
        rows.append(Riga(cells, tuple(_remarks(esito, misura, atti, lang))))
    columns = (_w("riferimento", lang), _w("esito", lang), _w("importo", lang))
    return Tavola(_w("esiti", lang), columns, tuple(rows), frozenset({2}))


def _remarks(
    esito: EsitoDomanda, misura: Misura, atti: Mapping[str, Atto], lang: Lang
) -> Iterator[str]:
    """Why not, what is missing, what to be told: never the value of a fact."""
    verdict = esito.verdict
    for finding in verdict.findings:
        told = f"{finding.testo.render(lang)} — {finding.fonte.render(atti, lang)}"
        if finding.esito is False:
            yield told
        elif finding.non_visto and verdict.esito is Esito.DA_COMPLETARE:
            yield f"{told}: {_w('non_letto', lang)}"
    for nome in verdict.mancano:
        yield f"{_w('manca', lang)}: {etichetta_mancante(misura, nome, lang)}"
    for avvertenza in esito.avvertenze:
        yield f"{_w('avvertenza', lang)}: {avvertenza.render(lang)}"


def _ranking(graduatoria: Graduatoria, lang: Lang) -> Tavola:
    names = ("rango", "riferimento", "spettante", "pagato", "stato")
    return Tavola(
        _w("graduatoria", lang),
        tuple(_w(name, lang) for name in names),
        tuple(_place(posizione, lang) for posizione in graduatoria.posizioni),
        frozenset({0, 2, 3}),
    )


def _place(posizione: Posizione, lang: Lang) -> Riga:
    paid = posizione.pagato if posizione.alloggi is None else posizione.alloggi
    return Riga(
        (
            str(posizione.rango),
            posizione.riferimento,
            _amount(posizione.spettante, lang),
            _amount(paid, lang),
            STATI[posizione.stato].render(lang),
        )
    )


def _money(graduatoria: Graduatoria, lang: Lang) -> Tavola:
    """The endowment, what is paid of it and what is left; no rows without an endowment."""
    columns = (_w("voce", lang), _w("quanto", lang))
    title = _w("risorse", lang)
    given = graduatoria.dotazione
    if given is None:
        return Tavola(title, columns, ())
    paid: Euro | int
    if given.euro is None:
        paid = sum(posizione.alloggi or 0 for posizione in graduatoria.posizioni)
    else:
        paid = Euro.total(p.pagato for p in graduatoria.posizioni if p.pagato is not None)
    amounts = {
        "dotazione": given.alloggi if given.euro is None else given.euro,
        "pagato": paid,
        "residuo": graduatoria.residuo,
    }
    rows = (Riga((_w(word, lang), _amount(amount, lang))) for word, amount in amounts.items())
    return Tavola(title, columns, tuple(rows), frozenset({1}))


def _amount(amount: Euro | int | None, lang: Lang) -> str:
    if amount is None:
        return ""
    if isinstance(amount, Euro):
        return amount.render(lang)
    return f"{amount} {_w('alloggio' if amount == 1 else 'alloggi', lang)}"


def _w(word: str, lang: Lang) -> str:
    return _WORDS[word].render(lang)
