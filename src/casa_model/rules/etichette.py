"""The value of a choice that somebody meant who wrote its label, or slipped in its code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casa_model.errors import near

if TYPE_CHECKING:
    from collections.abc import Iterable

    from casa_model.values import Testo


def valore_vicino(
    scritto: str, valori: Iterable[str], etichette: Iterable[tuple[str, Testo]]
) -> str | None:
    """The value whose code, or else whose label in either language, is nearest; None if none is."""
    known = tuple(valori)
    labels = {
        words: valore
        for valore, testo in etichette
        for words in (testo.it, testo.en)
        if valore in known
    }
    meant = near(scritto, known)
    label = None if meant else near(scritto, labels)
    return labels[label] if label else meant
