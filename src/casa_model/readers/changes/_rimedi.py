"""What would meet each requirement by itself, where no change is enough for all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casa_model.readers.changes._cambiamenti import Cambiamento, Rimedio
from casa_model.readers.changes._fino import lasting
from casa_model.readers.changes._giorni import the_day

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from casa_model.readers.changes._inquiry import Inquiry
    from casa_model.readers.changes._tempo import Stretch


def remedies(inquiry: Inquiry, later: Sequence[Stretch]) -> Iterator[Rimedio]:
    """Each requirement that is false, in order, with the nearest changes that would meet it."""
    for asked in inquiry.reader.lowered.asked:
        codice = asked.requisito.codice
        if codice in inquiry.failing:
            yield Rimedio(codice, tuple(_of(inquiry.about(codice), later)))


def _of(about: Inquiry, later: Sequence[Stretch]) -> Iterator[Cambiamento]:
    for place in about.places():
        found = lasting(about, (place,), later)
        if found is not None:
            yield found
    yield from the_day(about, later)
