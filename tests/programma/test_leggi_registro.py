"""The file of a ledger."""

from __future__ import annotations

import pytest

from casa_model.errors import InvalidFile
from casa_model.programma.leggi import leggi_registro

TESTO = """\
formato = 1

[registro]
linea = "l-1"

[[movimenti]]
tipo = "stanziamento"
codice = "2025-1"
giorno = 2025-03-01
importo = "1000.00"
fonte = "prova"
grado = "derivata"
"""


@pytest.mark.parametrize("codice", ["", " x", "a\\tb"])
def test_a_code_that_cannot_be_printed_is_a_fault_with_its_place(codice: str) -> None:
    """As every other fault of the file."""
    with pytest.raises(InvalidFile, match="cannot be seen") as caught:
        leggi_registro(TESTO.replace("2025-1", codice), file="registro.toml")

    assert [(f.code, f.place.line) for f in caught.value.faults] == [("valore-rifiutato", 6)]


def test_a_sound_file() -> None:
    """Its one entry is in the ledger."""
    registro = leggi_registro(TESTO, file="registro.toml")

    assert [each.codice for each in registro.movimenti] == ["2025-1"]
