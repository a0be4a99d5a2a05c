"""What each step may come to: tables of the law, texts, days that nobody has written, cuts."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from readers.trial import BASE, FONTE, NEW, WORDS, requirement

from casa_model.readers.ranges import (
    EITHER,
    FALSE,
    NEVER,
    NO_TEXT,
    NONE,
    TRUE,
    Exhausted,
    Found,
    Place,
    nearest,
    perhaps,
    ranges,
)  # fmt: skip
from casa_model.readers.ranges._spans import add, mul, shifted, sub
from casa_model.rules import tree as t
from casa_model.rules.facts import Fatti, Fatto
from casa_model.rules.misura import Calendario, Requisito
from casa_model.rules.params import IndiceScelta, Parametro, Riga
from casa_model.rules.same import Same
from casa_model.rules.types import BoolType, ChoiceType, CodeType, DateType, Type
from casa_model.values import Euro, Periodo, Storia

if TYPE_CHECKING:
    from collections.abc import Callable

    from casa_model.readers.ranges import Answer, Span
    from casa_model.rules.params import ParamValue

AREA = ChoiceType(("protezione", "accesso", "permanenza"))
FATTI = (*BASE.fatti, Fatto("area", AREA, WORDS), Fatto("comune", CodeType(), WORDS))
ISEE, COMUNE = Place("isee"), Place("comune")
ONE = t.Number(1)


def table(nome: str, tipo: Type, **rows: ParamValue) -> Parametro:
    """A parameter by area."""
    some = tuple(
        Riga((area,), Storia((Periodo(date(2020, 1, 1), value, FONTE),)))
        for area, value in rows.items()
    )
    return Parametro(nome, tipo, WORDS, some, (IndiceScelta(AREA.values),))


BY_AREA = (
    table("aperta", BoolType(), protezione=True, accesso=False, permanenza=True),
    table("dal", DateType(), protezione=NEW, accesso=date(2024, 1, 1), permanenza=NEW),
    table("capoluogo", CodeType(), protezione="015146", accesso="016024", permanenza="015146"),
)
AREA_FACT = (t.Fact("area"),)
MISURA = evolve(
    BASE,
    fatti=FATTI,
    parametri=(*BASE.parametri, *BY_AREA),
    requisiti=(
        Requisito("aperta", WORDS, FONTE, t.Param("aperta", AREA_FACT)),
        Requisito(
            "dal", WORDS, FONTE, t.Compare(">=", t.Fact("contratto"), t.Param("dal", AREA_FACT))
        ),
        Requisito(
            "comune",
            WORDS,
            FONTE,
            t.Compare("==", t.Fact("comune"), t.Param("capoluogo", AREA_FACT)),
        ),
    ),
)
HOUSEHOLD = Fatti({"area": "accesso", "contratto": date(2024, 2, 1), "comune": "F205"})


def all_true(answer: Answer) -> bool | None:
    """Whether every requirement holds."""
    if any(not mask & TRUE for mask in answer.requisiti):
        return False
    return True if all(mask == TRUE for mask in answer.requisiti) else None


class TestTables:
    """An entry of the law for some keys, or for one that is not known."""

    reader = ranges(MISURA, on=NEW)
    region = reader.point(HOUSEHOLD)

    def test_for_one_key(self) -> None:
        """Truths, days and texts."""
        assert self.reader.answer(self.region).requisiti == (FALSE, TRUE, FALSE)

    def test_for_some(self) -> None:
        """What any of the rows says."""
        area = Place("area")
        some = self.reader.put(self.region, {area: (("protezione", "accesso"), False)})
        many = self.reader.put(self.region, {area: (("protezione", "permanenza"), True)})

        assert self.reader.answer(some).requisiti == (EITHER, EITHER, FALSE)
        assert self.reader.answer(many).requisiti == (TRUE | NONE, FALSE | NONE, FALSE | NONE)

    def test_for_one_that_is_not_known(self) -> None:
        """Nothing is known of the entry."""
        reader = self.reader
        region = reader.point(Fatti({"contratto": NEW, "comune": "F205"}))

        assert reader.answer(region).requisiti == (NONE, NONE, NONE)

    def test_codes_of_the_law_and_others(self) -> None:
        """A code is one of those that the law names, that of the household, or another."""
        found = self.reader.whole(self.region, COMUNE)

        assert found == (("015146", "016024", "F205", "altro-1"), False)

    def test_two_places(self) -> None:
        """The nearest household that the table lets in."""
        cells = {
            place: perhaps(self.reader.whole(self.region, place))
            for place in (Place("area"), COMUNE, Place("contratto"))
        }
        found = nearest(self.reader, self.region, cells, all_true)

        assert isinstance(found, Found)
        assert self.reader.household(found.region, HOUSEHOLD) == Fatti(
            {"area": "protezione", "contratto": NEW, "comune": "015146"}
        )


class TestDays:
    """Days of a notice that nobody has written, and cuts at what the rule writes."""

    def test_a_day_that_there_is_not(self) -> None:
        """With no notice `apertura` is not known."""
        misura = evolve(BASE, requisiti=(requirement("giorno", "contratto < apertura"),))
        reader = ranges(misura, on=NEW)

        assert reader.answer(reader.point(Fatti({"contratto": NEW}))).requisiti == (NONE,)

    def test_equal_to_a_number(self) -> None:
        """One value of a thousand million is found at once."""
        misura = evolve(
            BASE,
            requisiti=(
                requirement("uguale", "isee == 150.00 and quota in {0.50, 0.7}"),
                requirement("diversa", "isee + spesa > 0.00"),
            ),
        )
        reader = ranges(misura, on=NEW)
        region = reader.point(Fatti({"isee": Euro(9), "quota": 0, "spesa": Euro(0)}))
        places = (ISEE, Place("quota"))
        cells = {place: reader.whole(region, place) for place in places}
        found = nearest(reader, region, cells, all_true)

        assert isinstance(found, Found)
        assert found.cells == ((15_000, 15_000, False), (50, 50, False))
        assert found.steps < 40

    def test_what_is_compared_is_not_known(self) -> None:
        """There is no place to cut at: the middle serves."""
        misura = evolve(BASE, requisiti=(requirement("a", "isee > spesa or isee + isee > 7.00"),))
        reader = ranges(misura, on=NEW)
        region = reader.point(Fatti({"isee": Euro(9)}))
        found = nearest(reader, region, {ISEE: reader.whole(region, ISEE)}, all_true)

        assert isinstance(found, Found)
        assert found.cells == ((351, 351, False),)

    def test_nothing_that_the_rule_reads(self) -> None:
        """No place to move: the household as it is, or none."""
        reader = ranges(BASE, on=NEW)
        region = reader.point(Fatti({"isee": Euro(1)}))

        assert isinstance(nearest(reader, region, {}, all_true), Found)
        assert isinstance(nearest(reader, region, {}, all_true, steps=0), Found | Exhausted)

    def test_days_of_a_notice_move_together(self) -> None:
        """The contract is before the opening from the third day after it on."""
        days = (("apertura", date(2024, 5, 1)),)
        misura = evolve(
            BASE,
            requisiti=(requirement("giorno", "contratto < apertura and pagato"),),
            calendario=Calendario(NEW, NEW, days),
        )
        reader = ranges(misura, on=NEW)
        region = reader.point(Fatti({"contratto": date(2024, 5, 3), "pagato": True}))
        day = Place("data_requisiti")
        found = nearest(reader, region, {day: reader.whole(region, day)}, all_true)

        assert isinstance(found, Found)
        assert found.away == 3
        assert reader.cell(found.region, day) == ((NEW.toordinal() + 3,) * 2 + (False,))

    def test_a_code_that_is_not_known(self) -> None:
        """Nearest is that it stays so."""
        reader = TestTables.reader
        region = reader.point(Fatti({"area": "accesso", "contratto": NEW}))
        cells = {COMUNE: perhaps(reader.whole(region, COMUNE))}

        def open_(answer: Answer) -> bool | None:
            mask = answer.requisiti[2]
            return mask == NONE if not mask & EITHER or not mask & NONE else None

        found = nearest(reader, region, cells, open_)

        assert isinstance(found, Found)
        assert (found.away, found.cells) == (0, (NO_TEXT,))


class TestRemembered:
    """A measure is read once."""

    def test_by_what_it_is(self) -> None:
        """The very same object."""
        assert ranges(BASE, on=NEW) is ranges(BASE, on=NEW)
        assert ranges(BASE, on=NEW) is not ranges(evolve(BASE), on=NEW)
        assert Same(BASE) != BASE
        assert NEVER == (1, 0, True)


class TestCounted:
    """Complete years, and members who are listed."""

    def test_years(self) -> None:
        """As many as there are from one day to the other, or from its eve."""
        old = t.Compare(
            ">=", t.YearsBetween(t.Fact("contratto"), t.Calendar("data_requisiti")), t.Number(2)
        )
        ranged = ranges(BASE, on=NEW, also=(old,))
        place = Place("contratto")
        for year, held in ((2022, TRUE), (2023, FALSE)):
            day = date(year, NEW.month, NEW.day)
            region = ranged.point(Fatti({"contratto": day}))
            assert ranged.answer(region).also == (held,)
            assert ranged.cell(region, place) == (day.toordinal(), day.toordinal(), False)

    def test_members_who_are_listed_say_how_many(self) -> None:
        """Their number is what it is, and nothing else may stand there."""
        counted = t.Compare(">", t.Count(t.Compare(">", t.MemberFact("eta"), t.Number(3))), ONE)
        many = t.Compare("<", t.Fact("componenti"), t.Number(9))
        ranged = ranges(BASE, on=NEW, also=(counted, many))
        place = Place("componenti")

        assert ranged.whole(ranged.point(Fatti({}, [{}, {}])), place) == (2, 2, False)
        assert ranged.whole(ranged.point(Fatti()), place) == (1, 30, False)


class TestNever:
    """A number that nobody knows, whatever is done with it."""

    @pytest.mark.parametrize("reckoned", [add, mul, shifted, sub])
    def test_nothing_comes_of_it(self, reckoned: Callable[[Span, Span], Span]) -> None:
        """On either side."""
        seven = (7, 7, False)

        assert reckoned(NEVER, seven) is NEVER
        assert reckoned(seven, NEVER) is NEVER
