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


def entry(**keys: str) -> str:
    """One more entry, on the day of the first."""
    given = {"giorno": "2025-03-01", "fonte": '"prova"', "grado": '"derivata"', **keys}
    return "\n[[movimenti]]\n" + "".join(f"{key} = {value}\n" for key, value in given.items())


def faults(text: str) -> list[str]:
    """The codes of what is wrong."""
    with pytest.raises(InvalidFile) as caught:
        leggi_registro(text, file="registro.toml")
    return [each.code for each in caught.value.faults]


@pytest.mark.parametrize(
    ("first", "told"),
    [
        ({"importo": '"100.00"'}, ["movimento-incompleto"]),
        ({"importo": '"100,00"', "beneficiario": '"aler-milano"'}, ["tipo-valore"]),
        ({"importo": '"5000.00"', "beneficiario": '"aler-milano"'}, ["oltre-dotazione"]),
    ],
    ids=["incomplete", "malformed", "refused"],
)
def test_what_follows_from_an_entry_that_is_not_there_is_not_told(
    first: dict[str, str], told: list[str]
) -> None:
    """Its payment, its saving, its end and its correction are right once it is."""
    text = TESTO + entry(tipo='"impegno"', codice='"i"', **first)
    for number, tipo in enumerate(("liquidazione", "economia")):
        text += entry(tipo=f'"{tipo}"', codice=f'"f{number}"', impegno='"i"', importo='"1.00"')
    text += entry(tipo='"rettifica"', codice='"r"', movimento='"i"', importo='"-1.00"')
    text += entry(tipo='"revoca"', codice='"v"', impegno='"i"')

    assert faults(text) == told
    other = entry(tipo='"revoca"', codice='"w"', impegno='"altro"')
    assert faults(text + other) == [*told, "impegno-ignoto"]
