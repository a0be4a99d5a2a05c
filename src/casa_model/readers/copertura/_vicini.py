"""The households that are one unit away: one number or day of theirs is a little more or less."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from casa_model.readers.ranges import anything, exactly, value_of
from casa_model.rules.facts import Fatti
from casa_model.rules.types import DateType, NumberType

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casa_model.readers.ranges import Span
    from casa_model.rules.facts import Value
    from casa_model.rules.misura import Misura


def vicini(misura: Misura, fatti: Fatti) -> Iterator[Fatti]:
    """The households one cent, one day or one last decimal away, within the ranges of the facts."""
    for fatto in misura.fatti:
        if not isinstance(fatto.tipo, NumberType | DateType):
            continue
        if not fatto.membro and fatto.nome in fatti.valori:
            for near in _near(fatto.tipo, fatti.valori[fatto.nome]):
                yield Fatti({**fatti.valori, fatto.nome: near}, fatti.membri)
        for at, row in enumerate(fatti.membri or ()):
            if fatto.membro and fatto.nome in row:
                for near in _near(fatto.tipo, row[fatto.nome]):
                    rows = [dict(each) for each in fatti.membri or ()]
                    rows[at][fatto.nome] = near
                    yield Fatti(fatti.valori, rows)


def _near(kind: NumberType | DateType, found: Value) -> Iterator[Value]:
    lo, hi, _ = cast("Span", anything(kind))
    unit, _, _ = cast("Span", exactly(kind, found))
    for near in (unit - 1, unit + 1):
        if lo <= near <= hi:
            yield cast("Value", value_of(kind, (near, near, False)))
