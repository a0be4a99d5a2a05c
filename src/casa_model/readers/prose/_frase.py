"""What a condition is in words: a sentence, or a heading over a list of sentences."""

from __future__ import annotations

from typing import TypeAlias

from attrs import frozen


@frozen
class Frase:
    """One sentence, without a final stop."""

    testo: str


@frozen
class Gruppo:
    """Sentences under a heading: `valgono tutte queste cose`, and then each of them."""

    testo: str
    parti: tuple[Detto, ...]


Detto: TypeAlias = Frase | Gruppo
"""A condition in words."""


def in_riga(detto: Detto) -> str:
    """A condition on one line; what stands under a heading stands in brackets, numbered."""
    if isinstance(detto, Frase):
        return detto.testo
    parts = "; ".join(f"({at}) {in_riga(part)}" for at, part in enumerate(detto.parti, start=1))
    return f"{detto.testo} [{parts}]"
