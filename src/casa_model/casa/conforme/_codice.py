"""The code of a finding: which part of the rules, what it is called there, which way it departs."""

from __future__ import annotations

from typing import Final

from attrs import frozen

from casa_model.casa.conforme._verso import Verso
from casa_model.errors import near

TUTTO: Final = "avviso"
"""The part of what is found of the notice as a whole."""

IMPORTO: Final = "importo"
"""The amount is one difference: its items share a cap."""

GRADUATORIA: Final = "graduatoria"

GIORNO: Final = "data-requisiti"

NORMA: Final = "giorno-norma"

SOLE: Final = frozenset({TUTTO, IMPORTO, GRADUATORIA, GIORNO, NORMA})
"""Parts of which there is one: the code has no name after them."""

PARTI: Final = (*sorted(SOLE), "definizione", "parametro", "requisito")

_PROVATI: Final = frozenset(
    {
        Verso.PIU_LARGO,
        Verso.PIU_SEVERO,
        Verso.PIU_ESIGENTE,
        Verso.IMPORTO_PIU_ALTO,
        Verso.IMPORTO_PIU_BASSO,
        Verso.VOCI_DIVERSE,
    }
)
"""What proof is asked of any part, but of a ranking, which orders."""

_PROPRI: Final = {
    GIORNO: frozenset({Verso.GIORNO_SPOSTATO, Verso.GIORNO_IGNOTO}),
    NORMA: frozenset({Verso.LEGGE_SPOSTATA}),
    GRADUATORIA: frozenset({Verso.GRADUATORIA_DIVERSA}),
    "parametro": frozenset({Verso.GRADUATORIA_DIVERSA}),
    "definizione": frozenset({Verso.GRADUATORIA_DIVERSA}),
    "requisito": frozenset({Verso.NON_LETTO}),
}
"""What may be found of a part whoever it touches."""


@frozen
class Codice:
    """Such as `requisito/isee/piu-largo`.

    Of what is not known also which question it is: `requisito/isee/non-so/piu-largo`. `nome` is
    that of the part where there is one of it.
    """

    parte: str
    nome: str
    verso: Verso
    che_cosa: Verso | None = None

    def __str__(self) -> str:
        words = [self.parte, *([] if self.parte in SOLE else [self.nome]), self.verso.value]
        return "/".join(words if self.che_cosa is None else [*words, self.che_cosa.value])


def leggi_codice(text: str) -> Codice | None:
    """The code that a text is; None when it is none."""
    parte, *rest = text.split("/")
    if parte not in PARTI:
        return None
    nome = parte if parte in SOLE else (rest.pop(0) if rest else "")
    versi = [_verso(word) for word in rest]
    match versi:
        case [Verso.NON_SO, Verso() as what] if nome and what in provati(parte):
            return Codice(parte, nome, Verso.NON_SO, what)
        case [Verso() as verso] if nome and verso in provati(parte) | _PROPRI.get(parte, set()):
            return Codice(parte, nome, verso)
        case _:
            return None


def provati(parte: str) -> frozenset[Verso]:
    """The ways that proof looks for in a part: a ranking can only want to know more."""
    return frozenset({Verso.PIU_ESIGENTE}) if parte == GRADUATORIA else _PROVATI


def vicino(text: str) -> str | None:
    """The code that a text was probably meant to be, by its first word and its last; or None."""
    first, *middle, last = text.split("/") if "/" in text else (text, "")
    parte = near(first, PARTI) or first
    verso = near(last, list(Verso)) or last
    meant = "/".join((parte, *middle, verso))
    return None if leggi_codice(meant) is None else meant


def _verso(word: str) -> Verso | None:
    return Verso(word) if word in list(Verso) else None
