"""How much a point of the index is worth when floors and caps are kept: filling with water."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casa_model.programma.riparto._fabbisogno import Fabbisogno


def livello(importo: int, fabbisogni: Sequence[Fabbisogno]) -> Fraction:
    """The smallest exact number of cents for each point of the index that gives out `importo`.

    At a level each gets `index * level`, raised to the floor and stopped at the cap. What all get
    together grows with the level in straight stretches, which turn where somebody leaves the floor
    or meets the cap. The caller has made sure that some level reaches `importo`.
    """
    turns: list[tuple[Fraction, Fraction]] = []
    for each in fabbisogni:
        index = Fraction(each.indice)
        if index:
            turns.append((each.minimo.cents / index, index))
            if each.massimo is not None:
                turns.append((each.massimo.cents / index, -index))
    level = slope = Fraction(0)
    given = Fraction(sum(each.minimo.cents for each in fabbisogni))
    for turn, change in sorted(turns):
        reached = given + slope * (turn - level)
        if reached >= importo:
            break
        level, given, slope = turn, reached, slope + change
    # Flat ground is reached only when the floors alone are the whole amount.
    return level + (importo - given) / slope if slope else level
