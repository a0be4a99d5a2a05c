"""Nodes refuse parts that are not nodes: an ill-formed tree cannot be built."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import pytest
from attrs import exceptions

from casa_model.errors import IllTyped
from casa_model.rules import tree as t

if TYPE_CHECKING:
    from collections.abc import Callable

A, B = t.Fact("a"), t.Fact("b")
TEXT: Any = "isee"
ILL: dict[str, Callable[[], object]] = {
    "an int for a truth": lambda: t.Truth(1),
    "a truth for units": lambda: t.Number(units=True),
    "a float": lambda: t.Number(0.5),
    "negative decimals": lambda: t.Number(1, -1),
    "ten decimals": lambda: t.Number(1, 10),
    "a moment for a day": lambda: t.Day(datetime(2024, 1, 1)),  # noqa: DTZ001
    "a text for a day": lambda: t.Day("2024-01-01"),
    "accents in a label": lambda: t.Label("città"),
    "quotes in a label": lambda: t.Label('a"b'),
    "a new line in a label": lambda: t.Label("a\nb"),
    "a number for a label": lambda: t.Label(1),
    "a number for a name": lambda: t.Fact(1),
    "a list of keys": lambda: t.Param("scala", [A]),
    "a text for a key": lambda: t.Param("scala", (TEXT,)),
    "a text for a part": lambda: t.Add(A, TEXT),
    "a row for a part": lambda: t.Not(t.Row(A, B)),
    "a list of parts": lambda: t.And([A, B]),
    "all of one": lambda: t.And((A,)),
    "any of none": lambda: t.Or(()),
    "the least of one": lambda: t.Min((A,)),
    "the greatest of one": lambda: t.Max((A,)),
    "an unknown sign": lambda: t.Compare("=", A, B),
    "rounding to minus one": lambda: t.Round(A, -1),
    "rounding to a truth": lambda: t.Round(A, decimals=True),
    "membership of nothing": lambda: t.In(A, ()),
    "membership of a list": lambda: t.In(A, [t.Label("x")]),
    "membership of a fact": lambda: t.In(A, (B,)),
    "a table without rows": lambda: t.Table((), A),
    "a table of pairs": lambda: t.Table(((A, B),), A),
    "a list of rows": lambda: t.Table([t.Row(A, B)], A),
    "a claim that is no truth": lambda: t.Table((t.Row(A, B),), A, 1),
}


@pytest.mark.parametrize("build", ILL.values(), ids=ILL)
def test_an_ill_formed_node_is_refused(build: Callable[[], object]) -> None:
    """Types are exact, also where Python is lax: a bool is no int, a datetime is no date."""
    with pytest.raises(IllTyped):
        build()


def test_the_refusal_names_the_field_and_not_the_value() -> None:
    """Lowercase, no final stop, in both languages."""
    with pytest.raises(IllTyped) as raised:
        t.Not(TEXT)

    assert raised.value.testo("it") == (
        "`arg` di `Not` non è del tipo giusto; passa un nodo dell'albero"
    )
    assert str(raised.value) == "`arg` of `Not` is not of the right type; pass a node of the tree"


def test_nodes_are_values() -> None:
    """Equal parts make equal nodes, which can be keys and never change."""
    one, other = t.Add(A, t.Number(50, 2)), t.Add(A, t.Number(50, 2))

    assert {one: 1}[other] == 1
    with pytest.raises(exceptions.FrozenInstanceError):
        one.left = B


def test_the_union_is_closed() -> None:
    """Every class of the module that is not a row is a node."""
    classes = {kind for kind in vars(t).values() if isinstance(kind, type)}
    nodes = {kind for kind in classes if kind.__module__ == t.__name__}

    assert nodes - {t.Row} == set(t.NODES)


def test_a_day_is_held_as_it_is() -> None:
    """A well-formed node holds what it was given."""
    day = date(2024, 2, 29)

    assert t.Day(day).value == day
    assert t.Table((t.Row(A, B),), A, unique=True).rows == (t.Row(A, B),)
    assert t.Param("soglia").keys == ()
