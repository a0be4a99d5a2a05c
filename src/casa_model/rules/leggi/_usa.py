"""What a measure uses of the shared files: their names, put on the desk before its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casa_model.errors import near
from casa_model.rules import tree as t
from casa_model.rules.leggi._definizioni import Draft
from casa_model.rules.walk import walk

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from casa_model.rules.leggi._desk import Desk
    from casa_model.rules.leggi._norme import Norme
    from casa_model.values.toml import KeyPath

SHARED = ("file condiviso", "shared file")


def use(
    desk: Desk, usa: Iterable[str], shared: Mapping[str, Norme], path: KeyPath
) -> dict[str, Draft]:
    """Put on the desk what `usa` names; its definitions come back as drafts."""
    drafts: dict[str, Draft] = {}
    seen: set[str] = set()
    for at, codice in enumerate(usa):
        where = (*path, at)
        norme = shared.get(codice)
        if norme is None:
            # Its names are not known either: nobody else is blamed for them.
            desk.incompleto = True
            desk.wrong("usa-ignoto", where, vicino=near(codice, shared), nome=codice)
        elif codice in seen:
            desk.once(codice, seen, where, SHARED)
        else:
            seen.add(codice)
            drafts |= _put(desk, norme, where)
    return drafts


def _put(desk: Desk, norme: Norme, path: KeyPath) -> dict[str, Draft]:
    names = desk.names
    for fatto in norme.fatti:
        if _free(desk, fatto.nome, path):
            names.fatto(fatto)
    for parametro in norme.parametri:
        if _free(desk, parametro.nome, path):
            names.parametro(parametro)
    drafts = {}
    for each in norme.definizioni:
        if _free(desk, each.nome, path):
            names.definizione(each.nome, each.tipo)
            drafts[each.nome] = Draft(each.vale, each.fonte, each.etichetta)
        for nome in _undeclared(desk, each.vale):
            desk.wrong("nome-ignoto", path, vicino=near(nome, names.kinds), nome=nome)
    return drafts


def _free(desk: Desk, nome: str, path: KeyPath) -> bool:
    """Whether two shared files, or one and the dictionary, do not say the same name."""
    kind = desk.names.kinds.get(nome)
    if kind is not None:
        desk.wrong("nome-ripetuto", path, nome=nome, altro=kind.value, altro_en=kind.en)
    return kind is None


def _undeclared(desk: Desk, tree: t.Expr) -> Iterator[str]:
    """The names of a shared definition that this file does not know (another dictionary)."""
    for node in walk(tree):
        if isinstance(node, t.Fact | t.MemberFact) and node.name not in desk.names.kinds:
            yield node.name
