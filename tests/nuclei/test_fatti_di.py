"""The facts of an application are those that its parts state, and no others."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from casa_model.errors import IllTyped, InvalidFacts
from casa_model.nuclei import (
    Assegnazione,
    AttestazioneIsee,
    Componente,
    Domanda,
    Nucleo,
    Ruolo,
    TipoIsee,
    avvertenze_di,
    fatti_di,
)
from casa_model.rules.facts import Fatti
from casa_model.values import Euro

if TYPE_CHECKING:
    from collections.abc import Callable

    from casa_model.errors import Lang

ON = date(2023, 10, 27)
ISEE = AttestazioneIsee(
    isee=Euro(935_999),
    isp=Euro(0),
    scala=Decimal("2.04"),
    tipo=TipoIsee.CORRENTE,
    rilascio=date(2023, 1, 9),
)


def facts(**parts: object) -> Fatti:
    """The facts on 27 October 2023 of an application with these parts."""
    return fatti_di(Domanda("A-1", **parts), on=ON)


def test_an_application_without_parts_has_no_facts() -> None:
    """The reference is no fact."""
    assert Fatti() == facts()
    assert Fatti() == facts(nucleo=Nucleo(), assegnazione=Assegnazione())


def test_every_part_gives_its_facts() -> None:
    """Each part speaks with the names and the types of the dictionary of facts."""
    known = facts(
        presentata=datetime(2023, 11, 30, 12),  # noqa: DTZ001 - the clock in Italy
        protocollo="77/2023",
        fatti=Fatti({"servizi_anno": Euro(50_000)}),
        nucleo=Nucleo((Componente(Ruolo.RICHIEDENTE, eta=40, altri={"x": True}), Componente())),
        isee=ISEE,
        assegnazione=Assegnazione(date(2019, 1, 2), date(2019, 2, 1), "accesso"),
    )
    expected = Fatti(
        {
            "servizi_anno": Euro(50_000),
            "data_domanda": date(2023, 11, 30),
            "protocollo": "77/2023",
            "componenti": Decimal(2),
            "isee": Euro(935_999),
            "isp": Euro(0),
            "scala_equivalenza": Decimal("2.04"),
            "isee_tipo": "corrente",
            "data_assegnazione": date(2019, 1, 2),
            "data_contratto": date(2019, 2, 1),
            "area": "accesso",
        },
        ({"ruolo": "richiedente", "eta": Decimal(40), "x": True}, {}),
    )

    assert expected == known
    assert type(known.valori["isee_tipo"]) is str
    assert known.membri is not None
    assert type(known.membri[0]["ruolo"]) is str


def test_a_day_of_application_is_a_fact_as_it_is() -> None:
    """Without an hour the day of the application passes through."""
    assert Fatti({"data_domanda": ON}) == facts(presentata=ON)


def test_the_number_of_members_needs_no_list() -> None:
    """How many they are is known where only the number is; the list stays unknown."""
    assert Fatti({"componenti": Decimal(3)}) == facts(nucleo=Nucleo(numero=3))


def test_members_listed_among_the_facts_are_counted_too() -> None:
    """A list of members is complete wherever it is stated."""
    rows = ({"ruolo": "figlio"}, {})

    assert Fatti({"componenti": Decimal(2)}, rows) == facts(fatti=Fatti(membri=rows))


@pytest.mark.parametrize(
    ("nascita", "eta"),
    [
        (date(2005, 10, 27), 18),
        (date(2005, 10, 28), 17),
        (date(2023, 10, 27), 0),
        (date(2023, 12, 1), 0),
    ],
)
def test_an_age_is_in_complete_years(nascita: date, eta: int) -> None:
    """The age is that of the day of the requisites; who is born later has no year."""
    rows = ({"data_nascita": nascita, "eta": Decimal(eta)},)

    assert rows == facts(nucleo=Nucleo((Componente(data_nascita=nascita),))).membri
    assert rows == facts(fatti=Fatti(membri=({"data_nascita": nascita},))).membri


def test_who_is_born_on_29_february_comes_of_age_on_the_28th() -> None:
    """Years are those of `dateutil.relativedelta`, as in the rules."""
    domanda = Domanda("A-1", nucleo=Nucleo((Componente(data_nascita=date(2004, 2, 29)),)))

    ages = [fatti_di(domanda, on=date(2022, 2, day)).membri for day in (27, 28)]

    assert [rows[0]["eta"] for rows in ages if rows] == [17, 18]


def test_a_birthday_that_is_no_day_gives_no_age() -> None:
    """What is not of the right type is left to who checks the declarations."""
    rows = ({"data_nascita": "2005-10-27"},)

    assert rows == facts(fatti=Fatti(membri=rows)).membri


def test_the_same_said_twice_is_said_once() -> None:
    """A part and the facts may agree, whole numbers written either way included."""
    member = Componente(data_nascita=date(2000, 1, 1), eta=23, altri={"eta": Decimal(23)})
    known = facts(
        fatti=Fatti(
            {"isee": Euro(935_999), "componenti": 1}, ({"data_nascita": date(2000, 1, 1)},)
        ),
        nucleo=Nucleo((member,), 1),
        isee=ISEE,
    )

    assert known.valori["componenti"] == 1
    assert known.valori["isee"] == Euro(935_999)


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("isee", {"fatti": Fatti({"isee": Euro(936_000)}), "isee": ISEE}),
        ("isee", {"fatti": Fatti({"isee": Decimal("9359.99")}), "isee": ISEE}),
        ("protocollo", {"fatti": Fatti({"protocollo": "1"}), "protocollo": "2"}),
        ("data_domanda", {"fatti": Fatti({"data_domanda": date(2023, 1, 1)}), "presentata": ON}),
        ("area", {"fatti": Fatti({"area": "x"}), "assegnazione": Assegnazione(area="y")}),
        ("componenti", {"fatti": Fatti({"componenti": True}), "nucleo": Nucleo(numero=1)}),
        ("componenti", {"fatti": Fatti({"componenti": Decimal(3)}, ({}, {}))}),
        ("componenti", {"fatti": Fatti(membri=({}, {})), "nucleo": Nucleo(numero=3)}),
        ("eta", {"nucleo": Nucleo((Componente(data_nascita=date(2000, 1, 1), eta=24),))}),
        ("ruolo", {"nucleo": Nucleo((Componente(Ruolo.ALTRO, altri={"ruolo": "figlio"}),))}),
        ("eta", {"fatti": Fatti(membri=({"data_nascita": ON, "eta": Decimal(1)},))}),
        ("membri", {"fatti": Fatti(membri=({},)), "nucleo": Nucleo((Componente(eta=3),))}),
    ],
)
def test_two_values_of_a_fact_are_refused(name: str, parts: dict[str, object]) -> None:
    """The fact is named, and no value is."""
    with pytest.raises(InvalidFacts, match=f"`{name}` is") as caught:
        facts(**parts)

    langs: tuple[Lang, ...] = ("it", "en")
    for lang in langs:
        assert not any(sign.isdigit() for sign in caught.value.testo(lang))


@pytest.mark.parametrize(
    ("on", "word"), [(date(2023, 1, 8), "later than"), (date(2024, 1, 1), "expired before")]
)
def test_an_attestation_of_other_days_gives_no_facts(on: date, word: str) -> None:
    """It leaves its facts unknown, and whoever decides is told why."""
    domanda = Domanda("A-1", isee=ISEE)
    (said,) = avvertenze_di(domanda, on=on)

    assert Fatti() == fatti_di(domanda, on=on)
    assert word in said.en
    assert str(on) in said.en
    assert str(on) in said.it


def test_a_figure_stated_apart_from_the_attestation_stands() -> None:
    """Only the attestation's own facts are lost with it, and it contradicts nobody."""
    domanda = Domanda("A-1", fatti=Fatti({"isee": Euro(1)}), isee=ISEE)

    assert Fatti({"isee": Euro(1)}) == fatti_di(domanda, on=date(2024, 1, 1))


@pytest.mark.parametrize("isee", [None, ISEE])
def test_there_is_no_warning_without_a_cause(isee: AttestazioneIsee | None) -> None:
    """No attestation, or one that holds, needs no warning."""
    assert avvertenze_di(Domanda("A-1", isee=isee), on=ON) == ()


@pytest.mark.parametrize("ask", [fatti_di, avvertenze_di])
@pytest.mark.parametrize("on", [None, "2023-10-27", datetime(2023, 10, 27)])  # noqa: DTZ001
def test_the_day_is_a_day(ask: Callable[..., object], on: object) -> None:
    """A day with an hour, a text and nothing are no day."""
    with pytest.raises(IllTyped, match="`on` must be a day"):
        ask(Domanda("A-1"), on=on)
