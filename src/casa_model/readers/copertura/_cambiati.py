"""Trees of the rule as they would be with another value in some place of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casa_model.readers.copertura._via import tutte
from casa_model.rules import tree as t
from casa_model.rules.params import IndiceIntero
from casa_model.rules.walk import children, with_children

if TYPE_CHECKING:
    from collections.abc import Callable

    from casa_model.rules.misura import Misura
    from casa_model.rules.params import Indice, Key


def sostituito(node: t.Expr, old: t.Expr, new: t.Expr) -> t.Expr:
    """The same tree with `new` wherever it writes `old`; definitions are left as they are."""
    if node == old:
        return new
    return with_children(node, [sostituito(child, old, new) for child in children(node)])


def cambiato(
    misura: Misura,
    node: t.Expr,
    other: Callable[[t.Expr], t.Expr | None],
    *,
    in_tabella: bool = True,
) -> t.Expr:
    """The same tree with what `other` puts in place of a node, through definitions too.

    No index leaves its table, however its key has changed: the nearest row stands for it. Without
    `in_tabella` it may, and then there is no value.
    """
    found = other(node)
    if found is not None:
        return found

    def within(child: t.Expr) -> t.Expr:
        return cambiato(misura, child, other, in_tabella=in_tabella)

    match node:
        case t.Definition(name=name):
            body = next(each.vale for each in misura.definizioni if each.nome == name)
            changed = within(body)
            return node if changed == body else changed
        case t.Param(name=name, keys=keys):
            indices = next(each.indice for each in misura.parametri if each.nome == name)
            pairs = [(key, within(key)) for key in keys]
            inside = [
                _inside(index, new) if in_tabella and new != old else new
                for index, (old, new) in zip(indices, pairs, strict=True)
            ]
            return t.Param(name, tuple(inside))
        case _:
            return with_children(node, [within(child) for child in children(node)])


def cade(node: t.Param, chiave: tuple[Key, ...]) -> t.Expr:
    """That the indices fall on a row."""
    pairs = zip(node.keys, chiave, strict=True)
    return tutte(tuple(t.Compare("==", index, chiave_scritta(key)) for index, key in pairs))


def chiave_scritta(key: Key) -> t.Expr:
    """One key of a row as a rule writes it."""
    return t.Number(key) if isinstance(key, int) else t.Label(key)


def _inside(index: Indice, key: t.Expr) -> t.Expr:
    if not isinstance(index, IndiceIntero):
        return key
    return t.Min((t.Max((key, t.Number(index.lo))), t.Number(index.hi)))
