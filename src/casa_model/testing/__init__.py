"""Floor 8, beside cli: random rules and households for the tests of ourselves and of others.

Its names load when they are first used (PEP 562): Hypothesis runs `_entrypoint` at every
`import hypothesis`, also in projects that never ask for a household.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from casa_model.testing._households import Question, fuller, households, questions
    from casa_model.testing._measures import measures
    from casa_model.testing._thresholds import Threshold, at_thresholds, thresholds
    from casa_model.testing._trees import expressions, shapes
else:  # a type checker would believe that every name is there

    def __getattr__(name: str) -> object:
        if name not in _LAZY:
            message = f"module `casa_model.testing` has no `{name}`"
            raise AttributeError(message)
        found = getattr(import_module(f"casa_model.testing.{_LAZY[name]}"), name)
        globals()[name] = found
        return found


__all__ = [
    "Question",
    "Threshold",
    "at_thresholds",
    "expressions",
    "fuller",
    "households",
    "measures",
    "questions",
    "shapes",
    "thresholds",
]

_LAZY = {
    "Question": "_households",
    "Threshold": "_thresholds",
    "at_thresholds": "_thresholds",
    "expressions": "_trees",
    "fuller": "_households",
    "households": "_households",
    "measures": "_measures",
    "questions": "_households",
    "shapes": "_trees",
    "thresholds": "_thresholds",
}
"""Public name → the file it lives in."""


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
