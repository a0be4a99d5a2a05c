"""The facts of a household that a measure declares, where it is asked beside another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casa_model.rules.facts import Fatti

if TYPE_CHECKING:
    from collections.abc import Mapping

    from casa_model.rules.facts import Value
    from casa_model.rules.misura import Misura


def declared(misura: Misura, fatti: Fatti) -> Fatti:
    """The facts of a household, and of its members, that a measure declares, and no other."""
    household = {fatto.nome for fatto in misura.fatti if not fatto.membro}
    member = {fatto.nome for fatto in misura.fatti if fatto.membro}
    rows = None if fatti.membri is None else [_only(row, member) for row in fatti.membri]
    return Fatti(_only(fatti.valori, household), rows)


def _only(row: Mapping[str, Value], names: set[str]) -> dict[str, Value]:
    return {nome: value for nome, value in row.items() if nome in names}
