"""An interview asks only what can matter."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from readers.needs.asking import asked, of
from readers.trial import BASE, FONTE, NEW, WORDS, definition, requirement

from casa_model.readers.needs import Interview
from casa_model.rules import tree as t
from casa_model.rules.esito import Esito
from casa_model.rules.facts import Fatti, Fatto
from casa_model.rules.misura import Importo, Requisito, Voce
from casa_model.rules.types import ChoiceType
from casa_model.values import Euro

if TYPE_CHECKING:
    from casa_model.rules.misura import Misura


class TestWhatCannotMatter:
    """A fact whose values all give one answer is not asked, and the answer is given."""

    @pytest.mark.parametrize(
        "rule",
        [
            "pagato or not pagato",
            "isee >= 0",
            "anni_tra(contratto, data_requisiti) <= 300",
            "eta_massima < 200 if pagato else eta_massima < 200",
            "isee < soglia or isee + soglia >= soglia",
            "isee != -1",
            "min(isee, 5) <= 5",
            "0 - isee <= 0",
        ],
    )
    def test_is_not_asked(self, rule: str) -> None:
        """And what it would have told is told."""
        interview = of(requirement("r", rule.replace("eta_massima", "componenti")))

        assert [] == asked(interview)
        assert Esito.AMMESSO is interview.status.esito
        assert () != interview.status.indifferent
        assert () == interview.status.mancano

    @pytest.mark.parametrize(
        ("rule", "names"),
        [
            ("isee < soglia if pagato else isee < soglia", ["isee"]),
            ("(pagato or isee < soglia) and (not pagato or isee < soglia)", ["isee"]),
            ("pagato == (componenti < 2)", ["pagato", "componenti"]),
            ("isee == 0 and (not pagato or pagato)", ["isee"]),
        ],
    )
    def test_leaves_what_matters(self, rule: str, names: list[str]) -> None:
        """Also where the rule reads it only behind what does not."""
        assert names == asked(of(requirement("r", rule)))

    def test_cannot_refuse_either(self) -> None:
        """A requirement that nobody meets ends the interview at once."""
        interview = of(requirement("mai", "isee < 0"), requirement("pagato", "pagato"))

        assert [] == asked(interview)
        assert ("mai",) == interview.status.failed

    def test_is_seen_through_definitions_and_tables(self) -> None:
        """Also of numbers that no rule could write, with too many decimals."""
        table = t.Table((t.Row(t.Fact("pagato"), t.Number(1)),), t.Number(1))
        mai = evolve(definition("mai", "isee"), vale=table)
        misura = evolve(
            BASE,
            definizioni=(mai,),
            requisiti=(Requisito("r", WORDS, FONTE, t.Compare("==", t.Definition("mai"), ONE)),),
        )

        assert [] == asked(Interview(misura, on=NEW))

    @pytest.mark.parametrize("values", [("a", "b"), ("it's", "b")])
    def test_is_not_asked_of_any_type(self, values: tuple[str, str]) -> None:
        """A choice and a code, also where no rule can write the values of the choice."""
        both = (Fatto("scelta", ChoiceType(values), WORDS), *BASE.fatti)
        same = t.Compare("==", t.Fact("isee"), t.Number(0))
        by_choice = t.If(t.Compare("==", t.Fact("scelta"), t.Label("b")), same, same)
        by_code = t.If(t.Compare("==", t.Fact("protocollo"), t.Label("p")), same, same)
        twin = t.Compare("==", t.Fact("protocollo"), t.Fact("protocollo"))
        asks = tuple(
            Requisito(f"r{at}", WORDS, FONTE, rule) for at, rule in enumerate((by_choice, by_code))
        )
        misura = evolve(BASE, fatti=both, requisiti=asks)
        known = {"isee": Euro.parse("0.00")}

        assert [] == asked(Interview(misura, Fatti(known), on=NEW))
        alone = evolve(misura, requisiti=(Requisito("r", WORDS, FONTE, twin),))
        assert ["protocollo"] == asked(Interview(alone, on=NEW), protocollo="it's")

    def test_a_choice_that_no_rule_can_write_is_asked(self) -> None:
        """Nothing is said of values that would look in a tree like facts."""
        both = (Fatto("scelta", ChoiceType(("it's", "b")), WORDS), *BASE.fatti)
        rule = t.Or((t.In(t.Fact("scelta"), (t.Label("b"),)), t.Compare("==", CODE, CODE)))
        misura = evolve(BASE, fatti=both, requisiti=(Requisito("r", WORDS, FONTE, rule),))
        interview = Interview(misura, Fatti({"protocollo": "it's"}), on=NEW)

        assert [] == asked(interview)
        other = evolve(rule, args=(rule.args[0], t.Fact("pagato")))
        misura = evolve(misura, requisiti=(Requisito("r", WORDS, FONTE, other),))
        assert ["scelta", "pagato"] == asked(Interview(misura, on=NEW), scelta="it's")

    def test_what_an_item_needs_is_asked_after_its_condition(self) -> None:
        """And only where that holds."""
        misura = with_item("spesa", "pagato")

        assert ["pagato"] == asked(Interview(misura, on=NEW), pagato=False)
        assert ["pagato", "spesa"] == asked(Interview(misura, on=NEW), pagato=True)

    def test_of_a_long_table_only_the_rows_that_may_hold_are_left(self) -> None:
        """However many they are: none of those of a negative ISEE."""
        never = [t.Row(t.Compare("<", ISEE, t.Number(-n, 2)), YES) for n in range(1000)]
        some = [
            t.Row(t.Compare("==", CODE, t.Label(f"{n}")), t.Truth(value=n > 0)) for n in range(1000)
        ]
        paid = t.Row(t.Compare("==", CODE, t.Label("x")), t.Fact("pagato"))
        misura = with_table(*never, *some, paid)

        assert ["protocollo", "pagato"] == asked(Interview(misura, on=NEW), protocollo="x")
        assert ["protocollo"] == asked(Interview(misura, on=NEW), protocollo="7")

    def test_of_a_table_of_one_value_nothing_is_asked(self) -> None:
        """Whichever row it is that holds."""
        rows = [t.Row(t.Compare("==", CODE, t.Label(each)), t.Fact("pagato")) for each in "xy"]
        interview = Interview(with_table(*rows), Fatti({"pagato": False}), on=NEW)

        assert [] == asked(interview)
        assert Esito.NON_AMMESSO is interview.status.esito


ONE = t.Number(1)
YES, NO = t.Truth(value=True), t.Truth(value=False)
CODE, ISEE = t.Fact("protocollo"), t.Fact("isee")


def with_table(*rows: t.Row) -> Misura:
    """The trial measure with one requirement: a table that is false where no row holds."""
    return evolve(BASE, requisiti=(Requisito("r", WORDS, FONTE, t.Table(rows, NO)),))


def with_item(vale: str, se: str) -> Misura:
    """The trial measure with no requirement and one item, with a cap and deductions."""
    item = Voce("v", t.Fact(vale), t.Fact(se), t.Param("soglia"))
    return evolve(
        BASE, requisiti=(), importo=Importo((item,), t.Param("soglia"), (t.Param("soglia"),))
    )
