"""The schema of an application says which facts the rules read."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve
from readers.trial import BASE, NEW, OLD, requirement

from casa_model.casa import edizione, leggi_avviso
from casa_model.exchange.json_schema import schema_domanda
from casa_model.readers.needs import needs
from casa_model.rules.facts import Fatto
from casa_model.rules.misura import Calendario
from casa_model.rules.types import DateType
from casa_model.values import Testo, Vigenza

if TYPE_CHECKING:
    from casa_model.rules.misura import Misura

NOTICES = sorted(Path("esempi/avvisi").glob("*.toml"))
YES, NO = "The rules read it.", "No rule reads it: it may be left out."
BORN = Fatto("data_nascita", DateType(), Testo(it="nascita", en="birth"), membro=True)


def said(schema: str) -> dict[str, bool | None]:
    """What the schema says of each fact, of the list of members and of theirs."""
    found: dict[str, Any] = json.loads(schema)["properties"]
    facts = {**found, **found["membri"].get("items", {}).get("properties", {})}
    words = {nome: each["description"] for nome, each in facts.items()}
    assert all(("Le regole lo leggono." in text) == (YES in text) for text in words.values())
    return {
        nome: True if text.endswith(YES) else False if text.endswith(NO) else None
        for nome, text in words.items()
    }


def of(text: str, on: date | None = None) -> dict[str, bool | None]:
    """What it says of the trial measure with one requirement, of members who have a birthday."""
    fixed = None if on is None else Calendario(on, on)
    asked = (requirement("r", text),)
    return said(
        schema_domanda(evolve(BASE, fatti=(*BASE.fatti, BORN), requisiti=asked, calendario=fixed))
    )


@pytest.mark.parametrize("path", NOTICES, ids=lambda path: path.stem)
def test_of_a_notice_they_are_those_of_needs(path: Path) -> None:
    """On the day of its law; what every application may say is not said to be of no use."""
    avviso = leggi_avviso(path.read_bytes()).valore
    assert avviso.misura.calendario is not None
    found = needs(avviso.misura, on=avviso.misura.calendario.giorno_norma)
    read = {each.fatto.nome for each in found.fatti}
    told = said(schema_domanda(avviso))

    assert read == {nome for nome in told if told[nome]} - {"membri", "data_nascita"}
    assert told["riferimento"] is None
    assert {told["protocollo"], told["data_domanda"]} <= {True, None}


def test_of_a_shipped_measure() -> None:
    """The dictionary declares more than one measure reads."""
    told = said(schema_domanda(edizione().misure["crs-difficolta"]))

    assert told["isee"] is True
    assert False in told.values()


def test_a_fact_is_read_on_the_day_of_the_law() -> None:
    """A measure has no day: what is read on one of its days is read."""
    old = evolve(requirement("vecchio", "pagato"), vigenza=Vigenza(date(2021, 1, 1), OLD))
    misura: Misura = evolve(BASE, requisiti=(old, requirement("isee", "isee < soglia")))
    later = evolve(misura, calendario=Calendario(NEW, NEW))

    assert (said(schema_domanda(misura))["pagato"], said(schema_domanda(later))["pagato"]) == (
        True, False,
    )  # fmt: skip


def test_what_a_fact_is_told_by_is_read() -> None:
    """The age is counted from the day of birth, and how many they are from their list."""
    ages, size = of("qualcuno(membri, eta < 18)", NEW), of("componenti < 3")

    assert (ages["membri"], ages["eta"], ages["data_nascita"]) == (True, True, True)
    assert (size["membri"], size["componenti"], size["eta"]) == (True, True, False)
    assert of("isee < soglia")["membri"] is False
    assert of("isee < soglia", NEW)["data_nascita"] is False


def test_a_number_of_the_register_that_the_rules_read() -> None:
    """Is said to be read."""
    assert of('protocollo != "x"')["protocollo"] is True
    assert of("pagato")["protocollo"] is None
