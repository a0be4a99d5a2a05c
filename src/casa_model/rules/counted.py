"""The numbers of members that a rule speaks of."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from casa_model.rules import tree as t
from casa_model.rules.names import COMPONENTI
from casa_model.rules.reach import below, reached

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casa_model.rules.misura import Misura


def counted(misura: Misura) -> int:
    """The largest whole number to which a number of members is compared, on any day; 0 if none."""
    return max(_all(misura), default=0)


def _all(misura: Misura) -> Iterator[int]:
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
