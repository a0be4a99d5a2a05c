"""The numbers of an amount that are no condition, row or cap: a sum must hang on each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from casa_model.readers.copertura._punto import Dove, Parte, PuntoUnita
from casa_model.rules import tree as t
from casa_model.rules.reach import names_among
from casa_model.rules.types import NumberType
from casa_model.rules.walk import children

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casa_model.rules.misura import Importo, Misura

_CENTS: Final = 2


def unita(misura: Misura) -> Iterator[PuntoUnita]:
    """Each item and each deduction, then each number that they, or a cap, are worked out with.

    A definition by rows and a parameter with indices have points of their own, by row; so has what
    only gives its value to an item, a deduction, a cap or another definition, as it is.
    """
    importo = misura.importo
    if importo is None:
        return
    for voce in importo.voci:
        dove = Dove(Parte.IMPORTO, "importo", voce.codice)
        plain = PuntoUnita(dove, _CENTS)
        yield plain if voce.se is None else evolve(plain, quando=voce.se)
    for posto in range(1, len(importo.detrae) + 1):
        yield PuntoUnita(Dove(Parte.IMPORTO, "importo"), _CENTS, posto)
    read = tuple(dict.fromkeys(_worked_with(misura, importo)))
    for definizione in misura.definizioni:
        tipo = definizione.tipo
        by_rows = isinstance(definizione.vale, t.Table)
        if isinstance(tipo, NumberType) and not by_rows and t.Definition(definizione.nome) in read:
            yield PuntoUnita(Dove(Parte.DEFINIZIONE, definizione.nome), tipo.scale, euro=tipo.euro)
    for parametro in misura.parametri:
        tipo = parametro.tipo
        if isinstance(tipo, NumberType) and t.Param(parametro.nome) in read:
            dove = Dove(Parte.PARAMETRO, parametro.nome, "importo")
            yield PuntoUnita(dove, tipo.scale, euro=tipo.euro)


def _worked_with(misura: Misura, importo: Importo) -> Iterator[t.Expr]:
    """What items, deductions, caps and their definitions are counted with, below each whole."""
    bodies = {definizione.nome: definizione.vale for definizione in misura.definizioni}
    caps = (importo.massimo, *(voce.massimo for voce in importo.voci))
    todo = [*(v.vale for v in importo.voci), *importo.detrae, *(c for c in caps if c is not None)]
    seen: set[str] = set()
    while todo:
        whole = todo.pop(0)
        yield from _inside(whole)
        for nome in names_among(_counted(whole), t.Definition) - seen:
            seen.add(nome)
            todo.append(bodies[nome])


def _inside(whole: t.Expr) -> Iterator[t.Expr]:
    """What a value is counted with: not itself, nor what a row of a table gives as it is."""
    for part in _parts(whole):
        yield from _inside(part) if isinstance(whole, t.Table) else _counted(part)


def _counted(node: t.Expr) -> Iterator[t.Expr]:
    yield node
    for part in _parts(node):
        yield from _counted(part)


def _parts(node: t.Expr) -> tuple[t.Expr, ...]:
    """What is counted with right below a node, but for conditions, which have their own points."""
    match node:
        case t.If(then=then, other=other):
            return (then, other)
        case t.Table(rows=rows, otherwise=otherwise):
            return (*(row.value for row in rows), otherwise)
        case t.Sum(value=value):
            return (value,)
        case t.Count():  # no other condition stands where something is counted
            return ()
        case _:
            return children(node)
