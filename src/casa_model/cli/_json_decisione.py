"""A decision as one JSON object, for programs: outcomes, ranking, and what was not decided."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from casa_model.cli._assenti import assenti, non_letti
from casa_model.exchange import esiti_ndjson
from casa_model.exchange.esiti import NON_DECISA

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casa_model.casa import Decisione
    from casa_model.cli._ingressi import Ingressi
    from casa_model.errors import Fault, Lang
    from casa_model.graduatorie import Graduatoria
    from casa_model.values import Euro

FORMATO = 1


def json_di(read: Ingressi, decisione: Decisione, lang: Lang) -> str:
    """The whole as JSON; amounts are texts such as `"9360.00"`."""
    lines = esiti_ndjson(decisione, lang=lang).splitlines()
    ranking = decisione.graduatoria
    whole = {
        "formato": FORMATO,
        "avviso": decisione.avviso.codice,
        "righe": {
            "lette": read.lette.righe,
            "decise": len(decisione.esiti),
            "scartate": read.lette.guaste + len(decisione.scarti),
        },
        "difetti": [difetto(fault, lang) for fault in (*read.rilievi, *read.lette.difetti)],
        "colonne_assenti": list(assenti(read.lette, read.avviso)),
        "colonne_non_lette": list(non_letti(read.lette, read.avviso)),
        "scartate": list(_rejected(read, decisione, lang)),
        "esiti": [json.loads(line) for line in lines],
        "graduatoria": None if ranking is None else _ranking(ranking),
    }
    return json.dumps(whole, ensure_ascii=False, indent=1)


def _rejected(read: Ingressi, decisione: Decisione, lang: Lang) -> Iterator[dict[str, Any]]:
    """As many as `righe.scartate`: broken rows, then what was read and could not be decided."""
    for row in read.lette.scartate:
        faults = [difetto(fault, lang) for fault in row.difetti]
        yield {"riferimento": row.riferimento, "riga": row.linea, "motivi": faults}
    for scarto in decisione.scarti:
        why = {"codice": NON_DECISA, "testo": scarto.motivo.render(lang)}
        yield {"riferimento": scarto.riferimento, "riga": None, "motivi": [why]}


def difetto(fault: Fault, lang: Lang) -> dict[str, Any]:
    """A fault of a file."""
    return {
        "file": fault.place.file,
        "riga": fault.place.line,
        "colonna": fault.place.column,
        "codice": fault.code,
        "grave": fault.grave,
        "testo": fault.testo(lang),
    }


def _ranking(graduatoria: Graduatoria) -> dict[str, Any]:
    given = graduatoria.dotazione
    return {
        "dotazione": None if given is None else _text(given.euro),
        "alloggi": None if given is None else given.alloggi,
        "residuo": _left(graduatoria),
        "posizioni": [
            {
                "rango": posizione.rango,
                "riferimento": posizione.riferimento,
                "spettante": _text(posizione.spettante),
                "pagato": _text(posizione.pagato),
                "alloggi": posizione.alloggi,
                "stato": posizione.stato.value,
                "riserva": posizione.riserva,
            }
            for posizione in graduatoria.posizioni
        ],
    }


def _left(graduatoria: Graduatoria) -> str | int | None:
    left = graduatoria.residuo
    return left if left is None or isinstance(left, int) else str(left)


def _text(amount: Euro | None) -> str | None:
    return None if amount is None else str(amount)
