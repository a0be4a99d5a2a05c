"""What the searches for changes do not do, and what a change must be."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from attrs import evolve
from readers.changes.asked import found, values
from readers.changes.households import ADMITTED, DAY, DIFFICOLTA, FREE, but

from casa_model.errors import CasaError, IllTyped, InvalidFacts, InvalidValue
from casa_model.readers.changes import Cambiamento, DatoCambiato
from casa_model.readers.evaluate import evaluate
from casa_model.rules import tree as t
from casa_model.rules.esito import Esito
from casa_model.rules.facts import Cambia, Fatti
from casa_model.values import Euro


class TestRemedies:
    """Where no change is enough: what each requirement would take by itself."""

    def test_three_requirements(self) -> None:
        """The nearest change for each; each is re-evaluated, and the outcome stays."""
        told = found(but(isee=Euro(940_000), isp=Euro(3_000_000), decadenza="c1-h"))

        assert told.tutti == ()
        assert [(each.requisito, values(each.cambiamenti)) for each in told.rimedi] == [
            ("isee", [{"isee": Euro(935_999)}]),
            ("decadenza", [{"decadenza": "nessuna"}]),
            ("patrimonio", [{"isp": Euro(2_200_000)}]),
        ]
        for each in told.rimedi:
            (change,) = each.cambiamenti
            assert each.requisito in change.sana
            assert change.verdict.esito is Esito.NON_AMMESSO

    def test_time_for_one_of_them(self) -> None:
        """The first day on which it is met, by the law that there is."""
        told = found(
            but(isee=Euro(940_000), isp=Euro(3_000_000), data_assegnazione=date(2022, 10, 15))
        )
        first = told.rimedi[0]

        assert first.requisito == "anzianita-assegnazione"
        assert [each.giorno for each in first.cambiamenti] == [None, date(2024, 10, 15)]

    def test_what_no_known_fact_meets(self) -> None:
        """It is told with no change."""
        never = evolve(DIFFICOLTA.requisiti[0], condizione=t.Truth(value=False))
        misura = evolve(DIFFICOLTA, requisiti=(never, *DIFFICOLTA.requisiti[1:]))

        assert [(each.requisito, each.cambiamenti) for each in found(ADMITTED, misura).rimedi] == [
            ("area", ())
        ]

    def test_only_where_no_change_is_enough(self) -> None:
        """A pair is one."""
        assert found(but(isee=Euro(940_000), isp=Euro(3_000_000))).rimedi == ()
        assert found(but(isee=Euro(940_000))).rimedi == ()


class TestLimits:
    """What is not tried, and what was not decided."""

    def test_members_who_are_listed(self) -> None:
        """To add one is not one fact; it is said where it might help, and not elsewhere."""
        high = Fatti({**but(isp=Euro(2_300_000)).valori, "componenti": 1}, [{}])
        other = Fatti({**but(isee=Euro(940_000)).valori, "componenti": 1}, [{}])
        told = found(evolve(high, valori={**high.valori, "scala_equivalenza": Decimal("1.57")}))

        assert told.esclusi == ("componenti",)
        assert values(told.persona) == [{"isp": Euro(2_200_000)}]
        assert found(other).esclusi == ()

    def test_too_few_steps(self) -> None:
        """What was not decided is named, never dropped."""
        told = found(but(isee=Euro(940_000)), passi=1)

        assert {each.nomi for each in told.non_decisi} == {("isee",)}
        assert told.persona == ()

    def test_too_few_for_pairs(self) -> None:
        """Those that were not tried are named together."""
        told = found(but(isee=Euro(940_000), isp=Euro(3_000_000)), passi=4)

        assert told.non_decisi
        assert "isp" in told.non_decisi[-1].nomi

    def test_too_few_for_the_most(self) -> None:
        """The nearest is told, and the fact is named among those not decided."""
        some = (found(ADMITTED, FREE, passi=passi) for passi in range(1, 200))
        short = next(each for each in some if each.persona)
        (change,) = short.persona

        assert change.al_massimo is None
        assert (change.dati[0].nome,) in [each.nomi for each in short.non_decisi]

    def test_faults_are_those_of_evaluate(self) -> None:
        """A fact that is not declared."""
        with pytest.raises(InvalidFacts):
            found(Fatti({"iseee": Euro(1)}))

    @pytest.mark.parametrize(
        ("passi", "error"),
        [("1", IllTyped), (True, IllTyped), (-5, InvalidValue), (0, InvalidValue)],
    )
    def test_steps_are_one_at_least(self, passi: int, error: type[CasaError]) -> None:
        """A whole number of them."""
        with pytest.raises(error, match="`passi`"):
            found(ADMITTED, passi=passi)

    def test_no_value_in_a_repr(self) -> None:
        """Of none of them."""
        told = repr(found(but(isee=Euro(940_000))))

        assert "9400" not in told
        assert "9359" not in told
        assert "4001" not in told


def test_a_change_of_nothing() -> None:
    """It is none: a fact changes, or the day, and there is a verdict."""
    verdict = evaluate(DIFFICOLTA, ADMITTED, on=DAY)

    with pytest.raises(IllTyped, match="a fact or the day"):
        Cambiamento((), verdict)
    with pytest.raises(IllTyped, match="`verdict`"):
        Cambiamento((), None, giorno=DAY)  # type: ignore[arg-type]
    assert Cambiamento((), verdict, giorno=DAY).cambia is Cambia.TEMPO


def test_a_fact_with_a_value_of_another_kind() -> None:
    """It is refused, and the value is told to nobody."""
    (isee,) = (fatto for fatto in DIFFICOLTA.fatti if fatto.nome == "isee")

    assert DatoCambiato(isee, None, Euro(2), Euro(1), 1).nome == "isee"
    for wrong in ("9400.00", Euro(-940_000), 940_000):
        with pytest.raises(IllTyped, match="`nuovo` is no value of `isee`") as refused:
            DatoCambiato(isee, None, Euro(2), wrong, 1)  # type: ignore[arg-type]
        assert "940" not in str(refused.value)
    with pytest.raises(IllTyped, match="`fatto`"):
        DatoCambiato("isee", None, Euro(2), Euro(1), 1)  # type: ignore[arg-type]
    with pytest.raises(IllTyped, match="`membro`"):
        DatoCambiato(isee, "1", Euro(2), Euro(1), 1)  # type: ignore[arg-type]
