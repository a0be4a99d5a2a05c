"""The worked cases that are shipped with each measure."""

from __future__ import annotations

import pytest

from casa_model import UnknownName, edizione, prova
from casa_model.casa import file_dei_casi, leggi_regole
from casa_model.casa.edizione import DATA
from casa_model.exchange.casi import casi_dell_edizione

CODES = sorted(edizione().misure)


@pytest.mark.parametrize("codice", CODES)
def test_every_shipped_case_passes(codice: str) -> None:
    """Each was worked by hand from the article that it cites."""
    read = casi_dell_edizione(codice)
    found = prova(edizione().misure[codice], read.casi)

    assert [each.caso.codice for each in found if not each.superato] == []
    assert read.regole == codice
    assert len(read.casi) > 20


@pytest.mark.parametrize("codice", CODES)
def test_every_shipped_case_says_what_it_is_about(codice: str) -> None:
    """Whoever reads it can work it out again; all of them state a day and an outcome."""
    for caso in casi_dell_edizione(codice).casi:
        assert caso.testo
        assert caso.on is not None
        assert caso.atteso.esito is not None


def test_every_file_is_that_of_a_measure() -> None:
    """None is left over."""
    files = sorted(each.name for each in DATA.joinpath("casi").iterdir())

    assert files == [f"{codice}.casi.toml" for codice in CODES]


def test_no_such_measure() -> None:
    """The codes that there are, are told."""
    with pytest.raises(UnknownName) as refused:
        file_dei_casi("crs-dificolta")

    assert "scrivi uno tra `accesso-sap`" in refused.value.testo("it")


def test_the_rules_of_a_file() -> None:
    """A measure, or else a notice over one."""
    text = DATA.joinpath("misure", "energia-l1.toml").read_text("utf-8")

    assert leggi_regole(text, file="m.toml").valore == edizione().misure["energia-l1"]
