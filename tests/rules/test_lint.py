"""Advice about a tree that is well typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from casa_model.rules.lint import lint
from casa_model.rules.names import Kind
from casa_model.rules.parse import parse
from casa_model.rules.show import show

if TYPE_CHECKING:
    from casa_model.rules import tree as t

KINDS = dict.fromkeys(("isee", "n", "prima", "dopo", "si"), Kind.FATTO) | {
    "studia": Kind.MEMBRO,
    "mesi": Kind.PARAMETRO,
    "scala": Kind.PARAMETRO,
}


def advice(text: str, *ordered: t.Expr) -> list[tuple[str, str]]:
    """The codes told of a text, each with the text of its node."""
    told: list[tuple[str, str]] = []
    tree = parse(text, KINDS)
    lint(tree, lambda code, node, **_: told.append((code, show(node))), ordered)
    return told


@pytest.mark.parametrize(
    "text",
    [
        "n >= 2",
        "isee * 0 + 1 - 2 < mesi",
        "scala[min(n, 5)] > 1",
        "arrotonda(isee, 4) < mesi",
        "conta(membri, studia) >= 2",
        "conta(membri, studia) < 1",
        "isee > 0.00",
        "conta(membri, studia) == 0",
        "qualcuno(membri, studia)",
        "mesi_tra(prima, dopo) >= mesi",
        "mesi < mesi_tra(prima, dopo)",
        "mesi_tra(prima, dopo) != 0",
        "prima <= dopo and mesi_tra(prima, dopo) < mesi",
        "mesi_tra(prima, dopo) <= mesi and prima < dopo",
        "dopo >= prima and si and mesi_tra(prima, dopo) < mesi",
        "dopo > prima and mesi > anni_tra(prima, dopo)",
        "prima <= dopo and not mesi_tra(prima, dopo) >= mesi",
    ],
)
def test_what_needs_no_advice(text: str) -> None:
    """Numbers that count, sizes of tables, and bounds with their order beside them."""
    assert advice(text) == []


BARE = [("isee < 9360.00", "9360.00"), ("n == 3", "3"), ("n in {1, 7}", "7"), ("n > -1", "-1")]


@pytest.mark.parametrize(("text", "number"), [*BARE, ("n < 1.0", "1.0")])
def test_a_number_without_a_source(text: str, number: str) -> None:
    """It comes from an act: it is a parameter."""
    assert advice(text) == [("numero-nudo", number)]


@pytest.mark.parametrize(
    "text",
    [
        "conta(membri, studia) >= 1",
        "conta(membri, studia) > 0",
        "conta(membri, studia) != 0",
        "1 <= conta(membri, studia)",
        "0 < conta(membri, studia)",
    ],
)
def test_at_least_one_member(text: str) -> None:
    """`qualcuno` says it, and needs fewer facts."""
    assert advice(text) == [("conta-almeno-uno", text)]


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("mesi_tra(prima, dopo) < mesi", None),
        ("mesi_tra(prima, dopo) <= mesi", None),
        ("mesi_tra(prima, dopo) == mesi", None),
        ("mesi >= anni_tra(prima, dopo)", None),
        ("not mesi_tra(prima, dopo) > mesi", "mesi_tra(prima, dopo) > mesi"),
        ("not mesi_tra(prima, dopo) != mesi", "mesi_tra(prima, dopo) != mesi"),
        ("not not mesi_tra(prima, dopo) < mesi", "mesi_tra(prima, dopo) < mesi"),
        ("si or mesi_tra(prima, dopo) < mesi", "mesi_tra(prima, dopo) < mesi"),
        ("prima <= dopo or mesi_tra(prima, dopo) < mesi", "mesi_tra(prima, dopo) < mesi"),
        ("prima >= dopo and mesi_tra(prima, dopo) < mesi", "mesi_tra(prima, dopo) < mesi"),
        ("not (prima <= dopo and mesi_tra(prima, dopo) > mesi)", "mesi_tra(prima, dopo) > mesi"),
        ("prima <= dopo and (si or mesi_tra(prima, dopo) < mesi)", "mesi_tra(prima, dopo) < mesi"),
    ],
)
def test_an_upper_bound_on_time(text: str, where: str | None) -> None:
    """It also holds when the days are swapped, unless their order stands beside it."""
    assert advice(text) == [("limite-mesi", where or text)]


def test_the_mend_can_be_copied() -> None:
    """The guard is told as text."""
    words: list[dict[str, object]] = []

    lint(parse("mesi_tra(prima, dopo) < mesi", KINDS), lambda *_, **data: words.append(data))

    assert words == [{"rimedio": "prima <= dopo"}]


def test_a_condition_that_holds_beside_the_tree() -> None:
    """The caller may say what holds anyway."""
    guard = parse("prima <= dopo", KINDS)

    assert advice("mesi_tra(prima, dopo) < mesi", guard) == []
