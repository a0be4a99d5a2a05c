"""The sheet: what kind of file it is, which sections it may have, how large it may be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from casa_model.errors import InvalidFile
from casa_model.rules.leggi import leggi_atti, leggi_fatti

if TYPE_CHECKING:
    Banco = Any

FACT = 'fatti.lavora = { tipo = "bool", etichetta = { it = "lavora", en = "works" } }\n'


@pytest.mark.parametrize("mark", ["\ufeff", "\ufeff".encode()])
def test_the_mark_that_windows_editors_write_is_no_fault(mark: str | bytes) -> None:
    """A byte order mark in front of the text says nothing."""
    text: Any = f"formato = 1\n{FACT}"
    raw = mark + (text if isinstance(mark, str) else text.encode())

    assert [fatto.nome for fatto in leggi_fatti(raw, file="f")] == ["lavora"]


def test_a_file_of_comments_is_empty(banco: Banco) -> None:
    """Nothing is said in it, so nothing else is told of it."""
    assert banco.told("avviso", "⟦# da fare\n", whole=True) == ["file-vuoto"]


@pytest.mark.parametrize("value", ["2", '"1"', "true", "1.0"])
def test_the_format_is_the_number_one(banco: Banco, value: str) -> None:
    """Neither a text nor a truth will do."""
    assert banco.told("fatti", f"formato = ⟦{value}\n", whole=True) == ["formato-ignoto"]


def test_a_missing_format_is_told_at_the_head(banco: Banco) -> None:
    """It is compulsory, also in a file that is otherwise good."""
    assert banco.told("fatti", f"⟦{FACT}", whole=True) == ["formato-ignoto"]


def test_a_section_and_a_key_that_do_not_exist_are_told_apart(banco: Banco) -> None:
    """With what may stand there, and a near miss."""
    faults = banco.faults("fatti", "format = 1\n[fatto]\n[[altro]]\n")

    assert [(f.code, f.vicino) for f in faults] == [
        ("chiave-ignota", "formato"),
        ("sezione-ignota", "fatti"),
        ("sezione-ignota", None),
    ]


def test_a_long_name_is_cut(banco: Banco) -> None:
    """A message is no place for a page of text."""
    (fault,) = banco.faults("fatti", "x" * 1000 + " = 1")

    assert fault.data["chiave"] == "x" * 60 + "…"


def test_single_and_double_brackets_are_told_apart(banco: Banco) -> None:
    """The commonest mistake about a list of requirements, and its contrary."""
    text = "⟦[requisiti]\n⟦[[fatti]]\n"

    assert banco.told("misura", text) == ["tipo-valore", "tipo-valore"]
    first, second = banco.faults("misura", text)
    assert first.testo("en") == (
        "a list of tables is expected here, not a table; write for example `[[requisiti]]`"
    )
    assert second.testo("it") == (
        "qui serve una tabella, non un elenco di tabelle; scrivi per esempio `[fatti]`"
    )


def test_a_value_is_no_section(banco: Banco) -> None:
    """A section that is neither a table nor a list is told as what it is."""
    (fault,) = banco.faults("fatti", "fatti = 3")

    assert fault.testo("en").startswith("a table is expected here, not a value")


def test_a_section_that_is_wanted_is_missed(banco: Banco) -> None:
    """Each kind of file has one; without it the other faults are still told."""
    text = '⟦formato = 1\n⟦usa = "isee"'

    assert banco.told("misura", text, whole=True) == ["chiave-mancante", "chiave-ignota"]


def test_acts_are_read_alone() -> None:
    """The other sections of the file are not looked into."""
    text = """formato = 1
[norme]
[atti.rr-11-2019]
nome = "r.r. 11/2019"
titolo = { it = "Contributo", en = "Contribution" }
"""

    assert [atto.codice for atto in leggi_atti(text, file="f")] == ["rr-11-2019"]


def test_a_file_made_of_faults_is_refused_with_the_first_five_hundred() -> None:
    """Reading on would take minutes and help nobody."""
    with pytest.raises(InvalidFile) as caught:
        leggi_fatti("\n".join(f"k{i} = 1" for i in range(5000)), file="f")

    assert len(caught.value.faults) == 500


def test_a_code_is_in_kebab_case(banco: Banco) -> None:
    """Its own text is pointed at, also where it is a key."""
    text = """[[requisiti]]
codice = ⟦"ISEE_basso"
norma = "rr-11-2019"
testo = { it = "x", en = "x" }
condizione = "vero"
[fatti.zona]
tipo = "scelta"
etichetta = { it = "zona", en = "area" }
valori = { ⟦Nord = { it = "nord", en = "north" } }
"""

    assert banco.told("misura", text) == ["nome-malformato", "nome-malformato"]


@pytest.mark.parametrize(
    ("section", "meant"), [("Avviso", "avviso"), ("PARAMETRI.x", "parametri"), ("Togli", "togli")]
)
def test_a_section_in_capitals_is_a_near_miss(banco: Banco, section: str, meant: str) -> None:
    """So is a key."""
    text = f"[{section}]\nx = 1\n"
    (fault,) = banco.faults("avviso", text)
    (key,) = banco.faults("avviso", "Chiusura = 2024-11-04\n")

    assert (fault.code, fault.vicino) == ("sezione-ignota", meant)
    assert (key.code, key.vicino) == ("chiave-ignota", "chiusura")


def test_the_example_of_a_missing_key_is_a_whole_line(banco: Banco) -> None:
    """It can be copied as it is."""
    faults = banco.faults("avviso", "[[requisiti]]\nfonte = 's'\ncondizione = 'vero'\n")

    assert [fault.data["esempio"] for fault in faults] == [
        '`codice = "isee"`',
        '`testo = { it = "…", en = "…" }`',
    ]


def test_a_day_in_quotes_is_told_briefly(banco: Banco) -> None:
    """A day with a time is a day too."""
    (fault,) = banco.faults("avviso", 'chiusura = "2024-11-04"\n')

    assert fault.testo("it") == (
        "qui serve una data senza virgolette, anche con l'ora, non un testo; "
        "scrivi per esempio `2024-09-01`"
    )
