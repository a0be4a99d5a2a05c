"""A measure on a day as flat, ordered steps: what emitters print, so that none walks a tree.

Numbers are whole, at a scale that each register's type tells; days are days, texts are texts, and
each emitter packs them as its engine likes. Scales are aligned, names are resolved, the law of the
day is read, and no step stands twice.
"""

from casa_model.rules.lowered import steps
from casa_model.rules.lowered._expr import Entry
from casa_model.rules.lowered._lowered import Asked, Lowered, Paid, lower
from casa_model.rules.lowered.steps import LEAVES, Fold, FoldKind, Reg, Step, Work, operands

__all__ = [
    "LEAVES",
    "Asked",
    "Entry",
    "Fold",
    "FoldKind",
    "Lowered",
    "Paid",
    "Reg",
    "Step",
    "Work",
    "lower",
    "operands",
    "steps",
]
