"""The state of implementation: how far the money of several lines has gone, on a day."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from attrs import frozen

from casa_model.errors import InvalidValue
from casa_model.programma.orari._roma import exact_day
from casa_model.programma.spesa._saldi import Saldi
from casa_model.programma.spesa._stato import (
    RigaAnno,
    RigaBeneficiario,
    StatoLinea,
    beneficiaries,
    years,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from casa_model.programma.spesa._registro import Registro


@frozen
class Attuazione:
    """The lines at the end of `giorno`, in order of code, and all of them together.

    `totale` is the sum of the lines; its `conto` is the sum of the beneficiaries; the changes of
    the years add up to it too. Percentages are of sums, never sums of percentages: `Saldi` and
    `Conto` have them.
    """

    giorno: date
    linee: tuple[StatoLinea, ...]
    beneficiari: tuple[RigaBeneficiario, ...]
    anni: tuple[RigaAnno, ...]
    totale: Saldi


def attuazione(registri: Iterable[Registro], *, on: date) -> Attuazione:
    """Report how the lines of these ledgers stood at the end of the day `on`.

    Raises `InvalidValue` when two ledgers are of one line, `IllTyped` when `on` is no day.
    """
    exact_day(on)
    lines = sorted((each.stato(on=on) for each in registri), key=lambda stato: stato.linea)
    for first, second in pairwise(lines):
        if first.linea == second.linea:
            raise InvalidValue(
                it=f"la linea `{first.linea}` ha due registri; passane uno",
                en=f"the line `{first.linea}` has two ledgers; pass one of them",
            )
    total = Saldi()
    for stato in lines:
        total = total.plus(stato.saldi)
    return Attuazione(
        on,
        tuple(lines),
        beneficiaries((row.beneficiario, row.conto) for s in lines for row in s.beneficiari),
        years((row.anno, row.nell_anno) for s in lines for row in s.anni),
        total,
    )
