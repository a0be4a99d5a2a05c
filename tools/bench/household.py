"""The household that every engine is asked about, plain and typed: complete, and admitted."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Final, TypeAlias

import casa_model as cm

if TYPE_CHECKING:
    from collections.abc import Mapping

    from casa_model.rules.facts import Value

Plain: TypeAlias = bool | int | date | str
"""Money in cents, the scale in hundredths."""

COMPLETE: Final[Mapping[str, Plain]] = {
    "area": "accesso",
    "data_assegnazione": date(2015, 3, 2),
    "isee": 750_000,
    "decadenza": "nessuna",
    "isp": 400_000,
    "componenti": 2,
    "scala_equivalenza": 157,
    "riceve_crs_indigenza": False,
    "data_contratto": date(2015, 4, 1),
    "servizi_anno": 120_000,
    "debito_pregresso": 30_000,
}
"""In the order of the arguments of `handwritten.difficolta`."""

ANSWER: Final = ("ammesso", 150_000)

UNKNOWN: Final[Mapping[str, Plain]] = {n: it for n, it in COMPLETE.items() if n != "isee"}
UNKNOWN_ANSWER: Final = ("da-completare", None)

ENERGY: Final[Mapping[str, Plain]] = {
    "isee": 1_200_000,
    "quartiere_coperto": True,
    "riceve_crs_difficolta": False,
    "riceve_crs_indigenza": False,
    "spesa_riscaldamento": 80_001,
}
"""In the order of the arguments of `handwritten.energia`."""

ENERGY_ANSWER: Final = ("ammesso", 40_001)

_COUNTS: Final = frozenset({"componenti"})
_HUNDREDTHS: Final = frozenset({"scala_equivalenza"})


def typed(nome: str, value: Plain) -> Value:
    """A fact as casa_model takes it."""
    if isinstance(value, bool) or not isinstance(value, int):
        return value
    if nome in _COUNTS:
        return Decimal(value)
    return Decimal(value).scaleb(-2) if nome in _HUNDREDTHS else cm.Euro(value)


def plain(nome: str, value: Value) -> Plain:
    """A fact as the hand-written rules take it."""
    if isinstance(value, cm.Euro):
        return value.cents
    if isinstance(value, Decimal):
        return int(value.scaleb(2) if nome in _HUNDREDTHS else value)
    return value


def fatti(facts: Mapping[str, Plain]) -> cm.Fatti:
    """A household as casa_model takes it."""
    return cm.Fatti({nome: typed(nome, value) for nome, value in facts.items()})


def as_json(facts: Mapping[str, Plain]) -> dict[str, bool | int | float | str]:
    """A household as the users of a JSON engine write it: euro with decimals, days as 20240902.

    A day as a whole number spares the engine from reading a date: facts come ready, for us too.
    """
    return {nome: _as_json(nome, value) for nome, value in facts.items()}


def day_number(day: date) -> int:
    """A day as 20240902."""
    return day.year * 10_000 + day.month * 100 + day.day


def _as_json(nome: str, value: Plain) -> bool | float | str:
    if isinstance(value, date):
        return day_number(value)
    return value / 100 if type(value) is int and nome not in _COUNTS else value
