"""What a notice writes and no rule reads: most often a name that was meant to be another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casa_model.errors import near
from casa_model.rules import tree as t
from casa_model.rules.reach import roots
from casa_model.rules.walk import walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casa_model.rules.leggi._desk import Desk
    from casa_model.rules.misura import Misura


def advise_idle(desk: Desk, misura: Misura) -> None:
    """Note each fact, parameter or definition of this file that no rule or definition names.

    The near miss is a name that some rule reads.
    """
    read = set(_read(misura))
    for nome, path in desk.names.dove.items():
        if nome not in read:
            close = near(nome, sorted(read))
            desk.wrong("nome-inutile", path, key=True, vicino=close, nome=nome)


def _read(misura: Misura) -> Iterator[str]:
    bodies = (definizione.vale for definizione in misura.definizioni)
    for tree in (*roots(misura, misura.requisiti), *bodies):
        for node in walk(tree):
            if isinstance(node, t.Fact | t.MemberFact | t.Param | t.Definition):
                yield node.name
