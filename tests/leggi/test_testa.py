"""A head with faults does not hide those of the rest of a notice."""

from __future__ import annotations

import pytest

from casa_model.casa import leggi_avviso
from casa_model.errors import InvalidFile

HEAD = {
    "codice": '"prova-2025"',
    "titolo": '{ it = "Prova", en = "Trial" }',
    "ente": '"Comune immaginario"',
    "misura": '"crs-difficolta"',
    "fonte": '"avviso inventato"',
    "grado": '"derivata"',
    "pubblicazione": "2025-09-01",
}
BODY = """
[[requisiti]]
codice = "nuovo"
testo = { it = "nuovo", en = "new" }
fonte = "avviso inventato"
condizione = "isee < soglia_iseee"
"""


def codes(text: str) -> list[str]:
    """The codes of the faults of a notice, in order of place."""
    with pytest.raises(InvalidFile) as caught:
        leggi_avviso(text)
    return [fault.code for fault in caught.value.faults]


def head(**changed: str | None) -> str:
    """The head with some keys changed, added, or (None) left out."""
    lines = [f"{key} = {text}" for key, text in (HEAD | changed).items() if text is not None]
    return "formato = 1\n[avviso]\n" + "\n".join(lines) + "\n"


@pytest.mark.parametrize(
    ("expected", "changed"),
    [
        (["grado-ignoto", "nome-ignoto"], {"grado": '"derivato"'}),
        (["misura-ignota", "nome-ignoto"], {"misura": '"crs-dificolta"'}),
        (["chiave-mancante", "nome-ignoto"], {"ente": None}),
        (["tipo-valore", "nome-ignoto"], {"ente": "3"}),
        (["tipo-valore", "nome-ignoto"], {"pubblicazione": '"2025-09-01"'}),
        (["chiave-ignota", "nome-ignoto"], {"chiusra": "2025-10-01"}),
        (["chiave-mancante", "chiave-mancante", "nome-ignoto"], {"titolo": None, "codice": None}),
        (
            ["grado-ignoto", "nome-ignoto"],
            {
                "incompatibile": '["energia-l1"]',
                "incompatibile_fonte": '{ fonte = "x", grado = "certo" }',
            },
        ),
        (
            ["grado-ignoto", "nome-ignoto"],
            {
                "data_requisiti": "2025-10-01",
                "data_requisiti_fonte": '{ fonte = "x", grado = "certo" }',
            },
        ),
    ],
)
def test_the_rest_is_told_too(expected: list[str], changed: dict[str, str | None]) -> None:
    """One fault in the head, one in a requirement: both at once, and no other."""
    assert expected == codes(head(**changed) + BODY)


@pytest.mark.parametrize(
    ("expected", "changed"),
    [
        (["misura-ignota"], {"misura": '"zzz"'}),
        (["chiave-mancante"], {"misura": None}),
        (["tipo-valore"], {"misura": "3"}),
    ],
)
def test_without_a_measure_to_go_by_names_mean_nothing(
    expected: list[str], changed: dict[str, str | None]
) -> None:
    """What a rule names cannot be looked up, so it is not told."""
    assert expected == codes(head(**changed) + BODY)


def test_a_file_without_a_head() -> None:
    """It has no notice at all, or something else by that name."""
    assert ["chiave-mancante"] == codes("formato = 1\n" + BODY)
    assert "tipo-valore" in codes("formato = 1\navviso = 3\n" + BODY)
