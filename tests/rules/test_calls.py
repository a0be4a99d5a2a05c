"""The functions of the rule language."""

from __future__ import annotations

from datetime import date

import pytest

from casa_model.errors import InvalidExpression
from casa_model.rules import tree as t
from casa_model.rules.names import Kind
from casa_model.rules.parse import parse

KINDS = {"a": Kind.FATTO, "b": Kind.FATTO, "c": Kind.FATTO, "m": Kind.MEMBRO}
A, B, C, M = t.Fact("a"), t.Fact("b"), t.Fact("c"), t.MemberFact("m")
VERO = t.Truth(value=True)

CALLS: dict[str, t.Expr] = {
    "min(a, b)": t.Min((A, B)),
    "max(a, b, c)": t.Max((A, B, C)),
    "arrotonda(a, 0)": t.Round(A, 0),
    "arrotonda(a, 9)": t.Round(A, 9),
    'data("2024-02-29")': t.Day(date(2024, 2, 29)),
    "mesi_tra(a, b)": t.MonthsBetween(A, B),
    "anni_tra(a, b)": t.YearsBetween(A, B),
    "piu_mesi(a, b)": t.AddMonths(A, B),
    "qualcuno(membri, m)": t.AnyMember(M),
    "tutti(membri, m)": t.AllMembers(M),
    "conta(membri, m)": t.Count(M),
    "somma(membri, m)": t.Sum(M, VERO),
    "somma(membri, m, a)": t.Sum(M, A),
}


@pytest.mark.parametrize(("text", "tree"), CALLS.items())
def test_a_call_makes_its_node(text: str, tree: t.Expr) -> None:
    """One function, one node."""
    assert parse(text, KINDS) == tree


WRONG = {
    "min(a)": "min(a, b)",
    "max()": "max(a, b)",
    "arrotonda(a)": "arrotonda(x, 2)",
    "arrotonda(a, b)": "arrotonda(x, 2)",
    "arrotonda(a, 10)": "arrotonda(x, 2)",
    "arrotonda(a, -1)": "arrotonda(x, 2)",
    "arrotonda(a, 1.0)": "arrotonda(x, 2)",
    "data()": 'data("2024-09-01")',
    "data(a)": 'data("2024-09-01")',
    'data("2024-9-1")': 'data("2024-09-01")',
    'data("2023-02-29")': 'data("2024-09-01")',
    'data("20240901")': 'data("2024-09-01")',
    'data("2024-W36-7")': 'data("2024-09-01")',
    'data("0000-01-01")': 'data("2024-09-01")',
    "mesi_tra(a)": "mesi_tra(prima, dopo)",
    "anni_tra(a, b, c)": "anni_tra(prima, dopo)",
    "piu_mesi(a)": "piu_mesi(giorno, mesi)",
    "qualcuno(m)": "qualcuno(membri, condizione)",
    "qualcuno(a, m)": "qualcuno(membri, condizione)",
    "tutti(membri)": "tutti(membri, condizione)",
    "conta(1, m)": "conta(membri, condizione)",
    "somma(membri)": "somma(membri, valore, condizione)",
    "somma(m, m)": "somma(membri, valore, condizione)",
    "somma(membri, m, m, m)": "somma(membri, valore, condizione)",
}


@pytest.mark.parametrize(("text", "usage"), WRONG.items())
def test_a_wrong_call_is_told_how_it_is_written(text: str, usage: str) -> None:
    """In both languages, at the function."""
    with pytest.raises(InvalidExpression) as raised:
        parse(f"  {text}", KINDS)

    (fault,) = raised.value.faults
    assert (fault.code, fault.place.column) == ("espressione-non-ammessa", 3)
    assert fault.testo("it").endswith(f"scrivi `{usage}`")
    assert fault.testo("en").endswith(f"write `{usage}`")
