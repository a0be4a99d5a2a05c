"""The indices of a parameter: ranges and choices, one row for each key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from casa_model.rules.params import IndiceIntero, IndiceScelta

if TYPE_CHECKING:
    Banco = Any


def row(key: str) -> str:
    """One row of an indexed parameter."""
    return (
        f"{{ ⟦chiave = [{key}], storia = [{{ dal = 2019-10-14, valore = 1, "
        'fonte = "s", grado = "secondaria" }] },\n'
    )


def parameter(indice: str, *keys: str, more: str = "") -> str:
    """A file part: one indexed parameter; only the last key is marked."""
    rows = "".join(map(row, keys)).replace("⟦", "", max(len(keys) - 1, 0))
    return (
        f'[parametri.p]\netichetta = {{ it = "p", en = "p" }}\ntipo = "numero(0)"\n{more}'
        f"indice = [{indice}]\nrighe = [\n{rows}]\n"
    )


def test_an_index_is_a_range_or_a_choice(banco: Banco) -> None:
    """Or both: a row for each pair."""
    areas = ["protezione", "accesso", "permanenza"]
    keys = [f'{n}, "{area}"' for n in (1, 2) for area in areas]
    parametro = banco.misura(parameter('"1..2", "area"', *keys).replace("⟦", "")).parametri[-1]

    assert parametro.indice == (IndiceIntero(1, 2), IndiceScelta(tuple(areas)))
    assert [riga.chiave for riga in parametro.righe][:2] == [(1, "protezione"), (1, "accesso")]


@pytest.mark.parametrize(
    ("indice", "keys", "told"),
    [
        ('"1..3"', ["1", "2", "2"], "`2` sta due volte"),
        ('"1..3"', ["1", "2", "3", "4"], "`4` è di troppo"),
        ('"1..3"', ["1", '"a"'], "`a` è di troppo"),
        ('"1..2"', ["1, 1"], "`1, 1` è di troppo"),
        ("", ["1"], "`1` è di troppo"),
    ],
)
def test_a_key_too_many_is_told_at_its_row(
    banco: Banco, indice: str, keys: list[str], told: str
) -> None:
    """The key itself is pointed at."""
    text = parameter(indice, *keys)
    (fault,) = banco.faults("misura", text)

    assert banco.told("misura", text) == ["riga-indice"]
    assert fault.data["motivo"] == told


def test_a_key_too_few_is_told_at_the_rows(banco: Banco) -> None:
    """The first that is missing is named."""
    text = parameter('"0..2"', "0", "1").replace("⟦", "").replace("righe", "⟦righe")
    (fault,) = banco.faults("misura", text)

    assert banco.told("misura", text) == ["riga-indice"]
    assert fault.testo("en").startswith(
        "the rows of `p` are not those of its index: `2` is missing"
    )


def test_an_indexed_parameter_has_no_history_of_its_own(banco: Banco) -> None:
    """Rows and a plain history together do not go."""
    storia = '⟦storia = [{ dal = 2019-10-14, valore = 1, fonte = "s", grado = "secondaria" }]\n'
    text = storia.join(parameter('"1..1"', "1").replace("⟦", "").split("indice", 1))
    text = text.replace(storia, storia + "indice")
    (fault,) = banco.faults("misura", text)

    assert banco.told("misura", text) == ["riga-indice"]
    assert fault.data["motivo"] == "`[]` è di troppo"


@pytest.mark.parametrize("word", ["1..", "5..1", "aree", "isee", "1...3", "uno..due"])
def test_a_word_that_is_no_index_is_told(banco: Banco, word: str) -> None:
    """A range upside down, a fact that is no choice."""
    text = parameter(f'⟦"{word}"', "1").replace("{ ⟦chiave", "{ chiave")

    assert banco.told("misura", text) == ["indice-malformato"]


def test_a_near_miss_is_a_choice(banco: Banco) -> None:
    """Only choices may be indices."""
    (fault,) = banco.faults("misura", parameter('"aree"', "1"))

    assert fault.vicino == "area"


def test_a_broken_choice_is_not_told_again(banco: Banco) -> None:
    """The index over it says nothing."""
    text = '[fatti.zona]\ntipo = ⟦"scelta"\netichetta = { it = "z", en = "z" }\n'

    assert banco.told("misura", text + parameter('"zona"', '"a"').replace("{ ⟦", "{ ")) == [
        "scelta-senza-valori"
    ]


@pytest.mark.parametrize("indice", ['"1..20000"', '"1..999","1..999"', ",".join(['"1..1"'] * 5)])
def test_a_table_has_a_size(banco: Banco, indice: str) -> None:
    """Nobody writes ten thousand rows by hand."""
    text = parameter(indice, "1").replace("{ ⟦", "{ ").replace("indice = ", "indice = ⟦")

    assert banco.told("misura", text) == ["valore-rifiutato"]


def test_a_row_with_a_fault_is_not_a_missing_row(banco: Banco) -> None:
    """Its value is told, and nothing about the index."""
    text = (
        parameter('"1..2"', "1", "2").replace("⟦", "").replace("valore = 1,", "valore = ⟦'x',", 1)
    )

    assert banco.told("misura", text) == ["valore-malformato"]
