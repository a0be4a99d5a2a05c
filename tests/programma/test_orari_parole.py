"""Hours in words, as a sign on a door would have them."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from programma.orari_strategies import orari

from casa_model.programma.orari import (
    Apertura,
    Chiusura,
    Fascia,
    Orario,
    Regola,
    Straordinaria,
)
from casa_model.values import Testo

WORDS = [
    (
        "FREQ=WEEKLY;BYDAY=MO,TH",
        date(2026, 3, 2),
        "lunedì e giovedì 10:00–12:00",
        "Mondays and Thursdays 10:00–12:00",
    ),
    ("FREQ=WEEKLY", date(2026, 3, 3), "martedì 10:00–12:00", "Tuesdays 10:00–12:00"),
    (
        "FREQ=WEEKLY;BYDAY=MO,WE,FR",
        date(2026, 3, 2),
        "lunedì, mercoledì e venerdì 10:00–12:00",
        "Mondays, Wednesdays and Fridays 10:00–12:00",
    ),
    (
        "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
        date(2026, 3, 2),
        "dal lunedì al venerdì 10:00–12:00",
        "Mondays to Fridays 10:00–12:00",
    ),
    (
        "FREQ=WEEKLY;BYDAY=TU,WE",
        date(2026, 3, 3),
        "martedì e mercoledì 10:00–12:00",
        "Tuesdays and Wednesdays 10:00–12:00",
    ),
    (
        "FREQ=WEEKLY;BYDAY=TU,WE,TH",
        date(2026, 3, 3),
        "dal martedì al giovedì 10:00–12:00",
        "Tuesdays to Thursdays 10:00–12:00",
    ),
    (
        "FREQ=WEEKLY;BYDAY=FR,SA,SU",
        date(2026, 3, 6),
        "dal venerdì alla domenica 10:00–12:00",
        "Fridays to Sundays 10:00–12:00",
    ),
    (
        "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU",
        date(2026, 3, 2),
        "tutti i giorni 10:00–12:00",
        "every day 10:00–12:00",
    ),
    (
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU",
        date(2026, 9, 8),
        "martedì 10:00–12:00, ogni 2 settimane, dall'8 settembre 2026",
        "Tuesdays 10:00–12:00, every 2 weeks, from 8 September 2026",
    ),
    ("FREQ=DAILY", date(2026, 3, 2), "tutti i giorni 10:00–12:00", "every day 10:00–12:00"),
    (
        "FREQ=DAILY;INTERVAL=3;UNTIL=20270101",
        date(2026, 3, 2),
        "ogni 3 giorni 10:00–12:00, dal 2 marzo 2026, fino al 1º gennaio 2027",
        "every 3 days 10:00–12:00, from 2 March 2026, until 1 January 2027",
    ),
    (
        "FREQ=DAILY;BYMONTH=7;UNTIL=20270711",
        date(2026, 7, 1),
        "tutti i giorni 10:00–12:00, nel mese di luglio, fino all'11 luglio 2027",
        "every day 10:00–12:00, in July, until 11 July 2027",
    ),
    (
        "FREQ=MONTHLY;BYDAY=1MO,-1FR",
        date(2026, 3, 2),
        "il primo lunedì e l'ultimo venerdì del mese 10:00–12:00",
        "the first Monday and the last Friday of the month 10:00–12:00",
    ),
    (
        "FREQ=MONTHLY;BYDAY=1SU,2SU,3SU,4SU,5SU,-1SU",
        date(2026, 3, 1),
        (
            "la prima domenica, la seconda domenica, la terza domenica, la quarta domenica, "
            "la quinta domenica e l'ultima domenica del mese 10:00–12:00"
        ),
        (
            "the first Sunday, the second Sunday, the third Sunday, the fourth Sunday, "
            "the fifth Sunday and the last Sunday of the month 10:00–12:00"
        ),
    ),
    (
        "FREQ=MONTHLY;BYMONTHDAY=1,15;BYMONTH=1,6",
        date(2026, 1, 1),
        "i giorni 1 e 15 del mese 10:00–12:00, nei mesi di gennaio e giugno",
        "days 1 and 15 of the month 10:00–12:00, in January and June",
    ),
    (
        "FREQ=MONTHLY;INTERVAL=2",
        date(2026, 1, 31),
        "il giorno 31 del mese 10:00–12:00, ogni 2 mesi, dal 31 gennaio 2026",
        "day 31 of the month 10:00–12:00, every 2 months, from 31 January 2026",
    ),
    (
        "FREQ=MONTHLY;BYDAY=2FR;BYMONTHDAY=13",
        date(2026, 2, 13),
        "il secondo venerdì del mese 10:00–12:00, solo nel giorno 13",
        "the second Friday of the month 10:00–12:00, only on day 13",
    ),
    (
        "FREQ=MONTHLY;BYDAY=2FR;BYMONTHDAY=12,13",
        date(2026, 2, 13),
        "il secondo venerdì del mese 10:00–12:00, solo nei giorni 12 e 13",
        "the second Friday of the month 10:00–12:00, only on days 12 and 13",
    ),
]


@pytest.mark.parametrize(("text", "dal", "it", "en"), WORDS)
def test_a_rule_in_words(text: str, dal: date, it: str, en: str) -> None:
    """In Italian and in English."""
    orario = Orario((Apertura(Regola.parse(text), dal, time(10), time(12)),))

    assert it == orario.render("it")
    assert en == orario.render("en")


def test_hours_on_the_same_days_are_told_together_and_exceptions_by_their_day() -> None:
    """Two openings of one rule; then another; then the exceptions, with their reasons."""
    regola = Regola.parse("FREQ=WEEKLY;BYDAY=MO")
    monday = date(2026, 3, 2)
    orario = Orario(
        (
            Apertura(regola, monday, time(14), time(0)),
            Apertura(Regola.parse("FREQ=WEEKLY;BYDAY=SA"), date(2026, 3, 7), time(9), time(12)),
            Apertura(regola, monday, time(10), time(12, 30)),
        ),
        (
            Straordinaria(
                date(2026, 8, 11),
                (Fascia(time(10), time(11)),),
                Testo(it="mercato", en="market day"),
            ),
            Straordinaria(date(2026, 8, 12), (Fascia(time(10), time(11)),)),
            Chiusura(date(2026, 8, 8), date(2026, 8, 20), Testo(it="ferie", en="holidays")),
            Chiusura(date(2026, 4, 6)),
            Chiusura(date(2026, 5, 1), date(2026, 5, 1)),
        ),
    )

    assert orario.render("it") == (
        "lunedì 10:00–12:30 e 14:00–24:00; sabato 09:00–12:00; chiuso il 6 aprile 2026; "
        "chiuso il 1º maggio 2026; chiuso dall'8 agosto 2026 al 20 agosto 2026 (ferie); "
        "l'11 agosto 2026 10:00–11:00 (mercato); il 12 agosto 2026 10:00–11:00"
    )
    assert orario.render("en") == (
        "Mondays 10:00–12:30 and 14:00–24:00; Saturdays 09:00–12:00; closed on 6 April 2026; "
        "closed on 1 May 2026; closed from 8 August 2026 to 20 August 2026 (holidays); "
        "on 11 August 2026 10:00–11:00 (market day); on 12 August 2026 10:00–11:00"
    )


def test_hours_of_single_days_are_told_without_a_rule() -> None:
    """Only an extraordinary opening."""
    only = Orario((), (Straordinaria(date(2026, 5, 1), (Fascia(time(0), time(0)),)),))

    assert only.render("it") == "il 1º maggio 2026 00:00–24:00"


@given(orari())
def test_any_hours_can_be_told(orario: Orario) -> None:
    """No rule is without words, and the two languages are not the same."""
    assert orario.render("it")
    assert orario.render("it") != orario.render("en")
