"""DESIGN 4.1: a tree, a text, a file. Each docstring is a sentence of it."""

from __future__ import annotations

import ast
from datetime import date
from decimal import Decimal
from pathlib import Path

import attrs
import pytest
from design.files import ON, advice, asked, decide, holds, measure, refused, requisito, text_of

import casa_model.rules.parse
from casa_model.errors import InvalidExpression, InvalidFile
from casa_model.rules import build as b
from casa_model.rules import tree as t
from casa_model.rules.leggi import leggi_misura
from casa_model.rules.names import Kind
from casa_model.rules.parse import parse
from casa_model.rules.show import show
from casa_model.values import Euro

KINDS = dict.fromkeys(("isee", "area", "costi", "reddito", "contratto"), Kind.FATTO) | {
    "eta": Kind.MEMBRO,
    "ruolo": Kind.MEMBRO,
    "soglia": Kind.PARAMETRO,
    "quota": Kind.PARAMETRO,
    "data_requisiti": Kind.GIORNO,
}
SENTENCES = (
    'area in {"protezione", "accesso", "permanenza"}',
    "mesi_tra(contratto, data_requisiti) >= soglia",
    "isee < soglia",
    "costi > quota * reddito",
    "qualcuno(membri, eta < 18)",
    'somma(membri, eta, ruolo == "coniuge") <= soglia',
)


@pytest.mark.parametrize("node", sorted(t.NODES, key=lambda node: node.__name__))
def test_nodes(node: type) -> None:
    """Frozen attrs nodes, two or three fields each, no methods, no operators."""
    operators = {"__add__", "__lt__", "__and__", "__or__", "__invert__", "__getitem__"}
    methods = [name for name in vars(node) if name[0] != "_" and callable(getattr(node, name))]

    assert 1 <= len(attrs.fields(node)) <= 3
    assert not operators & set(vars(node))
    assert methods == []


@pytest.mark.parametrize("text", SENTENCES)
def test_text_and_tree(text: str) -> None:
    """`parse(show(tree)) == tree`."""
    tree = parse(text, KINDS)

    assert parse(show(tree), KINDS) == tree
    assert show(tree) == text


def test_built_from_python() -> None:
    """It is built from Python by functions that read aloud, or from text."""
    tree = b.minore(b.fatto("isee"), b.parametro("soglia"))

    assert tree == parse("isee < soglia", KINDS)


def test_nothing_is_evaluated() -> None:
    """Read with the standard `ast` and a whitelist, nothing ever `eval`-ed."""
    source = Path(casa_model.rules.parse.__file__).read_text(encoding="utf-8")
    called = [
        node.func.id
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    ]

    assert not {"eval", "exec", "compile", "__import__"} & set(called)


def test_decimals_are_those_of_the_text() -> None:
    """`ast` reads `0.50` as a float: the digits are taken from the text."""
    assert parse("0.50", KINDS) == t.Number(50, 2)
    assert parse("0.1", KINDS) == t.Number(1, 1)


@pytest.mark.parametrize(
    "text", ["\uff49see < soglia", "0x10", "1e3", "'a' 'b'", "-" * 5000 + "1", "-" * 1990 + "1"]
)
def test_traps_of_ast(text: str) -> None:
    """It normalises fullwidth letters, accepts `0x10`, `1e3`, `'a' 'b'`, overflows on signs."""
    with pytest.raises(InvalidExpression):
        parse(text, KINDS)


def test_columns_are_characters() -> None:
    """It counts columns in UTF-8 bytes: here they are characters of the file."""
    with pytest.raises(InvalidFile) as raised:
        measure(requisito("vero").replace('it = "prova"', 'it = "più città", xx = 1'))
    accents = raised.value.faults[0].place.column

    with pytest.raises(InvalidFile) as raised:
        measure(requisito("vero").replace('it = "prova"', 'it = "piu citta", xx = 1'))

    assert raised.value.faults[0].place.column == accents


TYPES = {
    "pagato": "bool",
    "isee < soglia and isee >= 0": "euro",
    "quota < 1": "numero(2)",
    'contratto < data("2024-09-01")': "data",
    'area == "accesso"': "scelta",
    'comune == "015146" or comune in {"F205"}': "codice",
}


@pytest.mark.parametrize("text", TYPES, ids=TYPES.values())
def test_types(text: str) -> None:
    """Types, checked when the file is loaded: bool, euro, numero(n), data, scelta, codice."""
    assert measure(requisito(text)).requisiti[0].condizione is not None


@pytest.mark.parametrize(
    "text",
    ["isee", "isee < componenti", "isee < contratto", 'area == "altro"', "pagato == vero"],
)
def test_ill_typed(text: str) -> None:
    """A tree whose types do not agree is refused when the file is loaded."""
    assert len(asked(text)) == 1


@pytest.mark.parametrize("text", ['comune < "015146"', "comune + 1 > 0", 'min(comune, "a") == "a"'])
def test_codes(text: str) -> None:
    """An outside code has equality and membership only."""
    assert asked(text) == ["tipi-incompatibili"]


def test_a_percentage_is_a_number() -> None:
    """`"25%"` is a `numero(2)`."""
    assert holds("scala[min(componenti, 2)] == 1.57", componenti=2) is True


def test_bare_legal_numbers() -> None:
    """Numbers that come from an act are parameters; a bare legal number is a finding."""
    assert advice(requisito("isee < 9360.00")) == ["numero-nudo"]
    assert advice(requisito("isee < soglia and componenti >= 2")) == []


@pytest.mark.parametrize("section", ["parametri.isee", "definizioni.soglia", "fatti.soglia"])
def test_one_namespace(section: str) -> None:
    """Facts, parameters, definitions and dates share one namespace."""
    body = {
        "parametri.isee": 'etichetta = { it = "x", en = "x" }\ntipo = "euro"\n'
        'storia = [{ dal = 2020-01-01, valore = "1.00", fonte = "x", grado = "atto" }]',
        "definizioni.soglia": 'vale = "isee"',
    }
    fact = 'tipo = "euro"\netichetta = { it = "x", en = "x" }'

    assert "nome-ripetuto" in refused(
        f"\n[{section}]\n{body.get(section, fact)}\n", requisito("pagato")
    )


@pytest.mark.parametrize("name", ["data_requisiti", "pubblicazione", "membri", "min", "vero"])
def test_reserved_names(name: str) -> None:
    """Nobody may take the name of a day or a word of the language."""
    assert refused(f'\n[definizioni.{name}]\nvale = "isee"\n', requisito("pagato")) == [
        "nome-ripetuto"
    ]


def test_limit_of_the_file() -> None:
    """Limits before parsing: file 1 MiB."""
    assert refused(requisito("vero"), "#" * (1 << 20)) == ["file-troppo-grande"]


def test_limit_of_a_text() -> None:
    """Text 2,000 characters."""
    assert asked("vero".ljust(2001)) == ["espressione-troppo-lunga"]


def test_limit_of_depth() -> None:
    """Depth 50."""
    assert asked("not " * 50 + "vero") == ["espressione-troppo-profonda"]
    assert measure(requisito("not " * 49 + "pagato"))


def test_limit_of_requirements() -> None:
    """60 requirements a measure."""
    sixty = [requisito("pagato", f"r{n}") for n in range(60)]

    assert len(measure(*sixty).requisiti) == 60
    assert refused(*sixty, requisito("pagato", "one-more")) == ["troppi-requisiti"]


def test_limit_of_facts() -> None:
    """60 facts a measure."""
    names = [f"x{n}" for n in range(61)]
    facts = [
        f'\n[fatti.{name}]\ntipo = "bool"\netichetta = {{ it = "x", en = "x" }}\n' for name in names
    ]

    assert measure(
        *facts, requisito(" and ".join(names[:40])), requisito(" and ".join(names[40:60]), "s")
    )
    assert refused(
        *facts, requisito(" and ".join(names[:40])), requisito(" and ".join(names[40:]), "s")
    ) == ["troppi-fatti"]


def test_limit_of_members() -> None:
    """30 members."""
    assert holds("conta(membri, eta > 1) > 2", *[{"eta": 5}] * 30) is True
    with pytest.raises(ValueError, match="over 30 members"):
        holds("conta(membri, eta > 1) > 2", *[{"eta": 5}] * 31)


TABLE = """
[definizioni.categoria]
tabella = [
  { quando = "componenti == 1", vale = "'uno'" },
  { quando = "componenti == 2", vale = "'due'" },
]
altrimenti = "'piu'"
"""


def test_a_table_in_a_file() -> None:
    """A table: first row that holds."""
    misura = measure(TABLE, requisito('categoria == "due"'))

    told = [decide(misura, componenti=n).definizioni[0].valore for n in (1, 2, 3)]

    assert told == ["uno", "due", "piu"]


def test_incompatible_measures() -> None:
    """`incompatibile`: a requirement over the fact riceve_energia_l1."""
    lines = 'incompatibile = ["energia-l1"]\nincompatibile_fonte = { fonte = "x" }\n'
    misura = leggi_misura(
        text_of(requisito("pagato")).replace("[fatti]", f"{lines}[fatti]", 1), file="a.toml"
    ).valore
    receives = decide(misura, pagato=True, riceve_energia_l1=True)

    assert [f.codice for f in receives.findings if f.esito is False] == ["non-riceve-energia-l1"]


@pytest.mark.parametrize("money", ["9.360", "1e3", "NaN", "9360", "9360,00", "+1.00"])
def test_money_is_parsed_strictly(money: str) -> None:
    """Money and codes are quoted strings, parsed strictly (never NaN, 1e3, or `9.360`)."""
    bad = f"""
[parametri.altra]
etichetta = {{ it = "x", en = "x" }}
tipo = "euro"
storia = [{{ dal = 2020-01-01, valore = "{money}", fonte = "x", grado = "atto" }}]
"""

    assert refused(bad, requisito("pagato")) == ["valore-malformato"]


def test_all_faults_at_once() -> None:
    """**All** faults of a file are reported at once, each as `file:line:column`."""
    with pytest.raises(InvalidFile) as raised:
        measure(requisito("ise < soglia and isee < 1e3", "a"), requisito("isee < contratto", "b"))

    told = raised.value.faults
    assert {fault.code for fault in told} == {
        "nome-ignoto",
        "numero-malformato",
        "tipi-incompatibili",
    }
    assert all(str(fault.place).count(":") == 2 for fault in told)
    assert [fault.vicino for fault in told if fault.code == "nome-ignoto"] == ["isee"]


def test_a_file_is_data_only() -> None:
    """A rule file from a stranger is safe to load."""
    assert asked("__import__('os').system('true')")[0] == "espressione-non-ammessa"


def test_values_of_a_verdict_are_exact_types() -> None:
    """Facts are `Euro`, `Decimal`, `date`, `str`, `bool`; a definition gives one of them."""
    misura = measure('\n[definizioni.doppia]\nvale = "isee * 2"\n', requisito("doppia > 0"))

    assert decide(misura, ON, isee=Euro(5)).definizioni[0].valore == Euro(10)
    assert holds("quota < 1", quota=Decimal("0.5")) is True
    assert holds('contratto == data("2024-02-29")', contratto=date(2024, 2, 29)) is True
