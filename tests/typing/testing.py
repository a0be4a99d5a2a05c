"""Never run: read by mypy and basedpyright, so that strategies say what they draw."""

from __future__ import annotations

from datetime import date
from typing import assert_type

from hypothesis.strategies import SearchStrategy

import casa_model as cm
from casa_model.rules import tree as t
from casa_model.testing import (
    Question,
    Threshold,
    at_thresholds,
    expressions,
    fuller,
    households,
    measures,
    questions,
    shapes,
    thresholds,
)

misura = cm.edizione().misure["crs-difficolta"]
on = date(2026, 5, 1)
assert_type(measures(), SearchStrategy[cm.Misura])
assert_type(households(misura), SearchStrategy[cm.Fatti])
assert_type(fuller(misura, cm.Fatti({})), SearchStrategy[cm.Fatti])
assert_type(questions(known=0), SearchStrategy[Question])
assert_type(shapes(), SearchStrategy[t.Expr])
assert_type(expressions(misura, "bool"), SearchStrategy[t.Expr])
assert_type(at_thresholds(misura, on=on), SearchStrategy[cm.Fatti])
assert_type(thresholds(misura, on=on), tuple[Threshold, ...])
