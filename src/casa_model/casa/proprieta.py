"""The shipped sentences about the shipped measures: what the articles mean for every household."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casa_model.casa.edizione import _texts
from casa_model.rules.quesiti import leggi_proprieta

if TYPE_CHECKING:
    from collections.abc import Mapping

    from casa_model.rules.misura import Misura
    from casa_model.rules.quesiti import Proprieta


def proprieta(
    misure: Mapping[str, Misura], *, scartate: list[str] | None = None
) -> tuple[Proprieta, ...]:
    """The shipped sentences, asked about `misure`: the shipped ones, or others by their codes.

    With `scartate`, sentences that do not speak of these measures are left out, and their codes put
    there; else they are faults (`InvalidFile`).
    """
    return tuple(
        each
        for text, file in _texts("proprieta")
        for each in leggi_proprieta(text, file=file, misure=misure, scartate=scartate)
    )
