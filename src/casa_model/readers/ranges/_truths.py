"""Kleene's tables over sets of truths, and what a text may be equal to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from casa_model.readers.ranges._cells import FALSE, NONE, TRUE, Texts, Truth

if TYPE_CHECKING:
    from collections.abc import Iterable

    from casa_model.rules.tree import Op

_ALL: Final = 7


def both(one: Truth, other: Truth) -> Truth:
    """What `and` may come to: false with one false, true with both true, else not known."""
    found = (one | other) & FALSE | (one & other & TRUE)
    open_ = (one & NONE and other & (TRUE | NONE)) or (other & NONE and one & (TRUE | NONE))
    return found | NONE if open_ else found


def contrary(one: Truth) -> Truth:
    """What `not` may come to."""
    return TRUE * (one & FALSE != 0) | FALSE * (one & TRUE != 0) | one & NONE


CONTRARY: Final = tuple(map(contrary, range(_ALL + 1)))
_BOTH: Final = tuple(
    tuple(both(one, other) for other in range(_ALL + 1)) for one in range(_ALL + 1)
)


def comes_to(found: Truth, wanted: Truth) -> bool | None:
    """Whether a set of truths is the one wanted: True, False, or perhaps (None)."""
    if not found & wanted:
        return False
    return True if found == wanted else None


def every(truths: Iterable[Truth]) -> Truth:
    """Whether all hold."""
    found = TRUE
    for each in truths:
        found = _BOTH[found][each]
    return found


def some(truths: Iterable[Truth]) -> Truth:
    """Whether one holds: not all are false."""
    found = TRUE
    for each in truths:
        found = _BOTH[found][CONTRARY[each]]
    return CONTRARY[found]


def equal(op: Op, one: Texts, other: Texts) -> Truth:
    """Whether two texts are equal, or with `!=` different."""
    if not one[0] or not other[0]:
        return NONE
    shared = not set(one[0]).isdisjoint(other[0])
    apart = len({*one[0], *other[0]}) > 1
    found = TRUE * shared | FALSE * apart
    return (found if op == "==" else CONTRARY[found]) | NONE * (one[1] or other[1])


def among(one: Texts, values: frozenset[str]) -> Truth:
    """Whether a text is one of some."""
    held = {each in values for each in one[0]}
    return TRUE * (True in held) | FALSE * (False in held) | NONE * one[1]


def either(one: Texts, other: Texts) -> Texts:
    """One or the other."""
    return (tuple(dict.fromkeys((*one[0], *other[0]))), one[1] or other[1])
