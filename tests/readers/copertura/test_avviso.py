"""What cases of a notice cover, whose door may take an outcome away, or refuse to ask."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from attrs import evolve

from casa_model import Avviso, Caso, Esito, Euro, Fatti
from casa_model.readers.cases import Atteso, prova
from casa_model.readers.copertura import casi_mancanti, codice, copertura
from casa_model.readers.porta import shut
from casa_model.rules.leggi import leggi_misura
from casa_model.rules.misura import Calendario
from casa_model.testing._worked import expected_of
from casa_model.values import Testo

if TYPE_CHECKING:
    from casa_model.rules.misura import Misura

TEXT = Path(__file__).with_name("regola.toml").read_text("utf-8")
ON = date(2024, 3, 1)
NAME = Testo(it="Avviso immaginario", en="Imaginary notice")
DAY = """[fatti.data_domanda]
tipo = "data"
etichetta = { it = "domanda", en = "application" }
prova = { it = "protocollo", en = "protocol" }
cambia = "persona"
"""
READY = """[[requisiti]]
codice = "pronto"
norma = "rr-1-2020, art. 2"
testo = { it = "pronto", en = "ready" }
condizione = "data_domanda >= data('2020-01-01') and pagato"

"""


def _misura(day: str = DAY) -> Misura:
    """A measure with one requirement, which reads the day of the application."""
    before, after = TEXT.index("[[requisiti]]"), TEXT.index("[importo]")
    text = TEXT[:before] + READY + TEXT[after:]
    text = text.replace("[fatti.spesa]", f"{day}\n[fatti.spesa]")
    misura = leggi_misura(text, file="regola.toml").valore
    return evolve(misura, calendario=Calendario(ON, ON))


def _avviso(misura: Misura) -> Avviso:
    """A notice for the applications of March, from the fifth."""
    terms = {"apertura": date(2024, 3, 5), "chiusura": date(2024, 3, 31)}
    return Avviso(
        "avviso", NAME, "Comune", misura.codice, misura, misura.fonte, pubblicazione=ON, **terms
    )


@pytest.fixture(scope="module")
def avviso() -> Avviso:
    """The notice."""
    return _avviso(_misura())


def test_an_outcome_that_the_door_took_away(avviso: Avviso) -> None:
    """The rules would admit; the notice does not yet: nobody is seen admitted, nor paid."""
    hour = evolve(avviso, apertura=datetime(2024, 3, 5, 9))  # noqa: DTZ001 - wall time
    known = {
        "pagato": True,
        "spesa": Euro.parse("600.00"),
        "bonus": Euro(0),
        "componenti": Decimal(1),
        "data_domanda": date(2024, 3, 5),
    }
    caso = Caso("apertura", Fatti(known), Atteso(Esito.DA_COMPLETARE, mancano=("data_domanda",)))

    def about(rules: Avviso, some: Caso) -> set[str]:
        names = {codice(each.punto) for each in copertura(rules, [some]).coperti}
        return {name for name in names if name.startswith("esito") or name.endswith("superato")}

    admitted = evolve(caso, atteso=Atteso(Esito.AMMESSO, Euro.parse("500.00")))
    assert about(hour, caso) == {"esito-da-completare"}
    assert about(avviso, admitted) >= {"esito-ammesso", "importo-massimo-superato"}


def test_no_case_is_made_that_the_door_refuses(avviso: Avviso) -> None:
    """It would cover nothing: what only it sees has no case, and what others see has another."""
    coperta = copertura(avviso, ())
    made = casi_mancanti(avviso, coperta, lang="it")
    tried = prova(avviso, [each.caso for each in made])
    answered = [
        evolve(each.caso, atteso=expected_of(each.verdict)) for each in tried if each.verdict
    ]
    whole = copertura(avviso, answered)

    assert not [each for each in tried if each.verdict is None or shut(each.verdict)]
    assert {p for each in made for p in each.punti} == {each.punto for each in whole.coperti}
    assert {codice(each.punto) for each in whole.mancanti} == {
        "pronto-2-falso", "pronto-2-sotto", "pronto-2-pari", "pronto-2-sopra",
    }  # fmt: skip
    assert casi_mancanti(avviso, whole, lang="it") == ()


def test_a_day_of_the_terms_that_no_application_may_have() -> None:
    """Where the fact is bounded before the terms, nobody is moved into them."""
    early = _avviso(_misura(DAY.replace('"data"', '"data"\nmassimo = 2024-03-01', 1)))
    made = casi_mancanti(early, copertura(early, ()), lang="it")

    assert made
    assert not [each for each in made if "data_domanda" in each.caso.fatti.valori]
