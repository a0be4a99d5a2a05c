"""What would meet each requirement by itself, where no change is enough for all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casa_model.readers.changes._cambiamenti import Cambiamento, Rimedio
from casa_model.readers.changes._giorni import the_day
from casa_model.readers.changes._scopi import met

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casa_model.readers.changes._inquiry import Inquiry


def remedies(inquiry: Inquiry) -> Iterator[Rimedio]:
    """Each requirement that is false, in order, with the nearest changes that would meet it."""
    for at, asked in enumerate(inquiry.reader.lowered.asked):
        codice = asked.requisito.codice
        if codice in inquiry.failing:
            about = inquiry.about(codice, met(at))
            yield Rimedio(codice, tuple(_of(about)))
            inquiry.left = about.left


def _of(about: Inquiry) -> Iterator[Cambiamento]:
    for place in about.places():
        found = about.find(place)
        if found is not None:
            yield found
    yield from the_day(about, ())
