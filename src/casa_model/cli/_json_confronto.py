"""A comparison as one JSON object, for programs: what changes, and what it does to people."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from casa_model.casa.confronta import Effetto, detto, in_tempo, termini_a_parte, tratti
from casa_model.exchange.domande_scritte import domande_ndjson
from casa_model.nuclei import Domanda

if TYPE_CHECKING:
    from collections.abc import Iterable

    from casa_model.casa.confronta import Confronto, Costo, Effetti, Posto, Prova, Tratto, Versione
    from casa_model.cli._popolazione import Righe
    from casa_model.errors import Lang
    from casa_model.rules.quesiti import Esempio
    from casa_model.values import Euro, Testo

FORMATO = 1
_INVENTED = "inventato"


def json_di(  # noqa: PLR0913 - what was compared, and what came of it
    confronto: Confronto,
    effetti: Effetti | None,
    note: Iterable[Testo],
    prove: Iterable[Prova] | None,
    lang: Lang,
    *,
    righe: Righe | None = None,
) -> str:
    """The whole as JSON; amounts are texts such as `"9360.00"`."""
    root = {
        "formato": FORMATO,
        "prima": _version(confronto.prima, lang),
        "ora": _version(confronto.ora, lang),
        "uguale": confronto.uguale,
        "testi_diversi": confronto.testi_diversi,
        "cambiamenti": [
            {
                "parte": each.parte.value,
                "nome": each.nome,
                "operazione": each.operazione.value,
                "titolo": each.titolo.render(lang),
                "prima": None if each.prima is None else each.prima.render(lang),
                "ora": None if each.ora is None else each.ora.render(lang),
            }
            for each in confronto.cambiamenti
        ],
        "termini": [_stretch(confronto, each, lang) for each in tratti(confronto)],
        "note": [each.render(lang) for each in note],
        "prove": None if prove is None else [_proof(confronto, each, effetti) for each in prove],
        "righe": None
        if righe is None
        else {"lette": righe.lette, "decise": righe.decise, "scartate": righe.scartate},
        "effetti": None if effetti is None else _effects(effetti, lang),
    }
    return json.dumps(root, ensure_ascii=False, indent=1)


def _version(versione: Versione, lang: Lang) -> dict[str, str]:
    return {
        "codice": versione.regole.codice,
        "titolo": versione.titolo.render(lang),
        "giorno": str(versione.giorno),
    }


def _stretch(confronto: Confronto, tratto: Tratto, lang: Lang) -> dict[str, Any]:
    """When an application is in time for one of the two alone: what proof does not look at."""
    start, end = tratto.inizio, tratto.fine
    return {
        "nei_termini": tratto.nei_termini,
        "inizio": None if start is None else start.isoformat(),
        "inizio_compreso": tratto.inizio_compreso,
        "fine": None if end is None else end.isoformat(),
        "fine_compresa": tratto.fine_compresa,
        "testo": detto(tratto, lang, confronto.ora),
    }


def _proof(confronto: Confronto, prova: Prova, effetti: Effetti | None) -> dict[str, Any]:
    """What proof says; `nei_termini` says of a household what the door of each side would."""
    found = prova.trovato
    shown = found.esempio
    return {
        "effetto": prova.effetto.value,
        "risposta": found.risposta.value,
        "perche": found.perche,
        "termini_a_parte": termini_a_parte(confronto, found),
        "nei_termini": None if shown is None else in_tempo(confronto, shown),
        "membri": found.confini.membri,
        "non_letti": list(found.confini.non_letti),
        "senza_non_letti": found.senza_non_letti,
        "nella_popolazione": None if effetti is None else effetti.quanti(prova.effetto),
        "esempio": None if shown is None else esempio_json(shown),
    }


def esempio_json(esempio: Esempio) -> dict[str, Any]:
    """An invented household, as a line of NDJSON has it, and what both rules say of it."""
    household = json.loads(domande_ndjson([Domanda(_INVENTED, fatti=esempio.fatti)]))
    return {
        "fatti": household,
        "esiti": [verdict.esito.value for verdict in esempio.verdetti],
        "importi": [_euro(verdict.importo) for verdict in esempio.verdetti],
        "voci": [
            {voce.codice: _euro(voce.importo) for voce in verdict.voci}
            for verdict in esempio.verdetti
        ],
    }


def _effects(effetti: Effetti, lang: Lang) -> dict[str, Any]:
    moved = effetti.spostamenti
    return {
        "domande": len(effetti.movimenti),
        "quante": {effetto.value: effetti.quanti(effetto) for effetto in Effetto},
        "senza_termini": effetti.senza_termini,
        "motivi": [
            {
                "effetto": conto.effetto.value,
                "codice": conto.ragione.codice,
                "testo": conto.ragione.testo.render(lang),
                "quante": conto.quante,
                "esempi": list(conto.esempi),
            }
            for conto in effetti.conti
        ],
        "movimenti": [
            {
                "riferimento": each.riferimento,
                "effetto": each.effetto.value,
                "prima": each.prima,
                "ora": each.ora,
                "motivi": [ragione.codice for ragione in each.ragioni],
            }
            for each in effetti.movimenti
            if each.effetto is not Effetto.UGUALE
        ],
        "costo": {"prima": _cost(effetti.prima, lang), "ora": _cost(effetti.ora, lang)},
        "graduatoria": None if moved is None else [_place(posto) for posto in moved.posti],
    }


def _cost(costo: Costo, lang: Lang) -> dict[str, Any]:
    given = costo.dotazione
    why = costo.senza_graduatoria
    return {
        "ammesse": costo.ammesse,
        "spettante": _euro(costo.dovuto),
        "dotazione": None if given is None else _euro(given.euro),
        "alloggi": None if given is None else given.alloggi,
        "pagato": _euro(costo.pagato),
        "finanziate": costo.finanziate,
        "residuo": costo.residuo if isinstance(costo.residuo, int) else _euro(costo.residuo),
        "senza_graduatoria": None if why is None else why.render(lang),
    }


def _place(posto: Posto) -> dict[str, Any]:
    """A place; `pagato` says whether more or less is paid, and not how much."""
    more = posto.differenza
    sign = "uguale" if not more else "di-piu" if more > 0 else "di-meno"
    return {
        "riferimento": posto.riferimento,
        "rango_prima": posto.rango_prima,
        "rango_ora": posto.rango_ora,
        "stato_prima": posto.stato_prima,
        "stato_ora": posto.stato_ora,
        "pagato": None if more is None else sign,
    }


def _euro(amount: Euro | None) -> str | None:
    return None if amount is None else str(amount)
