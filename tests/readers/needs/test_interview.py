"""Interviews worked by hand."""

from __future__ import annotations

import copy
from datetime import date
from decimal import Context, Inexact, localcontext

import pytest
from readers.needs.asking import asked, of
from readers.trial import FONTE, WORDS, requirement

from casa_model.casa import edizione
from casa_model.errors import InvalidFacts, WrongDay
from casa_model.readers.evaluate import evaluate
from casa_model.readers.needs import Interview, Part, Status
from casa_model.rules.esito import Esito
from casa_model.rules.facts import Fatti
from casa_model.rules.misura import Requisito
from casa_model.values import Euro

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


def test_a_whole_interview_ends_admitted() -> None:
    """What is asked of somebody who is admitted: everything but two facts that do not matter."""
    interview = Interview(DIFFICOLTA, on=ON)

    assert asked(interview, **KNOWN) == [
        "area", "data_assegnazione", "isee", "decadenza", "isp", "componenti",
        "riceve_crs_indigenza", "servizi_anno", "debito_pregresso",
    ]  # fmt: skip
    assert Status(Esito.AMMESSO, (), (), ()) == interview.status
    assert Esito.AMMESSO is evaluate(DIFFICOLTA, interview.fatti, on=ON).esito


def test_without_assets_nobody_is_asked_how_many_they_are() -> None:
    """Nothing is within any threshold, and the verdict says so: it needs no members."""
    interview = Interview(DIFFICOLTA, on=ON)
    names = asked(interview, **{**KNOWN, "isp": Euro.parse("0.00")})

    assert "componenti" not in names
    assert Status(Esito.AMMESSO, (), (), ()) == interview.status
    assert Esito.AMMESSO is evaluate(DIFFICOLTA, interview.fatti, on=ON).esito


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


@pytest.mark.parametrize("context", CONTEXTS)
def test_what_is_asked_is_no_matter_of_the_callers_decimals(context: Context) -> None:
    """An application that rounds or traps for its own ends gets the same questions."""
    before = asked(Interview(DIFFICOLTA, on=ON), **KNOWN)
    with localcontext(context):
        found = asked(Interview(DIFFICOLTA, on=ON), **KNOWN)

    assert before == found
