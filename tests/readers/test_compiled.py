"""The fast reader: built once, refuses what the reference refuses, runs no text of a file."""

from __future__ import annotations

import pickle
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from examples import many
from generative.test_agreement import day_of
from hypothesis import given
from hypothesis import strategies as st
from readers.trial import BASE, NEW, OLD, definition, requirement

from casa_model.errors import CasaError, IllTyped, InvalidFacts, WrongDay
from casa_model.readers.compiled import compiled
from casa_model.readers.compiled._compiled import _code
from casa_model.readers.evaluate import evaluate
from casa_model.rules import tree as t
from casa_model.rules.bits import Bits
from casa_model.rules.facts import Fatti
from casa_model.rules.misura import (
    Calendario,
    Importo,
    Misura,
    Voce,
)
from casa_model.rules.params import Riga
from casa_model.testing._households import households
from casa_model.testing._measures import measures
from casa_model.values import Euro, Periodo, Storia

if TYPE_CHECKING:
    from collections.abc import Mapping


def told(misura: Misura, fatti: Fatti, on: date = NEW) -> str:
    """What the reference says of facts that it refuses."""
    with pytest.raises(CasaError) as error:
        evaluate(misura, fatti, on=on)
    return str(error.value)


class TestBuilding:
    """A measure on a day is built once."""

    def test_it_is_kept(self) -> None:
        """The same measure on the same day is the same object; another day is another."""
        assert compiled(BASE, on=NEW) is compiled(BASE, on=NEW)
        assert compiled(BASE, on=NEW) is not compiled(BASE, on=OLD)

    def test_two_days_of_one_law_run_one_code(self) -> None:
        """The day of the requisites is no part of the text."""
        misura = evolve(
            BASE, requisiti=(requirement("r", "mesi_tra(contratto, data_requisiti) >= 24"),)
        )
        one, other = compiled(misura, on=NEW), compiled(misura, on=date(2024, 7, 1))
        since = Fatti({"contratto": date(2022, 7, 1)})
        before = _code.cache_info().misses
        _code(one.source)

        assert one.source == other.source
        assert before == _code.cache_info().misses
        assert not one.verdict(since).findings[0].esito
        assert other.verdict(since).findings[0].esito

    def test_its_repr_is_short(self) -> None:
        """It names the measure and the day; rules and code are long."""
        assert "source" not in repr(compiled(BASE, on=NEW))

    def test_it_travels(self) -> None:
        """To a process of a pool goes the measure, and is compiled there."""
        fatti = Fatti({"isee": Euro(1)})
        copy = pickle.loads(pickle.dumps(compiled(BASE, on=NEW)))  # noqa: S301 - our own bytes

        assert copy.verdict(fatti) == evaluate(BASE, fatti, on=NEW)

    @pytest.mark.parametrize("on", [date(2020, 12, 31), date(2026, 1, 1)])
    def test_a_day_out_of_force(self, on: date) -> None:
        """It does not answer, in the words of the reference."""
        with pytest.raises(WrongDay) as error:
            compiled(BASE, on=on)

        assert told(BASE, Fatti(), on) == str(error.value)

    def test_a_moment_is_no_day(self) -> None:
        """As for the reference."""
        with pytest.raises(IllTyped):
            compiled(BASE, on=datetime(2024, 1, 1, 12))  # noqa: DTZ001 - no zone is the point

    def test_a_parameter_without_a_value(self) -> None:
        """A measure in force whose law is not yet: the reference's words, when it is built."""
        late = Storia((Periodo(date(2025, 1, 1), Euro(1), BASE.fonte),))
        soglia = evolve(BASE.parametri[0], righe=(Riga((), late),))
        misura = evolve(BASE, parametri=(soglia,))
        with pytest.raises(WrongDay) as error:
            compiled(misura, on=NEW)

        assert told(misura, Fatti()) == str(error.value)

    def test_a_notice_without_one_of_its_days(self) -> None:
        """The day is not known for anybody, and is what is missing."""
        fixed = Calendario(NEW, OLD)
        misura = evolve(
            BASE, calendario=fixed, requisiti=(requirement("r", "contratto < apertura"),)
        )
        fatti = Fatti({"contratto": OLD})
        found = compiled(misura, on=NEW).verdict(fatti)

        assert found == evaluate(misura, fatti, on=NEW)
        assert found.mancano == ("apertura",)


NOT_FITTING: Mapping[str, dict[str, object]] = {
    "a name that is none": {"Mario Rossi": True},
    "an undeclared fact": {"redito": Euro(1)},
    "a text for money": {"isee": "9360.00"},
    "a number for money": {"isee": Decimal(9360)},
    "money out of range": {"isee": Euro(-1)},
    "a truth for a number": {"componenti": True},
    "a fraction for a whole number": {"componenti": Decimal("2.5")},
    "a number too large": {"componenti": Decimal("1e40")},
    "no number": {"quota": Decimal("NaN")},
    "a number with too many digits": {"quota": Decimal("0." + "0" * 120 + "1")},
    "a moment for a day": {"contratto": datetime(2024, 1, 1)},  # noqa: DTZ001
    "a day out of the calendar": {"contratto": date(1899, 1, 1)},
    "an empty code": {"protocollo": ""},
    "two faults": {"isee": Euro(-1), "pagato": "sì"},
}


class TestFacts:
    """Facts that do not fit are refused in the words of the reference."""

    @pytest.mark.parametrize("what", NOT_FITTING)
    def test_household(self, what: str) -> None:
        """All faults at once, and no value."""
        fatti = Fatti(NOT_FITTING[what])
        with pytest.raises(InvalidFacts) as error:
            compiled(BASE, on=NEW).prepare(fatti)

        assert told(BASE, fatti) == str(error.value)

    @pytest.mark.parametrize(
        "fatti",
        [
            Fatti({}, ({"eta": 200},)),
            Fatti({}, ({"eta": 20}, {"isee": Euro(1)})),
            Fatti({"componenti": 3}, ({"eta": 20},)),
            Fatti({}, ({"eta": 20},) * 31),
            Fatti({"componenti": Decimal("NaN")}, ({"eta": 20},)),
        ],
        ids=["range", "not a member's", "not as many", "too many", "no number"],
    )
    def test_members(self, fatti: Fatti) -> None:
        """Of members too, and of how many they are."""
        with pytest.raises(InvalidFacts) as error:
            compiled(BASE, on=NEW).verdict(fatti)

        assert told(BASE, fatti) == str(error.value)

    def test_a_fact_that_no_rule_reads(self) -> None:
        """It is checked, and has no place in the row."""
        fast = compiled(BASE, on=NEW)

        assert fast.prepare(Fatti({"pagato": True})) == fast.prepare(Fatti())

    def test_a_row(self) -> None:
        """Whether all is known, the members, then the facts that the rule reads."""
        misura = evolve(
            BASE, requisiti=(requirement("r", "qualcuno(membri, eta > 3) and isee < soglia"),)
        )
        fast = compiled(misura, on=NEW)

        assert fast.prepare(Fatti({"isee": Euro(5)}, ({"eta": 4},))) == (True, ((4,),), 5)
        assert fast.prepare(Fatti({"isee": Euro(5)}, ({},))) == (False, ((None,),), 5)
        assert fast.prepare(Fatti({"isee": Euro(5)})) == (False, None, 5)
        assert fast.prepare(Fatti({}, ({"eta": 4},))) == (False, ((4,),), None)


class TestVerdict:
    """The whole verdict, where the five numbers say less."""

    def test_findings_that_say_the_same_are_one_object(self) -> None:
        """A million households share a few hundred findings."""
        fast = compiled(BASE, on=NEW)
        one, other = (fast.verdict(Fatti({"isee": Euro(cents)})) for cents in (1, 2))

        assert one.findings[0] is other.findings[0]

    def test_definitions_have_the_decimals_of_their_type(self) -> None:
        """Money with four decimals is a number, with two it is money; days are days."""
        misura = evolve(
            BASE,
            definizioni=(
                definition("contributo", "quota * isee"),
                definition("resto", "isee + isee"),
            ),
            requisiti=(
                requirement("a", "contributo > 0"),
                requirement("b", "resto > 0"),
            ),
        )
        found = compiled(misura, on=NEW).verdict(
            Fatti({"quota": Decimal("0.5"), "isee": Euro(100)})
        )

        assert [each.valore for each in found.definizioni] == [Decimal("0.5000"), Euro(200)]
        assert str(found.definizioni[0].valore) == "0.5000"

    def test_the_five_numbers(self) -> None:
        """Outcome, cents, failed, unknown, missing."""
        importo = Importo((Voce("spesa", t.Fact("spesa")),))
        misura = evolve(
            BASE,
            requisiti=(requirement("isee", "isee < soglia"), requirement("pagato", "pagato")),
            importo=importo,
        )
        fast = compiled(misura, on=NEW)

        def asked(**known: object) -> Bits:
            return Bits(*fast.bits(fast.prepare(Fatti(known))))

        assert asked(isee=Euro(1), pagato=True, spesa=Euro(7)) == Bits(2, 7, 0, 0, 0)
        assert asked(isee=Euro(936_000), pagato=True, spesa=Euro(7)) == Bits(0, None, 1, 0, 0)
        assert asked(isee=Euro(936_000)) == Bits(0, None, 1, 2, 0)
        assert asked(isee=Euro(1)) == Bits(1, None, 0, 2, 0b1_0001)

    @many(100)
    @given(st.data())
    def test_a_household_of_which_all_is_known(self, data: st.DataObject) -> None:
        """The short half of the function: nothing is unknown, and it is the same verdict."""
        misura = data.draw(measures())
        on = day_of(misura, data)
        fatti = data.draw(households(misura, known=0))
        fast = compiled(misura, on=on)
        row = fast.prepare(fatti)

        assert row[0] is True
        assert evaluate(misura, fatti, on=on) == fast.verdict(fatti)
        assert fast.bits(row) == fast.bits((False, *row[1:]))
