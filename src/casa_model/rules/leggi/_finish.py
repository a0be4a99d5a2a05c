"""What is asked of a whole measure once its parts are read: limits, days of law, advice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casa_model.rules import tree as t
from casa_model.rules.facts import Fatto
from casa_model.rules.lint import lint
from casa_model.rules.reach import names_used, roots
from casa_model.rules.walk import walk
from casa_model.values import Vigenza

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from casa_model.rules.leggi._desk import Desk
    from casa_model.rules.misura import Misura
    from casa_model.values.toml import KeyPath

MAX_REQUISITI = 60
MAX_FATTI = 60


def finish(desk: Desk, misura: Misura, path: KeyPath) -> None:
    """Note what is wrong with the whole."""
    if len(misura.requisiti) > MAX_REQUISITI:
        desk.wrong("troppi-requisiti", path, quanti=len(misura.requisiti), limite=MAX_REQUISITI)
    read = facts_read(misura)
    if len(read) > MAX_FATTI:
        desk.wrong("troppi-fatti", path, quanti=len(read), limite=MAX_FATTI)
    _check_days(desk, misura, path)
    for tree in _written(misura):
        lint(tree, _teller(desk))


def _teller(desk: Desk):  # noqa: ANN202 - the type of lint's `Tell`
    def tell(code: str, node: t.Expr, **data: object) -> None:
        if desk.wrote(node):
            desk.wrong_node(code, node, **data)

    return tell


def facts_read(misura: Misura) -> tuple[Fatto, ...]:
    """The facts, of the household and of members, that the measure reads on some day."""
    used = names_used(misura, misura.requisiti, t.Fact)
    members = names_used(misura, misura.requisiti, t.MemberFact)
    return tuple(f for f in misura.fatti if f.nome in (members if f.membro else used))


def _written(misura: Misura) -> Iterator[t.Expr]:
    yield from roots(misura, misura.requisiti)
    yield from (definizione.vale for definizione in misura.definizioni)


def _check_days(desk: Desk, misura: Misura, path: KeyPath) -> None:
    """A day on which a rule is in force and its parameter is not is a fault."""
    told: set[str] = set()
    for tree, vigenza in _dated(misura):
        for nome in _params(misura, tree):
            parametro = next(p for p in misura.parametri if p.nome == nome)
            holes = [hole for riga in parametro.righe for hole in riga.storia.buchi(vigenza)]
            if not holes or nome in told:
                continue
            told.add(nome)
            declared = ("parametri", nome) if nome in desk.doc.data.get("parametri", {}) else path
            desk.wrong(
                "parametro-non-in-vigore", declared, key=True, nome=nome,
                giorni=holes[0].render("it"), giorni_en=holes[0].render("en"),
            )  # fmt: skip


def _dated(misura: Misura) -> Iterator[tuple[t.Expr, Vigenza]]:
    """Each expression that decides, with the days on which it does."""
    whole = misura.vigenza
    if misura.calendario is not None:
        whole = Vigenza(misura.calendario.giorno_norma, misura.calendario.giorno_norma)
    for tree in roots(misura, ()):
        yield tree, whole
    for requisito in misura.requisiti:
        days = _both(whole, requisito.vigenza)
        if days is None or requisito.condizione is None:
            continue
        yield requisito.condizione, days
        for deroga in requisito.deroghe:
            yield deroga.condizione, days


def _both(one: Vigenza, other: Vigenza | None) -> Vigenza | None:
    if other is None:
        return one
    if not one.sovrappone(other):
        return None
    ends = [end for end in (one.al, other.al) if end is not None]
    return Vigenza(max(one.dal, other.dal), min(ends, default=None))


def _params(misura: Misura, tree: t.Expr) -> Iterable[str]:
    """The parameters that a tree reads, through definitions too, in order of first mention."""
    bodies = {definizione.nome: definizione.vale for definizione in misura.definizioni}
    found: dict[str, None] = {}
    seen: set[str] = set()
    todo = [tree]
    while todo:
        for node in walk(todo.pop()):
            if isinstance(node, t.Param):
                found[node.name] = None
            if isinstance(node, t.Definition) and node.name in bodies and node.name not in seen:
                seen.add(node.name)
                todo.append(bodies[node.name])
    return found
