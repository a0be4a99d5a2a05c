"""A part of a programme, and the entries of a programme by code."""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING, Any

from attrs import fields

from casa_model.values import FrozenMap

if TYPE_CHECKING:
    from collections.abc import Mapping

    from casa_model.programma.programma import Programma


def part_of(programma: Programma, **sections: tuple[Any, ...]) -> Programma:
    """Return a programme with less in some sections, of which nothing is checked again.

    What holds of the whole need not hold of a part: a grant may be over the endowment of its line
    that was known on an earlier day.
    """
    part = copy(programma)
    for name, rows in sections.items():
        object.__setattr__(part, name, rows)
    object.__setattr__(part, "_index", index_of(part))
    return part


def index_of(programma: Programma) -> Mapping[type, Mapping[str, Any]]:
    """The entries of each kind by code."""
    rows = (getattr(programma, each.name) for each in fields(type(programma)) if each.init)
    return {type(row[0]): FrozenMap({e.codice: e for e in row}) for row in rows if row}
