"""What time changes, worked by hand on the shipped measures."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from attrs import evolve
from readers.changes.asked import found, values
from readers.changes.households import ACCESSO, DIFFICOLTA, OCCUPIED, but

from casa_model.rules import tree as t
from casa_model.rules.facts import Cambia
from casa_model.rules.params import Riga
from casa_model.values import Euro, Periodo, Storia, Vigenza

if TYPE_CHECKING:
    from casa_model.rules.misura import Misura


def _with_threshold(euro: Euro) -> Misura:
    """The measure with another ISEE threshold from 1 January 2026."""
    some = []
    for parametro in DIFFICOLTA.parametri:
        if parametro.nome == "soglia_isee":
            ((key, history),) = [(riga.chiave, riga.storia) for riga in parametro.righe]
            first = history.periodi[0]
            later = Periodo(date(2026, 1, 1), euro, first.fonte)
            parametro = evolve(parametro, righe=(Riga(key, Storia((first, later))),))  # noqa: PLW2901 - the same one
        some.append(parametro)
    return evolve(DIFFICOLTA, parametri=tuple(some))


def _from_24_to_30() -> t.Expr:
    months = t.MonthsBetween(t.Fact("data_assegnazione"), t.Calendar("data_requisiti"))
    return t.And((t.Compare(">=", months, t.Number(24)), t.Compare("<=", months, t.Number(30))))


class TestTime:
    """The law of a later day, facts that time changes, and days after which it is over."""

    def test_a_threshold_that_will_be_higher(self) -> None:
        """Known today, in force on 1 January 2026."""
        misura = _with_threshold(Euro(950_000))
        told = found(but(isee=Euro(940_000)), misura)
        (day,) = told.giorni

        assert (day.giorno, day.legge) == (date(2026, 1, 1), True)

    def test_the_first_of_several_days(self) -> None:
        """The months are complete before the law changes."""
        misura = _with_threshold(Euro(950_000))
        (day,) = found(but(data_assegnazione=date(2022, 10, 15)), misura).giorni

        assert day.giorno == date(2024, 10, 15)

    def test_a_number_that_time_makes_greater(self) -> None:
        """An age only grows, as would an ISEE that time alone changed."""
        fatti = tuple(
            evolve(each, cambia=Cambia.TEMPO) if each.nome in {"isee", "data_contratto"} else each
            for each in DIFFICOLTA.fatti
        )
        misura = evolve(DIFFICOLTA, fatti=fatti)
        older = but(riceve_crs_indigenza=True, data_contratto=date(2022, 1, 10))

        assert found(but(isee=Euro(940_000)), misura).tempo == ()
        assert found(older, misura).tempo == ()

    def test_a_law_that_helps_nobody(self) -> None:
        """A threshold that will be lower."""
        assert found(but(isee=Euro(940_000)), _with_threshold(Euro(900_000))).giorni == ()

    def test_no_longer_in_force(self) -> None:
        """What ends before the months are complete does not help."""
        misura = evolve(DIFFICOLTA, vigenza=Vigenza(date(2020, 1, 1), date(2024, 9, 30)))

        assert found(but(data_assegnazione=date(2022, 10, 15)), misura).giorni == ()

    def test_a_fact_that_time_changes(self) -> None:
        """An occupation is over after five years."""
        assert values(found(OCCUPIED, ACCESSO).tempo) == [{"occupazione_cinque_anni": False}]

    def test_a_last_day(self) -> None:
        """At most so many months, as the deed of the imaginary comune asks."""
        fatti = but(data_assegnazione=date(2022, 10, 15))
        misura = evolve(
            DIFFICOLTA,
            requisiti=tuple(
                evolve(each, condizione=_from_24_to_30())
                if each.codice == "anzianita-assegnazione"
                else each
                for each in DIFFICOLTA.requisiti
            ),
        )
        (day,) = found(fatti, misura).giorni

        assert (day.giorno, day.fino) == (date(2024, 10, 15), date(2025, 5, 14))
