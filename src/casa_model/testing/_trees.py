"""Random trees: well typed over the names of a measure, or of any shape."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from casa_model.rules import tree as t
from casa_model.rules.names import DATA_REQUISITI, NOTICE_DAYS, Kind
from casa_model.testing._maker import Maker
from casa_model.testing._scope import day_names, scope_of
from casa_model.testing._values import CODES, days

if TYPE_CHECKING:
    from casa_model.rules.misura import Misura

KINDS = ("bool", "euro", "plain", "day", "choice", "code")
"""What a random tree may give."""


def name_kinds(misura: Misura) -> dict[str, Kind]:
    """What each name of a measure stands for, as `parse` wants it."""
    found = {f.nome: Kind.MEMBRO if f.membro else Kind.FATTO for f in misura.fatti}
    found |= {parametro.nome: Kind.PARAMETRO for parametro in misura.parametri}
    found |= {definizione.nome: Kind.DEFINIZIONE for definizione in misura.definizioni}
    return found | dict.fromkeys((DATA_REQUISITI, *NOTICE_DAYS), Kind.GIORNO)


@st.composite
def expressions(draw: st.DrawFn, misura: Misura, kind: str | None = None, depth: int = 3) -> t.Expr:
    """A well-typed tree over the names of a measure, without tables: one that a text can say."""
    maker = Maker(draw, scope_of(misura), day_names(misura))
    return maker.of(kind or draw(st.sampled_from(KINDS)), depth)


def shapes() -> st.SearchStrategy[t.Expr]:
    """Trees of any shape that a text can say, whatever their types."""
    number = st.builds(t.Number, st.integers(-(10**18) + 1, 10**18 - 1), st.integers(0, 9))
    label = st.sampled_from(("", "a", *CODES)).map(t.Label)
    leaves = st.one_of(
        st.booleans().map(t.Truth),
        number,
        label,
        days(date(1, 1, 1), date(9999, 12, 31)).map(t.Day),
        st.sampled_from((t.Fact("isee"), t.MemberFact("eta"), t.Param("soglia"))),
        st.sampled_from((t.Definition("quanto"), t.Calendar(DATA_REQUISITI))),
    )
    return st.recursive(leaves, lambda some: _grown(some, number | label), max_leaves=12)


def _grown(
    some: st.SearchStrategy[t.Expr], written: st.SearchStrategy[t.Label | t.Number]
) -> st.SearchStrategy[t.Expr]:
    many = st.lists(some, min_size=2, max_size=4).map(tuple)
    pairs = (t.Add, t.Sub, t.Mul, t.MonthsBetween, t.YearsBetween, t.AddMonths, t.Sum)
    return st.one_of(
        *(st.builds(node, some, some) for node in pairs),
        *(st.builds(node, many) for node in (t.And, t.Or, t.Min, t.Max)),
        *(st.builds(node, some) for node in (t.Not, t.AnyMember, t.AllMembers, t.Count)),
        st.builds(t.Compare, st.sampled_from(t.OPS), some, some),
        st.builds(t.In, some, st.lists(written, min_size=1, max_size=3).map(tuple)),
        st.builds(t.If, some, some, some),
        st.builds(t.Round, some, st.integers(0, 9)),
        st.builds(t.Param, st.just("scala"), st.lists(some, min_size=1, max_size=3).map(tuple)),
    )
