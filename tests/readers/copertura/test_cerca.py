"""The household that is looked for: thresholds of several facts, members, plain days."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from readers.copertura.asked import ON, household, searched

from casa_model import Euro, Fatti
from casa_model.readers.copertura import NonTrovato, Trovato, codice, punti
from casa_model.readers.copertura._punto import Passo, PuntoSoglia
from casa_model.readers.copertura._vede import Nucleo

if TYPE_CHECKING:
    from collections.abc import Callable

    from casa_model.rules.misura import Misura


@pytest.mark.parametrize(
    ("side", "total"), [("sotto", 999_99), ("pari", 1000_00), ("sopra", 1000_01)]
)
def test_a_threshold_of_three_amounts(con: Callable[..., Misura], side: str, total: int) -> None:
    """Where no search over three ranges settles it, one amount moves alone to the threshold."""
    found = searched(con(("isee < soglia", "isee - spesa + bonus < soglia")), f"isee-{side}")

    assert isinstance(found, Trovato)
    cents = {
        nome: value.cents for nome, value in found.fatti.valori.items() if isinstance(value, Euro)
    }
    assert cents["isee"] - cents["spesa"] + cents["bonus"] == total


def test_members_are_as_many_as_are_stated(con: Callable[..., Misura]) -> None:
    """Where their number is asked too, no fewer are shown."""
    two = con(("qualcuno(membri, eta < 18)", "componenti == 2 and qualcuno(membri, eta < 18)"))
    found = household(two, "minori-vero").fatti

    assert found.valori["componenti"] == 2
    assert len(found.membri or ()) == 2


def test_a_plain_day_within_its_bounds(con: Callable[..., Misura]) -> None:
    """The day that is asked is the plainest of all, and no dwelling was assigned so late."""
    old = con(('tipo = "data"', 'tipo = "data"\nmassimo = 2021-12-31'))

    assert household(old, "area-4-vero").fatti == Fatti({"assegnata": date(2021, 1, 1)})


def test_nobody_is_beside_a_threshold_without_steps(regola: Misura) -> None:
    """A point that says so is seen from neither side."""
    below = next(punto for punto in punti(regola) if codice(punto) == "isee-sotto")
    nucleo = Nucleo(regola, Fatti({"isee": Euro.parse("999.99")}), ON)

    assert isinstance(below, PuntoSoglia)
    assert nucleo.vede(below)
    assert not nucleo.vede(evolve(below, passo=Passo.NESSUNO))


@pytest.mark.parametrize(
    "point", ["isee-vero", "isee-falso", "isee-sotto", "isee-pari", "isee-sopra"]
)
def test_a_threshold_of_a_sum_and_a_product(con: Callable[..., Misura], point: str) -> None:
    """Each side is reached from another, and who is below from who is above."""
    steep = con(("isee < soglia", "isee + spesa * componenti < soglia"))

    assert isinstance(searched(steep, point), Trovato)


@pytest.mark.parametrize("side", ["sotto", "pari", "sopra"])
def test_a_threshold_in_one_arm_of_two(con: Callable[..., Misura], side: str) -> None:
    """The nearest on the other side takes another arm, far from it: only the number moves."""
    arms = con(("isee < soglia", "(isee if pagato else spesa * 2) < soglia"))

    assert isinstance(searched(arms, f"isee-{side}"), Trovato)


@pytest.mark.parametrize(
    ("condition", "below"),
    [
        ("(min(isee, massimale) if pagato else soglia + isee) < soglia", "isee-sotto"),
        ("(anziano if isee in {999.99, 899.99} else isee < soglia)", "isee-4-sotto"),
    ],
    ids=["another arm", "a cent off the way"],
)
def test_a_household_that_is_only_near_is_not_shown(
    con: Callable[..., Misura], condition: str, below: str
) -> None:
    """The nearest above is more than a cent away: the point has no household."""
    assert searched(con(("isee < soglia", condition)), below) == NonTrovato()


def test_a_sum_that_never_comes_to_it(con: Callable[..., Misura]) -> None:
    """No amount reaches 1.000,00 by sevens, alone or with others; of three that is not proven."""
    sevens = con(("isee < soglia", "isee * 7 + spesa * 7 + bonus * 7 < soglia"))

    assert searched(sevens, "isee-pari") == NonTrovato()
