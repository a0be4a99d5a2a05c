from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from casa_model.casa import Scarto
from casa_model.errors import InvalidValue
from casa_model.exchange import leggi_domande, scartate_csv
from casa_model.values import Testo

if TYPE_CHECKING:
    from casa_model.rules.misura import Misura

SAID = Testo(it="=detto", en="said")


def test_every_fault_is_a_row_with_its_reference(misura: Misura) -> None:
    """Members' faults too; a reference that could not be read is empty."""
    lette = leggi_domande(
        "riferimento;componenti\nA;x\nB;1\nMario Rossi;1\n",
        misura,
        file="=d.csv",
        decimali=None,
        membri="riferimento;eta\nB;131\nZ;1\n",
    )
    rows = scartate_csv(lette, [Scarto("C", SAID)]).splitlines()

    assert rows[0] == "file;riga;colonna;codice;motivo;riferimento"
    assert [(*row.split(";")[:4], row.rpartition(";")[2]) for row in rows[1:]] == [
        ("'=d.csv", "2", "3", "valore-illeggibile", "A"),
        ("'=d.csv", "3", "1", "membro-guasto", "B"),
        ("'=d.csv", "4", "1", "riferimento-nome", ""),
        ("membri.csv", "2", "3", "valore-fuori-intervallo", "B"),
        ("membri.csv", "3", "1", "membro-orfano", ""),
        ("", "", "", "non-decisa", "C"),
    ]
    assert rows[-1] == ";;;non-decisa;'=detto;C"


def test_in_english(misura: Misura) -> None:
    """Codes stay as they are."""
    lette = leggi_domande("riferimento\n", misura, file="d.csv", decimali=None)

    assert scartate_csv(lette, [Scarto("C", SAID)], lang="en").splitlines()[1:] == [
        ";;;non-decisa;said;C"
    ]


def test_a_reference_that_a_spreadsheet_would_run_is_refused(misura: Misura) -> None:
    """As in the outcomes."""
    lette = leggi_domande("riferimento\n", misura, file="d.csv", decimali=None)

    with pytest.raises(InvalidValue, match="formula sign"):
        scartate_csv(lette, [Scarto("=1", SAID)])
