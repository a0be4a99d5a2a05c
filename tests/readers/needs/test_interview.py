"""Interviews worked by hand."""

from __future__ import annotations

import copy
from datetime import date
from decimal import Context, Decimal, Inexact, localcontext
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from readers.trial import BASE, FONTE, NEW, WORDS, definition, requirement

from casa_model.casa import edizione
from casa_model.errors import InvalidFacts, WrongDay
from casa_model.readers.evaluate import evaluate
from casa_model.readers.needs import Interview, Part, Status
from casa_model.rules import tree as t
from casa_model.rules.esito import Esito
from casa_model.rules.facts import Fatti, Fatto
from casa_model.rules.misura import Importo, Requisito, Voce
from casa_model.rules.types import ChoiceType, NumberType
from casa_model.values import Euro

if TYPE_CHECKING:
    from casa_model.rules.misura import Misura

ON = date(2024, 9, 2)
DIFFICOLTA = edizione().misure["crs-difficolta"]
KNOWN: dict[str, object] = {
    "area": "protezione",
    "data_assegnazione": date(2015, 3, 1),
    "isee": Euro.parse("5000.00"),
    "decadenza": "nessuna",
    "riceve_crs_indigenza": False,
    "data_contratto": date(2015, 3, 1),
    "isp": Euro.parse("21500.00"),
    "componenti": 1,
    "scala_equivalenza": 1,
    "servizi_anno": Euro.parse("900.00"),
    "debito_pregresso": Euro.parse("0.00"),
}
CONTEXTS = (Context(prec=2), Context(prec=2, traps=[Inexact]), Context(Emax=2, Emin=-2))
"""What an application may have set for its own ends."""


def asked(interview: Interview, **answers: object) -> list[str]:
    """The names asked, member by member, of someone who answers with these, or does not know."""
    found = []
    for question in interview:
        at = "" if question.membro is None else f"[{question.membro}]"
        found.append(question.fatto.nome + at)
        interview.answer(answers.get(found[-1]))  # type: ignore[arg-type]
    return found


def of(*requisiti: Requisito, on: date = NEW, **known: object) -> Interview:
    """An interview about the trial measure with these requirements."""
    return Interview(evolve(BASE, requisiti=requisiti), Fatti(known), on=on)  # type: ignore[arg-type]


def test_a_whole_interview_ends_admitted() -> None:
    """What is asked of somebody who is admitted: everything but two facts that do not matter."""
    interview = Interview(DIFFICOLTA, on=ON)

    assert asked(interview, **KNOWN) == [
        "area", "data_assegnazione", "isee", "decadenza", "riceve_crs_indigenza", "isp",
        "componenti", "servizi_anno", "debito_pregresso",
    ]  # fmt: skip
    assert Status(Esito.AMMESSO, (), (), ()) == interview.status
    assert Esito.AMMESSO is evaluate(DIFFICOLTA, interview.fatti, on=ON).esito


def test_without_assets_nobody_is_asked_how_many_they_are() -> None:
    """Nothing is within any threshold; the verdict, which reads them, names them until known."""
    interview = Interview(DIFFICOLTA, on=ON)
    names = asked(interview, **{**KNOWN, "isp": Euro.parse("0.00")})
    later = Fatti({**interview.fatti.valori, "componenti": 1})

    assert "componenti" not in names
    assert Status(Esito.AMMESSO, (), (), (), ("componenti",)) == interview.status
    assert ("componenti",) == evaluate(DIFFICOLTA, interview.fatti, on=ON).mancano
    assert Esito.AMMESSO is evaluate(DIFFICOLTA, later, on=ON).esito


def test_over_the_threshold_nothing_more_is_asked() -> None:
    """An ISEE of 9.360,00 is not below it."""
    interview = Interview(DIFFICOLTA, Fatti({"isee": Euro.parse("9360.00")}), on=ON)

    assert [] == asked(interview, **KNOWN)
    assert (Esito.NON_AMMESSO, ("isee",), ()) == (
        interview.status.esito, interview.status.failed, interview.status.mancano,
    )  # fmt: skip


def test_the_day_of_the_lease_is_asked_only_of_who_has_the_other_contribution() -> None:
    """Art. 6, par. 2: one who does not hold it needs no derogation."""
    names = asked(Interview(DIFFICOLTA, on=ON), **{**KNOWN, "riceve_crs_indigenza": True})

    assert names.index("riceve_crs_indigenza") < names.index("data_contratto")


def test_a_derogation_is_asked_where_the_condition_is_not_known() -> None:
    """It may hold the requirement by itself."""
    names = asked(Interview(DIFFICOLTA, on=ON), **{**KNOWN, "riceve_crs_indigenza": None})

    assert "data_contratto" in names


def test_the_scale_is_asked_only_of_more_than_one() -> None:
    """The threshold of one person's assets is a figure of its own."""
    names = asked(Interview(DIFFICOLTA, on=ON), **{**KNOWN, "componenti": 2})

    assert names.index("componenti") < names.index("scala_equivalenza")


def test_a_question_says_why() -> None:
    """The requirement that waits, its article, the paper that proves the fact."""
    question = next(Interview(DIFFICOLTA, Fatti({"area": "accesso"}), on=ON))
    (use,) = question.waiting

    assert "data_assegnazione" == question.fatto.nome
    assert (Part.REQUISITO, "anzianita-assegnazione") == (use.part, use.codice)
    assert use.fonte is not None
    assert "rr-11-2019, art. 6, c. 1, lett. b" == str(use.fonte.norma)
    assert question.fatto.prova is not None
    assert "provvedimento di assegnazione" == question.fatto.prova.it


def test_what_is_not_known_is_not_asked_again() -> None:
    """Passed over or answered with None; the outcome stays to be completed."""
    one, other = Interview(DIFFICOLTA, on=ON), Interview(DIFFICOLTA, on=ON)
    passed = [question.fatto.nome for question in one]

    assert passed == asked(other)
    assert len(passed) == len(set(passed))
    assert one.status == other.status
    assert Esito.DA_COMPLETARE is one.status.esito
    assert evaluate(DIFFICOLTA, Fatti(), on=ON).mancano == one.status.mancano


def test_a_wrong_answer_is_refused_without_its_value_and_the_question_stands() -> None:
    """Type, range, value of a choice."""
    interview = Interview(DIFFICOLTA, on=ON)
    question = next(interview)
    for wrong in ("SENTINELLA", True, 7391):
        with pytest.raises(InvalidFacts, match="area") as caught:
            interview.answer(wrong)

        assert not {"SENTINELLA", "7391"} & set(str(caught.value).split("`"))
    assert question is interview.question
    interview.answer("accesso")
    assert None is interview.question
    assert "data_assegnazione" == next(interview).fatto.nome


def test_nothing_of_an_interview_tells_a_value() -> None:
    """Not even what it keeps for itself."""
    interview = Interview(DIFFICOLTA, Fatti({"isee": Euro.parse("7391.73")}), on=ON)
    question = next(interview)
    text = f"{interview!r} {vars(interview)!r} {question!r} {interview.status!r}"

    assert "isee" in text
    assert "7391" not in text


def test_an_answer_needs_a_question() -> None:
    """Before the first, and after the last."""
    interview = Interview(DIFFICOLTA, Fatti({"isee": Euro.parse("9360.00")}), on=ON)
    with pytest.raises(InvalidFacts, match="no question waits"):
        interview.answer(1)
    assert [] == list(interview)
    with pytest.raises(InvalidFacts) as caught:
        interview.answer(None)

    assert "nessuna domanda" in caught.value.testo("it")


def test_a_copy_goes_its_own_way() -> None:
    """To try an answer."""
    interview = Interview(DIFFICOLTA, on=ON)
    next(interview)
    tried = copy.copy(interview)
    tried.answer("decadenza")

    assert Esito.NON_AMMESSO is tried.status.esito
    assert Esito.DA_COMPLETARE is interview.status.esito


def test_the_day_and_the_facts_are_those_of_evaluate() -> None:
    """The same errors."""
    with pytest.raises(WrongDay):
        Interview(DIFFICOLTA, on=date(2010, 1, 1))
    with pytest.raises(InvalidFacts):
        Interview(DIFFICOLTA, Fatti({"isee": 1}), on=ON)


def test_nobody_is_asked_what_nobody_has_read() -> None:
    """A requirement `non_visto` is unknown to the end."""
    interview = of(Requisito("ignoto", WORDS, FONTE, None), requirement("pagato", "pagato"))

    assert ["pagato"] == asked(interview, pagato=True)
    assert Status(Esito.DA_COMPLETARE, (), ("ignoto",), ()) == interview.status


def test_nobody_is_asked_for_a_day_of_a_notice() -> None:
    """No household knows it; it stays missing."""
    interview = of(requirement("apertura", "contratto <= apertura"))

    assert ["contratto"] == asked(interview, contratto=date(2020, 1, 1))
    assert ("apertura",) == interview.status.mancano


class TestMembers:
    """The members are counted first, then each is asked about."""

    def test_componenti_counts_them(self) -> None:
        """And the list is as long as it says."""
        interview = of(requirement("adulti", "tutti(membri, eta >= 18)"))
        names = asked(interview, componenti=2, **{"eta[0]": 40, "eta[1]": 18})

        assert ["componenti", "eta[0]", "eta[1]"] == names
        assert Esito.AMMESSO is interview.status.esito
        assert [{"eta": 40}, {"eta": 18}] == list(map(dict, interview.fatti.membri or ()))

    def test_one_may_settle_it(self) -> None:
        """One minor is enough, of whatever age the others are."""
        interview = of(requirement("minori", "qualcuno(membri, eta < 18)"), componenti=3)

        assert ["eta[0]", "eta[1]"] == asked(interview, **{"eta[0]": 40, "eta[1]": 3})

    def test_the_list_counts_componenti(self) -> None:
        """Nobody is asked what can be counted."""
        misura = evolve(BASE, requisiti=(requirement("r", "conta(membri, eta < 18) < componenti"),))
        interview = Interview(misura, Fatti({}, [{"eta": 4}, {}]), on=NEW)

        assert ["eta[1]"] == asked(interview, **{"eta[1]": 40})
        assert Esito.AMMESSO is interview.status.esito

    def test_a_number_of_them_has_no_range_until_they_are_counted(self) -> None:
        """Then it has: no two members with these numbers reach 500."""
        interview = of(requirement("pochi", "conta(membri, eta < 18) + quota < 500"))
        names = asked(interview, componenti=2)

        assert {"componenti", "quota"} >= set(names)
        assert "componenti" in names
        assert Esito.AMMESSO is interview.status.esito

    def test_not_known_how_many(self) -> None:
        """Then nothing of them is asked."""
        interview = of(requirement("minori", "qualcuno(membri, eta < 18)"))

        assert ["componenti"] == asked(interview)
        assert ("membri",) == interview.status.mancano

    @pytest.mark.parametrize("odd", ["absent", "from zero"])
    def test_a_measure_without_componenti_asks_how_many(self, odd: str) -> None:
        """And so does one whose `componenti` may be something else than a number of members."""
        tipo = NumberType(0, euro=False, lo=0, hi=30)
        fatti = tuple(
            evolve(f, tipo=tipo) if f.nome == "componenti" else f
            for f in BASE.fatti
            if odd != "absent" or f.nome != "componenti"
        )
        ages = requirement("somma", "somma(membri, eta) < 50")
        interview = Interview(evolve(BASE, fatti=fatti, requisiti=(ages,)), on=NEW)
        question = next(interview)
        for wrong in (0, 31, "due"):
            with pytest.raises(InvalidFacts, match="membri"):
                interview.answer(wrong)
        interview.answer(2)

        assert "numero dei componenti del nucleo" == question.fatto.etichetta.it
        assert ["eta[0]", "eta[1]"] == asked(interview, **{"eta[0]": 4, "eta[1]": 40})
        assert Esito.AMMESSO is interview.status.esito

    def test_a_member_who_cannot_be_is_refused(self) -> None:
        """The question stands."""
        interview = of(requirement("minori", "qualcuno(membri, eta < 18)"), componenti=1)
        next(interview)
        with pytest.raises(InvalidFacts, match="eta"):
            interview.answer(131)
        interview.answer(17)

        assert Esito.AMMESSO is interview.status.esito


@pytest.mark.parametrize("spelt", ["2", "2.0"])
@pytest.mark.parametrize("named", [True, False])
def test_a_number_of_members_is_a_number_however_spelt(spelt: str, *, named: bool) -> None:
    """Told at the start or answered: two members of whom nothing is known."""
    facts = tuple(each for each in BASE.fatti if named or each.nome != "componenti")
    asks = (requirement("r", "qualcuno(membri, eta < 18)"),)
    misura = evolve(BASE, fatti=facts, requisiti=asks)
    interview = Interview(misura, on=NEW)
    next(interview)
    interview.answer(Decimal(spelt))

    assert ({}, {}) == interview.fatti.membri
    if named:
        told = Interview(misura, Fatti({"componenti": Decimal(spelt)}), on=NEW)
        assert ({}, {}) == told.fatti.membri


@pytest.mark.parametrize("context", CONTEXTS)
def test_what_is_asked_is_no_matter_of_the_callers_decimals(context: Context) -> None:
    """An application that rounds or traps for its own ends gets the same questions."""
    before = asked(Interview(DIFFICOLTA, on=ON), **KNOWN)
    with localcontext(context):
        found = asked(Interview(DIFFICOLTA, on=ON), **KNOWN)

    assert before == found


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
