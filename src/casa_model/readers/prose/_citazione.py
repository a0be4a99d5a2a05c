"""A source as an explanation cites it: in full with its grade, or only the place in the act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from casa_model.values import Fonte, Grado

if TYPE_CHECKING:
    from collections.abc import Mapping

    from casa_model.errors import Lang
    from casa_model.values import Atto


@frozen
class Citazione:
    """A source in words: `intera` with its grade, as it reads anywhere but in a letter.

    `norma` is the place in the act, None when the source is not one; `testo` describes where it
    was seen.
    """

    intera: str
    norma: str | None
    testo: str | None
    grado: Grado

    def __str__(self) -> str:
        return self.intera


@frozen
class Citato:
    """A sentence of the rules with its source: a derogation, a reserve."""

    testo: str
    fonte: Citazione

    def __str__(self) -> str:
        return f"{self.testo} — {self.fonte}"


def citazione(fonte: Fonte, atti: Mapping[str, Atto], lang: Lang) -> Citazione:
    """The source in `lang`, its act by the name that `atti` gives it."""
    norma = None if fonte.norma is None else fonte.norma.render(atti, lang)
    return Citazione(fonte.render(atti, lang), norma, fonte.testo, fonte.grado)
