"""The scale of DPCM 159/2013 warns when an attestation cannot be right, and never decides."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve

from casa_model.casa import edizione
from casa_model.casa.scala import scale_warnings
from casa_model.rules.facts import Fatti, Fatto
from casa_model.rules.types import BoolType, NumberType, Type
from casa_model.values import Testo

MISURA = edizione().misure["crs-difficolta"]
ADULT = {"ruolo": "coniuge", "eta": Decimal(40)}
CHILD = {"ruolo": "figlio", "eta": Decimal(10)}


@pytest.mark.parametrize(
    ("expected", "scala", "members"),
    [
        (0, "1.57", [ADULT, ADULT]),
        (1, "1.56", [ADULT, ADULT]),
        (1, "1.58", [ADULT, ADULT]),
        (0, "2.04", [ADULT, ADULT, CHILD]),
        (0, "2.24", [ADULT, ADULT, CHILD]),
        (1, "2.03", [ADULT, ADULT, CHILD]),
        (0, "3.20", [ADULT] * 6),
        (0, "1.57", None),
    ],
)
def test_the_attested_scale(
    expected: int, scala: str, members: list[dict[str, Any]] | None
) -> None:
    """Silent where the attestation may be right, or where the household is not known."""
    known: dict[str, Any] = {"scala_equivalenza": Decimal(scala)}
    if members is not None:
        known["componenti"] = Decimal(len(members))
    found = scale_warnings(MISURA, Fatti(known, members), on=date(2024, 9, 2))

    assert expected == len(found)


def test_without_an_attestation_there_is_nothing_to_compare() -> None:
    """No attested scale, no warning."""
    found = scale_warnings(MISURA, Fatti(), on=date(2024, 9, 2))

    assert () == found


WRONG = Fatti({"scala_equivalenza": Decimal("1.00"), "componenti": Decimal(2)}, [ADULT, ADULT])


def test_before_the_annex_was_in_force_there_is_nothing_to_compare() -> None:
    """The scale of 2014 says nothing of 2013."""
    assert () == scale_warnings(MISURA, WRONG, on=date(2013, 12, 31))
    assert 1 == len(scale_warnings(MISURA, WRONG, on=date(2014, 2, 8)))


@pytest.mark.parametrize(
    "tipo", [BoolType(), NumberType(0, euro=False, lo=0, hi=30)], ids=["a yes", "from zero"]
)
def test_a_measure_may_mean_something_else_by_the_same_name(tipo: Type) -> None:
    """Then the annex is not asked: its numbers are about other facts."""
    other = Fatto("componenti", tipo, Testo(it="altro", en="other"))
    facts = (other, *(f for f in MISURA.fatti if f.nome != "componenti"))
    measure = evolve(MISURA, fatti=facts)

    assert () == scale_warnings(measure, WRONG, on=date(2024, 9, 2))
