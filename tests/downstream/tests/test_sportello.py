"""What the office relies on: an upgrade of casa_model that breaks it is seen here first."""

from __future__ import annotations

import sys
from pathlib import Path

import casa_model as cm
import pytest
from sportello import Ufficio, apri

DATI = Path(__file__).parents[1] / "dati"


@pytest.fixture
def ufficio() -> Ufficio:
    """The office, with its notice."""
    return apri(DATI / "avviso.toml", DATI / "misura.toml")


@pytest.fixture
def lette(ufficio: Ufficio) -> cm.Lette:
    """The applications of its file."""
    return ufficio.leggi(DATI / "domande.csv")


def test_the_wheel_and_no_extra() -> None:
    """casa_model is installed, not taken from a repository, and loads no library of an extra."""
    assert "site-packages" in str(cm.__file__)
    assert not {"click", "rich", "duckdb", "z3"} & set(sys.modules)


def test_outcomes(ufficio: Ufficio, lette: cm.Lette) -> None:
    """At the limit, above it, unknown, late."""
    decisione = ufficio.decidi(lette.domande)

    assert [esito.verdict.esito for esito in decisione.esiti] == [
        cm.Esito.AMMESSO,
        cm.Esito.AMMESSO,
        cm.Esito.NON_AMMESSO,
        cm.Esito.DA_COMPLETARE,
        cm.Esito.NON_AMMESSO,
    ]
    assert decisione.esiti[3].verdict.mancano == ("isee",)


def test_payments(ufficio: Ufficio, lette: cm.Lette) -> None:
    """The poorer first, to the last cent."""
    assert ufficio.pagamenti(ufficio.decidi(lette.domande)) == {
        "P-1": cm.Euro.parse("450.00"),
        "P-2": cm.Euro.parse("250.00"),
    }


def test_letter(ufficio: Ufficio, lette: cm.Lette) -> None:
    """It names the requirement and no value."""
    letter = ufficio.lettera(ufficio.decidi(lette.domande).esiti[2])

    assert "ISEE fino alla soglia" in letter
    assert "8.000,01" not in letter


def test_record(ufficio: Ufficio, lette: cm.Lette) -> None:
    """Filed, read again and made again: the measure of the comune is in it."""
    text = ufficio.archivia(ufficio.decidi(lette.domande), lette.domande)
    found = cm.replay(cm.leggi_verbale(text, file="2025.ndjson"))

    assert found.uguale


def test_table(ufficio: Ufficio) -> None:
    """What a household of three would get around the threshold."""
    around = [cm.Euro(cents) for cents in (799_999, 800_000, 800_001)]

    assert ufficio.simula(around, componenti=3) == [45_000, 45_000, None]


def test_json(ufficio: Ufficio, lette: cm.Lette) -> None:
    """What is sent to another system comes back the same."""
    verdict = ufficio.decidi(lette.domande).esiti[0].verdict

    assert cm.from_json(cm.to_json(verdict), cm.Verdict) == verdict


def test_errors() -> None:
    """One root to catch, a code and a place for each fault."""
    with pytest.raises(cm.CasaError) as caught:
        cm.leggi_avviso("formato = 2\n", file="mio.toml")

    assert isinstance(caught.value, cm.InvalidFile)
    assert {fault.code for fault in caught.value.faults} == {"formato-ignoto", "chiave-mancante"}
