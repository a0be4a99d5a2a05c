"""From a tree to its text."""

from __future__ import annotations

import pytest

from casa_model.errors import IllTyped
from casa_model.rules import tree as t
from casa_model.rules.names import Kind
from casa_model.rules.parse import parse
from casa_model.rules.show import number_text, show

KINDS = dict.fromkeys("abcxy", Kind.FATTO) | {
    "m": Kind.MEMBRO,
    "p": Kind.PARAMETRO,
    "d": Kind.DEFINIZIONE,
    "data_requisiti": Kind.GIORNO,
}

CANONICAL = [
    "vero",
    "falso",
    "-0.05",
    "12",
    "d",
    'data("2024-02-29")',
    '"protezione"',
    "a + b - c",
    "a - (b - c)",
    "a - (b + c)",
    "(a + b) * c",
    "a + b * c",
    "a * b * c",
    "a * (b * c)",
    "a - -1",
    "(a if b else c) + x",
    "a < b",
    "(a < b) == (b < c)",
    "(a and b) < c",
    "not a < b",
    "(not a) < b",
    "not not a",
    'a in {"x", 1}',
    'a not in {"x"}',
    'not a not in {"x"}',
    '(a in {"x"}) in {"y"}',
    "a + b in {1}",
    "a and b and c",
    "a and (b and c)",
    "(a and b) and c",
    "a or b and c",
    "(a or b) and c",
    "not (a and b)",
    "not a and b",
    "a if b else c if x else y",
    "(a if b else c) if x else y",
    "a if (b if c else x) else y",
    "a if b and c else x or y",
    "min(a if b else c, a and b)",
    "max(a, b, c)",
    "arrotonda(a * b, 2)",
    "mesi_tra(a, data_requisiti)",
    "anni_tra(a, b)",
    "piu_mesi(a, -1)",
    "qualcuno(membri, m)",
    "tutti(membri, not m)",
    "conta(membri, m) >= 2",
    "somma(membri, m)",
    "somma(membri, m, a and b)",
    "p",
    "p[a, b if c else x]",
]


@pytest.mark.parametrize("text", CANONICAL)
def test_the_text_of_a_tree(text: str) -> None:
    """No bracket too many, none too few."""
    assert show(parse(text, KINDS)) == text


def test_brackets_that_are_not_needed_are_dropped() -> None:
    """And quotes are double."""
    text = "((a) + (b)) < ((c)) and ('x' == y)"

    assert show(parse(text, KINDS)) == 'a + b < c and "x" == y'


def test_a_table_has_no_text() -> None:
    """It is written as rows of a file."""
    with pytest.raises(IllTyped, match="a table has no text"):
        show(t.Not(t.Table((t.Row(t.Fact("a"), t.Fact("b")),), t.Fact("c"))))


@pytest.mark.parametrize(
    ("units", "scale", "text"),
    [(50, 2, "0.50"), (-5, 2, "-0.05"), (0, 0, "0"), (0, 2, "0.00"), (1234, 1, "123.4")],
)
def test_digits(units: int, scale: int, text: str) -> None:
    """With as many decimals as the scale says."""
    assert number_text(units, scale) == text
