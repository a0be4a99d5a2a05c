"""Reading a notice over the shipped measures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casa_model.casa.edizione import edizione
from casa_model.rules.leggi import leggi_avviso as _leggi_avviso

if TYPE_CHECKING:
    from collections.abc import Mapping

    from casa_model.rules.avviso import Avviso
    from casa_model.rules.leggi import Letta
    from casa_model.rules.misura import Misura


def leggi_avviso(
    testo: str | bytes, *, file: str = "avviso.toml", misure: Mapping[str, Misura] | None = None
) -> Letta[Avviso]:
    """The notice of a text, over `misure` (the shipped edition when None).

    ``.valore`` is the `Avviso`, ``.rilievi`` the advice about it; `file` is only the name that
    messages show. Raises `InvalidFile` with every fault of the text, each with its place.
    """
    known = edizione().misure if misure is None else misure
    return _leggi_avviso(testo, file=file, misure=known)
