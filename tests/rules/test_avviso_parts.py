"""The parts of a notice."""

from __future__ import annotations

from casa_model.rules.avviso import Differenza, Dotazione, Operazione
from casa_model.values import Euro, Fonte, Grado

FONTE = Fonte(Grado.SECONDARIA, testo="avviso")


def test_a_difference_says_what_a_notice_does() -> None:
    """To which part, and by whose word."""
    found = Differenza("requisito", "isee", Operazione.SOSTITUISCE, FONTE)

    assert (found.operazione.value, found.motivo) == ("sostituisce", None)


def test_an_endowment_is_money_or_dwellings() -> None:
    """One of the two is None."""
    assert Dotazione(Euro(251_890), None, FONTE).alloggi is None
    assert Dotazione(None, 12, FONTE).euro is None
