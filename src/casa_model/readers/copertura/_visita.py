"""Going down a tree of a rule as evaluation does: what must hold for each node to be asked.

`and` and `or` are no choice: by Kleene's tables all their parts are always asked. An arm of a
choice is asked where the choice takes it; a row of a table where every row before it is false. A
choice that is not known takes no arm: what it gives is not known, whatever its arms say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from casa_model.readers.copertura._via import Via
from casa_model.rules import tree as t
from casa_model.rules.walk import children

if TYPE_CHECKING:
    from collections.abc import Iterator


@frozen
class Visita:
    """A node as it is come to.

    `vero` when it stands where a condition does; `negato` when under a `not`, which is true where
    it is false. `membro` when it is asked of each member.
    """

    nodo: t.Expr
    via: Via
    vero: bool
    negato: bool = False
    membro: bool = False


def visite(node: t.Expr, via: Via, *, vero: bool) -> Iterator[Visita]:
    """Every node of a tree, the root first, in the order in which they are written."""
    yield from _down(Visita(node, via, vero))


def _down(here: Visita) -> Iterator[Visita]:
    yield here
    for part in _parts(here):
        yield from _down(part)


def _parts(here: Visita) -> Iterator[Visita]:
    via, vero, membro = here.via, here.vero, here.membro
    match here.nodo:
        case t.And(args=args) | t.Or(args=args):
            yield from (Visita(arg, via, vero=True, membro=membro) for arg in args)
        case t.Not(arg=arg):
            yield Visita(arg, via, vero=True, negato=True, membro=membro)
        case t.If(cond=cond, then=then, other=other):
            yield Visita(cond, via, vero=True, membro=membro)
            yield Visita(then, via.se(cond, membro=membro), vero=vero, membro=membro)
            yield Visita(other, via.se(t.Not(cond), membro=membro), vero=vero, membro=membro)
        case t.Table(rows=rows, otherwise=otherwise):
            for row in rows:
                yield Visita(row.when, via, vero=True, membro=membro)
                yield Visita(row.value, via.se(row.when, membro=membro), vero=vero, membro=membro)
                via = via.se(t.Not(row.when), membro=membro)
            yield Visita(otherwise, via, vero=vero, membro=membro)
        case t.AnyMember(cond=cond) | t.AllMembers(cond=cond) | t.Count(cond=cond):
            yield Visita(cond, via, vero=True, membro=True)
        case t.Sum(value=value, cond=cond):
            yield Visita(value, via.se(cond, membro=True), vero=False, membro=True)
            yield Visita(cond, via, vero=True, membro=True)
        case other:
            yield from (Visita(child, via, vero=False, membro=membro) for child in children(other))
