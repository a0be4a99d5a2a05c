"""Random changes: those found for random households, and facts with another value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from casa_model.readers.changes import Cambiamento, DatoCambiato, changes
from casa_model.testing._decided import verdicts
from casa_model.testing._declared import declarations
from casa_model.testing._households import questions
from casa_model.testing._values import values

if TYPE_CHECKING:
    from casa_model.readers.changes import Cambiamenti

FEW_STEPS = 300
"""How long a drawn search goes on: what it leaves undecided is part of what is found."""


def changes_of_households() -> st.SearchStrategy[Cambiamenti]:
    """What is found for random households of random measures."""
    return questions().map(
        lambda asked: changes(asked.misura, asked.fatti, on=asked.on, passi=FEW_STEPS)
    )


@st.composite
def changed_facts(draw: st.DrawFn) -> DatoCambiato:
    """A fact of the household or of a member, with two values."""
    fatto = draw(declarations())
    membro = draw(st.integers(0, 3)) if fatto.membro else None
    now, then = draw(values(fatto.tipo)), draw(values(fatto.tipo))
    return DatoCambiato(fatto, membro, now, then, draw(st.integers(0, 100)))


def single_changes() -> st.SearchStrategy[Cambiamento]:
    """A change of one fact."""
    return st.builds(Cambiamento, changed_facts().map(lambda each: (each,)), verdicts())
