"""One value of one fact, by its assumption; and where the rules draw a line through it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from casa.confronta.rules import version
from casa.popolazione.assumed import assumed

from casa_model.casa.popolazione import IpotesiFatto
from casa_model.casa.popolazione._dado import Dado
from casa_model.casa.popolazione._estrai import estrai
from casa_model.casa.popolazione._soglie import linee_di, vicini
from casa_model.rules.facts import Fatti, Fatto
from casa_model.rules.types import BoolType, ChoiceType, CodeType, DateType, NumberType
from casa_model.values import Euro, Testo

if TYPE_CHECKING:
    from casa_model.rules.facts import Value
    from casa_model.rules.types import Type

ON = date(2024, 6, 1)


def draws(tipo: Type, own: IpotesiFatto, componenti: int = 1) -> set[Value | None]:
    """What is drawn of a fact in a hundred households."""
    some = evolve(assumed(), fatti={"x": own})
    fatto = Fatto("x", tipo, Testo(it="x", en="x"))
    return {
        estrai(some, fatto, Dado(1, at, "x"), componenti=componenti, giorno=ON) for at in range(100)
    }


class TestEstrai:
    """Each kind of fact."""

    def test_truths(self) -> None:
        """As often as assumed, and not known as often as assumed."""
        assert draws(BoolType(), IpotesiFatto(vero=100, ignoto=0)) == {True}
        assert draws(BoolType(), IpotesiFatto(vero=0, ignoto=50)) == {False, None}

    def test_numbers(self) -> None:
        """In a span, or by the size of the household; by default from the least up."""
        money = NumberType(2, euro=True, lo=0, hi=99_999_999)
        span = IpotesiFatto(da=Euro(10), a=Euro(11), ignoto=0)
        steps = IpotesiFatto(per_componenti=(Decimal("1.00"), Decimal("1.57")), ignoto=0)
        scale = NumberType(2, euro=False, lo=100, hi=300)

        assert draws(money, span) == {Euro(10), Euro(11)}
        assert draws(scale, steps) == {Decimal("1.00")}
        assert draws(scale, steps, 9) == {Decimal("1.57")}
        assert draws(NumberType(0, euro=False, lo=3, hi=4), IpotesiFatto(ignoto=0)) == {3, 4}
        assert max(str(value) for value in draws(money, IpotesiFatto(ignoto=0))) < "99999.00"

    def test_days_choices_codes(self) -> None:
        """A day before the requisites, a choice by weight, a code of six digits."""
        days = draws(DateType(), IpotesiFatto(anni_prima=1, ignoto=0))
        late = draws(DateType(lo=date(2030, 1, 1)), IpotesiFatto(ignoto=0))
        choice = ChoiceType(("a", "b", "c"))

        assert all(isinstance(day, date) and date(2023, 6, 1) <= day <= ON for day in days)
        assert late == {date(2030, 1, 1)}
        assert draws(choice, IpotesiFatto(pesi={"a": 1}, ignoto=0)) == {"a"}
        assert draws(choice, IpotesiFatto(pesi={"a": 0}, resto=1, ignoto=0)) == {"b", "c"}
        assert draws(choice, IpotesiFatto(ignoto=0)) == {"a", "b", "c"}
        assert draws(CodeType(), IpotesiFatto(ignoto=0)) == {f"{n:06d}" for n in range(10)}


DAY = date(2024, 9, 2)
OTHERS = "punti < scala[componenti] and fascia == 'a' and dal < data_requisiti"
AROUND = {Euro(935999), Euro(936000), Euro(936001)}


def near(condition: str, nome: str, *, known: Fatti | None = None) -> set[Value]:
    """The values at the lines of a measure whose only requirement is this condition."""
    misura = version(("isee < soglia", condition), (OTHERS, "sano")).misura
    fatto = next(f for f in misura.fatti if f.nome == nome)
    lines = linee_di(misura, nome, on=DAY)
    return set(vicini(misura, fatto, lines, known or Fatti(), on=DAY))


@pytest.mark.parametrize(
    ("condition", "nome", "expected"),
    [
        ("isee < soglia", "isee", AROUND),
        ("soglia >= isee", "isee", AROUND),
        ("isee < soglia + isee", "isee", set()),
        ("isee < 0.00", "isee", {Euro(0), Euro(1)}),
        ("punti < 9.00", "punti", {Decimal("8.99"), Decimal("9.00")}),
        ("punti < scala[componenti]", "punti", set()),
        ("area == 'nord'", "area", set()),
        ("mesi_tra(dal, data_requisiti) >= 24", "dal", {date(2022, 9, d) for d in (1, 2, 3)}),
        ("anni_tra(dal, data_requisiti) >= 2", "dal", {date(2022, 9, d) for d in (1, 2, 3)}),
        ("mesi_tra(data_requisiti, dal) >= 1", "dal", {date(2024, 10, d) for d in (1, 2, 3)}),
        ("mesi_tra(dal, data_requisiti) >= 0", "dal", set()),
        ("mesi_tra(data_requisiti, dal) >= 1190", "dal", set()),
        ("mesi_tra(dal, data_requisiti) >= componenti", "dal", set()),
        ("dal >= data_requisiti", "dal", {date(2024, 9, d) for d in (1, 2, 3)}),
        ("dal >= data('2099-12-31')", "dal", {date(2099, 12, 31)}),
    ],
)
def test_lines(condition: str, nome: str, expected: set[Value]) -> None:
    """The values on the line and a step off, within the range of the fact; none if not known."""
    assert near(condition, nome) == expected


def test_a_line_that_others_draw() -> None:
    """It is where it is for the household that is asked."""
    two = Fatti({"componenti": Decimal(2)})

    assert Decimal("1.57") in near("punti < scala[componenti]", "punti", known=two)
    assert date(2024, 7, 2) in near("mesi_tra(dal, data_requisiti) >= componenti", "dal", known=two)
