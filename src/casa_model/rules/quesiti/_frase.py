"""From the text of a phrase to its tree, checked against what it may speak of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casa_model.errors import Fault, InvalidExpression, Place
from casa_model.rules.check import check
from casa_model.rules.parse import parse_located
from casa_model.rules.types import BoolType, describe

if TYPE_CHECKING:
    from casa_model.rules.quesiti._vocabolario import Vocabolario
    from casa_model.rules.tree import Expr


def leggi_frase(testo: str, vocabolario: Vocabolario) -> Expr:
    """The tree of a phrase.

    Raises `InvalidExpression` with every fault of the text, each at its character: names that
    nobody declares, types that do not go together, a phrase that is no yes or no.
    """
    tree, offsets = parse_located(testo, vocabolario.kinds)
    faults: list[Fault] = []

    def wrong(code: str, node: Expr, *, vicino: str | None = None, **data: object) -> None:
        words = {name: str(word) for name, word in data.items()}
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
