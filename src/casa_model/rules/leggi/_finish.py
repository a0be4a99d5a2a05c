"""What is asked of a whole measure once its parts are read: limits and advice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casa_model.rules import tree as t
from casa_model.rules.leggi._giorni import check_days
from casa_model.rules.leggi._idle import advise_idle
from casa_model.rules.lint import lint
from casa_model.rules.reach import names_among, reached, roots
from casa_model.rules.walk import walk

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from casa_model.rules.facts import Fatto
    from casa_model.rules.leggi._desk import Desk
    from casa_model.rules.misura import Misura
    from casa_model.values.toml import KeyPath

MAX_REQUISITI = 60
MAX_FATTI = 60


def requirement_rows(desk: Desk) -> list[KeyPath]:
    """The requirements of the file, no more than a measure may have; a fault at the first past."""
    rows = desk.rows("requisiti")
    if len(rows) > MAX_REQUISITI:
        past = rows[MAX_REQUISITI]
        desk.wrong("troppi-requisiti", past, quanti=len(rows), limite=MAX_REQUISITI)
    return rows[:MAX_REQUISITI]


def finish(desk: Desk, misura: Misura, path: KeyPath) -> None:
    """Note what is wrong with the whole; `path` is where it is said what the whole is."""
    if len(misura.requisiti) > MAX_REQUISITI:
        where = (desk.rows("requisiti") or [path])[-1]
        desk.wrong("troppi-requisiti", where, quanti=len(misura.requisiti), limite=MAX_REQUISITI)
    check_days(desk, misura)
    if desk.faults.gravi:
        return
    read = facts_read(misura)
    if len(read) > MAX_FATTI:
        past = _first_past(misura)
        desk.wrong_node("troppi-fatti", past, quanti=len(read), limite=MAX_FATTI)
    advise(desk, roots(misura, misura.requisiti))
    advise(desk, (definizione.vale for definizione in misura.definizioni))
    if desk.avviso:
        advise_idle(desk, misura)


def advise(desk: Desk, trees: Iterable[t.Expr]) -> None:
    """Note advice about the trees that this file wrote."""

    def tell(code: str, node: t.Expr, **data: str) -> None:
        if desk.wrote(node):
            desk.wrong_node(code, node, vicino=None, **data)

    for tree in trees:
        lint(tree, tell)


def facts_read(misura: Misura) -> tuple[Fatto, ...]:
    """The facts, of the household and of members, that the measure reads on some day."""
    nodes = reached(misura, misura.requisiti)
    used, members = names_among(nodes, t.Fact), names_among(nodes, t.MemberFact)
    return tuple(f for f in misura.fatti if f.nome in (members if f.membro else used))


def _first_past(misura: Misura) -> t.Expr:
    """The first node that reads one fact too many."""
    first: dict[str, t.Expr] = {}
    for node in _reading(misura):
        first.setdefault(node.name, node)
    return list(first.values())[MAX_FATTI]


def _reading(misura: Misura) -> Iterator[t.Fact | t.MemberFact]:
    """Every node that reads a fact, in the order of the file, through definitions too."""
    bodies = {definizione.nome: definizione.vale for definizione in misura.definizioni}
    todo = list(roots(misura, misura.requisiti))
    while todo:
        for node in walk(todo.pop(0)):
            if isinstance(node, t.Fact | t.MemberFact):
                yield node
            if isinstance(node, t.Definition) and node.name in bodies:
                todo.append(bodies.pop(node.name))
