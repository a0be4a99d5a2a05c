"""The parts of a notice."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest
from attrs import evolve

from casa_model.errors import IllTyped, InvalidValue
from casa_model.rules.avviso import Avviso, Differenza, Dotazione, Operazione
from casa_model.rules.misura import Calendario, Misura
from casa_model.values import Euro, Fonte, Grado, Testo, Vigenza

if TYPE_CHECKING:
    from casa_model.rules.misura import Momento

FONTE = Fonte(Grado.SECONDARIA, testo="avviso")
TEXT = Testo(it="prova", en="trial")
MEASURE = Misura("m", TEXT, FONTE, Vigenza(date(2020, 1, 1)), (), (), (), ())
MAY = date(2024, 5, 1)
NOON = datetime(2024, 5, 1, 12)  # noqa: DTZ001 - by the clock of Italy, as notices have it
ONE = datetime(2024, 5, 1, 13)  # noqa: DTZ001 - as above


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
    with pytest.raises(IllTyped, match="fixes its law"):
        Avviso("a", TEXT, "Comune immaginario", "m", MEASURE, FONTE)


def timed(
    pubblicazione: Momento | None, apertura: Momento | None, chiusura: Momento | None
) -> Avviso:
    """A notice with these dates."""
    misura = evolve(MEASURE, calendario=Calendario(MAY, MAY))
    terms = pubblicazione, apertura, chiusura
    return Avviso("a", TEXT, "Comune immaginario", "m", misura, FONTE, *terms)


@pytest.mark.parametrize(
    ("terms", "told"),
    [
        ((None, MAY, date(2024, 4, 1)), "`apertura` is later than `chiusura`"),
        ((None, ONE, NOON), "`apertura` is later than `chiusura`"),
        ((MAY, date(2024, 4, 30), None), "`pubblicazione` is later than `apertura`"),
        ((MAY, None, date(2024, 4, 30)), "`pubblicazione` is later than `chiusura`"),
    ],
)
def test_dates_out_of_order(
    terms: tuple[Momento | None, Momento | None, Momento | None], told: str
) -> None:
    """A notice is published, opens and closes, in this order."""
    with pytest.raises(InvalidValue, match=told):
        timed(*terms)


@pytest.mark.parametrize("terms", [(NOON, MAY, NOON), (None, NOON, MAY), (MAY, None, None)])
def test_dates_in_order(terms: tuple[Momento | None, Momento | None, Momento | None]) -> None:
    """A bare day includes the whole of it."""
    assert timed(*terms).chiusura == terms[2]


def test_an_hour_is_that_of_italy() -> None:
    """A time zone is refused, as in a file."""
    with pytest.raises(InvalidValue, match="time zone"):
        timed(None, None, datetime(2024, 5, 1, tzinfo=UTC))
