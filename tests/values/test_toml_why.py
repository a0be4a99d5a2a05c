"""The mistakes that people make most in a TOML file are told with their own mend."""

from __future__ import annotations

import traceback

import pytest
from values.toml_faults import fault as _fault
from values.toml_faults import told as _told

from casa_model.errors import InvalidFile
from casa_model.values.toml import read_toml


@pytest.mark.parametrize(
    ("text", "told", "line"),
    [
        ("a = 1\na = 2", "2:1", "1"),
        ("a = 1\n[a]", "2:1", "1"),
        ("[x]\nb = 2\nb = [\n 1,\n 2]", "3:1", "2"),
        ("t = { it = 'a', en = 'b', it = 'c' }", "1:27", "1"),
        ("t = { 'it' = 1, 'it' = 2 }", "1:17", "1"),
    ],
)
def test_a_name_written_twice_is_told_with_the_line_of_the_first(
    text: str, told: str, line: str
) -> None:
    """At the second, be it a key, a section or a key inside a line."""
    assert (_told(text), _fault(text).data) == (f"chiave-ripetuta {told}", {"riga": line})


@pytest.mark.parametrize(
    ("text", "told"),
    [("[a]\n[b]\n  [a] # di nuovo", "3:3"), ("[[a]]\n[a]", "2:1"), ("[ a ]\n[a]", "2:1")],
)
def test_a_section_written_twice_may_have_to_be_several(text: str, told: str) -> None:
    """It is told how several are written."""
    found = _fault(text)

    assert (_told(text), found.data) == (f"sezione-ripetuta {told}", {"riga": "1"})


def test_a_name_whose_first_place_is_not_found_is_a_fault_like_another() -> None:
    """Nothing is guessed."""
    assert _told("a.b = 1\na = 2") == "toml-sintassi 2:6"


@pytest.mark.parametrize(
    "value",
    [
        "2025-09-31",
        "15/09/2025",
        "15-09-2025",
        "2025-9-1",
        "2025.09.15",
        "15 settembre 2025",
        "2025-02-31T12:00",
    ],
)
def test_a_day_that_does_not_exist_or_is_written_otherwise(value: str) -> None:
    """It is told where it begins, at the end of a file or inside a table."""
    assert _told(f"dal = {value}") == "data-impossibile 1:7"
    assert _told(f"v = {{ a = 1, dal = {value}, b = 2 }}\n") == "data-impossibile 1:20"


@pytest.mark.parametrize("value", ["2025-10-31T12:00", "2025-10-31 12:00", "2025-10-31 9.30"])
def test_a_time_without_seconds(value: str) -> None:
    """The day is sound."""
    assert _told(f"chiusura = {value}\n") == "ora-incompleta 1:12"


@pytest.mark.parametrize("value", ["True", "FALSE", "vero", "sì", "no # nota"])
def test_a_yes_or_no_is_written_in_one_way(value: str) -> None:
    """Neither in Italian nor with a capital."""
    assert _told(f"membro = {value}\n") == "si-o-no 1:10"


@pytest.mark.parametrize(
    ("text", "column", "sample"),
    [
        ("valore = 2000,00", 10, 'valore = "2000.00"'),
        ("valore = 1.000,00", 10, 'valore = "2000.00"'),
        ("valore = € 2000", 10, 'valore = "2000.00"'),
        ("v = [{ valore = 2000,00, grado = 'x' }]", 17, 'valore = "2000.00"'),
        ("v = { valore = 2000,00 }", 16, 'valore = "2000.00"'),
        ("valore = 25%", 10, 'valore = "25%"'),
        ("valore = 25,5 %", 10, 'valore = "25%"'),
        ("codice = crs-difficolta", 10, 'codice = "…"'),
        ("condizione = isee < soglia", 14, 'condizione = "…"'),
        ("t = { it = Avviso 2024, en = 'x' }", 12, 'it = "…"'),
        ("'è' = abc", 7, '"…"'),
    ],
)
def test_a_text_without_quotes_is_shown_with_them(text: str, column: int, sample: str) -> None:
    """After the key that it stands beside."""
    assert _told(text) == f"virgolette-mancanti 1:{column}"
    assert _fault(text).data == {"esempio": f"`{sample}`"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('x = "abc\ny = 1', "1:5"),
        ("t = { it = 'dell'anno', en = 'x' }", "1:18"),
        ('t = "L"anno"', "1:8"),
    ],
)
def test_quotes_that_are_not_closed(text: str, told: str) -> None:
    """Most often there is an apostrophe inside."""
    assert _told(text) == f"virgolette-aperte {told}"


@pytest.mark.parametrize("text", ["x = “abc”", "x = «abc»", "x = ‘abc’"])
def test_typographic_quotes(text: str) -> None:
    """As a word processor writes them."""
    assert _told(text) == "virgolette-tipografiche 1:5"


@pytest.mark.parametrize(
    "text",
    [
        "b == 2",
        "a =",
        'x = "\\q"',
        "x = 'it’s “fine”' 3 # vero",
        "a = 1\ncodice 'x'",
        "a = 2024-01-01\nb 2024-01-01",
        "d = 2024-01-01 # 2024-99-99\nx = ",
        "v = [true, 1] [ # 25%",
        "a = 'vero' b",
        "x = " + "9" * 80 + " é" * 1000,
        "d = 2024-01-01 =",
        "v = { a = true, b == 1 }",
    ],
)
def test_any_other_mistake_is_told_as_one(text: str) -> None:
    """What is sound on the line, in a text or in a comment is not blamed."""
    assert _fault(text).code == "toml-sintassi"


def test_no_value_of_the_file_is_in_the_fault() -> None:
    """Not even when it is the value that is wrong."""
    for text in ("x = SENTINELLA", "x = SENTINELLA,00", "x = 'SENTINELLA", "x = “SENTINELLA”"):
        with pytest.raises(InvalidFile) as caught:
            read_toml(text, "f")

        assert "SENTINELLA" not in "".join(traceback.format_exception(caught.value))
