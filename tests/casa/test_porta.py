"""The door of a notice: terms and protocol numbers, before any rule is asked."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from casa_model.casa import decidi, leggi_avviso
from casa_model.nuclei import Domanda, Nucleo
from casa_model.readers.porta import in_time
from casa_model.rules.esito import Esito
from casa_model.rules.facts import Fatti
from casa_model.values import Euro

AVVISO = """
formato = 1
[avviso]
codice = "immaginario"
titolo = {{ it = "Avviso immaginario", en = "Imaginary notice" }}
ente = "Comune immaginario"
misura = "energia-l1"
fonte = "esempio"
grado = "derivata"
pubblicazione = 2024-09-02
{terms}
"""
READY = {
    "isee": Euro.parse("9000.00"),
    "quartiere_coperto": True,
    "riceve_crs_difficolta": False,
    "riceve_crs_indigenza": False,
    "spesa_riscaldamento": Euro.parse("100.00"),
}
DAYS = "apertura = 2024-09-10\nchiusura = 2024-09-30"
HOURS = "apertura = 2024-09-10T09:00:00\nchiusura = 2024-09-30T12:00:00"


def notice(terms: str):  # noqa: ANN201 - the type of the reader
    """A notice with the given opening and closing."""
    return leggi_avviso(AVVISO.format(terms=terms)).valore


@pytest.mark.parametrize(
    ("expected", "terms", "presentata"),
    [
        (True, DAYS, date(2024, 9, 10)),
        (True, DAYS, date(2024, 9, 30)),
        (True, DAYS, datetime(2024, 9, 30, 23, 59)),  # noqa: DTZ001 - wall time
        (False, DAYS, date(2024, 9, 9)),
        (False, DAYS, date(2024, 10, 1)),
        (None, DAYS, None),
        (True, HOURS, datetime(2024, 9, 10, 9, 0)),  # noqa: DTZ001 - wall time
        (False, HOURS, datetime(2024, 9, 10, 8, 59)),  # noqa: DTZ001 - wall time
        (True, HOURS, datetime(2024, 9, 30, 12, 0)),  # noqa: DTZ001 - wall time
        (False, HOURS, datetime(2024, 9, 30, 12, 1)),  # noqa: DTZ001 - wall time
        (None, HOURS, date(2024, 9, 30)),
        (None, HOURS, date(2024, 9, 10)),
        (True, HOURS, date(2024, 9, 20)),
        (False, HOURS, date(2024, 10, 1)),
        (True, "", None),
        (True, "", date(2000, 1, 1)),
        (True, "chiusura = 2024-09-30", date(2024, 9, 2)),
        (None, "apertura = 2024-09-10", None),
    ],
)
def test_terms(expected: bool | None, terms: str, presentata: date | None) -> None:  # noqa: FBT001
    """A bare day is whole; an hour of a day whose hour is not stated decides nothing."""
    found = in_time(notice(terms), presentata)

    assert expected is found


def test_out_of_time_is_decided_at_the_door() -> None:
    """Not admitted, with a finding of its own, and no rule is asked."""
    late = Domanda("a", presentata=date(2024, 10, 1), fatti=Fatti(READY))
    (esito,) = decidi(notice(DAYS), [late]).esiti

    assert Esito.NON_AMMESSO is esito.verdict.esito
    assert ["nei-termini"] == [finding.codice for finding in esito.verdict.findings]
    assert () == esito.verdict.mancano


def test_an_unknown_moment_is_a_missing_fact() -> None:
    """An application whose day is not known is to be completed, and pays nothing yet."""
    (esito,) = decidi(notice(DAYS), [Domanda("a", fatti=Fatti(READY))]).esiti

    assert Esito.DA_COMPLETARE is esito.verdict.esito
    assert ("data_domanda",) == esito.verdict.mancano
    assert esito.verdict.importo is None


def test_an_unknown_moment_does_not_save_a_false_requirement() -> None:
    """A requirement that is false decides, whatever the day."""
    rich = Fatti({**READY, "isee": Euro.parse("90000.00")})
    (esito,) = decidi(notice(DAYS), [Domanda("a", fatti=rich)]).esiti

    assert Esito.NON_AMMESSO is esito.verdict.esito
    assert () == esito.verdict.mancano


def test_in_time_the_terms_are_a_finding_like_the_others() -> None:
    """The finding of the terms stands first and holds."""
    ready = Domanda("a", presentata=date(2024, 9, 10), fatti=Fatti(READY))
    (esito,) = decidi(notice(DAYS), [ready]).esiti

    assert Esito.AMMESSO is esito.verdict.esito
    assert ("nei-termini", True) == (
        esito.verdict.findings[0].codice,
        esito.verdict.findings[0].esito,
    )


def test_without_terms_there_is_no_finding_of_the_terms() -> None:
    """A notice that states no term decides on its rules alone."""
    (esito,) = decidi(notice(""), [Domanda("a", fatti=Fatti(READY))]).esiti

    assert Esito.AMMESSO is esito.verdict.esito
    assert "nei-termini" not in [finding.codice for finding in esito.verdict.findings]


def test_a_repeated_protocol_is_decided_at_the_door() -> None:
    """The first application stands; the second with the same number does not."""
    ready = Fatti(READY)
    first, second = decidi(
        notice(""),
        [Domanda("a", protocollo="7", fatti=ready), Domanda("b", protocollo="7", fatti=ready)],
    ).esiti

    assert Esito.AMMESSO is first.verdict.esito
    assert Esito.NON_AMMESSO is second.verdict.esito
    assert ["protocollo-unico"] == [finding.codice for finding in second.verdict.findings]


def test_the_door_reads_what_the_rules_read() -> None:
    """The day and the protocol number count wherever they were stated."""
    day = Fatti({**READY, "data_domanda": date(2024, 9, 10), "protocollo": "7"})
    late = Fatti({**READY, "data_domanda": date(2024, 10, 1), "protocollo": "8"})
    found = decidi(
        notice(DAYS),
        [Domanda("a", fatti=day), Domanda("b", fatti=day), Domanda("c", fatti=late)],
    )

    assert [Esito.AMMESSO, Esito.NON_AMMESSO, Esito.NON_AMMESSO] == [
        esito.verdict.esito for esito in found.esiti
    ]
    assert ["protocollo-unico", "nei-termini"] == [
        esito.verdict.findings[0].codice for esito in found.esiti[1:]
    ]


def test_without_a_number_among_numbered_ones_nothing_is_known_to_be_unique() -> None:
    """Learning the number might tell that it was already used: it is asked for."""
    ready = Fatti(READY)
    numbered, bare = decidi(
        notice(""), [Domanda("a", protocollo="7", fatti=ready), Domanda("b", fatti=ready)]
    ).esiti

    assert Esito.AMMESSO is numbered.verdict.esito
    assert Esito.DA_COMPLETARE is bare.verdict.esito
    assert ("protocollo",) == bare.verdict.mancano


def test_where_nobody_has_a_number_none_is_asked_for() -> None:
    """An office may do without protocol numbers."""
    ready = Fatti(READY)
    found = decidi(notice(""), [Domanda("a", fatti=ready), Domanda("b", fatti=ready)]).esiti

    assert {Esito.AMMESSO} == {esito.verdict.esito for esito in found}


def test_an_application_that_contradicts_itself_still_holds_its_number() -> None:
    """The first stands, whatever becomes of it."""
    ready = Fatti({**READY, "componenti": 3})
    broken = Domanda("a", protocollo="7", fatti=ready, nucleo=Nucleo(numero=2))
    found = decidi(notice(""), [broken, Domanda("b", protocollo="7", fatti=Fatti(READY))])

    assert ["a"] == [scarto.riferimento for scarto in found.scarti]
    assert ["protocollo-unico"] == [f.codice for f in found.esiti[0].verdict.findings]
