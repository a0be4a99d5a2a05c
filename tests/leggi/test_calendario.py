"""The days of a notice: its dates, the day of its law, the day of the requisites."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import pytest

from casa_model.rules.misura import Calendario

if TYPE_CHECKING:
    Banco = Any

DAY = date(2024, 10, 27)
FONTE = 'data_requisiti_fonte = { fonte = "delibera", grado = "derivata" }\n'


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("", Calendario(DAY, DAY, (("pubblicazione", DAY),))),
        (
            f'apertura = 2024-11-04T09:00:00\ndata_requisiti = "apertura"\n{FONTE}',
            Calendario(
                DAY,
                date(2024, 11, 4),
                (("pubblicazione", DAY), ("apertura", date(2024, 11, 4))),
            ),
        ),
        (
            f"data_requisiti = 2024-01-01\ngiorno_norma = 2023-12-31\n{FONTE}",
            Calendario(date(2023, 12, 31), date(2024, 1, 1), (("pubblicazione", DAY),)),
        ),
        (
            "chiusura = 2024-10-27\n",
            Calendario(DAY, DAY, (("pubblicazione", DAY), ("chiusura", DAY))),
        ),
    ],
)
def test_a_notice_fixes_its_days(banco: Banco, head: str, expected: Calendario) -> None:
    """Publication unless another is said; a moment counts for its day."""
    assert banco.avviso(head=head).misura.calendario == expected


def test_an_opening_later_than_the_closing_of_the_same_day_is_disorder(banco: Banco) -> None:
    """A bare day includes the whole of it, an hour does not."""
    moments = banco.avviso(head="apertura = 2024-11-04\nchiusura = 2024-11-04T12:00:00\n")

    assert moments.chiusura == datetime(2024, 11, 4, 12)  # noqa: DTZ001 - as notices say it
    assert banco.told(
        "avviso", "apertura = 2024-11-04T13:00:00\nchiusura = ⟦2024-11-04T12:00:00\n"
    ) == ["date-disordinate"]


@pytest.mark.parametrize(
    ("head", "told"),
    [
        ("apertura = ⟦2024-10-26\n", ["date-disordinate"]),
        (f'data_requisiti = ⟦"scadenza"\n{FONTE}', ["valore-malformato"]),
        (f'data_requisiti = ⟦"apertura"\n{FONTE}', ["giorno-mancante"]),
        (f"data_requisiti = ⟦1850-01-01\n{FONTE}", ["valore-rifiutato"]),
        ('⟦data_requisiti = "chiusura"\nchiusura = 2024-11-04\n', ["fonte-mancante"]),
        (
            'data_requisiti_fonte = { norma = ⟦"boh, art. 1", grado = "atto" }\n',
            ["atto-ignoto"],
        ),
        ("giorno_norma = ⟦2150-01-01\n", ["valore-rifiutato"]),
        ("chiusura = ⟦2024-11-04T12:00:00+01:00\n", ["valore-rifiutato"]),
        ("chiusura = ⟦2100-01-01\n", ["valore-rifiutato"]),
        ('chiusura = ⟦"2024-11-04"\n', ["tipo-valore"]),
        ("giorno_norma = ⟦2024-11-04T12:00:00\n", ["tipo-valore"]),
        ("giorno_norma = ⟦2019-10-13\n", ["misura-non-in-vigore"]),
    ],
)
def test_days_that_cannot_be_are_told(banco: Banco, head: str, told: list[str]) -> None:
    """At the date that is wrong."""
    assert banco.told("avviso", head) == told


def test_a_near_miss_is_a_date_of_the_notice(banco: Banco) -> None:
    """There are three."""
    (fault,) = banco.faults("avviso", f'data_requisiti = "chiusure"\n{FONTE}')

    assert fault.vicino == "chiusura"


def notice(dates: str) -> str:
    """A whole notice with these dates only."""
    return f"""formato = 1
[avviso]
codice = "tradate-2024"
titolo = {{ it = "a", en = "a" }}
ente = "Comune di Tradate"
misura = "crs-difficolta"
fonte = "s"
grado = "secondaria"
{dates}"""


def test_publication_is_wanted_when_nothing_else_fixes_the_law(banco: Banco) -> None:
    """One missing day, one fault; the other parts are read all the same."""
    text = notice('[risorse]\ndotazione = ⟦"x"\n').replace("[avviso]", "⟦[avviso]")

    assert banco.told("avviso", text, whole=True) == ["chiave-mancante", "valore-malformato"]


def test_publication_is_wanted_when_nothing_else_fixes_the_requisites(banco: Banco) -> None:
    """The fault names the day that is missing, and shows a whole line."""
    (fault,) = banco.faults("avviso", notice("giorno_norma = 2024-01-01\n"), whole=True)

    assert fault.testo("it") == (
        "manca la chiave `pubblicazione`; aggiungila, per esempio `pubblicazione = 2025-09-15`"
    )


def test_publication_may_be_unknown(banco: Banco) -> None:
    """When the law and the requisites have days of their own."""
    dates = f"giorno_norma = 2024-01-01\ndata_requisiti = 2024-02-01\n{FONTE}"
    text = notice(dates + "apertura = ⟦2200-01-01\n")

    assert banco.told("avviso", text, whole=True) == ["valore-rifiutato"]


def test_a_rule_may_name_the_days_that_the_notice_states(banco: Banco) -> None:
    """Others are told, where they are named."""
    body = """[definizioni.x]
vale = "data_assegnazione < {}"
"""

    assert banco.avviso(body.format("pubblicazione")).misura.definizioni[0].nome == "x"
    assert banco.told("avviso", body.format("⟦chiusura")) == ["giorno-mancante"]
