"""Cases worked by hand on the shipped measures."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from readers.changes.asked import found, values
from readers.changes.households import ACCESSO, ADMITTED, DAY, DIFFICOLTA, FREE, NOTICE, but

from casa_model.readers.changes import Scopo
from casa_model.readers.evaluate import evaluate
from casa_model.rules import tree as t
from casa_model.rules.esito import Esito
from casa_model.rules.facts import Cambia, Fatti, Fatto
from casa_model.rules.misura import DetraeDa
from casa_model.rules.types import BoolType, NumberType
from casa_model.values import Euro, Testo

if TYPE_CHECKING:
    from casa_model.rules.facts import Value


class TestRefused:
    """The nearest value of each fact by which a household would be admitted."""

    def test_isee_is_lower_by_40_01(self) -> None:
        """From 9.400,00 to 9.359,99, and the contribution that is due then."""
        told = found(but(isee=Euro(940_000)))
        (change,) = told.persona
        (dato,) = change.dati

        assert (dato.nome, dato.valore, dato.nuovo) == ("isee", Euro(940_000), Euro(935_999))
        assert dato.distanza == 4001
        assert change.verdict == evaluate(DIFFICOLTA, but(isee=Euro(935_999)), on=DAY)
        assert (change.verdict.esito, change.verdict.importo) == (Esito.AMMESSO, Euro(100_000))
        assert (told.falliti, change.sana, change.cambia) == (("isee",), ("isee",), Cambia.PERSONA)
        assert (told.tempo, told.nessuno, told.giorni, told.coppie) == ((), (), (), ())

    def test_the_threshold_itself_will_not_do(self) -> None:
        """At 9.360,00 a cent is missing."""
        (change,) = found(but(isee=Euro(936_000))).persona

        assert change.distanza == 1

    def test_twenty_three_months(self) -> None:
        """On the day on which the 24th is complete; nobody can change when it began."""
        told = found(but(data_assegnazione=date(2022, 10, 15)))
        (day,) = told.giorni

        assert (day.giorno, day.fino, day.legge) == (date(2024, 10, 15), None, False)
        assert (day.sana, day.cambia) == (("anzianita-assegnazione",), Cambia.TEMPO)
        assert values(told.nessuno) == [{"data_assegnazione": date(2022, 9, 1)}]
        assert told.persona == ()

    def test_the_end_of_february(self) -> None:
        """From 29 February 2024 two years are complete on 28 February 2026."""
        (day,) = found(but(data_assegnazione=date(2024, 2, 29))).giorni

        assert day.giorno == date(2026, 2, 28)

    def test_in_a_notice_time_does_not_help(self) -> None:
        """Another notice like it would, on that day."""
        told = found(but(data_assegnazione=date(2022, 10, 15)), NOTICE)

        assert told.data_fissa == DAY
        assert [each.giorno for each in told.giorni] == [date(2024, 10, 15)]

    def test_assets_and_the_scale(self) -> None:
        """16.000 and 5.000 for each point: one person more, or assets as high as that."""
        told = found(but(isp=Euro(2_385_001), scala_equivalenza=Decimal("1.57"), componenti=2))

        assert values(told.persona) == [{"isp": Euro(2_385_000)}]

    def test_forfeiture_cannot_be_changed(self) -> None:
        """It decides, and nobody can do anything."""
        told = found(but(decadenza="c1-h"))

        assert values(told.nessuno) == [{"decadenza": "nessuna"}]
        assert (told.persona, told.tempo, told.giorni, told.coppie) == ((), (), (), ())

    def test_a_derogation_is_a_way_too(self) -> None:
        """The months of the other contribution are over, or it was never had."""
        told = found(but(riceve_crs_indigenza=True, data_contratto=date(2022, 1, 10)))
        (day,) = told.giorni

        assert day.giorno == date(2025, 1, 10)
        assert {"riceve_crs_indigenza": False} in values(told.nessuno)

    def test_what_is_missing_stays_missing(self) -> None:
        """No longer refused, and to be completed."""
        told = found(but("debito_pregresso", isee=Euro(940_000)))
        (change,) = told.persona

        assert change.verdict.esito is Esito.DA_COMPLETARE
        assert change.verdict.mancano == ("debito_pregresso",)

    def test_what_is_not_known_is_not_changed(self) -> None:
        """To learn a fact never overturns a refusal."""
        told = found(but("isp", isee=Euro(940_000)))

        assert values(told.persona) == [{"isee": Euro(935_999)}]

    def test_two_where_one_is_not_enough(self) -> None:
        """Those that a person can change come before the day."""
        told = found(but(isee=Euro(940_000), isp=Euro(3_000_000)))

        assert (told.persona, told.tempo, told.giorni) == ((), (), ())
        assert values(told.coppie) == [{"isee": Euro(935_999), "isp": Euro(2_200_000)}]
        assert set(told.coppie[0].sana) == {"isee", "patrimonio"}

    def test_a_fact_and_the_day(self) -> None:
        """A lower ISEE, and two years."""
        told = found(but(isee=Euro(940_000), data_assegnazione=date(2022, 10, 15)))
        (pair,) = told.coppie

        assert values(told.coppie) == [{"isee": Euro(935_999)}]
        assert (pair.giorno, pair.cambia) == (date(2024, 10, 15), Cambia.TEMPO)
        assert pair.verdict.esito is Esito.AMMESSO

    def test_what_the_act_asks_and_nobody_has_read(self) -> None:
        """The best outcome is to be completed."""
        fatti = Fatti({"isee": Euro(1_600_001), "isp": Euro(0), "titolo_soggiorno": "ue"})
        told = found(fatti, ACCESSO)
        (change,) = told.persona

        assert told.non_visti == ("lettera-d-e-seguenti",)
        assert change.verdict.esito is Esito.DA_COMPLETARE
        assert values(told.persona) == [{"isee": Euro(1_600_000)}]


class TestAdmitted:
    """By which more is due, and the most that one fact could give."""

    def test_no_debt_is_run_up(self) -> None:
        """It might give more, and is never proposed: nor with another fact, nor to be let in."""
        told = found(ADMITTED)

        assert (told.persona, told.coppie, told.obblighi) == ((), (), ("debito_pregresso",))
        assert found(but(servizi_anno=Euro(270_000))).obblighi == ()
        owing = t.Compare(">", t.Fact("debito_pregresso"), t.Number(100, 2))
        (first, *others) = DIFFICOLTA.requisiti
        asks = evolve(DIFFICOLTA, requisiti=(evolve(first, condizione=owing), *others))
        assert found(ADMITTED, asks).persona == ()
        assert found(ADMITTED, asks).obblighi == ("debito_pregresso",)

    @pytest.mark.parametrize(
        ("wanted", "now", "told"),
        [
            (t.Not(t.Fact("moroso")), True, ()),
            (t.Fact("moroso"), False, ("moroso",)),
            (t.Compare("<", t.Fact("arretrato"), t.Number(100, 2)), Euro(500), ()),
            (t.Compare("<", t.Fact("arretrato"), t.Number(100, 2)), Euro(1_000), ()),
            (t.Compare(">", t.Fact("arretrato"), t.Number(600, 2)), Euro(500), ("arretrato",)),
        ],
    )
    def test_a_debt_that_only_less_of_helps(
        self, wanted: t.Expr, now: Value, told: tuple[str, ...]
    ) -> None:
        """Nothing is told of more of it: that would not help, or there is no more."""
        words = Testo(it="arretrati", en="arrears")
        owed = (
            Fatto("moroso", BoolType(), words, obbligo=True),
            Fatto("arretrato", NumberType(2, euro=True, lo=0, hi=1_000), words, obbligo=True),
        )
        (first, *others) = DIFFICOLTA.requisiti
        asks = evolve(
            DIFFICOLTA,
            fatti=(*DIFFICOLTA.fatti, *owed),
            requisiti=(evolve(first, condizione=wanted), *others),
        )
        name = "moroso" if isinstance(now, bool) else "arretrato"

        assert found(but(**{name: now}), asks).obblighi == told

    def test_a_debt_may_be_paid(self) -> None:
        """Less of it is proposed, also where it is a truth."""
        clear = t.Compare("<", t.Fact("debito_pregresso"), t.Number(10000, 2))
        arrears = Fatto("moroso", BoolType(), Testo(it="moroso", en="in arrears"), obbligo=True)
        (first, *others) = DIFFICOLTA.requisiti
        asks = evolve(DIFFICOLTA, requisiti=(evolve(first, condizione=clear), *others))
        (change,) = found(but(debito_pregresso=Euro(50_000)), asks).persona

        assert values((change,)) == [{"debito_pregresso": Euro(9_999)}]
        for wanted, expected in (
            (t.Not(t.Fact("moroso")), [{"moroso": False}]),
            (t.Fact("moroso"), []),
        ):
            asks = evolve(
                DIFFICOLTA,
                fatti=(*DIFFICOLTA.fatti, arrears),
                requisiti=(evolve(first, condizione=wanted), *others),
            )
            now = isinstance(wanted, t.Not)
            assert values(found(but(moroso=now), asks).persona) == expected

    def test_debt_up_to_the_cap(self) -> None:
        """A cent more is a cent more; 1.700,00 of debt and 1.000,00 of services are 2.700,00."""
        told = found(ADMITTED, FREE)
        (change,) = told.persona
        most = change.al_massimo

        assert told.scopo is Scopo.IMPORTO
        assert values(told.persona) == [{"debito_pregresso": Euro(1)}]
        assert change.verdict.importo == Euro(100_001)
        assert most is not None
        assert (values((most,)), most.verdict.importo) == (
            [{"debito_pregresso": Euro(170_000)}],
            Euro(270_000),
        )
        assert values(told.nessuno) == [{"servizi_anno": Euro(100_001)}]

    def test_the_most_is_less_than_the_cap(self) -> None:
        """Half of the debt is taken off again: the most is where the cap is reached."""
        taken = t.Round(t.Mul(t.Number(5, 1), t.Fact("debito_pregresso")), 2)
        paid = DIFFICOLTA.importo
        assert paid is not None
        less = evolve(paid, voci=paid.voci[1:], detrae=(taken,), detrae_da=DetraeDa.CONTRIBUTO)
        told = found(but(debito_pregresso=Euro(100_000)), evolve(FREE, importo=less))
        (change,) = told.persona
        most = change.al_massimo

        assert told.verdict.importo == Euro(50_000)
        assert values(told.persona) == [{"debito_pregresso": Euro(100_002)}]
        assert most is not None
        assert values((most,)) == [{"debito_pregresso": Euro(270_000)}]
        assert most.verdict.importo == Euro(135_000)

    def test_at_the_cap_there_is_nothing_to_change(self) -> None:
        """Which is proven, and takes no search."""
        told = found(but(servizi_anno=Euro(270_000)))

        assert told.tutti == ()
        assert told.non_decisi == ()

    def test_one_to_be_completed(self) -> None:
        """What is missing is said, and nothing else is looked for."""
        told = found(but("isee"))

        assert (told.scopo, told.esito, told.mancano, told.tutti) == (
            Scopo.NESSUNO, Esito.DA_COMPLETARE, ("isee",), (),
        )  # fmt: skip
