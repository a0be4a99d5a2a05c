"""Floor 8, beside cli: random rules and households for the tests of ourselves and of others."""

from casa_model.testing._strategies import (
    Question,
    expressions,
    fuller,
    households,
    measures,
    questions,
    shapes,
)

__all__ = [
    "Question",
    "expressions",
    "fuller",
    "households",
    "measures",
    "questions",
    "shapes",
]
