"""What time changes, worked by hand on the shipped measures."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from attrs import evolve
from readers.changes.asked import found, values
from readers.changes.households import ACCESSO, DAY, DIFFICOLTA, OCCUPIED, but

from casa_model.readers.changes._giorni import the_day
from casa_model.readers.changes._inquiry import Inquiry
from casa_model.readers.changes._passi import Passi
from casa_model.readers.changes._scopi import admitted
from casa_model.readers.changes._tempo import stretches
from casa_model.readers.evaluate import evaluate
from casa_model.rules import tree as t
from casa_model.rules.facts import Cambia
from casa_model.rules.params import Riga
from casa_model.values import Euro, Periodo, Storia, Vigenza

if TYPE_CHECKING:
    from casa_model.rules.misura import Misura


def _with(nome: str, *later: tuple[date, Euro]) -> Misura:
    """The measure with other values of a number from some days."""
    some = []
    for parametro in DIFFICOLTA.parametri:
        if parametro.nome == nome:
            ((key, history),) = [(riga.chiave, riga.storia) for riga in parametro.righe]
            first = history.periodi[0]
            then = [Periodo(day, euro, first.fonte) for day, euro in later]
            parametro = evolve(parametro, righe=(Riga(key, Storia((first, *then))),))  # noqa: PLW2901 - the same one
        some.append(parametro)
    return evolve(DIFFICOLTA, parametri=tuple(some))


def _with_threshold(euro: Euro) -> Misura:
    """The measure with another ISEE threshold from 1 January 2026."""
    return _with("soglia_isee", (date(2026, 1, 1), euro))


def _at_most_30(misura: Misura) -> Misura:
    """The measure with an assignment of at most thirty months, as well as at least 24."""
    months = t.MonthsBetween(t.Fact("data_assegnazione"), t.Calendar("data_requisiti"))
    asked = t.And((t.Compare(">=", months, t.Number(24)), t.Compare("<=", months, t.Number(30))))
    return evolve(
        misura,
        requisiti=tuple(
            evolve(each, condizione=asked) if each.codice == "anzianita-assegnazione" else each
            for each in misura.requisiti
        ),
    )


class TestTime:
    """The law of a later day, facts that time changes, and days after which it is over."""

    def test_a_threshold_that_will_be_higher(self) -> None:
        """Known today, in force on 1 January 2026."""
        misura = _with_threshold(Euro(950_000))
        told = found(but(isee=Euro(940_000)), misura)
        (day,) = told.giorni

        assert (day.giorno, day.fino, day.legge) == (date(2026, 1, 1), None, True)

    def test_an_amount_that_is_another_again(self) -> None:
        """A cap of 3.000 for a month, then of 2.900: still more than now, and told for a month."""
        caps = ((date(2025, 2, 1), Euro(300_000)), (date(2025, 3, 1), Euro(290_000)))
        (day,) = found(but(servizi_anno=Euro(500_000)), _with("massimale_annuo", *caps)).giorni

        assert (day.giorno, day.fino) == (date(2025, 2, 1), date(2025, 2, 28))
        assert day.verdict.importo == Euro(300_000)

    def test_the_amount_of_who_will_be_admitted(self) -> None:
        """The cap is another on a later day, and so is what is told."""
        misura = _with("massimale_annuo", (date(2025, 2, 1), Euro(300_000)))
        facts = but(servizi_anno=Euro(500_000), data_assegnazione=date(2022, 10, 15))
        (day,) = found(facts, misura).giorni

        assert (day.giorno, day.fino) == (date(2024, 10, 15), date(2025, 1, 31))
        assert day.verdict.importo == Euro(270_000)

    def test_the_first_of_several_days(self) -> None:
        """The months are complete before the law changes."""
        misura = _with_threshold(Euro(950_000))
        (day,) = found(but(data_assegnazione=date(2022, 10, 15)), misura).giorni

        assert (day.giorno, day.fino) == (date(2024, 10, 15), None)

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
        (day,) = found(fatti, _at_most_30(DIFFICOLTA)).giorni

        assert (day.giorno, day.fino) == (date(2024, 10, 15), date(2025, 5, 14))


class TestUntil:
    """The last day, by every law that is known."""

    def test_a_later_law_refuses(self) -> None:
        """The months are complete, and a threshold that will be lower ends it."""
        fatti = but(isee=Euro(930_000), data_assegnazione=date(2022, 10, 15))
        (day,) = found(fatti, _with_threshold(Euro(900_000))).giorni

        assert (day.giorno, day.fino) == (date(2024, 10, 15), date(2025, 12, 31))

    def test_it_is_over_under_a_later_law(self) -> None:
        """Under the law of then a day is counted on: at most thirty months."""
        fatti = but(data_assegnazione=date(2023, 10, 15))
        (day,) = found(fatti, _at_most_30(_with_threshold(Euro(950_000)))).giorni

        assert (day.giorno, day.fino, day.legge) == (date(2025, 10, 15), date(2026, 5, 14), False)

    def test_the_measure_ends(self) -> None:
        """Nobody is admitted by what is no longer in force."""
        misura = evolve(DIFFICOLTA, vigenza=Vigenza(date(2020, 1, 1), date(2025, 3, 31)))
        (day,) = found(but(data_assegnazione=date(2022, 10, 15)), misura).giorni

        assert (day.giorno, day.fino) == (date(2024, 10, 15), date(2025, 3, 31))

    def test_no_law_for_a_while(self) -> None:
        """The last day before it, though the law that comes after would admit again."""
        (reader, first, _), *_others = stretches(DIFFICOLTA, DAY)
        young = but(data_assegnazione=date(2022, 10, 15))
        verdict = evaluate(DIFFICOLTA, young, on=DAY)
        inquiry = Inquiry(reader, young, verdict, (admitted,), date(2025, 3, 31), Passi(99, 99))
        (day,) = the_day(inquiry, ((reader, date(2025, 5, 1), date(2099, 12, 31)),))

        assert first == DAY
        assert (day.giorno, day.fino) == (date(2024, 10, 15), date(2025, 3, 31))

    def test_of_a_fact_and_the_day(self) -> None:
        """A pair ends as well: the lower ISEE is beyond the threshold of then."""
        fatti = but(isee=Euro(940_000), data_assegnazione=date(2022, 10, 15))
        (pair,) = found(fatti, _with_threshold(Euro(900_000))).coppie

        assert values((pair,)) == [{"isee": Euro(935_999)}]
        assert (pair.giorno, pair.fino) == (date(2024, 10, 15), date(2025, 12, 31))

    def test_of_one_requirement(self) -> None:
        """A law that is still to come may meet it, and another may undo it."""
        fatti = but(
            isee=Euro(940_000), isp=Euro(3_000_000), decadenza="c1-h",
            data_assegnazione=date(2022, 10, 15),
        )  # fmt: skip
        misura = _at_most_30(_with_threshold(Euro(950_000)))
        days = {each.requisito: each.cambiamenti[-1] for each in found(fatti, misura).rimedi}

        isee, months = days["isee"], days["anzianita-assegnazione"]
        assert (isee.giorno, isee.fino, isee.legge) == (date(2026, 1, 1), None, True)
        assert (months.giorno, months.fino) == (date(2024, 10, 15), date(2025, 5, 14))

    def test_a_requirement_that_a_later_law_does_not_ask(self) -> None:
        """Is met by time."""
        ended = tuple(
            evolve(each, vigenza=Vigenza(date(2019, 10, 14), date(2025, 12, 31)))
            if each.codice == "isee"
            else each
            for each in DIFFICOLTA.requisiti
        )
        fatti = but(isee=Euro(940_000), isp=Euro(3_000_000), decadenza="c1-h")
        some = found(fatti, evolve(DIFFICOLTA, requisiti=ended))
        (isee,) = (each for each in some.rimedi if each.requisito == "isee")

        assert isee.cambiamenti[-1].giorno == date(2026, 1, 1)

    def test_the_steps_end(self) -> None:
        """It is never told as if it were for ever."""
        misura = _at_most_30(DIFFICOLTA)
        some = [
            day
            for passi in range(1, 200, 5)
            for day in found(but(data_assegnazione=date(2022, 10, 15)), misura, passi=passi).giorni
        ]

        assert {(day.fino, day.fino_deciso) for day in some} == {
            (None, False), (date(2025, 5, 14), True),
        }  # fmt: skip
