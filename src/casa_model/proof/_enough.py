"""How many members a household may have, so that nothing a rule counts to is out of sight."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from attrs import evolve

from casa_model.readers.admit import COMPONENTI
from casa_model.rules import tree as t
from casa_model.rules.reach import below, reached
from casa_model.rules.types import MAX_MEMBERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from casa_model.proof._world import Limiti
    from casa_model.rules.misura import Misura

LEAST: Final = 6
"""The members of the largest household, where a rule counts to fewer."""


def enough(limiti: Limiti, misure: Iterable[Misura]) -> Limiti:
    """The limits with a number of members: that which was asked, else one more than is counted to.

    A rule for households of at least eight, asked of households of six, would hold for nobody.
    """
    if limiti.membri is not None:
        return limiti
    counted = max((many for misura in misure for many in _counted(misura)), default=0)
    return evolve(limiti, membri=min(MAX_MEMBERS, max(LEAST, counted + 1)))


def _counted(misura: Misura) -> Iterator[int]:
    """The whole numbers to which a number of members is compared."""
    for node in reached(misura, misura.requisiti):
        if isinstance(node, t.Compare):
            read = below(misura, (node.left, node.right))
            if any(_counts(each) for each in read):
                yield from (many for each in read for many in _wholes(misura, each))


def _counts(node: t.Expr) -> bool:
    return isinstance(node, t.Count) or node == t.Fact(COMPONENTI)


def _wholes(misura: Misura, node: t.Expr) -> Iterator[int]:
    match node:
        case t.Number(units=units, scale=0):
            yield units
        case t.Param(name=name):
            for parametro in misura.parametri:
                if parametro.nome == name:
                    found = (
                        each.valore for riga in parametro.righe for each in riga.storia.periodi
                    )
                    yield from (int(each) for each in found if isinstance(each, Decimal))
        case _:
            return
