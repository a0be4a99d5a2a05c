"""How sums of money are taken off items and fill them, in their order: `amount` and its telling."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casa_model.values import ZERO, Euro

if TYPE_CHECKING:
    from collections.abc import Sequence


def floor(euro: Euro | None) -> Euro | None:
    """Nothing goes below zero."""
    return None if euro is None else max(ZERO, euro)


def less(items: Sequence[Euro], taken: Euro) -> list[Euro]:
    """The items after a deduction taken from them in order."""
    left = []
    for item in items:
        cut = min(item, taken)
        taken = taken - cut
        left.append(item - cut)
    return left


def filled(items: Sequence[Euro], room: Euro) -> list[Euro]:
    """How much of each item fits, in order, into `room`."""
    paid = []
    for item in items:
        fits = min(item, room)
        room = room - fits
        paid.append(fits)
    return paid
