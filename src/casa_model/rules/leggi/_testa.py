"""The head of a notice: what it says of itself, and the measure that it stands on.

A head with faults is read again without them, and a measure whose name is a near miss is taken for
the one that was meant: the file is refused anyway, and its other faults are told at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from casa_model.errors import near
from casa_model.rules.leggi._calendario import HEAD
from casa_model.rules.leggi._shapes import AvvisoShape

if TYPE_CHECKING:
    from collections.abc import Mapping

    from casa_model.rules.leggi._desk import Desk
    from casa_model.rules.misura import Misura

DAYS: Final = frozenset({"pubblicazione", "apertura", "chiusura", "data_requisiti", "giorno_norma"})
"""The keys without which no day of a notice can be told."""

_NOBODY: Final = "?"
_STAND_IN: Final[Mapping[str, object]] = {
    "codice": "avviso",
    "titolo": {"it": _NOBODY, "en": _NOBODY},
    "ente": _NOBODY,
    "misura": _NOBODY,
}


def read_head(desk: Desk) -> tuple[AvvisoShape | None, frozenset[str]]:
    """The head, and the keys that it was read without; None when there is no head at all."""
    shape = desk.section(AvvisoShape, "avviso", wanted=True)
    raw = desk.doc.data.get("avviso")
    if shape is not None or not isinstance(raw, dict):
        return shape, frozenset()
    graded = {"grado": "derivata"} if "grado" in raw else {}
    shape, dropped = desk.salvaged(AvvisoShape, HEAD, {**_STAND_IN, **graded})
    if shape is not None and "incompatibile_fonte" in dropped:
        shape = evolve(shape, incompatibile=())
    if shape is not None and "data_requisiti_fonte" in dropped:
        shape = evolve(shape, data_requisiti=None)
    return shape, dropped


def base_of(desk: Desk, shape: AvvisoShape, misure: Mapping[str, Misura]) -> Misura | None:
    """The measure that the head names, or nearly names; None when there is none to go by."""
    base = misure.get(shape.misura)
    if base is not None or shape.misura == _NOBODY:
        return base
    close = near(shape.misura, misure)
    desk.wrong("misura-ignota", (*HEAD, "misura"), vicino=close, nome=shape.misura)
    return None if close is None else misure[close]
