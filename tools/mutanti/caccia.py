"""Who catches each planted fault: a worked case, a sentence that is proven, or nobody.

A fault that nobody catches is asked about by proof: does it change an answer to anybody, on any day
of the measure? Only one that changes none may go free.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING

from attrs import frozen

from casa_model.errors import UnknownName, WrongDay
from casa_model.proof import dimostra
from casa_model.readers.cases import prova
from casa_model.rules.misura import Misura
from casa_model.rules.quesiti import Contesto, Risposta, StessaRisposta
from tools.mutanti.misure import Mutante, mutanti

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from casa_model.readers.cases import Caso


class Chi(StrEnum):
    """Who caught a fault."""

    CASO = "a case"
    FRASE = "a sentence"
    UGUALE = "nobody: proven to change no answer"
    NESSUNO = "nobody"


@frozen
class Preda:
    """A planted fault and who caught it; `come` is the code of the case or sentence."""

    mutante: Mutante
    chi: Chi
    come: str = ""


@frozen
class Frase:
    """A shipped sentence: asked of any version of its measure, is the answer the expected one?"""

    codice: str
    regge: Callable[[Misura], bool]


def caccia(misura: Misura, casi: Sequence[Caso], frasi: Sequence[Frase]) -> Iterator[Preda]:
    """Every fault that can be planted in a measure, and who catches it."""
    for mutante in mutanti(misura):
        yield _one(misura, mutante, casi, frasi)


def _one(misura: Misura, mutante: Mutante, casi: Sequence[Caso], frasi: Sequence[Frase]) -> Preda:
    for caso in casi:
        if not prova(mutante.misura, (caso,))[0].superato:
            return Preda(mutante, Chi.CASO, caso.codice)
    for frase in frasi:
        if not _stands(frase, mutante.misura):
            return Preda(mutante, Chi.FRASE, frase.codice)
    if mutante.misura.vigenza == misura.vigenza and _same(misura, mutante.misura):
        return Preda(mutante, Chi.UGUALE)
    return Preda(mutante, Chi.NESSUNO)


def _stands(frase: Frase, misura: Misura) -> bool:
    """Whether a sentence holds of a measure; one that cannot even be asked of it does not.

    A name that is gone, a day without a rule or a number. Any other error is no catch: without the
    solver, say, every fault would seem caught.
    """
    try:
        return frase.regge(misura)
    except (UnknownName, WrongDay):
        return False


def _same(misura: Misura, other: Misura) -> bool:
    """Whether it is proven that both answer alike on all days of the first."""
    same = StessaRisposta(Contesto.di(misura, other, giorni=misura.vigenza))
    try:
        return dimostra(same).risposta is Risposta.SI
    except WrongDay:  # a number without a value on some day
        return False
