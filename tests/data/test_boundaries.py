"""The boundary cases of the law, one line each, on the shipped measures."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from casa_model.casa import edizione
from casa_model.readers.evaluate import evaluate
from casa_model.rules.esito import Esito, Verdict
from casa_model.rules.facts import Fatti
from casa_model.values import Euro

SI, NO, FORSE = Esito.AMMESSO, Esito.NON_AMMESSO, Esito.DA_COMPLETARE

DIFFICOLTA: dict[str, Any] = {
    "isee": "5000.00",
    "area": "protezione",
    "data_assegnazione": date(2015, 3, 1),
    "decadenza": "nessuna",
    "componenti": 2,
    "isp": "0.00",
    "scala_equivalenza": Decimal("1.57"),
    "riceve_crs_indigenza": False,
    "servizi_anno": "900.00",
    "debito_pregresso": "0.00",
}
INDIGENZA: dict[str, Any] = {
    "isee": "2000.00",
    "data_contratto": date(2022, 3, 1),
    "contestazione": "nessuna",
    "partecipa_ai_programmi": True,
    "fragilita_sociale": True,
    "attestazione_servizi_sociali": True,
    "canone_anno": "1000.00",
    "servizi_anno": "500.00",
}
ACCESSO: dict[str, Any] = {
    "isee": "10000.00",
    "isp": "0.00",
    "componenti": 2,
    "scala_equivalenza": Decimal("1.57"),
    "titolo_soggiorno": "italiana",
    "residenza_o_lavoro_lombardia": True,
    "alloggio_adeguato": False,
    "assegnazione_cessata_cinque_anni": False,
    "occupazione_cinque_anni": False,
}
ENERGIA: dict[str, Any] = {
    "isee": "10000.00",
    "quartiere_coperto": True,
    "riceve_crs_difficolta": False,
    "riceve_crs_indigenza": False,
    "spesa_riscaldamento": "800.00",
}


def ask(codice: str, base: dict[str, Any], on: date, **changed: object) -> Verdict:
    """The verdict of a shipped measure; money is written as text."""
    misura = edizione().misure[codice]
    euro = {f.nome for f in misura.fatti if getattr(f.tipo, "euro", False)}
    facts = {**base, **changed}
    return evaluate(
        misura,
        Fatti({n: Euro.parse(v) if n in euro else v for n, v in facts.items() if v is not None}),
        on=on,
    )


def crs(**changed: object) -> Verdict:
    """The contribution for economic difficulty, asked on 27 October 2023."""
    return ask("crs-difficolta", DIFFICOLTA, date(2023, 10, 27), **changed)


def held(verdict: Verdict, codice: str) -> bool | None:
    """How one requirement came out."""
    return next(f.esito for f in verdict.findings if f.codice == codice)


@pytest.mark.parametrize(
    ("expected", "changed"),
    [
        pytest.param(SI, {"isee": "9359.99"}, id="isee 9.359,99 passes"),
        pytest.param(NO, {"isee": "9360.00"}, id="isee 9.360,00 fails: the law says lower than"),
        pytest.param(SI, {"data_assegnazione": date(2021, 10, 27)}, id="24 months to the day"),
        pytest.param(NO, {"data_assegnazione": date(2021, 10, 28)}, id="24 months less one day"),
        pytest.param(SI, {"isp": "23850.00"}, id="two adults, ISP 23.850,00 passes"),
        pytest.param(NO, {"isp": "23850.01"}, id="two adults, ISP 23.850,01 fails"),
        pytest.param(SI, {"componenti": 1, "isp": "22000.00"}, id="alone, ISP 22.000,00"),
        pytest.param(NO, {"componenti": 1, "isp": "22000.01"}, id="alone, ISP 22.000,01"),
        pytest.param(SI, {"decadenza": "c1-a-1"}, id="loss for art. 25 c. 1 a) 1 passes"),
        pytest.param(SI, {"decadenza": "c1-a-2"}, id="loss for art. 25 c. 1 a) 2 passes"),
        pytest.param(NO, {"decadenza": "c1-a-3"}, id="loss for art. 25 c. 1 a) 3 fails"),
        pytest.param(NO, {"decadenza": "c1-a-4"}, id="loss for art. 25 c. 1 a) 4 fails"),
        pytest.param(NO, {"decadenza": "c1-b"}, id="loss for art. 25 c. 1 b) fails"),
        pytest.param(NO, {"decadenza": "c1-j"}, id="loss for art. 25 c. 1 j) fails"),
        pytest.param(SI, {"decadenza": "c1-j-bis"}, id="loss for j-bis only passes, by letter"),
        pytest.param(NO, {"decadenza": "c4"}, id="loss for art. 25 c. 4 fails"),
        pytest.param(SI, {"debito_pregresso": "4000.00"}, id="arrears without a loss pass"),
        pytest.param(NO, {"area": "decadenza"}, id="the area of decadenza fails"),
        pytest.param(
            NO,
            {"riceve_crs_indigenza": True, "data_contratto": date(2020, 10, 28)},
            id="indigent in month 36: not yet",
        ),
        pytest.param(
            SI,
            {"riceve_crs_indigenza": True, "data_contratto": date(2020, 10, 27)},
            id="indigent at month 37: by art. 6 c. 2",
        ),
        pytest.param(FORSE, {"isee": None}, id="a missing ISEE is not zero"),
    ],
)
def test_difficolta(expected: Esito, changed: dict[str, Any]) -> None:
    """R.r. 11/2019, art. 6."""
    verdict = crs(**changed)

    assert expected == verdict.esito


@pytest.mark.parametrize(
    ("expected", "changed"),
    [
        pytest.param("2700.00", {"servizi_anno": "3000.00"}, id="3.000 is capped at 2.700"),
        pytest.param("2700.00", {"servizi_anno": "2700.00"}, id="2.700 is the cap itself"),
        pytest.param("2699.99", {"servizi_anno": "2699.99"}, id="2.699,99 is below the cap"),
        pytest.param(
            "2700.00",
            {"servizi_anno": "1000.00", "debito_pregresso": "5000.00"},
            id="services, then debt up to the cap",
        ),
        pytest.param("0.00", {"servizi_anno": "0.00"}, id="admitted with 0,00 is possible"),
    ],
)
def test_difficolta_amount(expected: str, changed: dict[str, Any]) -> None:
    """R.r. 11/2019, art. 5: at most 2.700 euro a year, services before debt."""
    verdict = crs(**changed)

    assert Euro.parse(expected) == verdict.importo


@pytest.mark.parametrize(
    ("expected", "changed"),
    [
        pytest.param(True, {"isee": "3000.00"}, id="3.000,00 is indigence"),
        pytest.param(False, {"isee": "3000.01"}, id="3.000,01 is not"),
    ],
)
def test_indigenza_threshold(expected: bool, changed: dict[str, Any]) -> None:  # noqa: FBT001
    """R.r. 4/2017, art. 13, c. 1: equal to or below 3.000 euro."""
    verdict = ask("crs-indigenza", INDIGENZA, date(2025, 2, 28), **changed)

    assert expected == held(verdict, "indigenza")


@pytest.mark.parametrize(
    ("expected", "on"),
    [
        pytest.param(SI, date(2022, 3, 1), id="the day of the lease"),
        pytest.param(SI, date(2025, 2, 28), id="the last day of month 36"),
        pytest.param(NO, date(2025, 3, 1), id="the first day of month 37"),
        pytest.param(NO, date(2022, 2, 28), id="before the lease"),
    ],
)
def test_indigenza_months(expected: Esito, on: date) -> None:
    """R.r. 11/2019, art. 3, cc. 2 and 4: 36 months from the signing of the lease."""
    verdict = ask("crs-indigenza", INDIGENZA, on)

    assert expected == verdict.esito


def test_indigenza_cap() -> None:
    """R.r. 11/2019, art. 3, c. 3: at most 1.850 euro a year, rent before services."""
    verdict = ask("crs-indigenza", INDIGENZA, date(2025, 2, 28), canone_anno="1500.00")

    assert Euro.parse("1850.00") == verdict.importo
    assert [Euro.parse("1500.00"), Euro.parse("350.00")] == [v.importo for v in verdict.voci]


@pytest.mark.parametrize(
    ("expected", "codice", "changed"),
    [
        pytest.param(True, "isee", {"isee": "16000.00"}, id="16.000,00 passes"),
        pytest.param(False, "isee", {"isee": "16000.01"}, id="16.000,01 fails"),
        pytest.param(True, "patrimonio", {"isp": "23850.00"}, id="ISP 23.850,00 passes"),
        pytest.param(False, "patrimonio", {"isp": "23850.01"}, id="ISP 23.850,01 fails"),
        pytest.param(None, "lettera-d-e-seguenti", {}, id="what nobody has read is unknown"),
    ],
)
def test_accesso(expected: bool | None, codice: str, changed: dict[str, Any]) -> None:  # noqa: FBT001
    """R.r. 4/2017, art. 7."""
    verdict = ask("accesso-sap", ACCESSO, date(2025, 6, 1), **changed)

    assert expected is held(verdict, codice)
    assert verdict.esito in (FORSE, NO)


@pytest.mark.parametrize(
    ("scala", "soglia"),
    [("1.57", "23850"), ("2.04", "26200"), ("2.46", "28300"), ("2.85", "30250"), ("3.20", "32000")],
)
def test_the_worked_table_of_bergamo(scala: str, soglia: str) -> None:
    """The notice 1/2025 of Bergamo prints the thresholds that the formula gives."""
    changed = {"componenti": 3, "scala_equivalenza": Decimal(scala)}
    at = ask("accesso-sap", ACCESSO, date(2025, 6, 1), isp=f"{soglia}.00", **changed)
    above = ask("accesso-sap", ACCESSO, date(2025, 6, 1), isp=f"{soglia}.01", **changed)

    assert (True, False) == (held(at, "patrimonio"), held(above, "patrimonio"))


@pytest.mark.parametrize(
    ("expected", "on", "changed"),
    [
        pytest.param(SI, date(2024, 6, 1), {"isee": "15000.00"}, id="15.000,00 passes in 2024"),
        pytest.param(NO, date(2024, 6, 1), {"isee": "15000.01"}, id="15.000,01 fails in 2024"),
        pytest.param(NO, date(2026, 2, 22), {"isee": "25000.00"}, id="the eve of the rise"),
        pytest.param(SI, date(2026, 2, 23), {"isee": "25000.00"}, id="the day of its report"),
        pytest.param(NO, date(2026, 2, 23), {"isee": "25000.01"}, id="25.000,01 fails"),
        pytest.param(NO, date(2024, 6, 1), {"riceve_crs_difficolta": True}, id="not with the CRS"),
    ],
)
def test_energia(expected: Esito, on: date, changed: dict[str, Any]) -> None:
    """PR FSE+, action L.1, as reported."""
    verdict = ask("energia-l1", ENERGIA, on, **changed)

    assert expected == verdict.esito


def test_energia_pays_half_to_the_cent() -> None:
    """Up to half of the expense; half a cent goes away from zero."""
    verdict = ask("energia-l1", ENERGIA, date(2024, 6, 1), spesa_riscaldamento="801.01")

    assert Euro.parse("400.51") == verdict.importo
