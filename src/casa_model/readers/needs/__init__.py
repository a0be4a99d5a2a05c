"""What a rule reads, what proves it, and what to ask next.

- `needs`: the facts, parameters, definitions and days that each part of a measure reads on a day,
  and the documents that prove the facts;
- `Interview`: the questions one by one, the one that can still decide most first, none that cannot
  matter any more;
- `more_later`: whether other facts may be asked after those that are missing now.
"""

from casa_model.readers.needs._interview import Interview
from casa_model.readers.needs._later import more_later
from casa_model.readers.needs._question import Question, Status
from casa_model.readers.needs._reads import (
    Documento,
    FactRead,
    Needs,
    ParamRead,
    PartReads,
    needs,
)
from casa_model.readers.needs._uses import Part, Use

__all__ = [
    "Documento",
    "FactRead",
    "Interview",
    "Needs",
    "ParamRead",
    "Part",
    "PartReads",
    "Question",
    "Status",
    "Use",
    "more_later",
    "needs",
]
