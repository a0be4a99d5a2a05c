"""The text of one cell, read by the type of its fact."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from casa_model.errors import InvalidValue
from casa_model.rules.facts import Value, misfit
from casa_model.rules.types import (
    BoolType,
    ChoiceType,
    CodeType,
    DateType,
    NumberType,
    Type,
)
from casa_model.values import Euro

if TYPE_CHECKING:
    from collections.abc import Callable

    from casa_model.rules.misura import Momento

Decimali: TypeAlias = Literal["it", "plain"]
"""How decimals are written: `9.360,00` or `9360.00`."""


class Guasto(Enum):
    """Why a cell gives no value; the text is the code of the catalogue."""

    ILLEGGIBILE = "valore-illeggibile"
    FUORI = "valore-fuori-intervallo"
    TROPPI = "troppi-decimali"
    FISCALE = "codice-fiscale"
    NOME = "riferimento-nome"


_WHY: Final = {"tipo": Guasto.ILLEGGIBILE, "intervallo": Guasto.FUORI}
_TRUTHS: Final = {
    "vero": True, "si": True, "sì": True, "true": True,
    "falso": False, "no": False, "false": False,
}  # fmt: skip
_ISO: Final = re.compile(r"(?P<y>[0-9]{4})-(?P<m>[0-9]{2})-(?P<d>[0-9]{2})")
_IT: Final = re.compile(r"(?P<d>[0-9]{1,2})/(?P<m>[0-9]{1,2})/(?P<y>[0-9]{4})")
_HOUR: Final = re.compile(r"(?P<h>[0-9]{2}):(?P<m>[0-9]{2})(?::(?P<s>[0-9]{2}))?")
_DIGITS: Final = re.compile("[0-9]+")
GROUP: Final = 3
"""How many digits there are between two marks of thousands."""
_MEMORY: Final = 4096  # repeated cells of a column that are not read again


def only_decimali(decimali: object) -> None:
    """Raise `InvalidValue` unless `decimali` is None or a way to write decimals."""
    if decimali not in {None, "it", "plain"}:
        raise InvalidValue(
            it="`decimali` non è un modo di scrivere i decimali; passa `it` (9.360,00) o `plain`",
            en="`decimali` is no way to write decimals; pass `it` (9.360,00) or `plain`",
        )


def cella(tipo: Type, decimali: Decimali | None) -> Callable[[str], Value | Guasto]:
    """Return the reader of a non-empty cell of type `tipo`; it never raises."""
    read = _reader(tipo, decimali)

    def checked(text: str) -> Value | Guasto:
        value = read(text)
        if value is None:
            return Guasto.TROPPI if _finer(text, tipo, decimali, read) else Guasto.ILLEGGIBILE
        why = misfit(tipo, value)
        return value if why is None else _WHY[why]

    if isinstance(tipo, CodeType) or (isinstance(tipo, NumberType) and tipo.euro):
        return checked  # seldom the same twice
    return lru_cache(_MEMORY)(checked)


def momento(tipo: DateType, decimali: Decimali | None) -> Callable[[str], Momento | Guasto]:
    """Return the reader of a day that may carry an hour, after a blank or a `T`."""

    def checked(text: str) -> Momento | Guasto:
        day_text, mark, hour_text = text.replace("T", " ").partition(" ")
        day, hour = giorno(day_text, decimali), ora(hour_text)
        if day is None or (mark and hour is None):
            return Guasto.ILLEGGIBILE
        if misfit(tipo, day) is not None:
            return Guasto.FUORI
        return day if hour is None else datetime.combine(day, hour)

    return checked


def giorno(text: str, decimali: Decimali | None) -> date | None:
    """Read `2024-01-31`, or `31/1/2024` where decimals are Italian; None for anything else."""
    found = _ISO.fullmatch(text) or (_IT.fullmatch(text) if decimali == "it" else None)
    if found is None:
        return None
    try:
        return date(int(found["y"]), int(found["m"]), int(found["d"]))
    except ValueError:
        return None


def ora(text: str) -> time | None:
    """Read `12:00` or `12:00:00`; None for anything else."""
    found = _HOUR.fullmatch(text)
    if found is None:
        return None
    try:
        return time(int(found["h"]), int(found["m"]), int(found["s"] or 0))
    except ValueError:
        return None


def _reader(tipo: Type, decimali: Decimali | None) -> Callable[[str], Value | None]:
    match tipo:
        case BoolType():
            return lambda text: _TRUTHS.get(text.casefold())
        case NumberType(euro=True):
            return _euro(decimali)
        case NumberType(scale=scale):
            return _number(scale, decimali)
        case DateType():
            return lambda text: giorno(text, decimali)
        case ChoiceType(values=values):
            return lambda text: text if text in values else None
        case _:  # a code is its text
            return lambda text: text


def _finer(
    text: str, tipo: Type, decimali: Decimali | None, read: Callable[[str], Value | None]
) -> bool:
    """Whether a text would be a number of the type if it had fewer decimals.

    Three of them after a point may be thousands instead, where so many fit: `9.360` says neither.
    """
    if not isinstance(tipo, NumberType) or not tipo.scale:
        return False
    whole, point, rest = text.partition("," if decimali == "it" else ".")
    if not _DIGITS.fullmatch(rest) or len(rest) <= tipo.scale:
        return False
    if read(f"{whole}{point}{rest[: tipo.scale]}") is None:
        return False
    thousands = int(whole + rest) * 10**tipo.scale if point == "." and len(rest) == GROUP else None
    return thousands is None or not tipo.lo <= thousands <= tipo.hi


def _euro(decimali: Decimali | None) -> Callable[[str], Euro | None]:
    parse = Euro.parse_it if decimali == "it" else Euro.parse

    def read(text: str) -> Euro | None:
        try:
            return parse(text)
        except InvalidValue:
            return None

    return read


def _number(scale: int, decimali: Decimali | None) -> Callable[[str], Decimal | None]:
    # No dots at the thousands: `1.234` would be two numbers, as decimals are declared.
    point = "," if decimali == "it" else r"\."
    rest = rf"(?:{point}[0-9]{{1,{scale}}})?" if scale else ""
    form = re.compile(rf"-?(?:0|[1-9][0-9]{{0,18}}){rest}")  # every number that fits 63 bits

    def read(text: str) -> Decimal | None:
        return Decimal(text.replace(",", ".")) if form.fullmatch(text) else None

    return read
