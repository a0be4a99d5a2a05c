"""Going through a tree."""

from __future__ import annotations

from casa_model.rules import tree as t
from casa_model.rules.names import Kind
from casa_model.rules.parse import parse
from casa_model.rules.walk import children, depth, walk

A, B, C = t.Fact("a"), t.Fact("b"), t.Fact("c")
LABEL = t.Label("x")
EVERY: dict[t.Expr, tuple[t.Expr, ...]] = {
    t.Truth(value=True): (),
    t.Number(1): (),
    LABEL: (),
    A: (),
    t.MemberFact("m"): (),
    t.Definition("d"): (),
    t.Calendar("data_requisiti"): (),
    t.Param("p"): (),
    t.Param("p", (A, B)): (A, B),
    t.Add(A, B): (A, B),
    t.Sub(A, B): (A, B),
    t.Mul(A, B): (A, B),
    t.Min((A, B)): (A, B),
    t.Max((A, B, C)): (A, B, C),
    t.Round(A, 2): (A,),
    t.Compare("<", A, B): (A, B),
    t.In(A, (LABEL,)): (A, LABEL),
    t.And((A, B)): (A, B),
    t.Or((A, B)): (A, B),
    t.Not(A): (A,),
    t.If(A, B, C): (A, B, C),
    t.MonthsBetween(A, B): (A, B),
    t.YearsBetween(A, B): (A, B),
    t.AddMonths(A, B): (A, B),
    t.AnyMember(A): (A,),
    t.AllMembers(A): (A,),
    t.Count(A): (A,),
    t.Sum(A, B): (A, B),
    t.Table((t.Row(A, B),), C): (A, B, C),
}


def test_children_stand_in_written_order() -> None:
    """Of every node."""
    assert {node: children(node) for node in EVERY} == EVERY
    assert {type(node) for node in EVERY} == t.NODES - {t.Day}


def test_a_walk_meets_every_node() -> None:
    """The root first."""
    tree = parse("a and b < c", dict.fromkeys("abc", Kind.FATTO))

    assert list(walk(tree)) == [tree, A, t.Compare("<", B, C), B, C]


def test_depth_counts_nodes() -> None:
    """On the longest way down."""
    assert depth(A) == 1
    assert depth(t.Add(A, t.Not(t.Not(B)))) == 4
