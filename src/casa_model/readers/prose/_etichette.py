"""The labels of the values of a choice, as the facts that have them call them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casa_model.rules.types import ChoiceType

if TYPE_CHECKING:
    from collections.abc import Iterable

    from casa_model.rules.facts import Fatto
    from casa_model.rules.types import Type
    from casa_model.values import Testo


def del_tipo(tipo: Type, fatti: Iterable[Fatto]) -> dict[str, Testo]:
    """The labels of the values of a choice: those of the facts that have them all."""
    if not isinstance(tipo, ChoiceType):
        return {}
    wanted = {*tipo.values}
    return concordi(
        fatto
        for fatto in fatti
        if isinstance(fatto.tipo, ChoiceType) and wanted <= {*fatto.tipo.values}
    )


def concordi(fatti: Iterable[Fatto]) -> dict[str, Testo]:
    """The labels on which some facts agree.

    A value that two of them call differently has none: nobody can tell which of the two is meant,
    and its code is true whichever it is.
    """
    found: dict[str, Testo] = {}
    apart: set[str] = set()
    for fatto in fatti:
        for value, label in fatto.valori:
            if found.setdefault(value, label) != label:
                apart.add(value)
    return {value: label for value, label in found.items() if value not in apart}
