"""Which facts an unknown step still needs, for the solver: by the definition on the tree.

See `casa_model.readers.meaning.missing`: each name with the condition under which it is missing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from attrs import Factory, define

from casa_model.proof._cells import Fact
from casa_model.proof._encoder import Encoder
from casa_model.proof._terms import Bool, both, either, no
from casa_model.rules.lowered import Fold, FoldKind, Reg, Step, operands
from casa_model.rules.lowered import steps as s
from casa_model.rules.names import MEMBRI

if TYPE_CHECKING:
    from collections.abc import Iterable


Mask: TypeAlias = "dict[str, Bool]"
"""Names of facts, each with the condition under which it is missing."""


def union(masks: Iterable[Mask]) -> Mask:
    """What any of some masks has."""
    found: dict[str, list[Bool]] = {}
    for mask in masks:
        for nome, when in mask.items():
            found.setdefault(nome, []).append(when)
    return {nome: either(*some) for nome, some in found.items()}


def only(when: Bool, mask: Mask) -> Mask:
    """A mask, under a condition."""
    if when is False:
        return {}
    return {nome: both(when, each) for nome, each in mask.items()}


@define
class Missing:
    """The masks of the registers of an encoder, each made once."""

    encoder: Encoder
    _masks: dict[tuple[Reg, int | None], Mask] = Factory(dict)

    def of(self, reg: Reg, slot: int | None = None) -> Mask:
        """What a register misses; inside a fold, for the member at `slot`."""
        place = (reg, slot if self.encoder.is_inner(reg) else None)
        if place not in self._masks:
            step = self.encoder.lowered.steps[reg]
            self._masks[place] = self._of(reg, step, place[1])
        return self._masks[place]

    def _of(self, reg: Reg, step: Step, slot: int | None) -> Mask:
        encoder = self.encoder
        known = encoder.cell(reg, slot).known
        if known is True:
            return {}
        match step:
            case s.LoadFact(slot=place):
                return {encoder.lowered.fatti[place].nome: no(known)}
            case s.LoadMember(slot=place):
                return {encoder.lowered.membri[place].nome: no(known)}
            case s.Unknown(bit=bit):
                return {encoder.lowered.names[bit]: True}
            case s.AllOf(args=args) | s.AnyOf(args=args):
                return only(no(known), union(self.of(arg, slot) for arg in args))
            case s.Choose(cond=cond, then=then, other=other):
                held = encoder.of(Fact, cond, slot)
                return union(
                    (
                        only(no(held.known), self.of(cond, slot)),
                        only(held.yes, self.of(then, slot)),
                        only(held.no, self.of(other, slot)),
                    )
                )
            case s.Fold():
                return self._fold(step, known)
            case _:
                return union(self.of(arg, slot) for arg in operands(step))

    def _fold(self, step: Fold, known: Bool) -> Mask:
        household = self.encoder.household
        masks: list[Mask] = []
        for slot in range(household.slots):
            here = both(household.listed, household.present(slot))
            masks.append(only(here, self.of(step.cond, slot)))
            if step.value is not None:
                paying = both(here, self.encoder.of(Fact, step.cond, slot).yes)
                masks.append(only(paying, self.of(step.value, slot)))
        settled = step.kind in {FoldKind.ANY, FoldKind.ALL}
        asked = only(no(known), union(masks)) if settled else union(masks)
        return union(({MEMBRI: no(household.listed)}, asked))
