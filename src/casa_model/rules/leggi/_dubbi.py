"""A number that loads and was probably meant to be another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casa_model.rules.leggi._valori import units
from casa_model.rules.types import NumberType

if TYPE_CHECKING:
    from casa_model.rules.facts import Value
    from casa_model.rules.leggi._desk import Desk
    from casa_model.rules.types import Type
    from casa_model.values.toml import KeyPath


def doubt(  # noqa: PLR0913 - a number as it is written, as it is read, and where
    desk: Desk, tipo: Type, raw: object, value: Value, path: KeyPath, *, scala: bool
) -> None:
    """Note a parameter below zero, or a percentage above 100.

    `tipo` of a parameter that the measure has comes with the interval of its values: what was so
    already there is meant. `scala` says that it is one of the rows of a new table, which may well
    be a scale of coefficients.
    """
    if not isinstance(tipo, NumberType):
        return
    much, one = units(value), 10**tipo.scale
    if much < 0 <= tipo.lo:
        desk.wrong("parametro-negativo", path, numero=raw)
    if not scala and "%" in str(raw) and tipo.hi <= one < much:
        desk.wrong("percentuale-oltre-cento", path, numero=raw)
