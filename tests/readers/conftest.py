"""A trial measure and household for the tests of the readers that speak."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from casa_model.readers.evaluate import evaluate
from casa_model.readers.explain import Spiegazione, explain
from casa_model.rules.facts import Fatti
from casa_model.rules.leggi import leggi_misura
from casa_model.values import Euro

if TYPE_CHECKING:
    from collections.abc import Callable

    from casa_model.errors import Lang
    from casa_model.rules.misura import Misura

ON = date(2024, 12, 1)

FULL = {
    "isee": Euro.parse("5000.00"),
    "componenti": Decimal(2),
    "area": "protezione",
    "assegnata": date(2020, 3, 1),
    "in_regola": False,
    "comune": "015146",
    "spesa": Euro.parse("1000.00"),
    "bonus": Euro.parse("10.00"),
}


@pytest.fixture(scope="session")
def rules() -> str:
    """The text of the trial measure."""
    return Path(__file__).with_name("explain.toml").read_text("utf-8")


@pytest.fixture(scope="session")
def measure(rules: str) -> Misura:
    """The trial measure."""
    return leggi_misura(rules, file="explain.toml").valore


@pytest.fixture(scope="session")
def household() -> Callable[..., Fatti]:
    """A household of two adults; `eta=None` makes the list of members unknown."""

    def build(
        *, eta: tuple[int | None, ...] | None = (41, 38), unknown: tuple[str, ...] = (),
        **changes: object,
    ) -> Fatti:  # fmt: skip
        known = {nome: v for nome, v in (FULL | changes).items() if nome not in unknown}
        members = [{} if age is None else {"eta": Decimal(age)} for age in eta or ()]
        return Fatti(known, members or None)

    return build


@pytest.fixture(scope="session")
def told(measure: Misura, household: Callable[..., Fatti]) -> Callable[..., Spiegazione]:
    """What the measure says of a household, explained."""

    def tell(
        *, misura: Misura | None = None, lang: Lang = "it", valori: bool = True, **facts: object
    ) -> Spiegazione:
        asked = measure if misura is None else misura
        fatti = household(**facts)
        return explain(asked, fatti, evaluate(asked, fatti, on=ON), lang=lang, valori=valori)

    return tell
