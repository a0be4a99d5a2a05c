"""Definitions: read as trees, put in the order in which they need one another, typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from casa_model.rules import tree as t
from casa_model.rules.leggi._shapes import CasoShape, DefinizioneShape
from casa_model.rules.leggi._unica import check_unica
from casa_model.rules.misura import Definizione
from casa_model.rules.walk import walk

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from casa_model.rules.leggi._desk import Desk
    from casa_model.values import Fonte, Testo
    from casa_model.values.toml import KeyPath


@frozen
class Draft:
    """A definition whose tree has been read and not yet typed."""

    vale: t.Expr
    fonte: Fonte | None
    etichetta: Testo | None
    path: KeyPath | None


def shapes_of(desk: Desk) -> dict[str, tuple[DefinizioneShape, KeyPath]]:
    """The well-shaped definitions of the file; their names are taken from now on."""
    found = {}
    for nome, path in desk.table("definizioni"):
        shape = desk.shape(DefinizioneShape, path)
        if shape is not None:
            found[nome] = (shape, path)
    return found


def draft(desk: Desk, shape: DefinizioneShape, path: KeyPath) -> Draft | None:
    """The definition with its tree; None once its faults are told."""
    tabella, vale = shape.tabella, shape.vale
    sourced = shape.norma is not None or shape.fonte is not None
    fonte = desk.fonte(shape, path, ("la definizione", "the definition")) if sourced else None
    if vale is not None and tabella is None and shape.altrimenti is None:
        tree = desk.expr(vale, (*path, "vale"))
    elif tabella and shape.altrimenti is not None and vale is None:
        tree = _table(desk, tabella, shape.altrimenti, shape.unica, path)
    else:
        return desk.wrong("definizione-incompleta", path, key=True)
    return tree and Draft(tree, fonte, shape.etichetta, path)


def _table(
    desk: Desk, casi: Sequence[CasoShape], altrimenti: str, unica: bool, path: KeyPath  # noqa: FBT001
) -> t.Table | None:
    rows = []
    for at, caso in enumerate(casi):
        where = (*path, "tabella", at)
        when = desk.expr(caso.quando, (*where, "quando"))
        vale = desk.expr(caso.vale, (*where, "vale"))
        rows.append(None if when is None or vale is None else t.Row(when, vale))
    otherwise = desk.expr(altrimenti, (*path, "altrimenti"))
    whole = [row for row in rows if row is not None]
    if otherwise is None or len(whole) < len(rows):
        return None
    return t.Table(tuple(whole), otherwise, unica)


def type_all(desk: Desk, drafts: Mapping[str, Draft]) -> tuple[Definizione, ...]:
    """The definitions, each after those that it needs, with their types on the desk."""
    order = _ordered(desk, drafts)
    found = []
    for nome in order:
        each = drafts[nome]
        desk.fallback = each.path or desk.fallback
        tipo = desk.typed(each.vale)
        desk.tipi[nome] = tipo
        if tipo is None:
            continue
        found.append(Definizione(nome, each.vale, tipo, each.fonte, each.etichetta))
        if isinstance(each.vale, t.Table) and each.vale.unique and each.path is not None:
            check_unica(desk, each.vale, each.path)
    return tuple(found)


def _ordered(desk: Desk, drafts: Mapping[str, Draft]) -> list[str]:
    """Names so that each comes after those that it needs; a circle is told once, and left out."""
    order: list[str] = []
    state: dict[str, bool] = {}

    def visit(nome: str, trail: tuple[str, ...]) -> None:
        if nome in trail:
            circle = trail[trail.index(nome) :]
            if not any(state.get(each) for each in circle):
                path = drafts[circle[0]].path or desk.fallback
                desk.wrong("definizione-circolare", path, key=True, nome=circle[0],
                           giro=" → ".join((*circle, circle[0])))  # fmt: skip
            state.update(dict.fromkeys(circle, True))
            return
        if nome in state:
            return
        for need in needs(drafts[nome].vale):
            if need in drafts:
                visit(need, (*trail, nome))
        if nome not in state:
            state[nome] = False
            order.append(nome)

    for nome in drafts:
        visit(nome, ())
    return order


def needs(tree: t.Expr) -> list[str]:
    """The definitions that a tree names, in order of first mention."""
    return list(dict.fromkeys(n.name for n in walk(tree) if isinstance(n, t.Definition)))


