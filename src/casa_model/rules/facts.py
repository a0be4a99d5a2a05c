"""What may be asked of a household: the declaration of each fact, and a household's facts.

A fact is a value or it is not known. *Not known*, *zero* and *does not apply* are three things:
an absent name, a value, and a value of a choice.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

from attrs import field, frozen

from casa_model.errors import IllTyped
from casa_model.rules.types import (
    BoolType,
    ChoiceType,
    DateType,
    NumberType,
    Type,
)
from casa_model.values import Euro, FrozenMap, Testo

_MOST_ZEROS = 30
"""The most digits that a number may be moved by: none that fits 63 bits needs more."""

Value: TypeAlias = bool | Euro | Decimal | date | str
"""A known value: bool, euro, number, day, or the text of a choice or code."""


class Cambia(StrEnum):
    """Who or what can change a fact."""

    PERSONA = "persona"
    TEMPO = "tempo"
    NESSUNO = "nessuno"


@frozen
class Fatto:
    """The declaration of a fact: its name, its type and range, and what proves it.

    `membro` facts belong to each member. `valori` holds a label for each value of a choice.
    """

    nome: str
    tipo: Type
    etichetta: Testo
    prova: Testo | None = None
    cambia: Cambia = Cambia.PERSONA
    membro: bool = False
    valori: tuple[tuple[str, Testo], ...] = ()


def sealed(value: Mapping[str, Value | int]) -> FrozenMap[str, Value]:
    """Facts that cannot change, in the types of `Value`.

    A whole number given as an `int` is a `Decimal` from here on, a member of a `StrEnum` its text.
    """
    return FrozenMap({name: _counted(given) for name, given in value.items()})


def _counted(given: Value | int) -> Value:
    if isinstance(given, int) and not isinstance(given, bool):
        return Decimal(given)
    return given.value if isinstance(given, StrEnum) else given


def _sealed_rows(
    value: Iterable[Mapping[str, Value | int]] | None,
) -> tuple[FrozenMap[str, Value], ...] | None:
    if value is None:
        return None
    return tuple(sealed(row) for row in value)


def names_only(value: Mapping[str, Value]) -> str:
    """What the `repr` of an entity tells of facts: which, and not what."""
    return "<" + ", ".join(value) + ">"


def _count_only(value: tuple[Mapping[str, Value], ...] | None) -> str:
    return "<not known>" if value is None else f"<{len(value)} members>"


@frozen
class Fatti:
    """What is known of one household; its `repr` tells names, never values.

    `valori` maps names of known facts to values: `bool`, `Euro`, `Decimal` (a whole number may be
    an `int`), `date`, `str`. `membri` holds one mapping a member, or None when the list is not
    known: a household has at least one member, so an empty list is refused (`IllTyped`).
    """

    valori: Mapping[str, Value] = field(converter=sealed, repr=names_only, factory=dict[str, Value])
    membri: tuple[Mapping[str, Value], ...] | None = field(
        converter=_sealed_rows, repr=_count_only, default=None
    )

    @membri.validator
    def _someone(self, _attribute: object, value: tuple[object, ...] | None) -> None:
        if value == ():
            raise IllTyped(
                it="`membri` è un elenco vuoto; lascialo a `None` se non si conosce",
                en="`membri` is an empty list; leave it `None` if it is not known",
            )


def misfit(tipo: Type, value: object) -> str | None:
    """Why `value` is not of type `tipo`: "tipo", "intervallo", or None when it fits.

    Types are exact: a `bool` is no number and a `datetime` is no day.
    """
    match tipo:
        case BoolType():
            return None if type(value) is bool else "tipo"
        case NumberType(euro=True):
            return "tipo" if type(value) is not Euro else _outside(tipo, value.cents)
        case NumberType(scale=scale):
            units = _units(value, scale)
            return "tipo" if units is None else _outside(tipo, units)
        case DateType(lo=lo, hi=hi):
            if type(value) is not date:
                return "tipo"
            return None if lo <= value <= hi else "intervallo"
        case ChoiceType(values=values):
            if type(value) is not str:
                return "tipo"
            return None if value in values else "intervallo"
        case _:
            return None if type(value) is str and value else "tipo"


def _outside(tipo: NumberType, units: int) -> str | None:
    return None if tipo.lo <= units <= tipo.hi else "intervallo"


def _units(value: object, scale: int) -> int | None:
    size: int = 10**scale
    if type(value) is int:
        return value * size
    if type(value) is not Decimal or not value.is_finite():
        return None
    sign, digits, exponent = value.as_tuple()
    if not isinstance(exponent, int) or abs(exponent) > _MOST_ZEROS:
        return None
    written = int("".join(map(str, digits)))
    large: int = 10**_MOST_ZEROS
    small: int = 10 ** (_MOST_ZEROS - exponent)
    units, rest = divmod(written * size * large, small)
    if rest:
        return None
    return -units if sign else units
