"""Floor 0: everything that can go wrong, with one root.

An *error* is an exception (`CasaError` and its children); a *fault* is one thing wrong in one
place of a file. A file with faults raises one `InvalidFile` that carries them all.
"""

from casa_model.errors._catalogue import CATALOGUE
from casa_model.errors._entry import Entry
from casa_model.errors._fault import Fault, Faults, Place, near
from casa_model.errors._problem import InvalidEntry, Problem
from casa_model.errors._root import (
    CasaError,
    IllTyped,
    InvalidExpression,
    InvalidFacts,
    InvalidFile,
    InvalidHours,
    InvalidValue,
    Lang,
    MissingExtra,
    RefusedEntry,
    TiedRanking,
    UnknownName,
    WrongDay,
    only_lang,
)

__all__ = [
    "CATALOGUE",
    "CasaError",
    "Entry",
    "Fault",
    "Faults",
    "IllTyped",
    "InvalidEntry",
    "InvalidExpression",
    "InvalidFacts",
    "InvalidFile",
    "InvalidHours",
    "InvalidValue",
    "Lang",
    "MissingExtra",
    "Place",
    "Problem",
    "RefusedEntry",
    "TiedRanking",
    "UnknownName",
    "WrongDay",
    "near",
    "only_lang",
]
