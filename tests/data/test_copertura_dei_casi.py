"""The shipped cases cover the shipped measures, and on every day of change one rule answers."""

from __future__ import annotations

from pathlib import Path

import pytest

from casa_model import edizione, leggi_avviso
from casa_model.exchange.casi import casi_dell_edizione
from casa_model.readers.copertura import (
    Trovato,
    buchi,
    cerca,
    codice,
    copertura,
    giorni_da_guardare,
    punti,
)
from casa_model.rules.giorni import giorni_della
from casa_model.rules.reach import in_force

MISURE = edizione().misure
NOTICE = Path(__file__).parents[2] / "esempi" / "avvisi" / "comune-immaginario-2025.toml"


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


@pytest.mark.parametrize(
    "nome",
    [
        "anzianita-assegnazione-falso",  # months up to a day of the notice: no threshold to cut at
        "evento-falso",  # two ways, each of a truth and a day
        "peso-dei-costi-sotto",  # two amounts, one times a share
        "importo-voce-riscaldamento-massimo-superato",  # paid to who is admitted, if at all
        "esito-ammesso",
    ],
)
def test_a_case_is_made_for_a_notice_with_everything(nome: str) -> None:
    """A household for each of the points that were hard to find, none left without a case."""
    misura = leggi_avviso(NOTICE.read_bytes(), file=NOTICE.name).valore.misura
    found = cerca(misura, next(punto for punto in punti(misura) if codice(punto) == nome))

    assert isinstance(found, Trovato)


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
