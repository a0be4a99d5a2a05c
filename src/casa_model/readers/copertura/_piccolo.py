"""A household made smaller while it is still one of those that are looked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias, cast

from casa_model.errors import InvalidFacts
from casa_model.readers.copertura._vede import Nucleo
from casa_model.readers.ranges import exactly, value_of
from casa_model.rules.calendar import add_months
from casa_model.rules.facts import Fatti
from casa_model.rules.names import COMPONENTI
from casa_model.rules.types import DateType, NumberType

if TYPE_CHECKING:
    from collections.abc import Callable

    from casa_model.readers.ranges import Span
    from casa_model.rules.facts import Value

    Vista: TypeAlias = Callable[[Nucleo], bool]

_MONTHS: Final = (0, -12, -24, -36, -60)
"""How long before the day that is asked a plain day may be."""


def piccolo(nucleo: Nucleo, vista: Vista) -> Nucleo:
    """Without the facts that are not needed for that, and with plain days where any will do."""
    for nome in tuple(nucleo.fatti.valori):
        if nome == COMPONENTI and nucleo.fatti.membri is not None:
            continue  # whoever lists the members has said how many they are
        nucleo = _first(nucleo, vista, [_without(nucleo.fatti, nome)])
    for at, row in enumerate(nucleo.fatti.membri or ()):
        for nome in tuple(row):
            nucleo = _first(nucleo, vista, [_without_of(nucleo.fatti, at, nome)])
    for fatto in nucleo.misura.fatti:
        if fatto.membro and isinstance(fatto.tipo, NumberType):
            for at, row in enumerate(nucleo.fatti.membri or ()):
                if fatto.nome in row:
                    nucleo = _least(nucleo, vista, fatto.nome, fatto.tipo, at)
        if fatto.nome not in nucleo.fatti.valori or fatto.nome == COMPONENTI:
            continue
        if isinstance(fatto.tipo, DateType):
            nucleo = _first(nucleo, vista, _plain(nucleo, fatto.nome))
        elif isinstance(fatto.tipo, NumberType):
            nucleo = _least(nucleo, vista, fatto.nome, fatto.tipo)
    return nucleo


def _least(
    nucleo: Nucleo, vista: Vista, nome: str, tipo: NumberType, at: int | None = None
) -> Nucleo:
    """With the smallest number that halving finds to do: of the household, or of a member."""
    found = nucleo.fatti
    known = found.valori if at is None else (found.membri or ())[at]
    low, high = tipo.lo, cast("Span", exactly(tipo, known[nome]))[0]
    while low < high:
        middle = (low + high) // 2
        value = cast("Value", value_of(tipo, (middle, middle, False)))
        other = _first(nucleo, vista, [_with(found, at, nome, value)])
        if other is nucleo:
            low = middle + 1
        else:
            nucleo, high = other, middle
    return nucleo


def _with(fatti: Fatti, at: int | None, nome: str, value: Value) -> Fatti:
    if at is None:
        return Fatti({**fatti.valori, nome: value}, fatti.membri)
    rows = [dict(row) for row in fatti.membri or ()]
    rows[at][nome] = value
    return Fatti(fatti.valori, rows)


def _first(nucleo: Nucleo, vista: Vista, others: list[Fatti]) -> Nucleo:
    """The first of some households that is one of those; the one there was when none does."""
    for fatti in others:
        try:
            other = Nucleo(nucleo.misura, fatti, nucleo.on)
        except InvalidFacts:  # members and their number, or a day out of its range
            continue
        if vista(other):
            return other
    return nucleo


def _plain(nucleo: Nucleo, nome: str) -> list[Fatti]:
    found = nucleo.fatti
    days = (add_months(nucleo.on, months) for months in _MONTHS)
    return [Fatti({**found.valori, nome: day}, found.membri) for day in days]


def _without(fatti: Fatti, nome: str) -> Fatti:
    return Fatti({n: v for n, v in fatti.valori.items() if n != nome}, fatti.membri)


def _without_of(fatti: Fatti, at: int, nome: str) -> Fatti:
    rows = [dict(row) for row in fatti.membri or ()]
    del rows[at][nome]
    return Fatti(fatti.valori, rows)
