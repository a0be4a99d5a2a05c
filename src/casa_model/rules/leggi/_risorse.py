"""The money, or the dwellings, that a notice gives out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casa_model.rules.avviso import Dotazione
from casa_model.rules.leggi._shapes import RisorseShape
from casa_model.rules.leggi._valori import value_at
from casa_model.rules.misura import Esaurimento
from casa_model.rules.types import EURO_CENTS, NumberType
from casa_model.values import Euro

if TYPE_CHECKING:
    from casa_model.rules.leggi._desk import Desk
    from casa_model.rules.misura import Misura
    from casa_model.values import Fonte
    from casa_model.values.toml import KeyPath

PATH: KeyPath = ("risorse",)
MONEY = NumberType(2, euro=True, lo=0, hi=EURO_CENTS)


def read_risorse(desk: Desk, misura: Misura, fonte: Fonte) -> Dotazione | None:
    """The endowment of a notice over `misura`; None when there is none, or it has faults.

    Its source is `fonte` when it says none.
    """
    dotazione = _read(desk, fonte)
    if dotazione is not None:
        _check(desk, misura, dotazione)
    return dotazione


def _check(desk: Desk, misura: Misura, dotazione: Dotazione) -> None:
    """Note an endowment that cannot be given out so; a part with faults of its own says enough."""
    ranking = misura.graduatoria
    if dotazione.alloggi == 0 or dotazione.euro == Euro(0):
        desk.wrong("dotazione-zero", (*PATH, "alloggi" if dotazione.euro is None else "dotazione"))
    if dotazione.euro is not None and misura.importo is None and "importo" not in desk.doc.data:
        desk.wrong("dotazione-senza-importo", (*PATH, "dotazione"))
    if dotazione.alloggi is not None and misura.importo is not None:
        desk.wrong("alloggi-con-importo", (*PATH, "alloggi"))
    if ranking is None and "graduatoria" not in desk.doc.data:
        desk.wrong("dotazione-inutile", PATH)
    if ranking is None or ranking.esaurimento is not Esaurimento.PROPORZIONALE:
        return
    if dotazione.alloggi is not None:
        mine = "graduatoria" in desk.doc.data
        path = ("graduatoria", "esaurimento") if mine else (*PATH, "alloggi")
        desk.wrong("alloggi-in-proporzione", path)


def _read(desk: Desk, fonte: Fonte) -> Dotazione | None:
    shape = desk.section(RisorseShape, "risorse")
    if shape is None:
        return None
    mine = desk.fonte_if_any(shape, PATH, ("la dotazione", "the endowment")) or fonte
    if (shape.dotazione is None) == (shape.alloggi is None):
        desk.wrong("dotazione-ambigua", PATH)
        return None
    if shape.alloggi is not None:
        if shape.alloggi < 0:
            return _negative(desk, "alloggi")
        return Dotazione(None, shape.alloggi, mine)
    euro = value_at(desk, MONEY, shape.dotazione, (*PATH, "dotazione"))
    if not isinstance(euro, Euro):
        return None
    if euro < Euro(0):
        return _negative(desk, "dotazione")
    return Dotazione(euro, None, mine)


def _negative(desk: Desk, key: str) -> None:
    it, en = "è meno di zero; togli il segno", "it is less than zero; remove the sign"
    desk.refuse((*PATH, key), it, en)
