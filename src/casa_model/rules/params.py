"""The numbers of the law: each a dated history, each value with its source and grade."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TypeAlias

from attrs import field, frozen

from casa_model.rules.types import Type
from casa_model.values import Euro, Fonte, Periodo, Storia, Testo

ParamValue: TypeAlias = bool | Euro | Decimal | date | str
Key: TypeAlias = int | str


@frozen
class IndiceIntero:
    """An index that runs over the whole numbers from `lo` to `hi`, both included."""

    lo: int
    hi: int


@frozen
class IndiceScelta:
    """An index that runs over the values of a choice."""

    valori: tuple[str, ...]


Indice: TypeAlias = IndiceIntero | IndiceScelta


@frozen
class Riga:
    """One entry of a parameter: its key (empty when it has no index) and its history."""

    chiave: tuple[Key, ...]
    storia: Storia[ParamValue]


@frozen
class Parametro:
    """A named number, day, choice or truth that an act sets.

    A parameter without an index has one row with the empty key. `tipo` carries the interval of
    all values that its history ever had.
    """

    nome: str
    tipo: Type
    etichetta: Testo
    righe: tuple[Riga, ...] = field()
    indice: tuple[Indice, ...] = ()

    def il(self, giorno: date, chiave: tuple[Key, ...] = ()) -> Periodo[ParamValue] | None:
        """The value in force on `giorno` for `chiave`, with its source; None if there is none."""
        for riga in self.righe:
            if riga.chiave == chiave:
                return riga.storia.il(giorno)
        return None

    def fonti(self, giorno: date) -> tuple[Fonte, ...]:
        """The sources of the values in force on `giorno`, in order of row."""
        found = (riga.storia.il(giorno) for riga in self.righe)
        return tuple(periodo.fonte for periodo in found if periodo is not None)
