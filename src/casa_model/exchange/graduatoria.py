"""The ranking to CSV: one row for each admitted application, the waiting list included."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Final

from casa_model.exchange._cella_in_uscita import amount_cell, riferimento_cell

if TYPE_CHECKING:
    from casa_model.errors import Lang
    from casa_model.graduatorie import Graduatoria

COLONNE: Final = (
    "rango",
    "riferimento",
    "spettante",
    "pagato",
    "alloggi",
    "stato",
    "riserva",
)
"""The columns of a file of a ranking."""


def graduatoria_csv(graduatoria: Graduatoria, *, lang: Lang = "it") -> str:
    """Write the ranking as CSV with a header, `;` between cells, in order of rank.

    Amounts are written as in `esiti_csv`; a cell is empty where there is nothing to say. Raises
    `InvalidValue` for a `riferimento` that a spreadsheet would run as a formula.
    """
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=";", lineterminator="\n")
    writer.writerow(COLONNE)
    for posizione in graduatoria.posizioni:
        writer.writerow(
            [
                posizione.rango,
                riferimento_cell(posizione.riferimento),
                amount_cell(posizione.spettante, lang),
                amount_cell(posizione.pagato, lang),
                "" if posizione.alloggi is None else posizione.alloggi,
                posizione.stato.value,
                posizione.riserva or "",
            ]
        )
    return buffer.getvalue()
