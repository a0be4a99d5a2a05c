"""A secret put in every fact is found nowhere that people or logs can see by accident."""

from __future__ import annotations

import logging
import traceback
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from casa_model.casa import decidi, edizione, leggi_avviso
from casa_model.errors import CasaError
from casa_model.nuclei import Assegnazione, AttestazioneIsee, Componente, Domanda, Nucleo
from casa_model.readers.evaluate import evaluate
from casa_model.rules.facts import Fatti
from casa_model.rules.types import BoolType, ChoiceType, CodeType, DateType, NumberType
from casa_model.values import Euro

AVVISO = """
formato = 1
[avviso]
codice = "immaginario"
titolo = { it = "Avviso immaginario", en = "Imaginary notice" }
ente = "Comune immaginario"
misura = "crs-difficolta"
fonte = "esempio"
grado = "derivata"
pubblicazione = 2024-09-02
[graduatoria]
ordine = ["isee", "protocollo"]
fonte = "esempio"
grado = "derivata"
"""
SECRETS = ("7391", "SENTINELLA", "1937, 3, 19", "1937-03-19", "c1-j-bis")
"""How the secrets below would look in a text, whatever their type."""


def secret(tipo: object) -> object:
    """A value of the type that one would know again."""
    match tipo:
        case NumberType(euro=True):
            return Euro.parse("7391.73")
        case NumberType(scale=scale, lo=lo):
            return Decimal(lo).scaleb(-scale)
        case DateType():
            return date(1937, 3, 19)
        case ChoiceType(values=values):
            return "c1-j-bis" if "c1-j-bis" in values else values[0]
        case CodeType():
            return "SENTINELLA"
        case _:
            assert isinstance(tipo, BoolType)
            return True


def household() -> Fatti:
    """Every fact of the dictionary, each with a secret."""
    known = {f.nome: secret(f.tipo) for f in edizione().fatti if not f.membro}
    member = {f.nome: secret(f.tipo) for f in edizione().fatti if f.membro}
    return Fatti({**known, "componenti": Decimal(1)}, [member])


def told(*things: object) -> str:
    """Everything a program shows of some things."""
    return "\n".join(f"{thing!r}\n{thing!s}" for thing in things)


def assert_silent(text: str) -> None:
    """No secret is in the text."""
    assert [] == [word for word in SECRETS if word in text]


def test_the_secrets_would_be_seen() -> None:
    """The test can fail: the raw values do show themselves."""
    text = told(*household().valori.values())

    assert all(word in text for word in SECRETS)


def test_verdicts_and_decisions_are_silent(caplog: pytest.LogCaptureFixture) -> None:
    """No `repr`, `str` or log of a decision holds a fact."""
    avviso = leggi_avviso(AVVISO).valore
    domanda = Domanda("a", presentata=date(2024, 9, 3), protocollo="SENTINELLA", fatti=household())
    with caplog.at_level(logging.DEBUG):
        found = decidi(avviso, [domanda])

    assert_silent(told(domanda, found.esiti, found.scarti, found.graduatoria, household()))
    assert "" == caplog.text


def test_the_parts_of_an_application_are_silent() -> None:
    """A household, an attestation, an assignment."""
    isee = AttestazioneIsee(
        isee=Euro.parse("7391.73"), isp=Euro.parse("7391.73"), rilascio=date(1937, 3, 19)
    )
    person = Componente(data_nascita=date(1937, 3, 19), altri={"x": "SENTINELLA"})
    placed = Assegnazione(data_assegnazione=date(1937, 3, 19), data_contratto=date(1937, 3, 19))

    assert_silent(told(isee, person, placed, Nucleo(componenti=(person,))))


WRONG: dict[str, Any] = {
    "isee": "SENTINELLA",
    "area": "SENTINELLA",
    "data_assegnazione": "1937-03-19",
    "componenti": Decimal(7391),
    "scala_equivalenza": Decimal("7391.7391"),
    "riceve_crs_indigenza": "SENTINELLA",
    "protocollo": 7391,
}


@pytest.mark.parametrize("nome", WRONG)
def test_errors_and_tracebacks_are_silent(nome: str) -> None:
    """A fact that does not fit is named; its value is not told, nor in any chained error."""
    misura = edizione().misure["crs-difficolta"]
    with pytest.raises(CasaError) as caught:
        evaluate(misura, Fatti({nome: WRONG[nome]}), on=date(2024, 9, 2))
    lines = traceback.format_exception(caught.value)

    assert nome in str(caught.value)
    assert_silent("".join(lines) + caught.value.testo("it") + caught.value.testo("en"))


def test_contradictions_between_parts_are_silent() -> None:
    """What two parts of an application say differently is named, not told."""
    avviso = leggi_avviso(AVVISO).valore
    domanda = Domanda(
        "a",
        fatti=Fatti({"data_assegnazione": date(1937, 3, 19)}),
        assegnazione=Assegnazione(data_assegnazione=date(1938, 3, 19)),
    )
    found = decidi(avviso, [domanda])

    assert "data_assegnazione" in found.scarti[0].motivo.it
    assert_silent(told(found.scarti))
