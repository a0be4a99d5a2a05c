"""Values as rule files write them: money and numbers in quotes, days and truths bare."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from casa_model.errors import InvalidValue, near
from casa_model.rules.types import (
    BoolType,
    ChoiceType,
    CodeType,
    DateType,
    NumberType,
    Type,
    describe,
    parse_type,
)
from casa_model.values import Euro

if TYPE_CHECKING:
    from collections.abc import Mapping

    from casa_model.rules.facts import Value
    from casa_model.rules.leggi._desk import Desk
    from casa_model.values import Testo
    from casa_model.values.toml import KeyPath

_PERCENT = re.compile(r"(-?)(0|[1-9][0-9]{0,14})(?:\.([0-9]{1,7}))?%", re.ASCII)
_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,9})?", re.ASCII)
_SAMPLES = {
    BoolType: "`true`", DateType: "`2024-09-01`", ChoiceType: '`"protezione"`',
    CodeType: '`"015146"`',
}  # fmt: skip


def type_at(
    desk: Desk, text: str, valori: Mapping[str, Testo] | None, path: KeyPath
) -> Type | None:
    """The declared type, or None once a fault is told."""
    if (text == "scelta") != bool(valori):
        where = "valori" if valori else "tipo"
        return desk.wrong("scelta-senza-valori", (*path, where), key=True)
    for value in valori or ():
        desk.code(value, (*path, "valori", value))
    try:
        return parse_type(text, tuple(valori or ()))
    except InvalidValue:
        known = ("bool", "euro", "numero", "data", "scelta", "codice")
        return desk.wrong("tipo-ignoto", (*path, "tipo"), vicino=near(text, known), tipo=text)


def value_at(desk: Desk, tipo: Type, raw: object, path: KeyPath) -> Value | None:
    """The value of a parameter or bound, or None once a fault is told."""
    if isinstance(tipo, ChoiceType) and type(raw) is str and raw not in tipo.values:
        known = ", ".join(f"`{value}`" for value in tipo.values)
        return desk.wrong("valore-fuori-scelta", path, vicino=near(raw, tipo.values), valore=raw,
                          ammessi=known)  # fmt: skip
    found = _read(tipo, raw)
    if found is None:
        whole = isinstance(tipo, NumberType) and not tipo.euro and tipo.scale == 0
        number = "`24`" if whole else '`"0.50"`' if _plain(tipo) else '`"9360.00"`'
        desk.wrong(
            "valore-malformato", path, valore=raw,
            atteso=describe(tipo, "it"), atteso_en=describe(tipo, "en"),
            esempio=_SAMPLES.get(type(tipo), number),
        )  # fmt: skip
    return found


def _plain(tipo: Type) -> bool:
    return isinstance(tipo, NumberType) and not tipo.euro


def _read(tipo: Type, raw: object) -> Value | None:
    match tipo:
        case BoolType():
            return raw if isinstance(raw, bool) else None
        case DateType():
            return raw if type(raw) is date else None
        case ChoiceType() | CodeType():
            return raw if type(raw) is str and raw else None
        case NumberType(euro=True):
            return _euro(raw)
        case NumberType(scale=0):
            return Decimal(raw) if type(raw) is int else None
        case NumberType(scale=scale):
            return _number(raw, scale)


def _euro(raw: object) -> Euro | None:
    try:
        return Euro.parse(raw) if type(raw) is str else None
    except InvalidValue:
        return None


def _number(raw: object, scale: int) -> Decimal | None:
    if type(raw) is not str:
        return None
    if percent := _PERCENT.fullmatch(raw):
        sign, whole, part = percent.groups()
        found = Decimal(f"{sign}{whole}.{part or 0}").scaleb(-2)
    elif _DECIMAL.fullmatch(raw):
        found = Decimal(raw)
    else:
        return None
    unit = Decimal(1).scaleb(-scale)
    return found.quantize(unit) if found == found.quantize(unit) else None


def units(tipo: NumberType, value: Value) -> int:
    """A number as a whole number at the scale of its type."""
    if isinstance(value, Euro):
        return value.cents
    return int(Decimal(value).scaleb(tipo.scale)) if isinstance(value, Decimal) else 0
