"""What time does by itself: the first day on which the same household has another outcome."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from casa_model.readers.changes._fino import lasting
from casa_model.readers.changes._inquiry import DAY, Inquiry

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casa_model.readers.changes._cambiamenti import Cambiamento
    from casa_model.readers.changes._tempo import Stretch


def the_day(inquiry: Inquiry, later: Sequence[Stretch]) -> tuple[Cambiamento, ...]:
    """The first day, by the law in force or by a later one that is known; none when there is none.

    `later` are the stretches of days with another law, in their order.
    """
    found = lasting(inquiry, (DAY,), later)
    for at, (reader, first, last) in enumerate(later, start=1):
        if found is not None:
            break
        found = lasting(inquiry.under(reader, last), (DAY,), later[at:])
        if found is not None and found.giorno == first:
            found = evolve(found, legge=True)
    return () if found is None else (found,)
