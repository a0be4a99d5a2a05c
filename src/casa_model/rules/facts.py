"""What may be asked of a household: the declaration of each fact, and a household's facts.

A fact is a value or it is not known. *Not known*, *zero* and *does not apply* are three things:
an absent name, a value, and a value of a choice.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Context, Decimal, DecimalException, Inexact
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

_MOST_DIGITS = 30
"""The most digits before the point: none that fits 63 bits needs more."""

_EXACTLY = Context(prec=100, traps=[Inexact])
"""Moves the point of a number, and refuses when a digit would be lost."""

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

    `membro` facts belong to each member. `valori` holds a label for each value of a choice. An
    `obbligo` is what the person owes, such as a debt or arrears: whoever can change it can make it
    less, and nobody is ever advised to make it more. An `adempimento` is what the person has to do,
    such as paying the rent: yes when it is done, and nobody is ever advised to leave it undone.
    Raises `IllTyped` when an obligation is neither a number nor a truth, there is no less of it, or
    when what is to be done is no truth, or an obligation as well.
    """

    nome: str
    tipo: Type
    etichetta: Testo
    prova: Testo | None = None
    cambia: Cambia = Cambia.PERSONA
    membro: bool = False
    valori: tuple[tuple[str, Testo], ...] = ()
    obbligo: bool = field(default=False)
    adempimento: bool = field(default=False)

    @obbligo.validator
    def _less_of_it(self, _attribute: object, value: object) -> None:
        if value and not isinstance(self.tipo, NumberType | BoolType):
            raise IllTyped(
                it=f"`{self.nome}` è un obbligo, ma non è un numero né un sì o no; togli `obbligo`",
                en=f"`{self.nome}` is owed, but is neither a number nor a truth; remove `obbligo`",
            )

    @adempimento.validator
    def _done_or_not(self, _attribute: object, value: object) -> None:
        if value and (self.obbligo or not isinstance(self.tipo, BoolType)):
            raise IllTyped(
                it=f"`{self.nome}` è un adempimento, ma non è un sì o no, o è anche un obbligo; "
                "togli `adempimento`",
                en=f"`{self.nome}` is to be done, but is no truth, or is owed as well; "
                "remove `adempimento`",
            )


def sealed(value: Mapping[str, Value | int]) -> FrozenMap[str, Value]:
    """Facts that cannot change, in the types of `Value`.

    A whole number given as an `int` is a `Decimal` from here on, a member of a `StrEnum` its text.
    Raises `IllTyped` when `value` is no mapping of names, or a fact is None.
    """
    _refuse_other(value)
    return FrozenMap({name: _counted(given) for name, given in value.items()})


def _refuse_other(value: object) -> None:
    if not isinstance(value, Mapping) or any(type(name) is not str for name in value):
        raise IllTyped(
            it='i fatti sono nomi con il loro valore; passa per esempio `{"isee": Euro(936000)}`',
            en='facts are names with their values; pass for example `{"isee": Euro(936000)}`',
        )
    absent = [name for name, given in value.items() if given is None]
    if absent:
        raise IllTyped(
            it=f"`{absent[0]}` è `None`; un fatto non noto non si scrive: togli il nome",
            en=f"`{absent[0]}` is `None`; a fact that is not known is not there: remove its name",
        )


def _counted(given: Value | int) -> Value:
    if isinstance(given, int) and not isinstance(given, bool):
        return Decimal(given)
    return given.value if isinstance(given, StrEnum) else given


def _sealed_rows(
    value: Iterable[Mapping[str, Value | int]] | None,
) -> tuple[FrozenMap[str, Value], ...] | None:
    if value is None:
        return None
    if isinstance(value, str | Mapping):
        raise IllTyped(
            it="`membri` è un elenco con i fatti di ogni componente; passa `[{…}, {…}]`",
            en="`membri` is a list with the facts of each member; pass `[{…}, {…}]`",
        )
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


def only_facts(fatti: Fatti) -> None:
    """Raise `IllTyped` unless the facts of a household are a `Fatti`."""
    if type(fatti) is not Fatti:
        raise IllTyped(
            it="i fatti non sono un `Fatti`; passa `Fatti({…})`, o `domanda.fatti`",
            en="the facts are not a `Fatti`; pass `Fatti({…})`, or `domanda.fatti`",
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
            units = units_of(value, scale)
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


def units_of(value: object, scale: int) -> int | None:
    """A plain number as whole units at `scale`; None when it is no number that fits exactly."""
    if type(value) is int:
        return int(value * 10**scale)
    if type(value) is not Decimal or not value.is_finite() or value.adjusted() > _MOST_DIGITS:
        return None
    try:
        moved = value.scaleb(scale, _EXACTLY)
    except DecimalException:
        return None
    units = int(moved)
    return units if moved == units else None
