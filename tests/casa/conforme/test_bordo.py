"""The household at the edge, where its members are listed."""

from __future__ import annotations

from decimal import Decimal

from attrs import evolve
from proof.by_hand import ON, measure

from casa_model.casa.conforme._coppia import Coppia
from casa_model.casa.conforme._verso import Verso
from casa_model.rules.misura import Calendario


def test_the_number_of_members_is_that_of_the_list() -> None:
    """It does not move alone to the line of the act: the household would be none."""
    day = Calendario(ON, ON)
    act, notice = (
        evolve(measure(f"componenti < {most}", "qualcuno(membri, eta < 18)"), calendario=day)
        for most in (5, 3)
    )
    (found,), _ = Coppia(act, notice, ON).rilievi("requisito", "r-0", limiti=None)

    assert found.verso is Verso.PIU_SEVERO
    assert found.esempio is not None
    assert found.esempio.fatti.membri is not None
    assert found.esempio.fatti.valori.get("componenti") in {None, Decimal(3), Decimal(4)}
    assert len(found.esempio.fatti.membri) in {3, 4}
