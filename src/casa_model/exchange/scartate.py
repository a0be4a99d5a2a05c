"""What was rejected to CSV: one row a fault, with its place and its reason."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Final

from casa_model.exchange._cella_in_uscita import riferimento_cell, testo_cell
from casa_model.exchange.esiti import NON_DECISA

if TYPE_CHECKING:
    from collections.abc import Iterable

    from casa_model.casa import Scarto
    from casa_model.errors import Lang
    from casa_model.exchange.lette import Lette

COLONNE: Final = (
    "file",
    "riga",
    "colonna",
    "codice",
    "motivo",
    "riferimento",
)
"""The columns of a file of what was rejected."""


def scartate_csv(lette: Lette, scarti: Iterable[Scarto] = (), *, lang: Lang = "it") -> str:
    """Write every fault of the files as CSV with a header, `;` between cells, in order of place.

    `riferimento` is empty where it could not be read, or the fault is of a member of nobody
    known. The applications that were read and not decided come last (`scarti` of a `Decisione`),
    with the code `non-decisa` and no place. Values of facts never appear. Raises `InvalidValue`
    for a `riferimento` that a spreadsheet would run as a formula.
    """
    of = {fault: row.riferimento for row in lette.scartate for fault in row.difetti}
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=";", lineterminator="\n")
    writer.writerow(COLONNE)
    for fault in lette.difetti:
        place = fault.place
        told = (fault.code, testo_cell(fault.testo(lang)), _reference(of.get(fault)))
        writer.writerow([testo_cell(place.file), place.line, place.column, *told])
    for scarto in scarti:
        why = testo_cell(scarto.motivo.render(lang))
        writer.writerow(["", "", "", NON_DECISA, why, _reference(scarto.riferimento)])
    return buffer.getvalue()


def _reference(riferimento: str | None) -> str:
    return "" if riferimento is None else riferimento_cell(riferimento)
