"""Parameters: the value and the source of a day, for each key."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from casa_model.rules.params import IndiceIntero, IndiceScelta, Parametro, Riga
from casa_model.rules.types import NumberType
from casa_model.values import Fonte, Grado, Periodo, Storia, Testo

FIRST, SECOND, THIRD = date(2019, 1, 1), date(2020, 1, 1), date(2021, 1, 1)
OLD, NEW = Fonte(Grado.SECONDARIA, testo="old"), Fonte(Grado.SECONDARIA, testo="new")
ONE = Periodo(FIRST, Decimal("1.00"), OLD)
TWO = Periodo(SECOND, Decimal("2.00"), NEW)
SCALA = Parametro(
    "scala",
    NumberType(2, euro=False, lo=100, hi=200),
    Testo(it="scala", en="scale"),
    (Riga((1, "a"), Storia((ONE, TWO))), Riga((2, "a"), Storia((ONE,), cessa=SECOND))),
    (IndiceIntero(1, 2), IndiceScelta(("a",))),
)


def test_the_value_of_a_day() -> None:
    """The last that has started; with its source."""
    assert SCALA.il(FIRST, (1, "a")) == ONE
    assert SCALA.il(SECOND, (1, "a")) == TWO


def test_no_value() -> None:
    """Before the first day, after the end, for another key."""
    assert SCALA.il(date(2018, 12, 31), (1, "a")) is None
    assert SCALA.il(SECOND, (2, "a")) is None
    assert SCALA.il(FIRST, (3, "a")) is None
    assert SCALA.il(FIRST) is None


def test_the_sources_of_a_day() -> None:
    """One for each row that has a value then."""
    assert SCALA.fonti(FIRST) == (OLD, OLD)
    assert SCALA.fonti(THIRD) == (NEW,)
