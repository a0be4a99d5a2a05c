"""A notice held against its act as one JSON object, for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from casa_model.casa.conforme import VERSI
from casa_model.cli._json_confronto import esempio_json

if TYPE_CHECKING:
    from casa_model.casa.conforme import Accettato, Bilancio, Conformita, Esame, Rilievo
    from casa_model.errors import Lang

FORMATO: Final = 1


def json_di(conformita: Conformita, bilancio: Bilancio, lang: Lang) -> dict[str, Any]:
    """The whole, for JSON; households as lines of NDJSON have them, amounts as texts."""
    fixed = conformita.legge.calendario
    assert fixed is not None  # noqa: S101 - the law of a notice has its days
    return {
        "formato": FORMATO,
        "avviso": conformita.avviso.codice,
        "misura": conformita.avviso.base,
        "pubblicazione": None
        if conformita.avviso.pubblicazione is None
        else conformita.avviso.pubblicazione.isoformat(),
        "giorno_norma": str(fixed.giorno_norma),
        "data_requisiti": str(fixed.data_requisiti),
        "conforme": conformita.conforme,
        "con_non_letti": conformita.con_non_letti,
        "esami": [_exam(esame, lang) for esame in conformita.esami],
        "nuovi": [rilievo.codice for rilievo in bilancio.nuovi],
        "accettati": [_accepted(seen) for _, seen in bilancio.noti],
        "cambiati": [_accepted(seen) for _, seen in bilancio.cambiati],
        "spariti": [seen.codice for seen in bilancio.spariti],
        "sbagliati": [{**_accepted(seen), "forse": meant} for seen, meant in bilancio.sbagliati],
    }


def _exam(esame: Esame, lang: Lang) -> dict[str, Any]:
    what = esame.differenza
    return {
        "parte": None if what is None else what.parte,
        "nome": None if what is None else what.nome,
        "titolo": esame.titolo.render(lang),
        "articolo": None if esame.articolo is None else esame.articolo.render(lang),
        "fonte": esame.fonte.render(lang),
        "equivalente": esame.equivalente,
        "membri": esame.confini.membri,
        "rilievi": [_finding(rilievo, lang) for rilievo in esame.rilievi],
    }


def _accepted(accettato: Accettato) -> dict[str, Any]:
    place = accettato.dove
    return {
        "codice": accettato.codice,
        "impronta": accettato.impronta,
        "motivo": accettato.motivo,
        "ruolo": accettato.ruolo,
        "giorno": str(accettato.giorno),
        "file": None if place is None else place.file,
        "riga": None if place is None else place.line,
    }


def _finding(rilievo: Rilievo, lang: Lang) -> dict[str, Any]:
    return {
        "codice": rilievo.codice,
        "impronta": rilievo.impronta,
        "verso": rilievo.verso.value,
        "testo": VERSI[rilievo.verso].render(lang),
        "perche": rilievo.perche,
        "fatti_chiesti": list(rilievo.chiesti),
        "fatti_chiesti_tutti": rilievo.tutti_chiesti,
        "esempio": None if rilievo.esempio is None else esempio_json(rilievo.esempio),
    }
