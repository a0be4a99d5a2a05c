"""The rows of the members' file, grouped by application, and what is wrong with a group."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import frozen

from casa_model.exchange._colonne import RIFERIMENTO
from casa_model.exchange._riga import Riga
from casa_model.rules.names import COMPONENTI
from casa_model.rules.types import MAX_MEMBERS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable


@frozen
class Membri:
    """Member rows by reference; `incerti` when some row belongs to nobody known."""

    gruppi: dict[str, list[Riga]]
    sparse: tuple[Riga, ...]
    incerti: bool


def raggruppa(righe: Iterable[Riga], riferimenti: Collection[str]) -> Membri:
    """Group member rows, telling those whose reference is not among `riferimenti`."""
    gruppi: dict[str, list[Riga]] = {}
    sparse: list[Riga] = []
    for riga in righe:
        riferimento = riga.valori.pop(RIFERIMENTO, None)
        if riferimento in riferimenti:
            gruppi.setdefault(riferimento, []).append(riga)
            continue
        if riferimento is not None:
            riga.difetto("membro-orfano", RIFERIMENTO)
        sparse.append(riga)
    return Membri(gruppi, tuple(sparse), incerti=bool(sparse))


def dal_file(riga: Riga, membri: Membri | None) -> list[dict[str, Any]] | None:
    """Return the members of a row in the members' file, adding to the row what is wrong there.

    A list that may be incomplete is refused rather than decided on: one broken row among the
    members breaks the application, and a row of nobody known breaks those that do not say how
    many `componenti` they have.
    """
    if membri is None:
        return None
    rows = membri.gruppi.get(riga.valori.get(RIFERIMENTO, ""))
    if rows is None:
        return None
    for broken in (row for row in rows if row.difetti):
        riga.difetto("membro-guasto", RIFERIMENTO, riga=broken.linea, file=broken.file)
    if membri.incerti and COMPONENTI not in riga.valori:
        riga.difetto("membri-incerti", RIFERIMENTO)
    return [row.valori for row in rows]


def conta(riga: Riga, membri: list[dict[str, Any]], dove: str) -> None:
    """Add to the row what is wrong with how many members it has; `dove` names a cell of it."""
    if len(membri) > MAX_MEMBERS:
        riga.difetto("troppi-membri", dove, limite=MAX_MEMBERS)
    if riga.valori.get(COMPONENTI, len(membri)) != len(membri):
        riga.difetto("componenti-diversi", COMPONENTI)
