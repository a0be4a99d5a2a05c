"""What is sure of an amount that may not be exact."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casa_model.programma.cifre import Precisione

if TYPE_CHECKING:
    from collections.abc import Iterable

    from casa_model.programma.cifre import Cifra


def at_least(amounts: Iterable[Cifra]) -> int:
    """How many cents some amounts are at least: one that is only about so much may be less."""
    return sum(each.euro.cents for each in amounts if each.precisione is not Precisione.CIRCA)
