"""The changes for a household, and what they change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readers.changes.households import DAY, DIFFICOLTA

from casa_model.readers.changes import Cambiamenti, Cambiamento, changes

if TYPE_CHECKING:
    from datetime import date

    from casa_model.rules.facts import Fatti, Value
    from casa_model.rules.misura import Misura


def found(fatti: Fatti, misura: Misura = DIFFICOLTA, on: date = DAY, **options: int) -> Cambiamenti:
    """The changes for a household."""
    return changes(misura, fatti, on=on, **options)


def values(some: tuple[Cambiamento, ...]) -> list[dict[str, Value]]:
    """What each change changes, and to what."""
    return [{dato.nome: dato.nuovo for dato in each.dati} for each in some]
