"""Which references may come in and go out: the one cell that travels both ways.

A spreadsheet runs a cell that begins with a formula sign. A reference is compared to the letter
with the caller's own, so no apostrophe is put before it: such a reference is refused.
"""

from __future__ import annotations

from typing import Final

from casa_model.exchange._celle import Guasto
from casa_model.nuclei.domanda import sembra_codice_fiscale
from casa_model.values import Testo

SEGNI: Final = "=+-@\uff1d\uff0b\uff0d\uff20"
"""The signs that begin a formula, in their full-width forms too."""

ATTESO: Final = Testo(
    it="un riferimento leggibile che comincia con una lettera o una cifra",
    en="a readable reference that begins with a letter or a digit",
)


def sicuro(riferimento: str) -> bool:
    """Whether the reference is printable, has no blank around it and begins no formula."""
    return (
        riferimento.isprintable()
        and riferimento == riferimento.strip()
        and riferimento[:1] not in ("", *SEGNI)
    )


def anonimo(codice: str) -> str | Guasto:
    """Return a code that is not blank, unless it has the form of a person's tax code."""
    return Guasto.FISCALE if sembra_codice_fiscale(codice) else codice
