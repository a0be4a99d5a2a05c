"""A measure over a known number of members, as a measure over facts of the household alone.

What is asked of the members is written out: of two members, `qualcuno(membri, eta < 18)` is
``eta[0] < 18 or eta[1] < 18``. The facts of each member are then facts like any other, each with
its own question. Values, truths and missing facts stay those of the rule, by the definitions of
DESIGN 4.2, which a property asserts; the trees are never shown.
"""

from __future__ import annotations

from itertools import repeat
from typing import TYPE_CHECKING

from attrs import evolve

from casa_model.rules import tree as t
from casa_model.rules.facts import Fatti, Fatto
from casa_model.rules.walk import children, with_children

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from casa_model.rules.facts import Value
    from casa_model.rules.misura import Deroga, Misura, Requisito, Riserva, Voce


def slot_of(nome: str, at: int) -> str:
    """The name of a fact of the member at a place; no declared fact has a bracket in its name."""
    return f"{nome}[{at}]"


def place_of(slot: str) -> tuple[str, int | None]:
    """The name of a fact and the place of its member: the contrary of `slot_of`."""
    nome, _, at = slot.partition("[")
    return nome, int(at[:-1]) if at else None


def written_out(misura: Misura, many: int) -> Misura:
    """The measure about a household of so many members, with no question about "the members"."""

    def out(node: t.Expr) -> t.Expr:
        return _out(node, many)

    def maybe(node: t.Expr | None) -> t.Expr | None:
        return None if node is None else out(node)

    def way(deroga: Deroga) -> Deroga:
        return evolve(deroga, condizione=out(deroga.condizione))

    def requirement(each: Requisito) -> Requisito:
        ways = tuple(map(way, each.deroghe))
        return evolve(each, condizione=maybe(each.condizione), deroghe=ways)

    def item(each: Voce) -> Voce:
        return evolve(each, vale=out(each.vale), se=maybe(each.se), massimo=maybe(each.massimo))

    def reserve(each: Riserva) -> Riserva:
        return evolve(each, quando=out(each.quando))

    importo, graduatoria = misura.importo, misura.graduatoria
    return evolve(
        misura,
        fatti=tuple(_declared(misura.fatti, many)),
        definizioni=tuple(evolve(each, vale=out(each.vale)) for each in misura.definizioni),
        requisiti=tuple(map(requirement, misura.requisiti)),
        importo=importo
        and evolve(
            importo,
            voci=tuple(map(item, importo.voci)),
            massimo=maybe(importo.massimo),
            detrae=tuple(map(out, importo.detrae)),
        ),
        graduatoria=graduatoria
        and evolve(graduatoria, riserve=tuple(map(reserve, graduatoria.riserve))),
    )


def flat(fatti: Fatti) -> Fatti:
    """The same facts, those of each member under a name of their own."""
    valori: dict[str, Value] = dict(fatti.valori)
    for at, row in enumerate(fatti.membri or ()):
        valori |= {slot_of(nome, at): valore for nome, valore in row.items()}
    return Fatti(valori)


def _declared(fatti: Iterable[Fatto], many: int) -> Iterable[Fatto]:
    """The facts of the household, then those of each member, in order of declaration."""
    known = list(fatti)
    yield from (fatto for fatto in known if not fatto.membro)
    for at in range(many):
        yield from (evolve(f, nome=slot_of(f.nome, at), membro=False) for f in known if f.membro)


def _out(node: t.Expr, many: int) -> t.Expr:
    match node:
        case t.AnyMember(cond=cond):
            each = _each(cond, many)
            return t.Or(each) if many > 1 else each[0]
        case t.AllMembers(cond=cond):
            each = _each(cond, many)
            return t.And(each) if many > 1 else each[0]
        case t.Count(cond=cond):
            ones = [t.Number(1)] * many
            return _total(_each(cond, many), ones)
        case t.Sum(value=value, cond=cond):
            return _total(_each(cond, many), _each(value, many))
        case _:
            return with_children(node, [_out(child, many) for child in children(node)])


def _total(held: Sequence[t.Expr], worth: Sequence[t.Expr]) -> t.Expr:
    """The sum of what each is worth, where its condition holds."""
    total, *others = map(t.If, held, worth, repeat(t.Number(0)))
    found: t.Expr = total
    for each in others:
        found = t.Add(found, each)
    return found


def _each(node: t.Expr, many: int) -> tuple[t.Expr, ...]:
    return tuple(_of_member(node, at) for at in range(many))


def _of_member(node: t.Expr, at: int) -> t.Expr:
    if isinstance(node, t.MemberFact):
        return t.Fact(slot_of(node.name, at))
    return with_children(node, [_of_member(child, at) for child in children(node)])
