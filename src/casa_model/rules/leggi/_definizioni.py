"""Definitions: read as trees, put in the order in which they need one another, typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from casa_model.rules import tree as t
from casa_model.rules.leggi._ordine import in_order
from casa_model.rules.leggi._shapes import CasoShape, DefinizioneShape
from casa_model.rules.leggi._unica import check_unica
from casa_model.rules.misura import Definizione
from casa_model.rules.names import Kind
from casa_model.rules.walk import children, walk
from casa_model.values import Fonte, Testo
from casa_model.values.toml import KeyPath

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from casa_model.rules.leggi._desk import Desk
    from casa_model.rules.types import Type

MAX_LEVELS = 100
"""The most levels of a definition, those of the definitions that it uses included."""


@frozen
class Draft:
    """A definition whose tree has been read and not yet typed; `path` is None in another file."""

    vale: t.Expr
    fonte: Fonte | None
    etichetta: Testo | None
    path: KeyPath | None = None


def shapes_of(desk: Desk) -> Iterator[tuple[str, DefinizioneShape, KeyPath]]:
    """The well-shaped definitions of the file; the names of the others are known and broken."""
    for nome, path in desk.table("definizioni"):
        shape = desk.shape(DefinizioneShape, path)
        if shape is not None:
            yield nome, shape, path
        elif nome not in desk.names.kinds:
            desk.names.definizione(nome, None)


def read_definizioni(desk: Desk, given: Mapping[str, Draft]) -> tuple[Definizione, ...]:
    """The definitions of the file together with those `given`, typed, in order of need."""
    mine = []
    for nome, shape, path in shapes_of(desk):
        if shape.sostituisce is not None:
            known = "`vale`, `tabella`, `altrimenti`, `unica`, `norma`, `fonte`, `grado`"
            desk.unwanted(path, "sostituisce", known)
        if desk.name(nome, path, Kind.DEFINIZIONE):
            desk.names.definizione(nome, None, path)
            mine.append((nome, shape, path))
    drafts = dict(given)
    for nome, shape, path in mine:
        found = draft(desk, shape, path)
        if found is not None:
            drafts[nome] = found
    return type_all(desk, drafts)


def draft(desk: Desk, shape: DefinizioneShape, path: KeyPath) -> Draft | None:
    """The definition with its tree; None once its faults are told."""
    fonte = desk.fonte_if_any(shape, path, ("la definizione", "the definition"))
    vale = None if shape.vale is None else desk.expr(shape.vale, (*path, "vale"))
    table = _table(desk, shape, path)
    one = shape.vale is not None
    if one == bool(shape.tabella) or one == (shape.altrimenti is not None):
        desk.wrong("definizione-incompleta", path, key=True)
        return None
    if one and shape.unica:
        desk.unwanted(path, "unica", "`vale`, `norma`, `fonte`, `grado`, `etichetta`")
    tree = vale if one else table
    return None if tree is None else Draft(tree, fonte, shape.etichetta, path)


def _table(desk: Desk, shape: DefinizioneShape, path: KeyPath) -> t.Table | None:
    rows = [_row(desk, caso, (*path, "tabella", at)) for at, caso in enumerate(shape.tabella or ())]
    otherwise = None
    if shape.altrimenti is not None:
        otherwise = desk.expr(shape.altrimenti, (*path, "altrimenti"))
    whole = tuple(row for row in rows if row is not None)
    if otherwise is None or not whole or len(whole) < len(rows):
        return None
    table = t.Table(whole, otherwise, shape.unica)
    desk.keep(table, (*path, "tabella"))
    return table


def _row(desk: Desk, caso: CasoShape, path: KeyPath) -> t.Row | None:
    when = desk.expr(caso.quando, (*path, "quando"))
    vale = desk.expr(caso.vale, (*path, "vale"))
    return None if when is None or vale is None else t.Row(when, vale)


def type_all(desk: Desk, drafts: Mapping[str, Draft]) -> tuple[Definizione, ...]:
    """The definitions, each after those that it needs, with their types on the desk."""
    order, circles = in_order({nome: needs(each.vale) for nome, each in drafts.items()})
    for circle in circles:
        _circular(desk, circle, drafts)
    levels: dict[str, int] = {}
    found = []
    for nome in order:
        each = drafts[nome]
        desk.corpi[nome] = each.vale
        tipo = _typed(desk, nome, each.vale, levels)
        desk.names.definizione(nome, tipo)
        if tipo is None:
            continue
        found.append(Definizione(nome, each.vale, tipo, each.fonte, each.etichetta))
        if isinstance(each.vale, t.Table) and each.vale.unique and each.path is not None:
            check_unica(desk, each.vale, each.path)
    return tuple(found)


def _typed(desk: Desk, nome: str, tree: t.Expr, levels: dict[str, int]) -> Type | None:
    """The type of a definition, unless readers would exhaust their stack on it."""
    levels[nome] = _levels(tree, levels)
    if levels[nome] <= MAX_LEVELS:
        return desk.typed(tree)
    levels[nome] = 0
    desk.wrong_node("definizione-profonda", t.Definition(nome), nome=nome, limite=MAX_LEVELS)
    return None


def _levels(tree: t.Expr, levels: Mapping[str, int]) -> int:
    below = [_levels(child, levels) for child in children(tree)]
    if isinstance(tree, t.Definition):
        below.append(levels.get(tree.name, 0))
    return 1 + max(below, default=0)


def _circular(desk: Desk, circle: Sequence[str], drafts: Mapping[str, Draft]) -> None:
    """Tell a circle at the first of its definitions that this file wrote."""
    paths = [(at, path) for at, nome in enumerate(circle) if (path := drafts[nome].path)]
    start, path = paths[0]
    turned = [*circle[start:], *circle[:start]]
    giro = " → ".join((*turned, turned[0]))
    desk.wrong("definizione-circolare", path, key=True, nome=turned[0], giro=giro)
    for nome in circle:
        desk.names.definizione(nome, None)


def needs(tree: t.Expr) -> list[str]:
    """The definitions that a tree names, in order of first mention."""
    return list(dict.fromkeys(n.name for n in walk(tree) if isinstance(n, t.Definition)))
