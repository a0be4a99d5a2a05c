"""The shipped cases cover the shipped measures, and on every day of change one rule answers."""

from __future__ import annotations

import pytest

from casa_model import edizione
from casa_model.exchange.casi import casi_dell_edizione
from casa_model.readers.copertura import buchi, codice, copertura, giorni_da_guardare
from casa_model.rules.giorni import giorni_della
from casa_model.rules.reach import in_force

MISURE = edizione().misure


@pytest.mark.parametrize("nome", MISURE)
def test_the_shipped_cases_cover_the_measure(nome: str) -> None:
    """All of it: `casa-model copertura NOME --manca FILE` makes the cases that are missing."""
    coperta = copertura(MISURE[nome], casi_dell_edizione(nome).casi)

    assert [codice(each.punto) for each in coperta.mancanti] == []
    assert coperta.percento == 100
    assert coperta.fuori == ()


def test_what_nobody_can_see_is_known() -> None:
    """Few points, and each of them looked at: a new one is a rule that may be dead."""
    found = {
        nome: [codice(each.punto) for each in copertura(m, casi_dell_edizione(nome).casi).esclusi]
        for nome, m in MISURE.items()
    }

    assert found == {
        "accesso-sap": [
            "esito-ammesso",  # letters from d) on are unread
            "lettera-d-e-seguenti-vero",
            "lettera-d-e-seguenti-falso",
            "definizione-patrimonio-di-uno-4-sotto",  # no household of fewer than one
            "definizione-patrimonio-di-piu-2-sotto",
            "definizione-indigente-4-ignoto",  # the attestation is needed or not by the day alone
        ],
        "crs-difficolta": [
            "definizione-patrimonio-di-uno-4-sotto",
            "definizione-patrimonio-di-piu-2-sotto",
        ],
        "crs-indigenza": ["definizione-indigente-4-ignoto"],
        "energia-l1": [],
    }


@pytest.mark.parametrize("nome", MISURE)
def test_on_every_day_of_change_one_rule_answers(nome: str) -> None:
    """The day before, the day itself and the day after; no value is looked at."""
    misura = MISURE[nome]

    assert buchi([misura]) == ()
    for day in giorni_da_guardare([misura]):
        asked = [requisito.codice for requisito in in_force(misura, day)]
        assert len(set(asked)) == len(asked)
        if giorni_della(misura).contiene(day):
            assert asked


def test_no_code_has_two_versions() -> None:
    """Of all measures together, each code answers once on each day."""
    assert buchi(MISURE.values()) == ()
