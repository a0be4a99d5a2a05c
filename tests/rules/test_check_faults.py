"""What is told of a tree whose types do not agree."""

from __future__ import annotations

import pytest
from rules.scope import BOOL, KINDS, SCOPE, faults, number

from casa_model.rules import tree as t
from casa_model.rules.check import check
from casa_model.rules.parse import parse
from casa_model.rules.types import (
    NumberType,
)

FAULTY: dict[str, tuple[str, str]] = {
    "isee + si": ("tipi-incompatibili", "isee + si"),
    "isee + n": ("tipi-incompatibili", "isee + n"),
    "isee * spesa": ("tipi-incompatibili", "isee * spesa"),
    "isee * area": ("tipi-incompatibili", "isee * area"),
    "inizio + 1": ("tipi-incompatibili", "inizio + 1"),
    "min(isee, inizio)": ("tipi-incompatibili", "min(isee, inizio)"),
    "isee < n": ("tipi-incompatibili", "isee < n"),
    "isee < inizio": ("tipi-incompatibili", "isee < inizio"),
    "si == vero": ("espressione-non-ammessa", "si == vero"),
    'area < "accesso"': ("tipi-incompatibili", 'area < "accesso"'),
    "comune > residenza": ("tipi-incompatibili", "comune > residenza"),
    "area == zona": ("tipi-incompatibili", "area == zona"),
    "area == comune": ("tipi-incompatibili", "area == comune"),
    "area == 1": ("tipi-incompatibili", "area == 1"),
    'inizio in {"a"}': ("tipi-incompatibili", 'inizio in {"a"}'),
    'n in {1, "a"}': ("tipi-incompatibili", 'n in {1, "a"}'),
    "area in {1}": ("tipi-incompatibili", "area in {1}"),
    "isee if si else inizio": ("tipi-incompatibili", "isee if si else inizio"),
    "inizio if si else isee": ("tipi-incompatibili", "inizio if si else isee"),
    "area if si else comune": ("tipi-incompatibili", "area if si else comune"),
    "si if si else area": ("tipi-incompatibili", "si if si else area"),
    "isee if si else n": ("tipi-incompatibili", "isee if si else n"),
    'area == "permanenza"': ("valore-fuori-scelta", '"permanenza"'),
    '"permanenza" == area': ("valore-fuori-scelta", '"permanenza"'),
    'area in {"accesso", "pemanenza"}': ("valore-fuori-scelta", '"pemanenza"'),
    '"a" == "b"': ("valore-fuori-scelta", '"a"'),
    "isee and si": ("tipo-inatteso", "isee"),
    "not isee": ("tipo-inatteso", "isee"),
    "si if isee else si": ("tipo-inatteso", "isee"),
    "arrotonda(si, 2)": ("tipo-inatteso", "si"),
    "mesi_tra(isee, fine)": ("tipo-inatteso", "isee"),
    "anni_tra(inizio, 1)": ("tipo-inatteso", "1"),
    "piu_mesi(isee, 1)": ("tipo-inatteso", "isee"),
    "piu_mesi(inizio, x)": ("tipo-inatteso", "x"),
    "piu_mesi(inizio, soglia)": ("tipo-inatteso", "soglia"),
    "qualcuno(membri, eta)": ("tipo-inatteso", "eta"),
    "somma(membri, studia)": ("tipo-inatteso", "studia"),
    "scala[x]": ("tipo-inatteso", "x"),
    "scala[1.0]": ("tipo-inatteso", "1.0"),
    "scala[si]": ("tipo-inatteso", "si"),
    "per_area[n]": ("tipo-inatteso", "n"),
    "scala": ("indice-numero", "scala"),
    "soglia[1]": ("indice-numero", "soglia[1]"),
    "griglia[1]": ("indice-numero", "griglia[1]"),
    "scala[n]": ("indice-fuori-tabella", "n"),
    "scala[0]": ("indice-fuori-tabella", "0"),
    "per_area[zona]": ("indice-fuori-tabella", "zona"),
    "griglia[3, area]": ("indice-fuori-tabella", "3"),
    "eta < 3": ("membro-fuori-aggregato", "eta"),
    "conta(membri, qualcuno(membri, studia))": (
        "aggregato-annidato",
        "qualcuno(membri, studia)",
    ),
    "somma(membri, conta(membri, studia))": ("aggregato-annidato", "conta(membri, studia)"),
    "piu_mesi(inizio, 1201)": ("data-fuori-calendario", "piu_mesi(inizio, 1201)"),
    "piu_mesi(inizio, -1201)": ("data-fuori-calendario", "piu_mesi(inizio, -1201)"),
    'piu_mesi(data("9999-12-31"), 1)': (
        "data-fuori-calendario",
        'piu_mesi(data("9999-12-31"), 1)',
    ),
    'piu_mesi(data("0001-01-31"), -1)': (
        "data-fuori-calendario",
        'piu_mesi(data("0001-01-31"), -1)',
    ),
    "grande + 1": ("fuori-63-bit", "grande + 1"),
    "0 - grande - 1": ("fuori-63-bit", "0 - grande - 1"),
    "grande * grande": ("fuori-63-bit", "grande * grande"),
    "grande < 0.5": ("fuori-63-bit", "grande < 0.5"),
    "largo < 0.00001": ("fuori-63-bit", "largo < 0.00001"),
    "min(largo, 0.00001)": ("fuori-63-bit", "min(largo, 0.00001)"),
    "largo if si else 0.00001": ("fuori-63-bit", "largo if si else 0.00001"),
    "largo in {0.00001}": ("fuori-63-bit", "0.00001"),
    "arrotonda(largo, 4)": ("fuori-63-bit", "arrotonda(largo, 4)"),
    "999999999999999999.99": ("fuori-63-bit", "999999999999999999.99"),
    "n in {999999999999999999.99}": ("fuori-63-bit", "999999999999999999.99"),
    "area in {999999999999999999.99}": ("fuori-63-bit", "999999999999999999.99"),
    "0.000000001 * 0.000000001 * 0.1": (
        "fuori-63-bit",
        "0.000000001 * 0.000000001 * 0.1",
    ),
}


@pytest.mark.parametrize(("text", "fault"), FAULTY.items())
def test_an_ill_typed_tree(text: str, fault: tuple[str, str]) -> None:
    """One fault, at the node that a person would point at."""
    tree = parse(text, KINDS)

    told = faults(tree)[1]

    assert told == [(fault[0], parse_any(fault[1]))]


def parse_any(text: str) -> t.Expr:
    """A part of a text."""
    return parse(text, KINDS)


@pytest.mark.parametrize(
    "text",
    [
        "guasta", "guasta + 1", "guasta * 1", "1 + guasta", "min(1, guasta)", "guasta < 1",
        "guasta in {1}", "1 if si else guasta", "arrotonda(guasta, 2)", "mesi_tra(guasta, fine)",
        "piu_mesi(guasta, 1)", "piu_mesi(inizio, guasta)", "somma(membri, guasta)",
    ],
)  # fmt: skip
def test_a_fault_is_told_once(text: str) -> None:
    """What stands on a part that has a fault already has no type, and no fault of its own."""
    assert faults(parse(text, KINDS)) == (None, [])


@pytest.mark.parametrize("text", ["guasta and si", "not guasta", "qualcuno(membri, guasta)"])
def test_a_truth_is_a_truth(text: str) -> None:
    """Also when what it is made of has a fault."""
    assert faults(parse(text, KINDS)) == (BOOL, [])


@pytest.mark.parametrize("text", ["scala[guasta]", "per_area[guasta]"])
def test_an_index_with_a_fault(text: str) -> None:
    """The parameter keeps its type."""
    kind, told = faults(parse(text, KINDS))

    assert isinstance(kind, NumberType)
    assert told == []


@pytest.mark.parametrize(
    "tree",
    [t.Fact("ignoto"), t.Param("ignoto"), t.Definition("ignoto")],
)
def test_a_name_that_nobody_declared(tree: t.Expr) -> None:
    """A tree built from Python may name anything."""
    assert faults(tree) == (None, [("nome-ignoto", tree)])


def test_a_member_fact_that_nobody_declared() -> None:
    """Inside an aggregate too."""
    unknown = t.MemberFact("ignoto")

    assert faults(t.AnyMember(unknown)) == (BOOL, [("nome-ignoto", unknown)])


def test_a_table() -> None:
    """Its conditions are truths, its values are joined."""
    si, n, x = t.Fact("si"), t.Fact("n"), t.Fact("x")

    assert faults(t.Table((t.Row(si, n),), x)) == (number(-150, 3000, 2), [])
    assert faults(t.Table((t.Row(n, n),), n))[1] == [("tipo-inatteso", n)]


def test_after_an_aggregate_one_is_outside_again() -> None:
    """Also when it had a fault."""
    _, told = faults(parse("qualcuno(membri, eta) or eta < 3", KINDS))

    assert [code for code, _ in told] == ["tipo-inatteso", "membro-fuori-aggregato"]


def test_a_clash_is_told_in_words() -> None:
    """The two types, in the language of the office."""
    words: list[dict[str, object]] = []

    check(parse("isee < inizio", KINDS), SCOPE, lambda *_, **data: words.append(data))

    assert words == [
        {
            "operazione": "il confronto `<`",
            "operazione_en": "the comparison `<`",
            "sinistra": "un importo in euro",
            "destra": "una data",
            "sinistra_en": "an amount in euro",
            "destra_en": "a day",
        }
    ]


def test_a_label_outside_the_choice_lists_the_choice() -> None:
    """So that the mend can be copied."""
    words: list[dict[str, object]] = []

    check(parse('area == "x"', KINDS), SCOPE, lambda *_, **data: words.append(data))

    assert words == [{"vicino": None, "valore": "x", "ammessi": "`accesso`, `protezione`"}]
