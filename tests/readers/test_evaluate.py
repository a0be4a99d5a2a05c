"""A household's facts and a day in, a verdict out."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import pytest
from attrs import evolve
from readers.trial import BASE, FONTE, NEW, OLD, WORDS, requirement, verdict

from casa_model.errors import IllTyped, InvalidFacts, WrongDay
from casa_model.rules.esito import Esito
from casa_model.rules.misura import (
    Calendario,
    Requisito,
)
from casa_model.values import Euro, Vigenza


def test_the_law_is_that_of_the_day() -> None:
    """9.359,99 was above 9.000,00, and is below 9.360,00."""
    household = {"isee": Euro(935_999)}

    assert verdict(BASE, OLD, **household).esito is Esito.NON_AMMESSO
    assert verdict(BASE, NEW, **household).esito is Esito.AMMESSO


@pytest.mark.parametrize("on", [date(2020, 12, 31), date(2026, 1, 1)])
def test_a_day_out_of_force(on: date) -> None:
    """The measure does not answer; both ends of `vigenza` do."""
    with pytest.raises(WrongDay, match="`prova` is not in force on"):
        verdict(BASE, on)


def test_a_moment_is_no_day() -> None:
    """`on` is exactly a date."""
    with pytest.raises(IllTyped, match="`on` is not a day"):
        verdict(BASE, datetime(2024, 6, 1))  # noqa: DTZ001 - a wall clock


@pytest.mark.parametrize("on", [date(1900, 12, 31), date(2100, 1, 1)])
def test_a_day_that_rules_cannot_count_from(on: date) -> None:
    """Intervals hold for the days 1901–2099."""
    always = evolve(BASE, vigenza=Vigenza(date(1, 1, 1)))

    with pytest.raises(WrongDay, match=r"`data_requisiti` is .*; rules count from 1901-01-01"):
        verdict(always, on)


def test_a_parameter_without_a_value() -> None:
    """Is an error when the rule reads it, and only then."""
    early = evolve(BASE, vigenza=Vigenza(date(2010, 1, 1)))
    other = evolve(early, requisiti=(requirement("r", "pagato"),))

    with pytest.raises(WrongDay, match="`soglia` has no value on 2015-01-01"):
        verdict(early, date(2015, 1, 1))
    assert verdict(other, date(2015, 1, 1), pagato=True).esito is Esito.AMMESSO


CLOSED = evolve(
    BASE,
    calendario=Calendario(NEW, OLD, (("apertura", date(2023, 5, 1)),)),
    requisiti=(
        requirement("requisiti", 'data_requisiti == data("2023-06-01")'),
        requirement("apertura", "contratto < apertura"),
        requirement("isee", "isee < soglia"),
    ),
)


def test_a_notice_fixes_its_days() -> None:
    """The law of one day, the requisites of another, and its own dates."""
    found = verdict(CLOSED, NEW, contratto=date(2023, 4, 30), isee=Euro(935_999))

    assert [finding.esito for finding in found.findings] == [True, True, True]


def test_a_notice_answers_on_its_day_only() -> None:
    """So that two clerks deciding on two days agree."""
    with pytest.raises(WrongDay, match="applies the law of 2024-06-01; ask with `on` that day"):
        verdict(CLOSED, OLD)


def test_a_notice_with_a_day_that_rules_cannot_count_from() -> None:
    """Its own dates too."""
    far = evolve(CLOSED, calendario=Calendario(NEW, NEW, (("apertura", date(2200, 1, 1)),)))

    with pytest.raises(WrongDay, match="`apertura` is 2200-01-01"):
        verdict(far, NEW)


def test_without_a_notice_the_requisites_are_those_of_the_day() -> None:
    """And a day of the notice that there is not is missing."""
    misura = evolve(BASE, requisiti=CLOSED.requisiti[:2])

    found = verdict(misura, OLD)

    assert [finding.esito for finding in found.findings] == [True, None]
    assert found.mancano == ("contratto", "apertura")


def test_facts_that_do_not_fit_are_refused() -> None:
    """Before anything is decided."""
    with pytest.raises(InvalidFacts):
        verdict(BASE, NEW, isee=Decimal(1))


def test_a_finding_names_the_way_that_decided() -> None:
    """The condition first, then the derogations in order."""
    misura = evolve(BASE, requisiti=(requirement("r", "isee < soglia", d="pagato", e="quota > 0"),))

    ways = [
        verdict(misura, NEW, **known).findings[0]
        for known in (
            {"isee": Euro(1), "pagato": True},
            {"isee": Euro(1_000_000), "pagato": True},
            {"pagato": False, "quota": Decimal(1)},
            {"isee": Euro(1_000_000), "pagato": False, "quota": Decimal(0)},
            {"isee": Euro(1_000_000), "pagato": False},
        )
    ]

    assert [(way.esito, way.deciso_da, way.mancano) for way in ways] == [
        (True, "condizione", ()),
        (True, "d", ()),
        (True, "e", ()),
        (False, None, ()),
        (None, None, ("quota",)),
    ]


def test_an_unread_requirement_is_unknown_for_everybody() -> None:
    """To be completed is the best outcome, and no fact is missing for it."""
    unread = Requisito("u", WORDS, FONTE, condizione=None)
    misura = evolve(BASE, requisiti=(*BASE.requisiti, unread))

    best, worst = verdict(misura, NEW, isee=Euro(1)), verdict(misura, NEW, isee=Euro(1_000_000))

    assert (best.esito, best.mancano, best.findings[1].non_visto) == (
        Esito.DA_COMPLETARE, (), True,
    )  # fmt: skip
    assert worst.esito is Esito.NON_AMMESSO


def test_requirements_out_of_force_are_not_asked() -> None:
    """On any other day they are."""
    then = evolve(requirement("then", "pagato"), vigenza=Vigenza(OLD, OLD))
    misura = evolve(BASE, requisiti=(*BASE.requisiti, then))

    assert [f.codice for f in verdict(misura, OLD).findings] == ["isee", "then"]
    assert [f.codice for f in verdict(misura, NEW).findings] == ["isee"]
