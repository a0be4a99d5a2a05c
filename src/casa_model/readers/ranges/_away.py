"""How far a cell is from one value, what of it is nearest, and how it is cut in two."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from casa_model.readers.ranges._cells import (
    FALSE,
    NEVER,
    NO_TEXT,
    NONE,
    TRUE,
    Cell,
    Span,
    Texts,
)  # fmt: skip

if TYPE_CHECKING:
    from collections.abc import Sequence


def away(cell: Cell, origin: Cell) -> int:
    """How far the nearest of a cell is from the origin: see `nearest`."""
    near = closest(cell, origin)
    if near == origin:
        return 0
    if isinstance(near, int) or len(near) == 2 or NEVER in (near, origin):  # noqa: PLR2004 - texts
        return 1
    return abs(near[0] - cast("Span", origin)[0])


def closest(cell: Cell, origin: Cell) -> Cell:
    """The one thing of a cell that is nearest to the origin; of two as near, the first."""
    match cell, origin:
        case int(), int():
            return origin if cell & origin else cell & -cell
        case (int(lo), int(hi), bool(open_)), _:
            return _number((lo, hi, open_), cast("Span", origin))
        case _:
            return _text(cast("Texts", cell), cast("Texts", origin))


def _number(cell: Span, origin: Span) -> Span:
    lo, hi, open_ = cell
    if cell == NEVER or (open_ and origin == NEVER):
        return NEVER
    if origin == NEVER:
        return (lo, lo, False)
    unit = min(max(origin[0], lo), hi)
    return NEVER if open_ and abs(unit - origin[0]) > 1 else (unit, unit, False)


def _text(cell: Texts, origin: Texts) -> Texts:
    texts, open_ = cell
    if origin[0] and origin[0][0] in texts:
        return origin
    if not texts or (open_ and not origin[0]):
        return NO_TEXT
    return (texts[:1], False)


def width(cell: Cell) -> int:
    """How many things a cell may be, a truth the least."""
    match cell:
        case int():
            return 0
        case (int(lo), int(hi), bool()):
            return hi - lo
        case _:
            return len(cell[0])


def parts(cell: Cell, origin: Cell, cuts: Sequence[int]) -> list[Any]:
    """A cell of more than one thing in two parts or more, at a cut that is inside it."""
    match cell:
        case int():
            return [mask for mask in (TRUE, FALSE, NONE) if cell & mask]
        case (int(lo), int(hi), bool(open_)):
            known = (lo, hi, False)
            return [NEVER, known] if open_ else _halves(lo, hi, cast("Span", origin), cuts)
        case _:
            return _apart(cell, cast("Texts", origin))


def _halves(lo: int, hi: int, origin: Span, cuts: Sequence[int]) -> list[Span]:
    """In two: at a cut; else where the origin is; else at most twice as far from it as the nearest.

    Where nothing is known of the origin all are as near, and small numbers are taken first.
    What is sought is most often near: to go on in halves of a thousand million would take longer.
    """
    inside = sorted({cut for cut in cuts if lo < cut <= hi})
    unit, middle = 0 if origin == NEVER else origin[0], (lo + hi) // 2 + 1
    if inside:
        cut = inside[len(inside) // 2]
    elif unit <= lo:
        cut = min(middle, 2 * lo - unit + 1)
    elif unit >= hi:
        cut = max(middle, 2 * hi - unit)
    else:
        cut = unit
    return [(lo, cut - 1, False), (cut, hi, False)]


def _apart(cell: Texts, origin: Texts) -> list[Texts]:
    texts, open_ = cell
    if open_:
        return [NO_TEXT, (texts, False)]
    if origin[0] and origin[0][0] in texts:
        return [origin, (tuple(each for each in texts if each != origin[0][0]), False)]
    half = len(texts) // 2
    return [(texts[:half], False), (texts[half:], False)]
