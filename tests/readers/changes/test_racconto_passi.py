"""What is told when the steps end before the search does: never that there is nothing."""

from __future__ import annotations

from datetime import date

import pytest
from readers.changes.asked import found
from readers.changes.households import ACCESSO, DIFFICOLTA, NOTICE, OCCUPIED, but
from readers.changes.words import told

from casa_model.readers.changes import NonDeciso
from casa_model.rules.names import DATA_REQUISITI
from casa_model.values import Euro

FOUR = but(
    isee=Euro(940_000),
    isp=Euro(3_000_000),
    decadenza="c1-h",
    data_assegnazione=date(2022, 10, 15),
)
"""Refused for four requirements, each with a fact of its own."""


@pytest.mark.parametrize("passi", range(1, 40))
def test_of_a_requirement_it_is_not_told_that_nothing_meets_it(passi: int) -> None:
    """Each has a fact that does; of some it is told that it was not looked through."""
    some = found(FOUR, passi=passi)
    text = told(some)
    open_ones = {each.requisito for each in some.non_decisi} - {None}
    bare = [each.requisito for each in some.rimedi if not each.cambiamenti]

    assert "nessun cambiamento" not in text
    assert set(bare) <= open_ones
    assert text.count("richiesti: dipende da") == 0 or "anzianita-assegnazione" not in open_ones


def test_not_looked_through() -> None:
    """In both languages."""
    some = found(FOUR, passi=1)

    assert NonDeciso(("isee",), "isee") in some.non_decisi
    assert "alla soglia: non si è guardato fino in fondo, nei passi concessi." in told(some)
    assert "it was not looked through, within the steps allowed." in told(some, lang="en")


def test_of_the_outcome_nothing_was_left_open() -> None:
    """That no fact alone changes it is proven at once, whatever a requirement would take."""
    text = told(found(FOUR, passi=1))

    assert "Nessun dato, da solo o con un altro, cambia l'esito." in text
    assert "Il tempo da solo non basta" in text


def test_of_time() -> None:
    """A day that was not looked for, in a measure and in a notice; a fact that time changes."""
    young = but(data_assegnazione=date(2022, 10, 15))
    of_a_measure, of_a_notice = found(young, passi=1), found(young, NOTICE, passi=1)
    a_fact = found(OCCUPIED, ACCESSO, passi=1)
    said = "Se il tempo da solo basterebbe, nei passi concessi non si è guardato fino in fondo."

    assert NonDeciso((DATA_REQUISITI,)) in of_a_measure.non_decisi
    assert said in told(of_a_measure)
    assert said in told(of_a_notice, NOTICE)
    assert "non basterebbe" not in told(of_a_notice, NOTICE)
    assert NonDeciso(("occupazione_cinque_anni",)) in a_fact.non_decisi
    assert said in told(a_fact, ACCESSO)


def test_what_time_does_not_do_is_told_where_it_was_decided() -> None:
    """The ISEE was not looked through; that time is not enough was."""
    text = told(found(but(isee=Euro(940_000)), DIFFICOLTA, passi=1))

    assert "Il tempo da solo non basta" in text
