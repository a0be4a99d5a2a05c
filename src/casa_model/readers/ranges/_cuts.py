"""Where a comparison with a fact changes: the best places to cut an interval in two.

A cut is a hint and no more. A search that cuts elsewhere finds the same, later.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import frozen

from casa_model.readers.ranges._cells import NEVER
from casa_model.rules.lowered import Reg
from casa_model.rules.lowered import steps as s
from casa_model.rules.tree import Op

if TYPE_CHECKING:
    from casa_model.readers.ranges._ops import Cells
    from casa_model.rules.lowered import Lowered

_MIRROR: Final[dict[Op, Op]] = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}
_BELOW: Final = ("<", ">=")
"""Comparisons that change as the fact reaches the other side, not as it goes beyond."""


@frozen
class Cut:
    """A comparison of a fact, written with so many times its units, with what a register holds."""

    op: Op
    other: Reg | None
    size: int = 1
    fixed: int = 0

    def units(self, v: Cells) -> tuple[int, ...]:
        """The least units of the fact above the place where the comparison changes."""
        cell = (self.fixed, self.fixed, False) if self.other is None else v[self.other]
        if cell is None or cell is NEVER or cell[0] != cell[1]:
            return ()
        reached, beyond = -(-cell[0] // self.size), cell[0] // self.size + 1
        if self.op in {"==", "!="}:
            return (reached, beyond)
        return (reached if self.op in _BELOW else beyond,)


def cuts_of(lowered: Lowered, loads: tuple[Reg, ...]) -> tuple[Cut, ...]:
    """The cuts of the fact that some registers hold."""
    sizes = dict.fromkeys(loads, 1)
    for reg, step in enumerate(lowered.steps):
        if isinstance(step, s.Scale) and step.arg in loads:
            sizes[reg] = 10**step.digits
    found: list[Cut] = []
    for step in lowered.steps:
        match step:
            case s.Compare(op=op, left=left, right=right):
                if left in sizes:
                    found.append(Cut(op, right, sizes[left]))
                if right in sizes:
                    found.append(Cut(_MIRROR.get(op, op), left, sizes[right]))
            case s.Least(left=left, right=right) | s.Greatest(left=left, right=right):
                found += [
                    Cut("<", y, sizes[x]) for x, y in ((left, right), (right, left)) if x in sizes
                ]
            case s.OneOf(arg=arg, values=values) if arg in sizes:
                found += [
                    Cut("==", None, sizes[arg], each) for each in values if isinstance(each, int)
                ]
            case _:
                pass
    return tuple(dict.fromkeys(found))
