"""The money, or the dwellings, that a notice gives out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casa_model.rules.avviso import Dotazione
from casa_model.rules.leggi._shapes import RisorseShape
from casa_model.rules.leggi._valori import value_at
from casa_model.rules.types import EURO_CENTS, NumberType
from casa_model.values import Euro

if TYPE_CHECKING:
    from casa_model.rules.leggi._desk import Desk
    from casa_model.values import Fonte
    from casa_model.values.toml import KeyPath

PATH: KeyPath = ("risorse",)
MONEY = NumberType(2, euro=True, lo=0, hi=EURO_CENTS)


def read_risorse(desk: Desk, fonte: Fonte) -> Dotazione | None:
    """The endowment; its source is `fonte` when it says none. None when there is none."""
    shape = desk.section(RisorseShape, "risorse")
    if shape is None:
        return None
    mine = desk.fonte_if_any(shape, PATH, ("la dotazione", "the endowment")) or fonte
    if (shape.dotazione is None) == (shape.alloggi is None):
        desk.wrong("dotazione-ambigua", PATH)
        return None
    if shape.alloggi is not None:
        if shape.alloggi < 0:
            _negative(desk, "alloggi")
        return Dotazione(None, shape.alloggi, mine)
    euro = value_at(desk, MONEY, shape.dotazione, (*PATH, "dotazione"))
    if not isinstance(euro, Euro):
        return None
    if euro < Euro(0):
        _negative(desk, "dotazione")
    return Dotazione(euro, None, mine)


def _negative(desk: Desk, key: str) -> None:
    it, en = "è meno di zero; togli il segno", "it is less than zero; remove the sign"
    desk.refuse((*PATH, key), it, en)
