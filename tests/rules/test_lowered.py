"""A measure on a day as steps: in order, nothing twice, one scale for two numbers."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from examples import many
from generative.test_agreement import day_of
from hypothesis import given
from hypothesis import strategies as st

from casa_model.casa import edizione
from casa_model.errors import IllTyped
from casa_model.rules import tree as t
from casa_model.rules.facts import Fatto
from casa_model.rules.lowered import LEAVES, Fold, Lowered, lower, operands
from casa_model.rules.lowered import steps as s
from casa_model.rules.misura import Definizione, Importo, Misura, Requisito, Voce
from casa_model.rules.names import Kind
from casa_model.rules.params import IndiceIntero, Parametro, Riga
from casa_model.rules.parse import parse
from casa_model.rules.types import BoolType, ChoiceType, DateType, NumberType, parse_type
from casa_model.testing._measures import measures
from casa_model.values import Euro, Fonte, Grado, Periodo, Storia, Testo, Vigenza

if TYPE_CHECKING:
    from casa_model.rules.lowered import Step
    from casa_model.rules.types import Type

ON = date(2024, 2, 29)
WORDS = Testo(it="prova", en="test")
FONTE = Fonte(Grado.DERIVATA, testo="test")
TYPES: dict[str, Type] = {
    "isee": parse_type("euro"),
    "quota": NumberType(2, euro=False, lo=0, hi=100),
    "figli": NumberType(0, euro=False, lo=0, hi=30),
    "paga": BoolType(),
    "inizio": DateType(),
    "area": ChoiceType(("nord", "sud")),
    "eta": NumberType(0, euro=False, lo=0, hi=130),
}
FATTI = tuple(Fatto(nome, tipo, WORDS, membro=nome == "eta") for nome, tipo in TYPES.items())
KINDS = {f.nome: Kind.MEMBRO if f.membro else Kind.FATTO for f in FATTI} | {
    "data_requisiti": Kind.GIORNO, "chiusura": Kind.GIORNO, "soglia": Kind.PARAMETRO,
    "scala": Kind.PARAMETRO, "meta": Kind.DEFINIZIONE,
}  # fmt: skip


def in_force(value: Euro | int | str | Decimal) -> Storia[Euro | int | str | Decimal]:
    """A history of one value."""
    return Storia((Periodo(date(2020, 1, 1), value, FONTE),))


SOGLIA = Parametro(
    "soglia",
    NumberType(2, euro=True, lo=0, hi=936_000),
    WORDS,
    (Riga((), in_force(Euro(936_000))),),
)
SCALA = Parametro(
    "scala",
    NumberType(0, euro=False, lo=1, hi=2),
    WORDS,
    (Riga((0,), in_force(1)), Riga((1,), in_force(2))),
    (IndiceIntero(0, 1),),
)


def misura_of(*texts: str) -> Misura:
    """A measure with a requirement for each text."""
    return of_trees(*(parse(text, KINDS) for text in texts))


def of_trees(*trees: t.Expr) -> Misura:
    """A measure with a requirement for each tree."""
    return Misura(
        "prova",
        WORDS,
        FONTE,
        Vigenza(date(2020, 1, 1)),
        FATTI,
        (SOGLIA, SCALA),
        (Definizione("meta", parse("quota * isee", KINDS), NumberType(4, euro=True, lo=0, hi=1)),),
        tuple(Requisito(f"r{at}", WORDS, FONTE, tree) for at, tree in enumerate(trees)),
    )


def steps_of(*texts: str) -> list[Step]:
    """The steps of some conditions, leaves aside."""
    found = lower(misura_of(*texts), on=ON).steps
    return [step for step in found if not isinstance(step, LEAVES)]


class TestSteps:
    """What the steps of every rule are like."""

    @many(100)
    @given(st.data())
    def test_operands_stand_before(self, data: st.DataObject) -> None:
        """A step reads registers that are already there."""
        found = self.lowered(data)

        for reg, step in enumerate(found.steps):
            assert all(arg < reg for arg in operands(step))

    @many(100)
    @given(st.data())
    def test_nothing_twice(self, data: st.DataObject) -> None:
        """No step of the household stands twice, and none of a member within one fold."""
        found = self.lowered(data)
        folds = [step.body for step in found.steps if isinstance(step, Fold)]
        inner = {reg for body in folds for reg in body}
        outer = [step for reg, step in enumerate(found.steps) if reg not in inner]

        assert len(set(outer)) == len(outer)
        for body in folds:
            assert len({found.steps[reg] for reg in body}) == len(body)

    @many(100)
    @given(st.data())
    def test_one_scale(self, data: st.DataObject) -> None:
        """Numbers that are added, compared or chosen between have one scale."""
        found = self.lowered(data)
        pairs = (s.Add, s.Sub, s.Least, s.Greatest, s.Compare)

        for step in found.steps:
            regs = (step.left, step.right) if isinstance(step, pairs) else ()
            if isinstance(step, s.Choose):
                regs = (step.then, step.other)
            kinds = [found.types[reg] for reg in regs]

            assert len({kind.scale for kind in kinds if isinstance(kind, NumberType)}) <= 1

    def lowered(self, data: st.DataObject) -> Lowered:
        """The steps of a random measure."""
        misura = data.draw(measures())
        return lower(misura, on=day_of(misura, data))

    def test_the_shipped_measures(self) -> None:
        """Each is a few dozen steps."""
        for misura in edizione().misure.values():
            assert len(lower(misura, on=date(2026, 3, 1)).steps) < 70


class TestLowering:
    """What becomes of each kind of expression."""

    def test_scales_are_aligned(self) -> None:
        """Of two numbers the one with fewer decimals grows; a constant at no cost."""
        assert steps_of("quota > figli")[:1] == [s.Scale(1, 2)]
        assert steps_of("quota > 1") == [s.Compare(">", 0, 2)]

    def test_months_up_to_the_requisites_are_a_day(self) -> None:
        """A bound on complete months is a comparison of days, whichever side it stands on."""
        texts = {
            "mesi_tra(inizio, data_requisiti) >= 24": (24, "<="),
            "mesi_tra(inizio, data_requisiti) > 24": (25, "<="),
            "mesi_tra(inizio, data_requisiti) < 24": (24, ">"),
            "24 <= mesi_tra(inizio, data_requisiti)": (24, "<="),
            "2 > anni_tra(inizio, data_requisiti)": (24, ">"),
            "anni_tra(inizio, data_requisiti) <= 2": (36, ">"),
        }

        for text, (months, op) in texts.items():
            found = lower(misura_of(text), on=ON)
            compare = found.steps[found.asked[0].whole or 0]

            assert isinstance(compare, s.Compare)
            assert (op, s.LoadFact(0)) == (compare.op, found.steps[compare.left])
            assert s.StartBefore(months) == found.steps[compare.right]

    @pytest.mark.parametrize(
        "text",
        [
            "mesi_tra(inizio, data_requisiti) == 24",
            "mesi_tra(inizio, data_requisiti) >= 0",
            "mesi_tra(inizio, data_requisiti) > 1200",
            "mesi_tra(data_requisiti, inizio) >= 24",
            "mesi_tra(inizio, data_requisiti) >= figli",
        ],
    )
    def test_other_months_are_counted(self, text: str) -> None:
        """An equality, a bound that holds of any day, one beyond the calendar, other days."""
        assert any(isinstance(step, s.Months) for step in steps_of(text))

    def test_a_rounding_that_loses_nothing(self) -> None:
        """More decimals than there are is only a change of scale."""
        assert steps_of("arrotonda(figli, 2) > quota")[0] == s.Scale(0, 2)

    @pytest.mark.parametrize("which", ["min", "max"])
    def test_the_lesser_or_the_greater_of_one_and_itself(self, which: str) -> None:
        """It is that one."""
        assert steps_of(f"{which}(isee, isee) > 0") == steps_of("isee > 0")

    def test_a_number_that_is_never_negative_has_no_floor(self) -> None:
        """An item that may be negative has one."""
        plain = Importo((Voce("voce", parse("isee", KINDS)),))
        minus = Importo((Voce("voce", parse("isee - soglia", KINDS)),))
        one, other = (
            lower(evolve(misura_of("paga"), importo=each), on=ON) for each in (plain, minus)
        )

        assert not any(isinstance(step, s.Greatest) for step in one.steps)
        assert any(isinstance(step, s.Greatest) for step in other.steps)

    def test_a_fold_is_made_once(self) -> None:
        """Two requirements that ask the same of the members share the answer."""
        found = steps_of("conta(membri, eta < 18) > 1", "conta(membri, eta < 18) > 2")

        assert sum(isinstance(step, Fold) for step in found) == 1

    def test_a_definition_inside_a_fold_is_of_the_household(self) -> None:
        """It is worked out once, outside the loop."""
        found = lower(misura_of("qualcuno(membri, eta * 1.00 > meta * 0)"), on=ON)
        (fold,) = (step for step in found.steps if isinstance(step, Fold))

        assert not any(isinstance(found.steps[reg], s.LoadFact) for reg in fold.body)


ILL = {
    "an undeclared fact": t.Compare("<", t.Fact("reddito"), t.Number(1)),
    "a fact of members outside": t.Compare("<", t.MemberFact("eta"), t.Number(1)),
    "a household fact taken for a member's": t.AnyMember(t.MemberFact("paga")),
    "an undeclared parameter": t.Compare("<", t.Param("limite"), t.Number(1)),
    "an undeclared definition": t.Compare("<", t.Definition("terzo"), t.Number(1)),
    "an undeclared day": t.Compare("<", t.Calendar("natale"), t.Day(ON)),
    "a number for a truth": t.And((t.Fact("isee"), t.Fact("paga"))),
    "a day for a number": t.Compare("<", t.Add(t.Fact("inizio"), t.Number(1)), t.Number(1)),
    "a day against a number": t.Compare("<", t.Fact("inizio"), t.Number(1)),
    "a share of a month": t.Compare(
        "<", t.AddMonths(t.Fact("inizio"), t.Fact("quota")), t.Fact("inizio")
    ),
    "labels among numbers": t.In(t.Fact("isee"), (t.Number(1), t.Label("nord"))),
    "a fold in a fold": t.AnyMember(t.AnyMember(t.Compare("<", t.MemberFact("eta"), t.Number(1)))),
}


@pytest.mark.parametrize("what", ILL)
def test_a_tree_that_nobody_has_typed_is_refused(what: str) -> None:
    """Built by hand, and at odds with the declarations: no step stands for it."""
    with pytest.raises(IllTyped, match="leggi_misura"):
        lower(of_trees(ILL[what]), on=ON)


def test_an_amount_with_fractions_of_a_cent_is_refused() -> None:
    """The loader asks for two decimals; a measure built by hand may have more."""
    importo = Importo((Voce("voce", parse("quota * isee", KINDS)),))

    with pytest.raises(IllTyped, match="`voce`"):
        lower(evolve(misura_of("paga"), importo=importo), on=ON)


@pytest.mark.parametrize("value", [Euro(1), "2.5", Decimal(2)])
def test_a_value_of_the_law_of_another_type_is_refused(value: Euro | str | Decimal) -> None:
    """A parameter says what it is, and its history is that."""
    wrong = Parametro("soglia", DateType(), WORDS, (Riga((), in_force(value)),))
    misura = evolve(misura_of("isee < soglia"), parametri=(wrong, SCALA))

    with pytest.raises(IllTyped):
        lower(misura, on=ON)
