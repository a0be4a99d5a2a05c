"""What a rule may answer over a region."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import frozen

from casa_model.readers.ranges._cells import FALSE, NEVER, NO_TEXT, NONE, TRUE, Cell, Span, Truth
from casa_model.rules.esito import Esito
from casa_model.rules.lowered import Reg

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casa_model.rules.lowered import Lowered


@frozen
class Answer:
    """The answers that a region may get: every one that it does get, and perhaps some more.

    `requisiti` has a mask of `TRUE`, `FALSE` and `NONE` for each requirement in force, and `also`
    one for each condition that was asked besides. `importo` is the amount in cents of those who
    are admitted; None when the measure pays nothing. Over a region of one household every mask is
    one truth, `esiti` one outcome and `importo` one amount: those of `evaluate`.
    """

    requisiti: tuple[Truth, ...]
    esiti: frozenset[Esito]
    importo: Span | None
    also: tuple[Truth, ...] = ()

    @property
    def doubt(self) -> int:
        """How much is left to decide: 0 when every truth and the amount are one."""
        width = 0 if self.importo is None else self.importo[1] - self.importo[0]
        open_ = sum(mask & (mask - 1) != 0 for mask in (*self.requisiti, *self.also))
        return (open_ << 6) + max(0, width).bit_length()


@frozen
class Told:
    """The registers that an answer is made of."""

    wholes: tuple[Reg | None, ...]
    total: Reg | None
    needed: tuple[Reg, ...]
    also: tuple[Reg, ...]

    @classmethod
    def of(cls, lowered: Lowered) -> Told:
        """Those of a lowered rule; `needed` must be known of who is admitted."""
        total = None if lowered.paid is None else lowered.paid.total
        keys = (*lowered.keys, *lowered.reserves)
        needed = dict.fromkeys((*(() if total is None else (total,)), *(reg for _, reg in keys)))
        wholes = tuple(asked.whole for asked in lowered.asked)
        return cls(wholes, total, tuple(needed), lowered.also)

    def answer(self, v: Sequence[Any]) -> Answer:
        """The answer, from the cells of all registers."""
        masks = tuple(NONE if reg is None else v[reg] for reg in self.wholes)
        return Answer(
            masks,
            self._outcomes(masks, [v[reg] for reg in self.needed]),
            None if self.total is None else v[self.total],
            tuple(v[reg] for reg in self.also),
        )

    def _outcomes(self, masks: tuple[Truth, ...], needed: list[Cell]) -> frozenset[Esito]:
        possible, certain, shared = 0, False, TRUE
        for mask in masks:
            possible |= mask
            certain = certain or mask == FALSE
            shared &= mask
        if certain:
            return _REFUSED
        known = shared != 0 and all(map(_may_be_known, needed))
        open_ = possible & NONE or any(map(_may_be_open, needed))
        return _OUTCOMES[bool(possible & FALSE), bool(open_), known]


def _may_be_open(cell: Cell) -> bool:
    return bool(cell & NONE) if isinstance(cell, int) else cell[-1]


def _may_be_known(cell: Cell) -> bool:
    return cell != NONE if isinstance(cell, int) else cell not in {NEVER, NO_TEXT}


_REFUSED = frozenset({Esito.NON_AMMESSO})
_OUTCOMES = {
    (refused, open_, admitted): frozenset(
        {Esito.NON_AMMESSO} & {Esito.NON_AMMESSO if refused else None}
        | {Esito.DA_COMPLETARE} & {Esito.DA_COMPLETARE if open_ else None}
        | {Esito.AMMESSO} & {Esito.AMMESSO if admitted else None}
    )
    for refused in (False, True)
    for open_ in (False, True)
    for admitted in (False, True)
}
