"""What a review found: labels of the right fact, the right household, no explosion."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from casa_model.casa import edizione
from casa_model.errors import InvalidValue
from casa_model.readers.evaluate import evaluate
from casa_model.readers.explain import explain
from casa_model.rules.facts import Fatti
from casa_model.rules.leggi import leggi_misura
from casa_model.values import Euro

ON = date(2025, 2, 28)
LADDER = """
formato = 1
[misura]
codice = "scala"
titolo = { it = "Scala", en = "Ladder" }
fonte = "prova"
grado = "derivata"
vigenza = { dal = 2020-01-01 }
[fatti.x]
tipo = "euro"
etichetta = { it = "x", en = "x" }
[definizioni.d0]
vale = "x"
"""


def test_a_choice_is_told_with_its_own_labels() -> None:
    """Two facts share a list of values and word it differently."""
    misura = edizione().misure["crs-indigenza"]
    fatti = Fatti({"contestazione": "nessuna"})
    text = explain(misura, fatti, evaluate(misura, fatti, on=ON), lang="it").testo()
    label = dict(next(f for f in misura.fatti if f.nome == "contestazione").valori)["nessuna"].it

    assert label in text
    assert "nessun provvedimento" not in text


def test_facts_of_another_household_are_refused() -> None:
    """Nobody's facts are told beside somebody else's outcome."""
    misura = edizione().misure["crs-difficolta"]
    mine = Fatti({"isee": Euro.parse("5000.00")})
    yours = Fatti({"isee": Euro.parse("9360.00")})

    with pytest.raises(InvalidValue, match="same application"):
        explain(misura, yours, evaluate(misura, mine, on=ON), lang="en")


def test_a_ladder_of_definitions_is_explained_at_once() -> None:
    """Each definition names the one before twice: two to the 49 paths, 49 steps."""
    rungs = "".join(
        f'[definizioni.d{step}]\nvale = "max(d{step - 1}, d{step - 1})"\n' for step in range(1, 50)
    )
    asks = (
        '[[requisiti]]\ncodice = "alto"\nfonte = "prova"\ntesto = { it = "alto", en = "high" }\n'
        'condizione = "d49 > 0"\n'
    )
    misura = leggi_misura(LADDER + rungs + asks, file="scala.toml").valore
    fatti = Fatti({"x": Euro.parse("1.00")})
    verdict = evaluate(misura, fatti, on=ON)

    assert "high" in explain(misura, fatti, verdict, lang="en", valori=False).testo()


def test_large_amounts_are_told_too() -> None:
    """An explanation is total: whatever a rule computes within 63 bits is said."""
    asks = (
        '[[requisiti]]\ncodice = "alto"\nfonte = "prova"\ntesto = { it = "alto", en = "high" }\n'
        'condizione = "d1 > 0"\n[definizioni.d1]\nvale = "d0 * 10000000"\n'
    )
    misura = leggi_misura(LADDER + asks, file="scala.toml").valore
    fatti = Fatti({"x": Euro(99_999_999_999)})
    text = explain(misura, fatti, evaluate(misura, fatti, on=ON), lang="en").testo()

    assert "€9,999,999,999,900,000.00" in text


def test_a_whole_number_may_be_an_int() -> None:
    """It becomes a `Decimal` at the door."""
    found = Fatti({"componenti": 2}, [{"eta": 3}, {"eta": True}])

    assert Decimal is type(found.valori["componenti"])
    assert found.membri is not None
    assert [Decimal, bool] == [type(row["eta"]) for row in found.membri]
