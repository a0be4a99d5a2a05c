"""Whether the types of a tree agree, and what it gives."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from casa_model.rules import tree as t
from casa_model.rules.check import Scope, check
from casa_model.rules.names import Kind
from casa_model.rules.params import Indice, IndiceIntero, IndiceScelta, Parametro, Riga
from casa_model.rules.parse import parse
from casa_model.rules.types import (
    LIMIT,
    BoolType,
    ChoiceType,
    CodeType,
    DateType,
    NumberType,
    Type,
    parse_type,
)
from casa_model.values import Fonte, Grado, Periodo, Storia, Testo

D = date.fromisoformat
EURO = parse_type("euro")
AREA = ChoiceType(("accesso", "protezione"))
ZONA = ChoiceType(("nord", "sud"))
FONTE = Fonte(Grado.DERIVATA, testo="test")


def number(lo: int, hi: int, scale: int = 0, *, euro: bool = False) -> NumberType:
    """A type of numbers."""
    return NumberType(scale, euro, lo, hi)


def param(nome: str, tipo: Type, *indice: Indice) -> Parametro:
    """A parameter whose rows do not matter to its type."""
    storia = Storia((Periodo(D("2020-01-01"), Decimal(1), FONTE),))
    return Parametro(nome, tipo, Testo(it=nome, en=nome), (Riga((), storia),), indice)


PARAMETRI = (
    param("soglia", number(900_000, 936_000, 2, euro=True)),
    param("quota", number(0, 100, 2)),
    param("scala", number(100, 300, 2), IndiceIntero(1, 5)),
    param("per_area", number(1, 9), IndiceScelta(AREA.values)),
    param("griglia", number(1, 9), IndiceIntero(1, 2), IndiceScelta(AREA.values)),
)
SCOPE = Scope(
    fatti={
        "isee": EURO,
        "spesa": EURO,
        "n": number(1, 30),
        "x": number(-150, 150, 2),
        "grande": number(0, LIMIT),
        "largo": number(0, 10**15),
        "si": BoolType(),
        "area": AREA,
        "zona": ZONA,
        "comune": CodeType(),
        "residenza": CodeType(),
        "inizio": DateType(D("2020-01-15"), D("2021-01-15")),
        "fine": DateType(D("2020-06-30"), D("2024-02-29")),
    },
    membri={"eta": number(0, 130), "reddito": EURO, "studia": BoolType()},
    parametri={each.nome: each for each in PARAMETRI},
    definizioni={"ok": number(5, 7), "guasta": None},
)
KINDS = (
    dict.fromkeys(SCOPE.fatti, Kind.FATTO)
    | dict.fromkeys(SCOPE.membri, Kind.MEMBRO)
    | dict.fromkeys(SCOPE.parametri, Kind.PARAMETRO)
    | dict.fromkeys(SCOPE.definizioni, Kind.DEFINIZIONE)
    | {"data_requisiti": Kind.GIORNO}
)
BOOL = BoolType()


def faults(tree: t.Expr) -> tuple[Type | None, list[tuple[str, t.Expr]]]:
    """The type of a tree and its faults."""
    told: list[tuple[str, t.Expr]] = []
    found = check(tree, SCOPE, lambda code, node, **_: told.append((code, node)))
    return found, told


GIVES: dict[str, Type] = {
    "vero": BOOL,
    "0.50": NumberType(2, euro=False, lo=50, hi=50, free=True),
    'data("2024-02-29")': DateType(D("2024-02-29"), D("2024-02-29")),
    "isee": EURO,
    "soglia": number(900_000, 936_000, 2, euro=True),
    "ok": number(5, 7),
    "data_requisiti": DateType(),
    "n + 1": number(2, 31),
    "n - x": number(100 - 150, 3000 + 150, 2),
    "isee + 1": number(100, 99_999_999_999 + 100, 2, euro=True),
    "quota * isee": number(0, 9_999_999_999_900, 4, euro=True),
    "2 * 3": NumberType(0, euro=False, lo=6, hi=6, free=True),
    "min(n, 5)": number(1, 5),
    "max(n, x)": number(100, 3000, 2),
    "min(inizio, fine)": DateType(D("2020-01-15"), D("2024-02-29")),
    "arrotonda(x, 0)": number(-2, 2),
    "arrotonda(quota * isee, 2)": number(0, 99_999_999_999, 2, euro=True),
    "isee < soglia": BOOL,
    "isee >= 0": BOOL,
    "x != n": BOOL,
    "inizio <= fine": BOOL,
    'area == "accesso"': BOOL,
    '"accesso" != area': BOOL,
    "comune == residenza": BOOL,
    'comune == "015146"': BOOL,
    'comune in {"a", "b"}': BOOL,
    'area in {"accesso"}': BOOL,
    "n in {1, 2.5, -3}": BOOL,
    "si and not si or si": BOOL,
    "n if si else x": number(-150, 3000, 2),
    "isee if si else 0": number(0, 99_999_999_999, 2, euro=True),
    "si if si else vero": BOOL,
    "inizio if si else fine": DateType(D("2020-01-15"), D("2024-02-29")),
    "area if si else area": AREA,
    '"uno" if si else "due"': ChoiceType(("uno", "due")),
    "comune if si else residenza": CodeType(),
    "mesi_tra(inizio, fine)": number(0, 49),
    "anni_tra(inizio, fine)": number(0, 4),
    "piu_mesi(inizio, 1)": DateType(D("2020-02-15"), D("2021-02-15")),
    "piu_mesi(inizio, n - 2)": DateType(D("2019-12-15"), D("2023-05-15")),
    "qualcuno(membri, eta < 18)": BOOL,
    "tutti(membri, studia)": BOOL,
    "conta(membri, studia and si)": number(0, 30),
    "somma(membri, reddito)": number(0, 99_999_999_999 * 30, 2, euro=True),
    "somma(membri, eta - 100, studia)": number(-3000, 900),
    "scala[min(n, 5)]": number(100, 300, 2),
    "scala[ok - 4]": number(100, 300, 2),
    "per_area[area]": number(1, 9),
    'per_area["accesso"]': number(1, 9),
    "griglia[1, area]": number(1, 9),
}


@pytest.mark.parametrize(("text", "kind"), GIVES.items())
def test_a_well_typed_tree(text: str, kind: Type) -> None:
    """Its type, with scale, unit and the interval of its values."""
    assert faults(parse(text, KINDS)) == (kind, [])


NAMED = t.Fact("isee"), t.Fact("si")
FAULTY: dict[str, tuple[str, str]] = {
    "isee + si": ("tipi-incompatibili", "isee + si"),
    "isee + n": ("tipi-incompatibili", "isee + n"),
    "isee * spesa": ("tipi-incompatibili", "isee * spesa"),
    "isee * area": ("tipi-incompatibili", "isee * area"),
    "inizio + 1": ("tipi-incompatibili", "inizio + 1"),
    "min(isee, inizio)": ("tipi-incompatibili", "min(isee, inizio)"),
    "isee < n": ("tipi-incompatibili", "isee < n"),
    "isee < inizio": ("tipi-incompatibili", "isee < inizio"),
    "si == vero": ("tipi-incompatibili", "si == vero"),
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

    assert words == [{"valore": "x", "ammessi": "`accesso`, `protezione`"}]
