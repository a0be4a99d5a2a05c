"""The days that are to come: those with one law, and a notice held on another day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, TypeAlias

from attrs import evolve

from casa_model.errors import WrongDay
from casa_model.readers.environment import days_of
from casa_model.readers.evaluate import evaluate
from casa_model.readers.ranges import Ranges, ranges
from casa_model.rules.giorni import inizi
from casa_model.rules.misura import Calendario
from casa_model.rules.names import DATA_REQUISITI
from casa_model.rules.types import LAST_DAY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casa_model.rules.esito import Verdict
    from casa_model.rules.facts import Fatti
    from casa_model.rules.misura import Misura

Stretch: TypeAlias = tuple[Ranges, date, date]
"""A reader for days of one law, the first of them and the last."""

_DAY: Final = timedelta(days=1)


def stretches(misura: Misura, on: date) -> Iterator[Stretch]:
    """The days from `on` to the last that rules count, in stretches that have one law each.

    Each with its reader, its first and its last day; days on which the measure does not answer are
    left out. A notice has one law, and its days are those of the requisites.
    """
    fixed = misura.calendario
    if fixed is not None:
        most = LAST_DAY - max(days_of(misura, on).values())
        yield ranges(misura, on=on), fixed.data_requisiti, fixed.data_requisiti + most
        return
    starts = inizi([misura], on, LAST_DAY)
    for first, following in zip(starts, [*starts[1:], LAST_DAY + _DAY], strict=True):
        try:
            yield ranges(misura, on=first), first, following - _DAY
        except WrongDay:
            continue


def verdict_on(misura: Misura, fatti: Fatti, giorno: date, *, on: date) -> Verdict:
    """The verdict about a household with the requisites held on a day: that of `evaluate`.

    Of a measure of the law it is that of the day. A notice is taken with all its days moved as far
    as that of the requisites, under the law that it has.
    """
    fixed = misura.calendario
    if fixed is None:
        return evaluate(misura, fatti, on=giorno)
    by = giorno - fixed.data_requisiti
    moved = {nome: day + by for nome, day in days_of(misura, on).items()}
    requisites = moved.pop(DATA_REQUISITI)
    calendario = Calendario(fixed.giorno_norma, requisites, tuple(moved.items()))
    return evaluate(evolve(misura, calendario=calendario), fatti, on=on)
