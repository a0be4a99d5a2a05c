"""Outcomes to CSV and NDJSON: one row an application, and no fact of anybody."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

from casa_model.errors import only_lang
from casa_model.exchange._cella_in_uscita import amount_cell, riferimento_cell, testo_cell

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from casa_model.casa import Decisione, EsitoDomanda
    from casa_model.errors import Lang
    from casa_model.graduatorie import Posizione
    from casa_model.rules.esito import Finding
    from casa_model.values import Atto

Separatore: TypeAlias = Literal[";", ","]

COLONNE: Final = (
    "riferimento",
    "esito",
    "importo",
    "rango",
    "stato",
    "pagato",
    "motivi",
    "mancano",
    "avvertenze",
)
"""The columns of a file of outcomes, and the keys of its objects."""

NON_DECISA: Final = "non-decisa"
"""What stands for the outcome of an application whose facts contradict one another."""

_JOIN: Final = " | "
_AMOUNTS: Final = ("importo", "pagato")


def esiti_csv(decisione: Decisione, *, lang: Lang = "it", separatore: Separatore = ";") -> str:
    """Write the outcomes as CSV with a header, in the order of the applications.

    Those that could not be decided come last, their reason among the `avvertenze`.

    - `esito`: `ammesso`, `non-ammesso`, `da-completare`, or `non-decisa`
    - `importo`, `pagato`: `9360,00` in Italian, `9360.00` in English; empty when there is none
    - `rango`, `stato`: the place in the ranking; empty for who is not in it
    - `motivi`: the code of each requirement that is false, its sentence and its source
    - `mancano`: the facts still needed
    - `avvertenze`: what whoever decides should be told

    Several things in a cell stand between ` | `. A spreadsheet runs a cell that begins with a
    formula sign: texts that do get an apostrophe in front. A `riferimento` must be found again as
    it was, and gets none. Raises `InvalidValue` for a `riferimento` that begins with such a sign,
    cannot be printed or has blanks around it: no file that was read has any.
    """
    only_lang(lang)
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=separatore, lineterminator="\n")
    writer.writerow(COLONNE)
    writer.writerows(_cells(row, lang) for row in _rows(decisione, lang))
    return buffer.getvalue()


def esiti_ndjson(decisione: Decisione, *, lang: Lang = "it") -> str:
    """Write the outcomes as NDJSON, one object a line, with the columns of `esiti_csv` as keys.

    Amounts are texts such as `"9360.00"`, `motivi` objects with `codice`, `testo` and `fonte`,
    `mancano` and `avvertenze` lists; what there is not is null. Any `riferimento` is written as
    it is.
    """
    return "".join(
        json.dumps(
            row | {key: None if row[key] is None else str(row[key]) for key in _AMOUNTS},
            ensure_ascii=False,
        )
        + "\n"
        for row in _rows(decisione, lang)
    )


def _rows(decisione: Decisione, lang: Lang) -> Iterator[dict[str, Any]]:
    places: dict[str, Posizione] = {}
    if decisione.graduatoria is not None:
        places = {place.riferimento: place for place in decisione.graduatoria.posizioni}
    atti = {atto.codice: atto for atto in decisione.avviso.misura.atti}
    for esito in decisione.esiti:
        yield _row(esito, places.get(esito.riferimento), atti, lang)
    for scarto in decisione.scarti:
        nothing: dict[str, Any] = dict.fromkeys(COLONNE) | {"motivi": [], "mancano": []}
        said = [scarto.motivo.render(lang)]
        yield nothing | {"riferimento": scarto.riferimento, "esito": NON_DECISA, "avvertenze": said}


def _row(
    esito: EsitoDomanda, place: Posizione | None, atti: Mapping[str, Atto], lang: Lang
) -> dict[str, Any]:
    verdict = esito.verdict
    return {
        "riferimento": esito.riferimento,
        "esito": verdict.esito.value,
        "importo": verdict.importo,
        "rango": None if place is None else place.rango,
        "stato": None if place is None else place.stato.value,
        "pagato": None if place is None else place.pagato,
        "motivi": [_reason(f, atti, lang) for f in verdict.findings if f.esito is False],
        "mancano": list(verdict.mancano),
        "avvertenze": [text.render(lang) for text in esito.avvertenze],
    }


def _reason(finding: Finding, atti: Mapping[str, Atto], lang: Lang) -> dict[str, str]:
    return {
        "codice": finding.codice,
        "testo": finding.testo.render(lang),
        "fonte": finding.fonte.render(atti, lang),
    }


def _cells(row: dict[str, Any], lang: Lang) -> list[str]:
    return [
        riferimento_cell(row["riferimento"]),
        row["esito"],
        amount_cell(row["importo"], lang),
        "" if row["rango"] is None else str(row["rango"]),
        row["stato"] or "",
        amount_cell(row["pagato"], lang),
        _joined(f"{r['codice']}: {r['testo']} — {r['fonte']}" for r in row["motivi"]),
        _joined(row["mancano"]),
        _joined(row["avvertenze"]),
    ]


def _joined(texts: Iterable[str]) -> str:
    return testo_cell(_JOIN.join(texts))
