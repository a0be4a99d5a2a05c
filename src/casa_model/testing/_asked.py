"""Random rules as they are read: what they need, what an interview asks, the rule book."""

from __future__ import annotations

from hypothesis import strategies as st

from casa_model.readers.needs import Interview, Needs, Question, needs
from casa_model.readers.prose import Libro, prose
from casa_model.testing._draws import TRUTH
from casa_model.testing._households import questions
from casa_model.testing._vocabulary import FATTI


def needed() -> st.SearchStrategy[Needs]:
    """What random measures read."""
    return questions().map(lambda asked: needs(asked.misura, on=asked.on))


def interviews() -> st.SearchStrategy[Interview]:
    """Interviews that have not begun, about random households."""
    return questions().map(lambda asked: Interview(asked.misura, asked.fatti, on=asked.on))


def asked() -> st.SearchStrategy[Question]:
    """A fact that the parts of a random measure wait for."""
    return st.builds(
        lambda fatto, reads: Question(
            fatto, tuple(part.use for part in reads.parts), 0 if fatto.membro else None
        ),
        st.sampled_from(FATTI),
        needed(),
    )


@st.composite
def books(draw: st.DrawFn) -> Libro:
    """The rule books of random measures, in either language."""
    found = draw(questions())
    return prose(found.misura, on=found.on, lang="en" if draw(TRUTH) else "it")
