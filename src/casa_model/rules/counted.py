"""The numbers of members that a rule speaks of."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from fractions import Fraction
from math import ceil
from typing import TYPE_CHECKING

from casa_model.rules import tree as t
from casa_model.rules.check import Scope, check
from casa_model.rules.names import COMPONENTI
from casa_model.rules.reach import below, reached
from casa_model.rules.types import MAX_MEMBERS, NumberType
from casa_model.rules.walk import walk
from casa_model.values import Euro

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from casa_model.rules.misura import Misura


def counted(misura: Misura) -> int:
    """The most members that a comparison speaks of, on any day; 0 if none.

    Those that a number of members is compared to, and those that it takes for a sum over them to
    reach what it is compared to, unless these are more than a household may have.
    """
    return max(_all(misura), default=0)


def _all(misura: Misura) -> Iterator[int]:
    for node in reached(misura, misura.requisiti):
        if isinstance(node, t.Compare):
            read = below(misura, (node.left, node.right))
            if any(_counts(each) for each in read):
                yield from (many for each in read for many in _wholes(misura, each))
            yield from (many for many in _summed(misura, read) if many <= MAX_MEMBERS)


def _counts(node: t.Expr) -> bool:
    return isinstance(node, t.Count) or node == t.Fact(COMPONENTI)


def _wholes(misura: Misura, node: t.Expr) -> Iterator[int]:
    match node:
        case t.Number(units=units, scale=0):
            yield units
        case t.Param(name=name):
            yield from (int(v) for v in _values(misura, name) if isinstance(v, Decimal))
        case _:
            return


def _summed(misura: Misura, read: Sequence[t.Expr]) -> Iterator[int]:
    """How many members it takes, each with the most that one may have, to reach each number."""
    sums = [node for node in read if isinstance(node, t.Sum)]
    inside = Counter(each for node in sums for each in (*walk(node.value), *walk(node.cond)))
    numbers = [each for node in Counter(read) - inside for each in _numbers(misura, node)]
    for node in sums:
        most = _most(misura, node)
        if most > 0:
            yield from (ceil(each / most) for each in numbers)


def _most(misura: Misura, node: t.Sum) -> Fraction:
    """The most that one member may add to a sum; 0 if that is not known."""
    found = check(node, Scope.di(misura), lambda *_, **__: None)
    if not isinstance(found, NumberType):
        return Fraction(0)
    return Fraction(found.hi, MAX_MEMBERS * 10**found.scale)


def _numbers(misura: Misura, node: t.Expr) -> Iterator[Fraction]:
    """The number that a node is; of a parameter, each that it ever is."""
    match node:
        case t.Number(units=units, scale=scale):
            yield Fraction(units, 10**scale)
        case t.Param(name=name):
            for value in _values(misura, name):
                if isinstance(value, Decimal):
                    yield Fraction(value)
                elif isinstance(value, Euro):
                    yield Fraction(value.cents, 100)
        case _:
            return


def _values(misura: Misura, nome: str) -> Iterator[object]:
    """Each value that a parameter ever has."""
    for parametro in misura.parametri:
        if parametro.nome == nome:
            yield from (each.valore for riga in parametro.righe for each in riga.storia.periodi)
