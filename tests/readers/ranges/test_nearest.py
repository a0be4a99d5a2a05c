"""Cases worked by hand: the nearest household that meets a goal, on the shipped measures."""

from __future__ import annotations

from datetime import date

import pytest

from casa_model.casa import edizione
from casa_model.errors import InvalidFacts, WrongDay
from casa_model.readers.ranges import (
    EITHER,
    FALSE,
    NEVER,
    NO_TEXT,
    NONE,
    TRUE,
    Absent,
    Answer,
    Exhausted,
    Found,
    Place,
    anything,
    exactly,
    is_point,
    nearest,
    perhaps,
    ranges,
    unknown,
    value_of,
)  # fmt: skip
from casa_model.rules.esito import Esito
from casa_model.rules.facts import Fatti
from casa_model.rules.names import DATA_REQUISITI
from casa_model.rules.types import BoolType, ChoiceType, CodeType, DateType, parse_type
from casa_model.values import Euro

DIFFICOLTA = edizione().misure["crs-difficolta"]
DAY = date(2024, 9, 1)
ISEE, ISP = Place("isee"), Place("isp")
HOUSEHOLD = Fatti(
    {
        "isee": Euro(940_000),
        "isp": Euro(100_000),
        "scala_equivalenza": 1,
        "componenti": 1,
        "area": "accesso",
        "data_assegnazione": date(2010, 1, 1),
        "data_contratto": date(2010, 1, 1),
        "decadenza": "nessuna",
        "riceve_crs_indigenza": False,
        "servizi_anno": Euro(100_000),
        "debito_pregresso": Euro(0),
    }
)


def admitted(answer: Answer) -> bool | None:
    """Whether everybody of a region is admitted."""
    if Esito.AMMESSO not in answer.esiti:
        return False
    return True if len(answer.esiti) == 1 else None


def with_facts(**facts: object) -> Fatti:
    """The household with other facts."""
    return Fatti({**HOUSEHOLD.valori, **facts})  # type: ignore[dict-item]  # of the right types


READER = ranges(DIFFICOLTA, on=DAY)


class TestOneFact:
    """The nearest value of one fact that admits."""

    def test_isee_to_the_cent(self) -> None:
        """9.360,00 is not below the threshold: 9.359,99 is, 40,01 lower."""
        region = READER.point(HOUSEHOLD)
        found = nearest(READER, region, {ISEE: READER.whole(region, ISEE)}, admitted)

        assert isinstance(found, Found)
        assert (found.cells, found.away) == (((935_999, 935_999, False),), 4_001)
        assert Euro(935_999) == READER.household(found.region, HOUSEHOLD).valori["isee"]

    def test_a_threshold_is_met_in_few_steps(self) -> None:
        """It is cut where the rule compares, not in the middle of a thousand million."""
        region = READER.point(HOUSEHOLD)
        found = nearest(READER, region, {ISEE: READER.whole(region, ISEE)}, admitted)

        assert found.steps < 10

    def test_another_fact_cannot_help(self) -> None:
        """That is proven."""
        region = READER.point(HOUSEHOLD)

        assert isinstance(
            nearest(READER, region, {ISP: READER.whole(region, ISP)}, admitted), Absent
        )

    def test_assets_against_a_scale(self) -> None:
        """16.000 and 5.000 for each point of the scale: 26.000,00 with a scale of 2."""
        household = with_facts(
            isee=Euro(500_000), isp=Euro(3_000_000), componenti=3, scala_equivalenza=2
        )
        region = READER.point(household)
        found = nearest(READER, region, {ISP: READER.whole(region, ISP)}, admitted)

        assert isinstance(found, Found)
        assert found.cells == ((2_600_000, 2_600_000, False),)

    def test_the_day(self) -> None:
        """Of 24 months since 15 March 2023 the first is 15 March 2025."""
        household = with_facts(isee=Euro(500_000), data_assegnazione=date(2023, 3, 15))
        region = READER.point(household)
        day = Place(DATA_REQUISITI)
        found = nearest(READER, region, {day: READER.whole(region, day)}, admitted)

        assert isinstance(found, Found)
        assert date(2025, 3, 15).toordinal() == found.region.giorno[0]

    def test_too_few_steps_say_nothing(self) -> None:
        """Which is not that there is none."""
        region = READER.point(HOUSEHOLD)
        cells = {ISEE: READER.whole(region, ISEE)}

        assert isinstance(nearest(READER, region, cells, admitted, steps=1), Exhausted)


class TestMore:
    """Two facts, and what is not known."""

    def test_two_facts(self) -> None:
        """Each to its own threshold."""
        household = with_facts(isp=Euro(3_000_000))
        region = READER.point(household)
        cells = {place: READER.whole(region, place) for place in (ISEE, ISP)}
        found = nearest(READER, region, cells, admitted)

        assert isinstance(found, Found)
        assert found.cells == ((935_999, 935_999, False), (2_200_000, 2_200_000, False))

    def test_what_is_not_known_is_one_step_away(self) -> None:
        """From not known to any value, and back."""
        region = READER.point(Fatti({k: v for k, v in HOUSEHOLD.valori.items() if k != "isee"}))
        found = nearest(READER, region, {ISEE: perhaps(READER.whole(region, ISEE))}, admitted)

        assert isinstance(found, Found)
        assert (found.away, found.cells) == (1, ((0, 0, False),))

    def test_faults_are_those_of_evaluate(self) -> None:
        """Of the facts and of the day."""
        with pytest.raises(InvalidFacts):
            READER.point(Fatti({"iseee": Euro(1)}))
        with pytest.raises(WrongDay):
            ranges(DIFFICOLTA, on=date(2010, 1, 1))


class TestCells:
    """What may be said of one thing."""

    @pytest.mark.parametrize(
        ("kind", "value", "cell"),
        [
            (BoolType(), True, TRUE),
            (BoolType(), False, FALSE),
            (BoolType(), None, NONE),
            (parse_type("euro"), Euro(5), (5, 5, False)),
            (parse_type("euro"), None, NEVER),
            (DateType(), date(1, 1, 2), (2, 2, False)),
            (ChoiceType(("a", "b")), "b", (("b",), False)),
            (CodeType(), None, NO_TEXT),
        ],
    )
    def test_of_one_value(self, kind: object, value: object, cell: object) -> None:
        """There and back."""
        assert exactly(kind, value) == cell  # type: ignore[arg-type]
        assert value_of(kind, cell) == value  # type: ignore[arg-type]
        assert is_point(cell)  # type: ignore[arg-type]

    def test_of_every_value(self) -> None:
        """Each type has its own, and may also not be known."""
        assert anything(BoolType()) == EITHER
        assert perhaps(EITHER) == EITHER | NONE
        assert anything(ChoiceType(("a", "b"))) == (("a", "b"), False)
        assert perhaps(anything(ChoiceType(("a", "b")))) == (("a", "b"), True)
        assert not is_point(perhaps(exactly(BoolType(), True)))  # noqa: FBT003 - a value
        assert unknown(DateType()) == NEVER
