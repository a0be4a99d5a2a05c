"""The file of assumptions, with all its faults."""

from __future__ import annotations

from decimal import Decimal

import pytest
from casa.popolazione.assumed import HEAD, assumed

from casa_model.casa.popolazione import IpotesiFatto, ipotesi
from casa_model.errors import InvalidFile
from casa_model.values import Euro


def test_shipped() -> None:
    """They say that nothing in them is measured."""
    assert ipotesi().fonte.grado == "derivata"
    assert "non esistono" in ipotesi().note[0].it


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[fatti.iseee]\nignoto = 1\n", "nome-ignoto"),
        ("[fatti.isee]\nvero = 1\n", "chiave-ignota"),
        ("[fatti.isee]\nignoto = 101\n", "valore-rifiutato"),
        ('[fatti.isee]\nda = "x"\n', "valore-malformato"),
        ('[fatti.componenti]\nda = "x"\n', "valore-malformato"),
        ('[fatti.isee]\nda = "-1.00"\n', "valore-malformato"),
        ('[fatti.isee]\nda = "2.00"\na = "1.00"\n', "valore-rifiutato"),
        ("[fatti.area]\npesi = { accessi = 1 }\n", "valore-malformato"),
        ("[fatti.area]\npesi = { accesso = 0 }\n", "valore-rifiutato"),
        ("[fatti.area]\npesi = { accesso = -1 }\nresto = 3\n", "valore-rifiutato"),
        ("[fatti.data_contratto]\nanni_prima = 0\n", "valore-rifiutato"),
        ("[fatti.protocollo]\nresto = 1\n", "chiave-ignota"),
        ("[fatti.area]\npesi = 1\n", "tipo-valore"),
    ],
)
def test_faults(text: str, code: str) -> None:
    """Each with its place."""
    with pytest.raises(InvalidFile) as caught:
        assumed(text)

    assert code in {fault.code for fault in caught.value.faults}


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('"derivata"', '"atto"', "valore-rifiutato"),
        ('grado = "derivata"\n', "", "chiave-mancante"),
        ("[1, 1]", "[0]", "valore-rifiutato"),
        ("[1, 1]", "[]", "valore-rifiutato"),
        ("membri_elencati = 90", "membri_elencati = 900", "valore-rifiutato"),
        ("vero = 50\n", "", "chiave-mancante"),
        ("[nucleo]", "[nuclei]", "sezione-ignota"),
        ("[predefinite]", "[predefinito]", "sezione-ignota"),
        ("[ipotesi]", "[ipotetica]", "sezione-ignota"),
    ],
)
def test_faults_of_the_head(old: str, new: str, code: str) -> None:
    """What every file of assumptions says."""
    with pytest.raises(InvalidFile) as caught:
        assumed("", HEAD.replace(old, new))

    assert code in {fault.code for fault in caught.value.faults}


def test_all_is_read() -> None:
    """Each key of each kind."""
    found = assumed(
        '[fatti.isee]\nda = "1.00"\na = "2.00"\nsoglie = 5\n'
        "[fatti.area]\npesi = { accesso = 3, protezione = 1, permanenza = 1, decadenza = 1 }\n"
        '[fatti.scala_equivalenza]\nper_componenti = ["1.00", "1.57"]\n'
        "[fatti.decadenza]\nignoto = 3\n"
        "[fatti.canone_pagato]\nvero = 10\n"
        "[fatti.data_contratto]\nanni_prima = 3\n"
    )

    assert found.di("isee") == IpotesiFatto(da=Euro(100), a=Euro(200), soglie=5)
    assert found.di("scala_equivalenza").per_componenti == (Decimal("1.00"), Decimal("1.57"))
    assert found.di("non_detto") == IpotesiFatto()
