"""The draft of a motivated notice as plain text: the letter with its blanks, then the note."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from casa_model.readers.explain._stile import Stile
from casa_model.readers.explain._testo import (
    ESITI,
    righe_da_portare,
    righe_differenze,
    righe_importo,
    righe_ragioni,
)
from casa_model.readers.notice._nota import Citate, righe_nota
from casa_model.rules.avviso import Operazione
from casa_model.rules.esito import Esito
from casa_model.values import Testo

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casa_model.readers.explain import DifferenzaSpiegata
    from casa_model.readers.notice._provvedimento import Provvedimento

_TITOLI: Final = {
    "accoglimento": Testo(
        it="Bozza di provvedimento motivato: domanda ammessa",
        en="Draft of a motivated measure: application admitted",
    ),
    "preavviso": Testo(
        it="Bozza di comunicazione dei motivi che ostano all'accoglimento, e del provvedimento",
        en="Draft communication of the reasons against the application, and of the measure",
    ),
    "diniego": Testo(
        it="Bozza di provvedimento motivato: domanda non ammessa",
        en="Draft of a motivated measure: application not admitted",
    ),
    "completamento": Testo(
        it="Bozza di richiesta di completamento: nulla è ancora deciso",
        en="Draft request for completion: nothing is decided yet",
    ),
}
_WORDS: Final[dict[str, Testo]] = {
    "domanda": Testo(it="Domanda", en="Application"),
    "ente": Testo(it="Ente", en="Body"),
    "misura": Testo(it="Misura", en="Measure"),
    "fonte": Testo(it="Fonte", en="Source"),
    "avviso": Testo(it="Avviso", en="Notice"),
    "norme": Testo(it="Norme in vigore al", en="Rules in force on"),
    "requisiti": Testo(it="requisiti al", en="requisites on"),
    "esito": Testo(it="Esito dell'istruttoria", en="Result of the inquiry"),
    "decisivi": Testo(
        it="Presupposti di fatto e ragioni giuridiche che hanno deciso",
        en="Facts and legal grounds that decided",
    ),
    "non_decisi": Testo(it="Requisiti non ancora decisi", en="Requirements not decided yet"),
    "motivo_di": Testo(it="Motivazione secondo", en="Reasons stated under"),
    "comunicazione": Testo(
        it="Prima del provvedimento: comunicazione", en="Before the measure: communication"
    ),
    "osservazioni": Testo(
        it="Entro {giorni} giorni dal ricevimento di questa comunicazione chi ha fatto domanda può "
        "presentare osservazioni scritte{fonte}.",
        en="Within {giorni} days of receiving this communication the applicant may submit written "
        "observations{fonte}.",
    ),
    "conto": Testo(
        it="Il provvedimento finale dà conto delle osservazioni non accolte.",
        en="The final measure gives account of the observations that are not accepted.",
    ),
    "concorsuale": Testo(
        it="La comunicazione dei motivi ostativi non si applica: questa misura forma una "
        "graduatoria, e le procedure concorsuali ne sono escluse{fonte}.",
        en="The communication of adverse reasons does not apply: this measure forms a ranking, "
        "and competitive procedures are excluded from it{fonte}.",
    ),
    "pagamento": Testo(
        it="L'ammissione non è il pagamento: che cosa è pagato lo dice la graduatoria.",
        en="Admission is not payment: the ranking says what is paid.",
    ),
    "poi": Testo(it="Dopo le osservazioni: provvedimento", en="After the observations: measure"),
    "ricorso": Testo(it="Ricorso", en="Appeal"),
    "da_portare": Testo(
        it="Documenti e informazioni da portare", en="Documents and information to bring"
    ),
    "importo": Testo(it="Importo", en="Amount"),
}
_BLANKS: Final = {
    "norma": Testo(it="atto e articolo", en="act and article"),
    "giorni": Testo(it="numero di giorni", en="number of days"),
    "osservazioni": Testo(
        it="osservazioni presentate, e perché non sono accolte",
        en="observations submitted, and why they are not accepted",
    ),
    "recapito": Testo(it="dove presentare le osservazioni", en="where to submit the observations"),
    "termine": Testo(it="termine per ricorrere", en="term for an appeal"),
    "autorita": Testo(it="autorità a cui ricorrere", en="authority for an appeal"),
    "entro": Testo(it="entro quando completare", en="by when to complete"),
    "responsabile": Testo(it="responsabile del procedimento", en="person responsible"),
    "luogo": Testo(it="luogo e data", en="place and date"),
    "firma": Testo(it="firma", en="signature"),
}
_BLANK: Final = Testo(
    it="[DA COMPILARE DALL'UFFICIO: {cosa}]", en="[TO BE FILLED IN BY THE OFFICE: {cosa}]"
)


def testo_di(p: Provvedimento) -> str:
    """The whole draft."""
    return "\n".join(_lines(p)) + "\n"


def _lines(p: Provvedimento) -> Iterator[str]:
    citate = Citate(p.spiegazione.fonti_avviso, p.lang)
    stile = Stile(p.lang, citate, _blank(p, "norma"), rivede=False)
    yield from _letter(p, stile)
    yield from righe_nota(p, citate)


def _letter(p: Provvedimento, stile: Stile) -> Iterator[str]:
    told = p.spiegazione
    yield _TITOLI[p.tipo.value].render(p.lang)
    yield ""
    if p.ente is not None:
        yield f"{_w(p, 'ente')}: {p.ente}"
    if p.riferimento is not None:
        yield f"{_w(p, 'domanda')}: {p.riferimento}"
    yield f"{_w(p, 'avviso' if told.di_avviso else 'misura')}: {told.titolo}"
    yield f"{_w(p, 'fonte')}: {stile.fonte(told.fonte)}"
    yield f"{_w(p, 'norme')} {told.giorno_norma}; {_w(p, 'requisiti')} {told.giorno_requisiti}."
    yield f"{_w(p, 'esito')}: {ESITI[told.esito].render(p.lang)}."
    if told.esito is Esito.DA_COMPLETARE:
        if p.ragioni:
            yield from ("", _w(p, "non_decisi"))
    else:
        yield from ("", _w(p, "decisivi"))
        yield f"{_w(p, 'motivo_di')} {stile.fonte(p.articolo_3)}."
    yield from righe_ragioni(p.ragioni, stile)
    yield from righe_differenze(_changed(p), stile)
    if told.esito is Esito.AMMESSO:
        yield from _admitted(p, stile)
    elif told.esito is Esito.DA_COMPLETARE:
        yield from _incomplete(p, stile)
    else:
        yield from _refused(p, stile)
    yield ""
    yield from (_blank(p, what) for what in ("responsabile", "luogo", "firma"))


def _changed(p: Provvedimento) -> Iterator[DifferenzaSpiegata]:
    """The requirements of the measure that the notice does not ask, or asks in its own way."""
    for each in p.spiegazione.differenze:
        if each.parte == "requisito" and each.operazione is not Operazione.AGGIUNGE:
            yield each


def _admitted(p: Provvedimento, stile: Stile) -> Iterator[str]:
    if p.spiegazione.paga:
        yield from ("", _w(p, "importo"))
        yield from righe_importo(p.spiegazione.importo, stile)
    if p.concorsuale:
        yield _w(p, "pagamento")
    yield from _appeal(p)


def _incomplete(p: Provvedimento, stile: Stile) -> Iterator[str]:
    if p.spiegazione.mancano:
        yield from ("", _w(p, "da_portare"))
        yield from righe_da_portare(p.spiegazione, stile)
        yield _blank(p, "entro")


def _refused(p: Provvedimento, stile: Stile) -> Iterator[str]:
    days = p.osservazioni
    cited = "" if days is None else stile.cita(days.fonte)
    source = f" ({cited})" if cited else ""
    yield ""
    if p.concorsuale:
        yield _w(p, "concorsuale").format(fonte=source)
    else:
        number = _blank(p, "giorni") if days is None else days.giorni
        yield _w(p, "comunicazione")
        yield _w(p, "osservazioni").format(giorni=number, fonte=source)
        yield from (_w(p, "conto"), _blank(p, "recapito"))
        yield from ("", _w(p, "poi"), _blank(p, "osservazioni"))
    yield from _appeal(p)


def _appeal(p: Provvedimento) -> Iterator[str]:
    yield from ("", _w(p, "ricorso"), _blank(p, "termine"), _blank(p, "autorita"))


def _w(p: Provvedimento, word: str) -> str:
    return _WORDS[word].render(p.lang)


def _blank(p: Provvedimento, what: str) -> str:
    return _BLANK.render(p.lang).format(cosa=_BLANKS[what].render(p.lang))
