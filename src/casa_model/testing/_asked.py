"""What random measures ask: interviews, their questions, what a rule reads, its book."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from casa_model.casa import edizione
from casa_model.readers.needs import Interview, needs
from casa_model.readers.prose import prose
from casa_model.rules.facts import Fatti
from casa_model.testing._households import questions

if TYPE_CHECKING:
    from casa_model.errors import Lang
    from casa_model.readers.needs import Needs, Question
    from casa_model.readers.prose import Libro

LANGS: tuple[Lang, ...] = ("it", "en")
LAW_OF_TODAY = max(misura.vigenza.dal for misura in edizione().misure.values())
"""A day on which every shipped measure answers."""


def interviews() -> st.SearchStrategy[Interview]:
    """Interviews about random measures, of households of which something may be known."""
    return questions().map(lambda asked: Interview(asked.misura, asked.fatti, on=asked.on))


@st.composite
def open_questions(draw: st.DrawFn) -> Question:
    """The first question to a household of which nothing is known, by a shipped measure."""
    misura = draw(st.sampled_from(tuple(edizione().misure.values())))
    return next(iter(Interview(misura, Fatti(), on=LAW_OF_TODAY)))


def readings() -> st.SearchStrategy[Needs]:
    """What random measures read."""
    return questions().map(lambda asked: needs(asked.misura, on=asked.on))


@st.composite
def books(draw: st.DrawFn) -> Libro:
    """The rule books of random measures, of a day or of all days, in either language."""
    asked = draw(questions())
    day = draw(st.sampled_from((None, asked.on)))
    return prose(asked.misura, on=day, lang=draw(st.sampled_from(LANGS)))
