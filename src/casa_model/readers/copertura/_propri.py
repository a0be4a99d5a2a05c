"""What is asked of the right thing: a measure, measures, points of that measure."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, cast

from casa_model.errors import IllTyped, InvalidValue
from casa_model.readers.copertura._punti import punti
from casa_model.readers.environment import only_measure

if TYPE_CHECKING:
    from casa_model.readers.copertura._punto import Punto
    from casa_model.rules.misura import Misura


def only_measures(misure: object) -> tuple[Misura, ...]:
    """All of some measures. Raises `IllTyped` for what is no series of them."""
    if not isinstance(misure, Iterable):
        raise IllTyped(
            it="`misure` non è una serie di misure; di una sola passa `[misura]`",
            en="`misure` is no series of measures; of one alone pass `[misura]`",
        )
    found: tuple[object, ...] = tuple(misure)
    for misura in found:
        only_measure(misura)
    return cast("tuple[Misura, ...]", found)


def only_own(misura: Misura, some: Iterable[Punto]) -> None:
    """Raise `InvalidValue` for a point that is none of a measure's."""
    own = punti(misura)
    if any(punto not in own for punto in some):
        raise InvalidValue(
            it=f"un punto non è fra quelli di `{misura.codice}`; passa un punto di `punti(misura)` "
            "o una copertura delle stesse regole",
            en=f"a point is not among those of `{misura.codice}`; pass a point of `punti(misura)` "
            "or a coverage of the same rules",
        )
