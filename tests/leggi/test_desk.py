"""The desk: the place of everything that is wrong in an expression, and what is said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    Banco = Any


def requirement(condition: str) -> str:
    """A requirement whose condition is written so, quotes included."""
    return (
        '[[requisiti]]\ncodice = "a"\nnorma = "rr-11-2019"\ntesto = { it = "x", en = "x" }\n'
        f"condizione = {condition}\n"
    )


@pytest.mark.parametrize(
    ("condition", "told"),
    [
        ('"""\n  canone_pagato\n  and ⟦ise > 1"""', "nome-ignoto"),
        ("'''canone_pagato and\n\n⟦ise > 1'''", "nome-ignoto"),
        ('"""canone_pagato \\\n   and ⟦ise > 1"""', "nome-ignoto"),
        ('"area == \\"accesso\\" and ⟦ise > 1"', "nome-ignoto"),
        ('"area == \\u0022accesso\\u0022 and ⟦ise > 1"', "nome-ignoto"),
        ("'area == \"accesso\" and ⟦ise > 1'", "nome-ignoto"),
        ('"canone_pagato and ⟦è_residente"', "espressione-non-ammessa"),
        ('"area not in {⟦1}"', None),
        ("\"area not in {'accesso', ⟦'acesso'}\"", "valore-fuori-scelta"),
        ('"canone_pagato or ⟦isee"', "tipo-inatteso"),
        ('"not ⟦isee"', "tipo-inatteso"),
        ('"canone_pagato and ⟦(isee + 1) < data_assegnazione"', None),
        ('"canone_pagato and scala[⟦4] > 1"', "indice-fuori-tabella"),
        ('"⟦1 if canone_pagato else 2"', "tipo-inatteso"),
        ('"isee + 1 < 2 and isee ⟦= 3"', None),
    ],
)
def test_the_sign_to_point_at_is_found(banco: Banco, condition: str, told: str | None) -> None:
    """On long texts, behind line ends, escapes and brackets: always the line of the sign."""
    text = requirement(condition)
    found = banco.told("misura", text)
    lines = {fault.place.line for fault in banco.faults("misura", text)}
    wanted = text[: text.index("⟦")].count("\n") + 9

    assert lines == {wanted}
    assert told is None or found == [told]


def test_a_label_that_is_nearly_a_value_has_a_near_miss(banco: Banco) -> None:
    """Also when the fault is found by the types."""
    (fault,) = banco.faults("misura", requirement("\"area == 'acesso'\""))

    assert fault.vicino == "accesso"


@pytest.mark.parametrize(
    ("word", "mend"),
    [
        ("⟦pubblicazione", "solo un avviso ha questa data: usa `data_requisiti`"),
        ("⟦membri", "scrivi `qualcuno(membri, …)`"),
        ("⟦mesi_tra", "scrivi `mesi_tra(…)`"),
    ],
)
def test_a_word_of_the_language_is_not_called_an_unknown_name(
    banco: Banco, word: str, mend: str
) -> None:
    """Nobody could declare it: the mend is another."""
    text = requirement(f'"canone_pagato and {word} == 1"')
    (fault,) = banco.faults("misura", text)

    assert banco.told("misura", text) == ["espressione-non-ammessa"]
    assert fault.data["rimedio"] == mend


def test_a_place_without_a_text_of_its_own_is_that_of_the_first_part(banco: Banco) -> None:
    """A membership turned over by `not in` has no character: its first part has."""
    text = requirement("\"canone_pagato and ⟦isee not in {'accesso'}\"")

    assert banco.told("misura", text) == ["tipi-incompatibili"]


def test_several_faults_of_one_text_are_told_at_once(banco: Banco) -> None:
    """Each at its own character."""
    text = requirement('"⟦ise < ⟦soglia and ⟦canone"')

    assert banco.told("misura", text) == ["nome-ignoto"] * 3
