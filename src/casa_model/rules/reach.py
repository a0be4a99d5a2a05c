"""What a measure reaches: the requirements of a day, the expressions that decide, their names."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from casa_model.rules import tree as t
from casa_model.rules.walk import walk

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from casa_model.rules.misura import Importo, Misura, Requisito, Voce


Named: TypeAlias = t.Calendar | t.Definition | t.Fact | t.MemberFact | t.Param


def in_force(misura: Misura, on: date) -> tuple[Requisito, ...]:
    """The requirements that are law on `on`."""
    return tuple(r for r in misura.requisiti if r.vigenza is None or r.vigenza.contiene(on))


def name_node(misura: Misura, nome: str) -> t.Expr:
    """The node of a name of the ranking: a definition or a fact."""
    if any(definizione.nome == nome for definizione in misura.definizioni):
        return t.Definition(nome)
    return t.Fact(nome)


def names_among(nodes: Iterable[t.Expr], kind: type[Named]) -> frozenset[str]:
    """The names of one kind among some nodes."""
    return frozenset(node.name for node in nodes if isinstance(node, kind))


def of_members(nodes: Iterable[t.Expr]) -> bool:
    """Whether some of the nodes asks something of the members."""
    return any(isinstance(node, t.AGGREGATES) for node in nodes)


def reached(misura: Misura, asked: Iterable[Requisito]) -> tuple[t.Expr, ...]:
    """Every node that the rule reads."""
    return below(misura, roots(misura, asked))


def below(misura: Misura, some: Iterable[t.Expr]) -> tuple[t.Expr, ...]:
    """Every node that some trees read; the body of a definition is gone through once."""
    bodies = {definizione.nome: definizione.vale for definizione in misura.definizioni}
    found: list[t.Expr] = []
    seen: set[str] = set()
    todo = list(some)
    while todo:
        for node in walk(todo.pop(0)):
            found.append(node)
            if isinstance(node, t.Definition) and node.name not in seen:
                seen.add(node.name)
                todo += [bodies[node.name]] if node.name in bodies else []
    return tuple(found)


def roots(misura: Misura, asked: Iterable[Requisito]) -> Iterator[t.Expr]:
    """Every expression that decides: requirements, derogations, amount, ranking."""
    for requisito in asked:
        yield from ways(requisito)
    if misura.importo is not None:
        yield from terms(misura.importo)
    if (graduatoria := misura.graduatoria) is not None:
        yield from (name_node(misura, chiave.nome) for chiave in graduatoria.ordine)
        for riserva in graduatoria.riserve:
            yield from (t.Param(riserva.quota), riserva.quando)


def ways(requisito: Requisito) -> tuple[t.Expr, ...]:
    """The condition of a requirement, then its derogations; none when nobody has read it."""
    first = () if requisito.condizione is None else (requisito.condizione,)
    return (*first, *(deroga.condizione for deroga in requisito.deroghe))


def terms(importo: Importo) -> Iterator[t.Expr]:
    """Every expression of an amount: items, deductions, cap."""
    for voce in importo.voci:
        yield from item_terms(voce)
    yield from importo.detrae
    if importo.massimo is not None:
        yield importo.massimo


def item_terms(voce: Voce) -> Iterator[t.Expr]:
    """Every expression of an item: what it is worth, its condition, its cap."""
    yield from (e for e in (voce.vale, voce.se, voce.massimo) if e is not None)
