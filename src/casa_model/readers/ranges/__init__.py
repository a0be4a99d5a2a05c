"""What a measure may answer about many households at once, and which of them meets a goal.

`ranges(misura, on=day)` gives a `Ranges`. A `Region` says of each fact that the rule reads what it
may be: one value, an interval, some of the choices, not known. `Ranges.answer` gives what the rule
*may* answer over it: never less than what it does answer, and over one household exactly that.
`nearest` finds, of the households of a region, the one nearest to another that meets a goal, or
proves that there is none, or says that it had too few steps to tell.
"""

from casa_model.readers.ranges._answer import Answer
from casa_model.readers.ranges._away import away
from casa_model.readers.ranges._build import ranges
from casa_model.readers.ranges._cells import (
    EITHER,
    FALSE,
    NEVER,
    NO_TEXT,
    NONE,
    TRUE,
    Cell,
    Span,
    Texts,
    Truth,
    anything,
    exactly,
    is_point,
    perhaps,
    unknown,
    value_of,
)
from casa_model.readers.ranges._codes import is_other
from casa_model.readers.ranges._probe import Probe
from casa_model.readers.ranges._ranges import Ranges
from casa_model.readers.ranges._region import Place, Region
from casa_model.readers.ranges._search import (
    STEPS,
    Absent,
    Exhausted,
    Found,
    Goal,
    Outcome,
    nearest,
)
from casa_model.readers.ranges._truths import comes_to

__all__ = [
    "EITHER",
    "FALSE",
    "NEVER",
    "NONE",
    "NO_TEXT",
    "STEPS",
    "TRUE",
    "Absent",
    "Answer",
    "Cell",
    "Exhausted",
    "Found",
    "Goal",
    "Outcome",
    "Place",
    "Probe",
    "Ranges",
    "Region",
    "Span",
    "Texts",
    "Truth",
    "anything",
    "away",
    "comes_to",
    "exactly",
    "is_other",
    "is_point",
    "nearest",
    "perhaps",
    "ranges",
    "unknown",
    "value_of",
]
