"""Applications to CSV and NDJSON, as `leggi_domande` and `leggi_domande_ndjson` read them again."""

from __future__ import annotations

import csv
import io
import json
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from casa_model.errors import InvalidValue
from casa_model.exchange._cella_in_uscita import riferimento_cell, testo_cell
from casa_model.exchange._colonne import DATA_DOMANDA, MEMBRI, PROTOCOLLO, RIFERIMENTO

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from casa_model.nuclei import Domanda
    from casa_model.rules.facts import Value
    from casa_model.rules.misura import Momento


def domande_csv(domande: Iterable[Domanda]) -> tuple[str, str | None]:
    """Write applications as CSV (`;`, plain decimals), and their members as a second one.

    The second is None when no household lists its members. Columns are the facts that somebody
    states. Raises `InvalidValue` when an application has typed parts (`nucleo`, `isee`,
    `assegnazione`), or a `riferimento` that no file may have.
    """
    given = list(domande)
    rows = [_household(each) for each in given]
    members = [
        {RIFERIMENTO: each.riferimento} | _plain(row)
        for each in given
        for row in each.fatti.membri or ()
    ]
    return _sheet(rows), _sheet(members) if members else None


def domande_ndjson(domande: Iterable[Domanda]) -> str:
    """Write applications as NDJSON, one object a line, with the members in a list.

    Raises `InvalidValue` when an application has typed parts.
    """
    return "".join(json.dumps(_object(each), ensure_ascii=False) + "\n" for each in domande)


def _object(domanda: Domanda) -> dict[str, Any]:
    found: dict[str, Any] = _household(domanda)
    if domanda.fatti.membri is not None:
        found[MEMBRI] = [_plain(row) for row in domanda.fatti.membri]
    return found


def _household(domanda: Domanda) -> dict[str, Any]:
    if any((domanda.nucleo, domanda.isee, domanda.assegnazione)):
        raise InvalidValue(
            it="una domanda ha dati in `nucleo`, `isee` o `assegnazione`; scrivi i loro "
            "fatti in `fatti`",
            en="an application has typed parts (`nucleo`, `isee`, `assegnazione`); write their "
            "facts in `fatti`",
        )
    found: dict[str, Any] = {RIFERIMENTO: domanda.riferimento}
    if domanda.protocollo is not None:
        found[PROTOCOLLO] = domanda.protocollo
    if domanda.presentata is not None:
        found[DATA_DOMANDA] = _moment(domanda.presentata)
    return found | _plain(domanda.fatti.valori)


def _plain(row: Mapping[str, Value]) -> dict[str, Any]:
    return {nome: each if isinstance(each, bool) else _text(each) for nome, each in row.items()}


def _text(value: Value) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


def _moment(moment: Momento) -> str:
    return moment.isoformat(" ") if isinstance(moment, datetime) else moment.isoformat()


def _sheet(rows: list[dict[str, Any]]) -> str:
    columns = dict.fromkeys(name for row in rows for name in row)
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=";", lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(_cells(row, columns) for row in rows)
    return buffer.getvalue()


def _cells(row: Mapping[str, Any], columns: Iterable[str]) -> Iterator[str]:
    for name in columns:
        value = row.get(name, "")
        if name == RIFERIMENTO:
            yield riferimento_cell(value)
        elif isinstance(value, bool):
            yield "sì" if value else "no"
        else:
            yield testo_cell(value)
