"""What is left of a comparison, from the ranges of what is not known."""

from __future__ import annotations

import pytest

from casa_model.readers.meaning import Env
from casa_model.readers.needs._rest import YES, Rest
from casa_model.rules import tree as t

TEN = (t.Number(0), t.Number(10))
LEFT, RIGHT = t.Fact("a"), t.Fact("b")
EITHER = t.If(t.Fact("quale"), LEFT, RIGHT)


def less(node: t.Expr, than: int) -> t.Expr:
    """`node < than`."""
    return t.Compare("<", node, t.Number(than))


@pytest.mark.parametrize(
    ("spans", "tree", "left"),
    [
        ({"a": TEN}, less(t.Definition("d"), 12), YES),
        ({"a": TEN}, less(t.Definition("d"), 11), None),
        ({"a": TEN, "b": TEN}, less(EITHER, 11), YES),
        ({"a": TEN}, less(EITHER, 11), None),
        ({"a": TEN, "b": TEN}, t.And((less(LEFT, 11), less(RIGHT, 11))), YES),
    ],
    ids=[
        "a definition",
        "a definition at its greatest",
        "one of two",
        "one of them without range",
        "nothing is left of both",
    ],
)
def test_a_comparison(spans: dict[str, tuple[t.Expr, t.Expr]], tree: t.Expr, left: object) -> None:
    """It is decided where every value of the range agrees; else it stays."""
    env = Env({}, None, {}, {"d": t.Add(LEFT, t.Number(1))}, {})

    assert Rest(env, spans).of(tree) == (left or tree)
