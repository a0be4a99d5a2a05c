"""From a measure to its reader of regions: built once and kept."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Final, cast

from attrs import evolve

from casa_model.readers.environment import check_day, check_law
from casa_model.readers.ranges._answer import Told
from casa_model.readers.ranges._codes import together
from casa_model.readers.ranges._ops import Operation, fold, leaf, work
from casa_model.readers.ranges._ranges import APART, Ranges
from casa_model.rules import tree as t
from casa_model.rules.lowered import LEAVES, Fold, Lowered, Reg, lower
from casa_model.rules.lowered import steps as s
from casa_model.rules.misura import Calendario, Misura
from casa_model.rules.reach import below, in_force, names_among, roots
from casa_model.rules.same import Same

if TYPE_CHECKING:
    from collections.abc import Mapping

KEPT: Final = 128
"""How many measures, each on a day, are kept ready."""


def ranges(misura: Misura, *, on: date, also: tuple[t.Expr, ...] = ()) -> Ranges:
    """The measure as a reader of regions, by the law of the day `on`; built once and kept.

    `also` are more conditions to be answered (`Answer.also`): trees over the names of the measure,
    such as a part of a requirement. Raises `WrongDay` and `IllTyped` as
    `casa_model.readers.compiled.compiled` does.
    """
    check_day(misura, on)
    return _built(Same(misura), on, also)


@lru_cache(KEPT)
def _built(same: Same, on: date, also: tuple[t.Expr, ...]) -> Ranges:
    misura = same.misura
    trees = (*roots(misura, in_force(misura, on)), *also)
    check_law(misura, names_among(below(misura, trees), t.Param), on)
    apart, offsets = _days_apart(misura)
    lowered = lower(apart, on=on, also=also)
    inner = {reg for step in lowered.steps if isinstance(step, Fold) for reg in step.body}
    made = {reg: _operation(lowered, reg, offsets) for reg in range(len(lowered.steps))}
    run: list[tuple[Reg, Operation]] = []
    for reg, step in enumerate(lowered.steps):
        of = made[reg]
        if isinstance(step, Fold):
            of = fold(step, [(each, _body(lowered, made, each)) for each in step.body])
        if of is not None and reg not in inner:
            run.append((reg, of))
    return Ranges(misura, on, lowered, tuple(run), Told.of(lowered), together(lowered))


def _body(lowered: Lowered, made: Mapping[Reg, Operation | None], reg: Reg) -> int | Operation:
    step = lowered.steps[reg]
    return step.slot if isinstance(step, s.LoadMember) else cast("Operation", made[reg])


def _operation(lowered: Lowered, reg: Reg, offsets: Mapping[date, int]) -> Operation | None:
    step = lowered.steps[reg]
    if isinstance(step, Fold):
        return None
    return leaf(step, offsets) if isinstance(step, LEAVES) else work(lowered, reg, step)


def _days_apart(misura: Misura) -> tuple[Misura, dict[date, int]]:
    """The measure with each day of its notice where no rule can write one.

    Each is so far from the day of the requisites: all move together.
    """
    fixed = misura.calendario
    if fixed is None:
        return misura, {}
    far = {nome: date(APART + at, 1, 1) for at, (nome, _) in enumerate(fixed.date)}
    offsets = {far[nome]: (day - fixed.data_requisiti).days for nome, day in fixed.date}
    return evolve(
        misura, calendario=Calendario(fixed.giorno_norma, fixed.data_requisiti, tuple(far.items()))
    ), offsets
