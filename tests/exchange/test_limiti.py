"""The bounds of a cell, and the words of a yes or no, as a message tells them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from casa_model.exchange import leggi_domande

if TYPE_CHECKING:
    from casa_model.exchange._celle import Decimali
    from casa_model.rules.misura import Misura

FILE = "d.csv"


@pytest.mark.parametrize(
    ("columns", "row", "decimali", "told"),
    [
        ("isee", "-7.500,00", "it", "da `0,00 €` a `999.999.999,99 €`; controlla la cifra"),
        ("isee", "-7500.00", "plain", "da `0,00 €` a `999.999.999,99 €`; controlla la cifra"),
        ("punteggio", "-10,5", "it", "da `-10,00` a `100,00`; controlla la cifra"),
        ("componenti", "31", "it", "da `1` a `30`; controlla la cifra"),
        ("data_domanda", "1/1/2019", "it", "da `2020-01-01` a `2099-12-31`; controlla la cifra"),
        (
            "data_domanda",
            "2019-01-01",
            "plain",
            "da `2020-01-01` a `2099-12-31`; controlla la cifra",
        ),
        ("canone_pagato", "forse", "it", "scrivi per esempio `sì`, `no`"),
    ],
)
def test_a_value_outside_is_told_with_its_bounds(
    misura: Misura, columns: str, row: str, decimali: Decimali, told: str
) -> None:
    """In the words of people, and never with the value; a yes or no with the words of a file."""
    text = f"riferimento;{columns}\nA;{row}\n"
    (fault,) = leggi_domande(text, misura, file=FILE, decimali=decimali).difetti

    assert fault.testo("it").endswith(told)
    assert row not in fault.testo("it")
