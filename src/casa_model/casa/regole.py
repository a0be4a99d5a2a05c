"""Reading the rules of a file, whichever they are: a measure, or a notice over one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casa_model.casa.avviso import leggi_avviso
from casa_model.casa.edizione import edizione
from casa_model.rules.leggi import leggi_misura
from casa_model.values.toml import read_toml

if TYPE_CHECKING:
    from collections.abc import Mapping

    from casa_model.rules.avviso import Avviso
    from casa_model.rules.leggi import Letta
    from casa_model.rules.misura import Misura


def leggi_regole(
    testo: str | bytes, *, file: str, misure: Mapping[str, Misura] | None = None
) -> Letta[Avviso] | Letta[Misura]:
    """The measure of a text that has a table `[misura]`, else its notice.

    A notice stands over `misure` (the shipped edition when None). Raises `InvalidFile` with every
    fault of the text.
    """
    heads = read_toml(testo, file).data
    if "misura" in heads and "avviso" not in heads:
        shipped = edizione()
        return leggi_misura(testo, file=file, fatti=shipped.fatti, norme=shipped.norme)
    return leggi_avviso(testo, file=file, misure=misure)
