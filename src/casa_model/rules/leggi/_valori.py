"""Values as rule files write them: money and numbers in quotes, days and truths bare."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from casa_model.errors import InvalidValue, near
from casa_model.rules.types import (
    LIMIT,
    BoolType,
    ChoiceType,
    CodeType,
    DateType,
    NumberType,
    Type,
    parse_type,
)
from casa_model.values import Euro

if TYPE_CHECKING:
    from collections.abc import Mapping

    from casa_model.rules.facts import Value
    from casa_model.rules.leggi._desk import Desk
    from casa_model.values import Testo
    from casa_model.values.toml import KeyPath

_NUMBER = re.compile(
    r"(?P<whole>-?(?:0|[1-9][0-9]{0,14}))(?:\.(?P<part>[0-9]{1,9}))?(?P<percent>%?)", re.ASCII
)
_WORDS = ("bool", "euro", "numero", "data", "scelta", "codice")
_LONGEST = 60

PERCENT = 2
"""The decimals that a percentage moves."""


def type_at(
    desk: Desk, text: str, valori: Mapping[str, Testo] | None, path: KeyPath
) -> Type | None:
    """The declared type, or None once a fault is told."""
    if text == "scelta" and not valori:
        desk.wrong("scelta-senza-valori", (*path, "tipo"))
        return None
    if text != "scelta" and valori is not None:
        desk.wrong("scelta-senza-valori", (*path, "valori"), key=True)
        return None
    for value in valori or ():
        desk.code(value, (*path, "valori", value), key=True)
    try:
        return parse_type(text, tuple(valori or ()))
    except InvalidValue:
        pass  # the fault below says it at its place
    desk.wrong("tipo-ignoto", (*path, "tipo"), vicino=near(text, _WORDS), tipo=shown(text))
    return None


def value_at(desk: Desk, tipo: Type, raw: object, path: KeyPath) -> Value | None:
    """The value of a parameter or bound, or None once a fault is told."""
    if isinstance(tipo, ChoiceType) and type(raw) is str and raw not in tipo.values:
        known = ", ".join(f"`{value}`" for value in tipo.values)
        close = near(raw, tipo.values)
        desk.wrong("valore-fuori-scelta", path, vicino=close, valore=shown(raw), ammessi=known)
        return None
    found = _read(tipo, raw)
    if found is None:
        it, en, sample = _expected(tipo)
        desk.wrong(
            "valore-malformato",
            path,
            valore=shown(raw),
            atteso=it,
            atteso_en=en,
            esempio='`"25%"` (= `"0.25"`)' if is_share(tipo) else f"`{sample}`",
        )
    elif isinstance(tipo, NumberType) and abs(units(found)) > LIMIT:
        desk.refuse(path, "ha troppe cifre; scrivine di meno", "it has too many digits; use fewer")
        return None
    return found


def shown(raw: object) -> str:
    """A raw value as a message repeats it: on one line, and not for long."""
    match raw:
        case bool():
            return "true" if raw else "false"
        case dict():
            return "{ … }"
        case list():
            return "[ … ]"
        case _:
            text = " ".join(str(raw).split())
            return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def units(value: Value) -> int:
    """A number that was read here, as a whole number at the scale of its type."""
    if isinstance(value, Euro):
        return value.cents
    sign, digits, _ = Decimal(str(value)).as_tuple()
    return (-1 if sign else 1) * int("".join(map(str, digits)))


def is_share(tipo: Type) -> bool:
    """Whether a number of the type may well be a percentage: plain, with two decimals or more."""
    return isinstance(tipo, NumberType) and not tipo.euro and tipo.scale >= PERCENT


def sample(tipo: Type) -> str:
    """A value of the type, as a file writes it."""
    return _expected(tipo)[2]


def _expected(tipo: Type) -> tuple[str, str, str]:
    """What a value of the type looks like, in Italian, in English, and as a sample."""
    match tipo:
        case BoolType():
            return "`true` o `false`", "`true` or `false`", "true"
        case DateType():
            return "una data senza virgolette", "a date without quotes", "2024-09-01"
        case ChoiceType(values=values):
            return "un testo tra virgolette", "a text in quotes", f'"{values[0]}"'
        case CodeType():
            return "un testo tra virgolette", "a text in quotes", '"015146"'
        case NumberType(euro=True):
            it = "un importo tra virgolette, con un punto e due decimali"
            return it, "an amount in quotes, with a point and two decimals", '"9360.00"'
        case NumberType(scale=0):
            it = "un numero intero senza virgolette"
            return it, "a whole number without quotes", "24"
        case _:
            scale = tipo.scale
            it = f"un numero tra virgolette, con non più di {scale} decimali"
            en = f"a number in quotes, with no more than {scale} decimals"
            return it, en, '"0.25"' if is_share(tipo) else '"0.5"'


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
        case _:
            return _number(raw, tipo.scale)


def _euro(raw: object) -> Euro | None:
    try:
        return Euro.parse(raw) if type(raw) is str else None
    except InvalidValue:
        return None


def _number(raw: object, scale: int) -> Decimal | None:
    """A quoted number or percentage with exactly `scale` decimals: digits moved, never computed."""
    found = _NUMBER.fullmatch(raw) if type(raw) is str else None
    if found is None:
        return None
    part = found["part"] or ""
    shift = scale - len(part) - (PERCENT if found["percent"] else 0)
    digits = found["whole"] + part + "0" * max(shift, 0)
    if shift < 0:
        digits, lost = digits[:shift], digits[shift:]
        if lost.strip("0"):
            return None
    sign, whole = ("-", digits[1:]) if digits.startswith("-") else ("", digits)
    return Decimal(f"{sign}{whole or '0'}E-{scale}")
