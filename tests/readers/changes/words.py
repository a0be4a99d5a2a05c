"""All that is told of the changes of a household."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readers.changes.households import DIFFICOLTA

from casa_model.readers.changes import (
    Cambiamenti,
    racconto,
)

if TYPE_CHECKING:
    from casa_model.errors import Lang
    from casa_model.rules.misura import Misura


def told(
    found: Cambiamenti, misura: Misura = DIFFICOLTA, lang: Lang = "it", *, valori: bool = True
) -> str:
    """All the lines, each heading before its own."""
    parts = racconto(misura, found, lang=lang, valori=valori)
    return "\n".join(line for part in parts for line in (f"# {part.titolo}", *part.righe))
