"""From the text of a phrase to its tree, checked against what it may speak of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from casa_model.errors import Fault, InvalidExpression, Place, near
from casa_model.rules.check import check
from casa_model.rules.etichette import valore_vicino
from casa_model.rules.parse import parse_located
from casa_model.rules.types import BoolType, describe

if TYPE_CHECKING:
    from collections.abc import Mapping

    from casa_model.rules.quesiti._vocabolario import Vocabolario
    from casa_model.rules.tree import Expr


UNKNOWN: Final = "nome-ignoto"
"""The fault of a name that nobody declares."""


def leggi_frase(testo: str, vocabolario: Vocabolario) -> Expr:
    """The tree of a phrase.

    Raises `InvalidExpression` with every fault of the text, each at its character: names that
    nobody declares, types that do not go together, a phrase that is no yes or no.
    """
    try:
        tree, offsets = parse_located(testo, vocabolario.kinds)
    except InvalidExpression as error:
        raise InvalidExpression([_named(fault, vocabolario) for fault in error.faults]) from None
    faults: list[Fault] = []

    def wrong(code: str, node: Expr, *, vicino: str | None = None, **data: object) -> None:
        words = {name: str(word) for name, word in data.items()}
        if code == "valore-fuori-scelta" and vicino is None:
            vicino = _value(words, vocabolario)
        faults.append(Fault(code, Place("", 1, offsets.get(id(node), 0) + 1), words, vicino))

    kind = check(tree, vocabolario.scope, wrong)
    if kind is not None and not isinstance(kind, BoolType):
        wrong(
            "tipo-inatteso",
            tree,
            atteso="un sì o no",
            atteso_en="a yes or no",
            trovato=describe(kind, "it"),
            trovato_en=describe(kind, "en"),
        )
    if faults:
        raise InvalidExpression(faults)
    return tree


def _named(fault: Fault, vocabolario: Vocabolario) -> Fault:
    """A fault; of an unknown name the answer that was meant, by its name with one measure alone."""
    if fault.code != UNKNOWN or len(vocabolario.risposte) == 1:
        return fault
    known = {nome: nome for nome in vocabolario.kinds}
    for names in reversed(vocabolario.risposte):
        known |= names
    close = near(fault.data["nome"], known)
    return evolve(fault, vicino=close and known[close])


def _value(data: Mapping[str, str], vocabolario: Vocabolario) -> str | None:
    """The value that was meant by its label."""
    known = data["ammessi"].strip("`").split("`, `")
    labels = (each for fatto in vocabolario.fatti for each in fatto.valori)
    return valore_vicino(data["valore"], known, labels)
