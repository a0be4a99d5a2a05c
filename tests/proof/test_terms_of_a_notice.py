"""An application is made within the terms of the notice that it is about."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve
from proof.by_hand import ON, measure

from casa_model.proof._vocabulary import Vocabulary
from casa_model.rules.facts import Fatto
from casa_model.rules.misura import Calendario, Misura
from casa_model.rules.types import FIRST_DAY, LAST_DAY, BoolType, DateType, Type
from casa_model.testing._vocabulary import testo as words

FIRST, LAST = date(2024, 3, 1), date(2024, 3, 31)


def notice(*days: tuple[str, date], tipo: Type | None = None) -> Misura:
    """A notice with some days, which looks at the day of the application."""
    bare = measure("attivo")
    fatto = Fatto("data_domanda", tipo or DateType(), words("giorno"))
    return evolve(bare, fatti=(*bare.fatti, fatto), calendario=Calendario(ON, ON, days))


@pytest.mark.parametrize(
    ("misure", "expected"),
    [
        ([notice(("apertura", FIRST), ("chiusura", LAST))], DateType(FIRST, LAST)),
        ([notice(("apertura", FIRST))], DateType(FIRST, LAST_DAY)),
        ([notice(("chiusura", LAST))], DateType(FIRST_DAY, LAST)),
        ([notice(("chiusura", LAST))] * 2, DateType(FIRST_DAY, LAST)),
        ([notice(("apertura", FIRST)), notice(("chiusura", LAST))], DateType()),
        ([notice(("apertura", LAST), ("chiusura", FIRST))], DateType()),
        ([evolve(notice(), calendario=None)], DateType()),
        ([notice(("chiusura", LAST), tipo=BoolType())], BoolType()),
    ],
)
def test_the_day_of_an_application(misure: list[Misura], expected: Type) -> None:
    """Within the terms of all; where they are not the same, or make no sense, any day."""
    assert Vocabulary.of(misure).household["data_domanda"] == expected
