"""Random households of a measure, and a measure with a household and a day."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import frozen
from hypothesis import strategies as st

from casa_model.rules.facts import Fatti
from casa_model.rules.misura import Misura
from casa_model.testing._draws import pick, whole
from casa_model.testing._measures import measures
from casa_model.testing._values import values
from casa_model.testing._vocabulary import ASKED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casa_model.rules.facts import Fatto, Value

MOST_MEMBERS = 4
EVERY = 0
"""For `known`: no fact is left out."""


@frozen
class Question:
    """A measure, a household, and a day on which the measure answers."""

    misura: Misura
    fatti: Fatti
    on: date


@st.composite
def households(draw: st.DrawFn, misura: Misura, known: int = 2) -> Fatti:
    """Facts that fit the declarations of a measure; of `known` + 1 facts one is not known.

    With ``known=EVERY`` all of them are.

    The list of members is known or not; where it is, `componenti` agrees with it.
    """
    valori = _row(draw, misura.fatti, known, membro=False)
    if known and not draw(whole(0, known)):
        return Fatti(valori)
    quanti = draw(whole(1, MOST_MEMBERS))
    membri = tuple(_row(draw, misura.fatti, known, membro=True) for _ in range(quanti))
    if "componenti" in valori:
        valori["componenti"] = Decimal(quanti)
    return Fatti(valori, membri)


def _row(draw: st.DrawFn, fatti: Sequence[Fatto], known: int, *, membro: bool) -> dict[str, Value]:
    return {
        fatto.nome: draw(values(fatto.tipo))
        for fatto in fatti
        if fatto.membro is membro and (not known or draw(whole(0, known)))
    }


@st.composite
def questions(draw: st.DrawFn, known: int = 2) -> Question:
    """A measure, a household and a day on which the measure answers."""
    misura = draw(measures())
    fixed = misura.calendario
    on = pick(draw, ASKED) if fixed is None else fixed.giorno_norma
    return Question(misura, draw(households(misura, known)), on)


@st.composite
def fuller(draw: st.DrawFn, misura: Misura, fatti: Fatti) -> Fatti:
    """The same household when every fact of it, and of its members, has become known."""
    stated = fatti.valori.get("componenti")
    some = int(stated) if isinstance(stated, Decimal) else draw(whole(1, MOST_MEMBERS))
    membri = fatti.membri or ({},) * some
    known = _row(draw, misura.fatti, EVERY, membro=False) | {"componenti": Decimal(len(membri))}
    rows = (_row(draw, misura.fatti, EVERY, membro=True) | dict(row) for row in membri)
    return Fatti(known | dict(fatti.valori), tuple(rows))
