"""Answers about all households as one JSON object, for programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from casa_model.cli._json_decisione import difetto
from casa_model.cli._verdetti import domanda, verdetto
from casa_model.rules.show import show
from casa_model.values import Euro, Vigenza

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from casa_model.cli._chiesto import Chiesto
    from casa_model.cli._regole_chieste import RegoleChieste
    from casa_model.cli.dimostra import Risposto
    from casa_model.errors import Lang
    from casa_model.rules.avviso import Avviso
    from casa_model.rules.esito import Verdict
    from casa_model.rules.facts import Value
    from casa_model.rules.misura import Misura
    from casa_model.rules.quesiti import Esempio, NonChiesta

FORMATO = 1


def json_di(some: Sequence[Risposto], asked: Chiesto, lang: Lang) -> str:
    """The whole as JSON; amounts and numbers are texts such as `"9360.00"`."""
    whole = {
        "formato": FORMATO,
        "risposte": [_one(each, asked.regole, lang) for each in some],
        "non_chieste": [_unasked(each, asked, lang) for each in asked.non_chieste],
        "scartate": list(asked.scartate),
        "altri_giorni": list(asked.altri_giorni),
        "termini_non_guardati": [_terms(each, asked.regole, lang) for each in asked.regole.avvisi],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1)


def _unasked(each: NonChiesta, asked: Chiesto, lang: Lang) -> dict[str, Any]:
    """A sentence that names what the rules have not; `tolti` where the notice took it away."""
    return {
        "codice": each.codice,
        "testo": None if each.testo is None else each.testo.render(lang),
        "file": each.place.file,
        "riga": each.place.line,
        "colonna": each.place.column,
        "difetti": [difetto(fault, lang) for fault in each.difetti],
        "tolti": list(asked.regole.tolti(each, lang)) if asked.spedite else [],
    }


def _terms(avviso: Avviso, regole: RegoleChieste, lang: Lang) -> dict[str, Any]:
    """The terms of a notice, which no answer looks at."""
    return {
        "avviso": avviso.codice,
        "apertura": None if avviso.apertura is None else avviso.apertura.isoformat(),
        "chiusura": None if avviso.chiusura is None else avviso.chiusura.isoformat(),
        "detto": regole.termini(avviso, lang),
    }


def _one(each: Risposto, regole: RegoleChieste, lang: Lang) -> dict[str, Any]:
    said, asked = each.detta, each.proprieta
    nomi = regole.nomi(asked.quesito.contesto)
    return {
        "codice": asked.codice,
        "domanda": domanda(asked, nomi).render(lang),
        "detto": verdetto(asked, said.risposta, lang, nomi),
        "tipo": type(asked.quesito).__name__,
        "norma": None if asked.norma is None else str(asked.norma),
        "misure": [misura.codice for misura in asked.quesito.contesto.misure],
        "risposta": said.risposta.value,
        "attesa": None if asked.attesa is None else asked.attesa.value,
        "a_vuoto": said.a_vuoto,
        "a_vuoto_per": None if said.vuota is None else show(said.vuota),
        "mai_chiesto": said.mai_chiesto,
        "senza_non_letti": said.senza_non_letti,
        "perche": None if said.perche is None else said.perche.value,
        "avvertenza": list(regole.avvertenza(asked.quesito, lang)),
        "millisecondi": each.millisecondi,
        "confini": {
            "membri": said.confini.membri,
            "giorni": [_days(days) for days in said.confini.giorni],
            "non_letti": list(said.confini.non_letti),
            "senza_valore": [
                {"nome": each.nome, "giorni": _days(each.giorni)}
                for each in said.confini.senza_valore
            ],
        },
        "righe": list(said.righe),
        "esempi": [_example(esempio, asked.quesito.contesto.misure[0]) for esempio in said.esempi],
    }


def _days(days: date | Vigenza) -> list[str]:
    if isinstance(days, Vigenza):
        return [str(days.dal), str(days.al or days.dal)]
    return [str(days), str(days)]


def _example(esempio: Esempio, misura: Misura) -> dict[str, Any]:
    """A household; `al` is the day of the law, `requisiti` that on which it is looked at."""
    rows = esempio.fatti.membri
    fixed = misura.calendario
    return {
        "al": str(esempio.on),
        "requisiti": str(esempio.on if fixed is None else fixed.data_requisiti),
        "fatti": _row(esempio.fatti.valori),
        "membri": None if rows is None else [_row(row) for row in rows],
        "verdetti": [_verdict(verdict) for verdict in esempio.verdetti],
    }


def _row(row: Mapping[str, Value]) -> dict[str, Any]:
    return {nome: value if isinstance(value, bool) else _text(value) for nome, value in row.items()}


def _text(value: Value) -> str:
    return f"{value.decimal:f}" if isinstance(value, Euro) else str(value)


def _verdict(verdict: Verdict) -> dict[str, Any]:
    return {
        "misura": verdict.misura,
        "al": str(verdict.on),
        "esito": verdict.esito.value,
        "importo": None if verdict.importo is None else _text(verdict.importo),
        "motivi": [f.codice for f in verdict.findings if f.esito is False],
        "mancano": list(verdict.mancano),
    }
