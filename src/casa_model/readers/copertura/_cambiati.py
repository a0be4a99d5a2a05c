"""A tree of the rule as it would be with another value in some place of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casa_model.rules import tree as t
from casa_model.rules.params import IndiceIntero
from casa_model.rules.walk import children, with_children

if TYPE_CHECKING:
    from collections.abc import Callable

    from casa_model.rules.misura import Misura
    from casa_model.rules.params import Indice


def cambiato(misura: Misura, node: t.Expr, other: Callable[[t.Expr], t.Expr | None]) -> t.Expr:
    """The same tree with what `other` puts in place of a node, through definitions too.

    No index leaves its table, however its key has changed: the nearest row stands for it.
    """
    found = other(node)
    if found is not None:
        return found
    match node:
        case t.Definition(name=name):
            body = next(each.vale for each in misura.definizioni if each.nome == name)
            changed = cambiato(misura, body, other)
            return node if changed == body else changed
        case t.Param(name=name, keys=keys):
            indices = next(each.indice for each in misura.parametri if each.nome == name)
            pairs = [(key, cambiato(misura, key, other)) for key in keys]
            inside = [
                new if new == old else _inside(index, new)
                for index, (old, new) in zip(indices, pairs, strict=True)
            ]
            return t.Param(name, tuple(inside))
        case _:
            parts = [cambiato(misura, child, other) for child in children(node)]
            return with_children(node, parts)


def _inside(index: Indice, key: t.Expr) -> t.Expr:
    if not isinstance(index, IndiceIntero):
        return key
    return t.Min((t.Max((key, t.Number(index.lo))), t.Number(index.hi)))
