"""The parts of a notice."""

from __future__ import annotations

from datetime import date

import pytest

from casa_model.errors import IllTyped, InvalidValue
from casa_model.rules.avviso import Avviso, Differenza, Dotazione, Operazione
from casa_model.rules.misura import Misura
from casa_model.values import Euro, Fonte, Grado, Testo, Vigenza

FONTE = Fonte(Grado.SECONDARIA, testo="avviso")


def test_a_difference_says_what_a_notice_does() -> None:
    """To which part, and by whose word."""
    found = Differenza("requisito", "isee", Operazione.SOSTITUISCE, FONTE)

    assert (found.operazione.value, found.motivo) == ("sostituisce", None)


def test_an_endowment_is_money_or_dwellings() -> None:
    """One of the two is None."""
    assert Dotazione(Euro(251_890), None, FONTE).alloggi is None
    assert Dotazione(None, 12, FONTE).euro is None


@pytest.mark.parametrize(
    ("euro", "alloggi"), [(None, None), (Euro(1), 1), (Euro(-1), None), (None, -1)]
)
def test_an_endowment_is_one_thing(euro: Euro | None, alloggi: int | None) -> None:
    """Euro or dwellings, never both or neither, never below zero."""
    with pytest.raises(InvalidValue, match="write only one"):
        Dotazione(euro, alloggi, FONTE)


def test_a_notice_fixes_its_law() -> None:
    """A measure that answers on any day is not yet that of a notice."""
    text = Testo(it="prova", en="trial")
    measure = Misura("m", text, FONTE, Vigenza(date(2020, 1, 1)), (), (), (), ())

    with pytest.raises(IllTyped, match="fixes its law"):
        Avviso("a", text, "Comune immaginario", "m", measure, FONTE)
