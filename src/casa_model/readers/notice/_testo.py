"""The draft of a motivated notice as plain text, with its blanks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from casa_model.readers.explain._testo import (
    ESITI,
    righe_importo,
    righe_mancanti,
    righe_ragioni,
)
from casa_model.rules.esito import Esito
from casa_model.values import Testo

if TYPE_CHECKING:
    from collections.abc import Iterator

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
    "legge": Testo(it="Legge del", en="Law of"),
    "requisiti": Testo(it="requisiti al", en="requisites on"),
    "esito": Testo(it="Esito dell'istruttoria", en="Result of the inquiry"),
    "decisivi": Testo(
        it="Presupposti di fatto e ragioni giuridiche che hanno deciso",
        en="Facts and legal grounds that decided",
    ),
    "motivo_di": Testo(it="Motivazione secondo", en="Reasons stated under"),
    "comunicazione": Testo(
        it="Prima del provvedimento: comunicazione", en="Before the measure: communication"
    ),
    "osservazioni": Testo(
        it="Entro {giorni} giorni dal ricevimento di questa comunicazione chi ha fatto domanda può "
        "presentare osservazioni scritte ({fonte}).",
        en="Within {giorni} days of receiving this communication the applicant may submit written "
        "observations ({fonte}).",
    ),
    "senza_giorni": Testo(
        it="Chi ha fatto domanda può presentare osservazioni scritte; qui non si conosce il numero "
        "di giorni in vigore.",
        en="The applicant may submit written observations; the number of days in force is not "
        "known here.",
    ),
    "conto": Testo(
        it="Il provvedimento finale dà conto delle osservazioni non accolte.",
        en="The final measure gives account of the observations that are not accepted.",
    ),
    "limite": Testo(
        it="Limite: la comunicazione non vale per le procedure concorsuali. Questa misura non "
        "forma una graduatoria; se la procedura è concorsuale per altra via, l'ufficio la tolga.",
        en="Limit: the communication is not for competitive procedures. This measure forms no "
        "ranking; if the procedure is competitive in another way, the office removes it.",
    ),
    "concorsuale": Testo(
        it="La comunicazione dei motivi ostativi non si applica: questa misura forma una "
        "graduatoria, e le procedure concorsuali ne sono escluse ({fonte}).",
        en="The communication of adverse reasons does not apply: this measure forms a ranking, "
        "and competitive procedures are excluded from it ({fonte}).",
    ),
    "concorsuale_nuda": Testo(
        it="La comunicazione dei motivi ostativi non si applica: questa misura forma una "
        "graduatoria, e le procedure concorsuali ne sono escluse.",
        en="The communication of adverse reasons does not apply: this measure forms a ranking, "
        "and competitive procedures are excluded from it.",
    ),
    "pagamento": Testo(
        it="L'ammissione non è il pagamento: che cosa è pagato lo dice la graduatoria.",
        en="Admission is not payment: the ranking says what is paid.",
    ),
    "poi": Testo(it="Dopo le osservazioni: provvedimento", en="After the observations: measure"),
    "ricorso": Testo(it="Ricorso", en="Appeal"),
    "da_portare": Testo(it="Fatti da portare", en="Facts to bring"),
    "importo": Testo(it="Importo", en="Amount"),
}
_BLANKS: Final = {
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
    told = p.spiegazione
    yield _TITOLI[p.tipo.value].render(p.lang)
    yield ""
    if p.ente is not None:
        yield f"{_w(p, 'ente')}: {p.ente}"
    if p.riferimento is not None:
        yield f"{_w(p, 'domanda')}: {p.riferimento}"
    yield f"{_w(p, 'misura')}: {told.titolo}"
    yield f"{_w(p, 'fonte')}: {told.fonte}"
    yield f"{_w(p, 'legge')} {told.giorno_norma}; {_w(p, 'requisiti')} {told.giorno_requisiti}."
    yield f"{_w(p, 'esito')}: {ESITI[told.esito].render(p.lang)}."
    yield from ("", _w(p, "decisivi"))
    yield f"{_w(p, 'motivo_di')} {p.articolo_3}."
    yield from righe_ragioni(p.ragioni, p.lang)
    if told.esito is Esito.AMMESSO:
        yield from _admitted(p)
    elif told.esito is Esito.DA_COMPLETARE:
        yield from _incomplete(p)
    else:
        yield from _refused(p)
    yield ""
    yield from (_blank(p, what) for what in ("responsabile", "luogo", "firma"))


def _admitted(p: Provvedimento) -> Iterator[str]:
    if p.spiegazione.paga:
        yield from ("", _w(p, "importo"))
        yield from righe_importo(p.spiegazione.importo, p.lang)
    if p.concorsuale:
        yield _w(p, "pagamento")
    yield from _appeal(p)


def _incomplete(p: Provvedimento) -> Iterator[str]:
    yield from ("", _w(p, "da_portare"))
    yield from righe_mancanti(p.spiegazione.mancano, p.lang)
    yield _blank(p, "entro")


def _refused(p: Provvedimento) -> Iterator[str]:
    days = p.osservazioni
    yield ""
    if p.concorsuale:
        word = "concorsuale_nuda" if days is None else "concorsuale"
        yield _w(p, word).format(fonte=None if days is None else days.fonte)
    else:
        yield _w(p, "comunicazione")
        if days is None:
            yield _w(p, "senza_giorni")
        else:
            yield _w(p, "osservazioni").format(giorni=days.giorni, fonte=days.fonte)
        yield from (_w(p, "conto"), _w(p, "limite"), _blank(p, "recapito"))
        yield from ("", _w(p, "poi"), _blank(p, "osservazioni"))
    yield from _appeal(p)


def _appeal(p: Provvedimento) -> Iterator[str]:
    yield from ("", _w(p, "ricorso"), _blank(p, "termine"), _blank(p, "autorita"))


def _w(p: Provvedimento, word: str) -> str:
    return _WORDS[word].render(p.lang)


def _blank(p: Provvedimento, what: str) -> str:
    return _BLANK.render(p.lang).format(cosa=_BLANKS[what].render(p.lang))
