"""What is missing, said a second time: DESIGN 4.2 sentence by sentence, apart from the reader.

Only whether an expression is known is asked of the reader. A requirement is the `any` of its ways,
an item of the amount an `if`: the amount and the verdict are then trees like any other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from casa_model.readers.meaning import Env, value
from casa_model.rules import tree as t
from casa_model.rules.reach import in_force

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from casa_model.rules.esito import Verdict
    from casa_model.rules.misura import Misura, Requisito, Voce

NOTHING = t.Number(0, 2)


def known(node: t.Expr, env: Env) -> bool:
    """Whether an expression has a value."""
    return value(node, env) is not None


def missing(node: t.Expr, env: Env) -> set[str]:
    """The facts that an expression still needs."""
    if known(node, env):
        return set()
    match node:
        case t.Fact(name=name) | t.MemberFact(name=name):  # a fact gives itself
            return {name}
        case t.If(cond=cond, then=then, other=other):  # its condition while unknown, else the arm
            if not known(cond, env):
                return missing(cond, env)
            return missing(then if value(cond, env) else other, env)
        case t.Table(rows=rows, otherwise=otherwise):  # the first unknown `quando` reached
            for row in rows:
                if not known(row.when, env):
                    return missing(row.when, env)
                if value(row.when, env):
                    return missing(row.value, env)
            return missing(otherwise, env)
        case t.Definition(name=name):  # that of its expression
            return missing(env.definizioni[name], env)
        case t.AnyMember() | t.AllMembers() | t.Count() | t.Sum():
            return _of_members(node, env)
        case _:  # all, any and any other node: the union over its unknown operands
            return _union(_operands(node), env)


def _operands(node: t.Expr) -> Iterator[t.Expr]:
    """Every node that a field of a node holds, alone or in a tuple."""
    for name in type(node).__slots__:
        held = getattr(node, name) if not name.startswith("_") else ()
        yield from (part for part in (held if isinstance(held, tuple) else (held,)) if _is(part))


def _is(part: object) -> bool:
    return type(part) in t.NODES


def _union(nodes: Iterable[t.Expr], env: Env) -> set[str]:
    return {name for node in nodes if not known(node, env) for name in missing(node, env)}


def _of_members(node: t.AnyMember | t.AllMembers | t.Count | t.Sum, env: Env) -> set[str]:
    """Its unknown member facts, or `membri`."""
    if env.membri is None:
        return {"membri"}
    found: set[str] = set()
    for member in env.membri:
        one = env.of(member)
        found |= missing(node.cond, one)
        if isinstance(node, t.Sum) and value(node.cond, one) is True:
            found |= missing(node.value, one)
    return found


def whole(requisito: Requisito) -> t.Expr | None:
    """A requirement as one expression: the condition or any derogation."""
    if requisito.condizione is None or not requisito.deroghe:
        return requisito.condizione
    return t.Or((requisito.condizione, *(deroga.condizione for deroga in requisito.deroghe)))


def item(voce: Voce) -> t.Expr:
    """An item as one expression: zero when its condition is false, never above its own cap."""
    worth = voce.vale if voce.massimo is None else t.Min((voce.vale, voce.massimo))
    return worth if voce.se is None else t.If(voce.se, worth, NOTHING)


def missing_of(misura: Misura, verdict: Verdict, env: Env, on: date) -> set[str]:
    """The facts that a verdict still needs."""
    if any(finding.esito is False for finding in verdict.findings):
        return set()
    trees = [tree for r in in_force(misura, on) if (tree := whole(r)) is not None]
    if misura.importo is not None:
        trees += [item(voce) for voce in misura.importo.voci]
        trees += [*misura.importo.detrae, *filter(None, (misura.importo.massimo,))]
    if misura.graduatoria is not None:
        named = {definizione.nome for definizione in misura.definizioni}
        for key in misura.graduatoria.ordine:
            trees.append(t.Definition(key.nome) if key.nome in named else t.Fact(key.nome))
        trees += [riserva.quando for riserva in misura.graduatoria.riserve]
    return _union(trees, env)
