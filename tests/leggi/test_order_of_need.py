"""Names in the order in which they need one another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casa_model.rules.leggi._ordine import in_order

GRAPHS = st.dictionaries(
    st.sampled_from("abcdefg"), st.lists(st.sampled_from("abcdefgh"), unique=True, max_size=4)
)


@pytest.mark.parametrize(
    ("needs", "order", "circles"),
    [
        ({}, [], []),
        ({"a": ["b"], "b": ["c"], "c": []}, ["c", "b", "a"], []),
        ({"a": ["fuori"]}, ["a"], []),
        ({"a": ["a"]}, [], [("a",)]),
        ({"a": ["b"], "b": ["a"], "c": ["a"]}, ["c"], [("a", "b")]),
    ],
)
def test_each_name_comes_after_those_that_it_needs(
    needs: dict[str, list[str]], order: list[str], circles: list[tuple[str, ...]]
) -> None:
    """Circles are told and left out."""
    assert in_order(needs) == (order, circles)


@given(GRAPHS)
def test_every_name_is_in_order_or_in_a_circle(needs: dict[str, list[str]]) -> None:
    """None is lost, none stands twice, none before what it needs."""
    order, circles = in_order(needs)
    circular = {name for circle in circles for name in circle}

    assert sorted([*order, *circular]) == sorted(needs)
    assert all(
        order.index(need) < order.index(name)
        for name in order
        for need in needs[name]
        if need in order
    )


@given(GRAPHS)
def test_each_step_of_a_circle_is_a_need(needs: dict[str, list[str]]) -> None:
    """A circle that is told can be read in the file."""
    _, circles = in_order(needs)
    steps = [(a, b) for c in circles for a, b in zip(c, (*c[1:], c[0]), strict=True)]

    assert all(second in needs[first] for first, second in steps)
