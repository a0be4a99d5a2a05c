"""Random households of a measure, and a measure with a household and a day."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from attrs import frozen
from hypothesis import strategies as st

from casa_model.rules.facts import Fatti
from casa_model.rules.misura import Misura
from casa_model.rules.names import COMPONENTI
from casa_model.rules.types import MAX_MEMBERS, NumberType
from casa_model.testing._draws import pick, whole
from casa_model.testing._measures import measures
from casa_model.testing._values import values
from casa_model.testing._vocabulary import ASKED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casa_model.rules.facts import Fatto, Value
    from casa_model.rules.types import Type

MOST_MEMBERS = 4
"""Members that differ; in a larger household the last of them come again."""

SELDOM = 9
"""One household in ten is larger than that, or as large as it may be."""

NOTHING = st.none()

EVERY = 0
"""For `known`: no fact is left out."""


@frozen
class Question:
    """A measure, a household, and a day on which the measure answers."""

    misura: Misura
    fatti: Fatti
    on: date


@st.composite
def households(draw: st.DrawFn, misura: Misura, *, known: int = 2) -> Fatti:
    """Facts that fit the declarations of a measure; of `known` + 1 facts one is not known.

    With ``known=0`` none is left out. The list of members is known or not; where it is,
    `componenti` agrees with it.
    """
    valori = _row(draw, misura.fatti, known, membro=False)
    if known and not draw(whole(0, known)):
        return Fatti(valori)
    some = _few(draw, misura)
    more = _more(draw, misura, some)
    membri = tuple(_row(draw, misura.fatti, known, membro=True) for _ in range(some))
    membri += membri[-1:] * more
    if COMPONENTI in valori:
        valori[COMPONENTI] = Decimal(len(membri))
    return Fatti(valori, membri)


def _sizes(misura: Misura) -> tuple[int, int]:
    """How few and how many members a list may have, by what a measure says of `componenti`."""
    for fatto in misura.fatti:
        if fatto.nome == COMPONENTI and isinstance(fatto.tipo, NumberType):
            one = 10**fatto.tipo.scale
            return max(1, -(-fatto.tipo.lo // one)), min(MAX_MEMBERS, fatto.tipo.hi // one)
    return 1, MAX_MEMBERS


def _few(draw: st.DrawFn, misura: Misura) -> int:
    """How many members are drawn one by one."""
    least, most = _sizes(misura)
    return draw(whole(least, max(least, min(MOST_MEMBERS, most))))


def _more(draw: st.DrawFn, misura: Misura, some: int) -> int:
    """How often the last member comes again."""
    if draw(whole(0, SELDOM)) < SELDOM:
        return 0
    return draw(_again(_sizes(misura)[1] - some))


@cache
def _again(most: int) -> st.SearchStrategy[int]:
    """A few times, as often as may be, or anything between."""
    return st.sampled_from((min(1, most), min(2, most), most)) | whole(0, most)


def _row(draw: st.DrawFn, fatti: Sequence[Fatto], known: int, *, membro: bool) -> dict[str, Value]:
    found = (
        (fatto.nome, draw(_perhaps(fatto.tipo, known) if known else values(fatto.tipo)))
        for fatto in fatti
        if fatto.membro is membro
    )
    return {nome: value for nome, value in found if value is not None}


@cache
def _perhaps(tipo: Type, known: int) -> st.SearchStrategy[Value | None]:
    """A value or None, in one draw: what shrinks then takes whole facts away."""
    return whole(0, known).flatmap(lambda some: values(tipo) if some else NOTHING)


@st.composite
def questions(draw: st.DrawFn, *, known: int = 2) -> Question:
    """A measure, a household and a day on which the measure answers."""
    misura = draw(measures())
    fixed = misura.calendario
    on = pick(draw, ASKED) if fixed is None else fixed.giorno_norma
    return Question(misura, draw(households(misura, known=known)), on)


@st.composite
def fuller(draw: st.DrawFn, misura: Misura, fatti: Fatti) -> Fatti:
    """The same household when every fact of it, and of its members, has become known."""
    stated = fatti.valori.get(COMPONENTI)
    membri = fatti.membri
    if membri is None:
        membri = ({},) * (int(stated) if isinstance(stated, Decimal) else _few(draw, misura))
    known = _row(draw, misura.fatti, EVERY, membro=False)
    if COMPONENTI in known:
        known[COMPONENTI] = Decimal(len(membri))
    rows = (_row(draw, misura.fatti, EVERY, membro=True) | dict(row) for row in membri)
    return Fatti(known | dict(fatti.valori), tuple(rows))
