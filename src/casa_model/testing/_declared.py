"""Random declarations of facts, and random types."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from casa_model.rules.facts import Cambia, Fatto
from casa_model.rules.types import (
    LAST_DAY,
    LIMIT,
    MAX_SCALE,
    BoolType,
    ChoiceType,
    CodeType,
    DateType,
    NumberType,
)
from casa_model.testing._sources import names, spans, texts

if TYPE_CHECKING:
    from casa_model.rules.types import Type


@st.composite
def declarations(draw: st.DrawFn) -> Fatto:
    """The declaration of a fact of any type."""
    tipo = draw(types())
    labels = tipo.values if isinstance(tipo, ChoiceType) else ()
    owed = isinstance(tipo, BoolType | NumberType) and draw(st.booleans())
    return Fatto(
        draw(names()),
        tipo,
        draw(texts()),
        draw(st.none() | texts()),
        draw(st.sampled_from(Cambia)),
        draw(st.booleans()),
        tuple((label, draw(texts())) for label in labels),
        owed,
        isinstance(tipo, BoolType) and not owed and draw(st.booleans()),
    )


@cache
def types() -> st.SearchStrategy[Type]:
    """Types of every kind, with their intervals."""
    bounds = st.tuples(st.integers(-LIMIT, LIMIT), st.integers(-LIMIT, LIMIT))
    return (
        st.just(BoolType())
        | st.just(CodeType())
        | st.builds(
            lambda both, scale: NumberType(scale, euro=False, lo=min(both), hi=max(both)),
            bounds,
            st.integers(0, MAX_SCALE),
        )
        | bounds.map(lambda both: NumberType(2, euro=True, lo=min(both), hi=max(both)))
        | spans().map(lambda span: DateType(span.dal, span.al or LAST_DAY))
        | st.lists(names(), min_size=1, max_size=4).map(_choice)
    )


def _choice(some: list[str]) -> ChoiceType:
    """A choice among labels, each once: a list that asked for it would reject draws."""
    return ChoiceType(tuple(dict.fromkeys(some)))
