"""Slips in the structure of a TOML file, and files of another kind, have their own mend."""

from __future__ import annotations

import pytest
from values.toml_faults import fault as _fault
from values.toml_faults import told as _told


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ('condizione = "area == "accesso""', 23),
        ('fonte = "ordine "scelto""', 17),
        ('fonte = "ordine " scelto " qui"', 17),
        ("fonte = 'ordine 'scelto''", 17),
        ('t = { it = "il "nucleo" solo", en = "x" }', 16),
    ],
)
def test_quotes_inside_others_alike(text: str, column: int) -> None:
    """They are pointed at where the text closes too soon."""
    assert _told(f"a = 1\n{text}\n") == f"virgolette-interne 2:{column}"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('o = ["a" "b"]', "1:10"),
        ('o = [\n "a",\n "b"\n "c",\n]', "4:2"),
        ("o = [1 2]", "1:8"),
        ("o = [[1] [2]]", "1:10"),
        ('t = { it = "a" en = "b" }', "1:16"),
        ("r = [{ a = 1 }\n { a = 2 }]", "2:2"),
    ],
)
def test_a_comma_that_is_missing(text: str, told: str) -> None:
    """At the value that wants it before."""
    assert _told(text) == f"virgola-mancante {told}"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('o = ["a", "b"\np = "x"\n', "2:1"),
        ('o = ["a", "b"\n[[p]]\n', "2:1"),
        ('o = ["a", "b"', "1:14"),
        ('t = { it = "a"\n', "1:15"),
    ],
)
def test_a_list_that_is_not_closed(text: str, told: str) -> None:
    """Where something else begins, or the file ends."""
    assert _told(text) == f"elenco-aperto {told}"


@pytest.mark.parametrize(
    ("text", "column", "name"),
    [
        ("[fatti.Città]", 8, "Città"),
        ("[[città]]", 3, "città"),
        ("[fatti.città.valori]", 8, "città"),
        ("  città = 1", 3, "città"),
        ("t.città = 1", 3, "città"),
        ("numero civico = 1", 1, "numero civico"),
        ("[fatti.numero civico]", 8, "numero civico"),
    ],
)
def test_a_name_with_an_accent_or_a_blank(text: str, column: int, name: str) -> None:
    """It is told as such a name is told in quotes."""
    assert _told(text) == f"nome-malformato 1:{column}"
    assert _fault(text).data == {"nome": name, "segno": "_"}


@pytest.mark.parametrize(
    "text", ["(requisiti)", "{requisiti}", "[requisiti)", "[[requisiti]", "[requisiti # nota"]
)
def test_a_section_between_other_brackets(text: str) -> None:
    """Or that lacks one."""
    assert _told(f"a = 1\n  {text}\nb = 2") == "sezione-malformata 2:3"


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ('{"verbale": 1}\n{"riga": 2}\n', "un file JSON"),
        ('\n[{"verbale": 1}]\n', "un file JSON"),
        ('{\n "a": 1\n}', "un file JSON"),
        ('{"a": "' + "x" * 3000 + '"}', "un file JSON"),
        ("<!DOCTYPE html>\n<p a='b'>", "una pagina web"),
        ("riferimento;isee\nA-1;3,00\n", "una tabella CSV"),
        ("riferimento,isee\n", "una tabella CSV"),
        ("ciao come va\n", "un testo"),
    ],
)
def test_a_file_of_another_kind(text: str, what: str) -> None:
    """It is told what it looks like, at its first sign."""
    line = text.count("\n", 0, len(text) - len(text.lstrip())) + 1

    assert _told(text) == f"file-non-toml {line}:1"
    assert _fault(text).data["cosa"] == what


@pytest.mark.parametrize(
    "text",
    [
        "a = 1\n{'x': 2}",
        'a = """x"""y"z"',
        "a = 'x' y",
        "città",
        "x = [città = 1]",
        "x = {città = 1}",
        "o = [1 = 2]",
        "a = 1\nciao; come va",
        "(a) = 1",
    ],
)
def test_anything_else_is_told_as_before(text: str) -> None:
    """Nothing is guessed."""
    assert _fault(text + "\nz = 1").code in {"toml-sintassi", "virgolette-mancanti"}
