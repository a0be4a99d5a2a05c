"""The scale of DPCM 159/2013 warns when an attestation cannot be right, and never decides."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from casa_model.casa.scala import scale_warnings
from casa_model.rules.facts import Fatti

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
    found = scale_warnings(Fatti(known, members), on=date(2024, 9, 2))

    assert expected == len(found)


def test_without_an_attestation_there_is_nothing_to_compare() -> None:
    """No attested scale, no warning."""
    found = scale_warnings(Fatti(), on=date(2024, 9, 2))

    assert () == found
