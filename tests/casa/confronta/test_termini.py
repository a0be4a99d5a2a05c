"""The terms of two versions: who is in time for one alone, and what proof does not look at."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from casa.confronta.rules import of_notice, version
from hypothesis import given, settings
from hypothesis import strategies as st

from casa_model.casa.confronta import (
    Effetto,
    Prova,
    Tratto,
    Trovato,
    Versione,
    confronta,
    detto,
    in_tempo,
    libro_di,
    termini_a_parte,
    tratti,
)
from casa_model.errors import InvalidValue
from casa_model.readers.porta import in_time
from casa_model.rules.esito import Esito, Finding, Verdict
from casa_model.rules.facts import Fatti, Fatto
from casa_model.rules.moments import end_of, start_of
from casa_model.rules.quesiti import Confini, Esempio, Perche, Risposta
from casa_model.rules.types import DateType
from casa_model.values import Testo

if TYPE_CHECKING:
    from casa_model.rules.misura import Momento

NOON = datetime(2024, 9, 30, 12)  # noqa: DTZ001 - by the clock of Italy, as notices have it
EARLIER = datetime(2024, 9, 20, 12)  # noqa: DTZ001 - as above
START = date(2024, 9, 2)
NOTICE = of_notice()


def open_in(apertura: Momento | None, chiusura: Momento | None) -> Versione:
    """The notice with other terms."""
    return Versione(evolve(NOTICE, pubblicazione=None, apertura=apertura, chiusura=chiusura))


PLAIN = open_in(START, NOON)


@pytest.mark.parametrize(
    ("now", "told"),
    [
        (PLAIN, []),
        (
            open_in(START, EARLIER),
            [
                ("chi presenta domanda dopo il 20 settembre 2024 alle 12:00 e fino al 30 settembre "
                 "2024 alle 12:00 non è più nei termini")
            ],
        ),
        (
            open_in(date(2024, 9, 8), date(2024, 10, 4)),
            [
                ("chi presenta domanda dal 2 settembre 2024 e prima dell'8 settembre 2024 non è "
                 "più nei termini"),
                ("chi presenta domanda dopo il 30 settembre 2024 alle 12:00 e fino al 4 ottobre "
                 "2024 ora è nei termini, prima no"),
            ],
        ),
        (
            open_in(date(2025, 9, 2), None),
            [
                ("chi presenta domanda dal 2 settembre 2024 e fino al 30 settembre 2024 alle 12:00 "
                 "non è più nei termini"),
                "chi presenta domanda dal 2 settembre 2025 ora è nei termini, prima no",
            ],
        ),
        (
            version(),
            [
                "chi presenta domanda prima del 2 settembre 2024 ora è nei termini, prima no",
                ("chi presenta domanda dopo il 30 settembre 2024 alle 12:00 ora è nei termini, "
                 "prima no"),
            ],
        ),
    ],
)  # fmt: skip
def test_who_is_in_time_for_one_alone(now: Versione, told: list[str]) -> None:
    """To the day and the hour, the limits in or out as the terms have them."""
    assert [detto(each, "it", now) for each in tratti(confronta(PLAIN, now))] == told


def test_on_any_day() -> None:
    """Where a version that is always open has one beside it that never is."""
    always = Tratto(True, None, True, None, True)  # noqa: FBT003 - as the class has it

    assert detto(always, "en", PLAIN) == "who applies on any day is in time now, and was not before"


@pytest.mark.parametrize(
    ("inizio", "compreso", "fine", "compresa"),
    [
        (date(2024, 5, 1), True, date(2024, 1, 1), True),
        (date(2024, 5, 1), False, date(2024, 5, 1), True),
        (date(2024, 5, 1), False, date(2024, 5, 2), False),  # between midnight and midnight
        (NOON, True, NOON, False),
    ],
)
def test_a_stretch_has_some_moment(
    inizio: Momento, fine: Momento, *, compreso: bool, compresa: bool
) -> None:
    """One that has none cannot be built."""
    with pytest.raises(InvalidValue, match="no moment"):
        Tratto(True, inizio, compreso, fine, compresa)  # noqa: FBT003 - as the class has it


def test_a_stretch_of_one_moment() -> None:
    """With both its limits inside."""
    assert Tratto(True, NOON, True, NOON, True).fine == NOON  # noqa: FBT003 - as the class has it


DAYS = st.none() | st.dates(date(2024, 1, 1), date(2024, 1, 5))
HOURS = st.datetimes(datetime(2024, 1, 1), datetime(2024, 1, 6)).map(  # noqa: DTZ001 - as above
    lambda at: at.replace(minute=0, second=0, microsecond=0)
)
LIMITS = DAYS | HOURS


def in_order(limits: tuple[Momento | None, Momento | None]) -> bool:
    """Whether a notice may have these terms."""
    start, end = limits
    return start is None or end is None or start_of(start) <= end_of(end)


TERMS = st.tuples(LIMITS, LIMITS).filter(in_order)


@settings(max_examples=60)
@given(TERMS, TERMS, HOURS)
def test_the_door_agrees(
    one: tuple[Momento | None, Momento | None],
    other: tuple[Momento | None, Momento | None],
    when: datetime,
) -> None:
    """Whenever an application comes, the door of one takes it and that of the other does not."""
    before, now = open_in(*one), open_in(*other)
    took, takes = (in_time(side.avviso, when) for side in (before, now))
    found = [each for each in tratti(confronta(before, now)) if _in(each, when)]

    assert bool(found) == (took is not takes)
    assert {each.nei_termini for each in found} <= {takes}


def _in(tratto: Tratto, when: datetime) -> bool:
    after = tratto.inizio is None or _beyond(when, tratto.inizio, inside=tratto.inizio_compreso)
    before = tratto.fine is None or not _beyond(when, tratto.fine, inside=not tratto.fine_compresa)
    return after and before


def _beyond(when: datetime, limit: Momento, *, inside: bool) -> bool:
    at = when if isinstance(limit, datetime) else when.date()
    return at >= limit if inside else at > limit


NOBODY = [
    Prova(effetto, Trovato(Risposta.NO, Confini(None, ())))
    for effetto in (Effetto.PERDE, Effetto.DI_MENO)
]


def test_proof_says_what_it_does_not_look_at() -> None:
    """An earlier closing: nobody loses, terms apart; who is no longer in time is told."""
    law = confronta(PLAIN, open_in(START, EARLIER))
    text = libro_di(law, lang="it", prove=NOBODY).testo().replace("\n", " ")

    assert "Nessuno perde l'ammissione, certa o possibile: è dimostrato" not in text
    assert "Nessuno perde l'ammissione, certa o possibile, termini a parte: è dimostrato" in text
    assert "l'importo spettante: non i termini e il protocollo" in text
    assert "- chi presenta domanda dopo il 20 settembre 2024 alle 12:00 e fino" in text
    assert "La dotazione non è la stessa" not in text


def test_less_money_is_no_smaller_amount_due() -> None:
    """Another endowment: proof speaks of what is due, and says so."""
    poorer = of_notice(('dotazione = "120.00"', 'dotazione = "12.00"'))
    law = confronta(PLAIN, Versione(poorer))
    text = libro_di(law, lang="it", prove=NOBODY).testo().replace("\n", " ")

    assert "Nessuno perde l'ammissione, certa o possibile: è dimostrato" in text
    assert "Nessuno ha un importo spettante più basso: è dimostrato" in text
    assert "La dotazione non è la stessa: chi è pagato si vede solo con delle domande." in text


def dated(versione: Versione) -> Versione:
    """The version, with the day of the application among its facts."""
    avviso = versione.avviso
    day = Fatto("data_domanda", DateType(), Testo(it="giorno", en="day"))
    misura = evolve(avviso.misura, fatti=(*avviso.misura.fatti, day))
    return Versione(evolve(avviso, misura=misura))


def verdict(esito: Esito) -> Verdict:
    """A verdict with this outcome, and a requirement that says why not."""
    words = Testo(it="ISEE", en="ISEE")
    unmet = Finding("isee", words, NOTICE.fonte, esito=False)
    return Verdict("prova", START, esito, (unmet,) if esito is Esito.NON_AMMESSO else ())


def found(day: date | None, before: Esito, now: Esito) -> Trovato:
    """A household that applied on a day, by its facts, and what the two rules said of it."""
    fatti = Fatti() if day is None else Fatti({"data_domanda": day})
    shown = Esempio(fatti, START, (verdict(before), verdict(now)))
    return Trovato(Risposta.SI, Confini(None, ()), shown)


LATER = date(2024, 10, 1)
YES, NO, LACKS = Esito.AMMESSO, Esito.NON_AMMESSO, Esito.DA_COMPLETARE


@pytest.mark.parametrize(
    ("effetto", "trovato", "title", "sides"),
    [
        (
            Effetto.GUADAGNA,
            found(START, NO, YES),
            "C'è chi guadagna l'ammissione, termini a parte",
            (
                "Prima: non ammessa (requisito non soddisfatto: ISEE). Ora: fuori dai termini, "
                "quindi non ammessa; per il resto ammessa."
            ),
        ),
        (
            Effetto.GUADAGNA,
            found(LATER, NO, YES),
            "C'è chi guadagna l'ammissione",
            (
                "Prima: non ammessa (requisito non soddisfatto: ISEE), e fuori dai termini. Ora: "
                "ammessa."
            ),
        ),
        (
            Effetto.GUADAGNA,
            found(None, NO, YES),
            "C'è chi guadagna l'ammissione, termini a parte",
            "Prima: non ammessa (requisito non soddisfatto: ISEE). Ora: ammessa, se nei termini.",
        ),
        (
            Effetto.INCERTO,
            found(START, YES, LACKS),
            "C'è chi diventa da completare, termini a parte",
            (
                "Prima: ammessa. Ora: fuori dai termini, quindi non ammessa; per il resto da "
                "completare."
            ),
        ),
    ],
)
def test_a_household_out_of_terms(
    effetto: Effetto, trovato: Trovato, title: str, sides: str
) -> None:
    """What is shown as admitted is so by its door too, or that is said with each side."""
    law = confronta(dated(PLAIN), dated(open_in(LATER, date(2024, 11, 30))))
    lines = libro_di(law, lang="it", prove=[Prova(effetto, trovato)]).markdown().splitlines()

    assert title in {line.lstrip("#0123456789. ") for line in lines}
    assert sides in " ".join(lines)
    assert termini_a_parte(law, trovato) == title.endswith("termini a parte")


def test_the_same_terms_shut_nobody_out() -> None:
    """Nothing is apart, and a household is told by what the rules say of it."""
    law = confronta(dated(PLAIN), dated(PLAIN))
    trovato = found(None, NO, YES)

    assert trovato.esempio is not None
    assert in_tempo(law, trovato.esempio) == (None, None)
    assert not termini_a_parte(law, trovato)
    text = libro_di(law, lang="it", prove=[Prova(Effetto.GUADAGNA, trovato)]).testo()
    assert "Ora: ammessa." in text.replace("\n", " ")


def test_who_knows_is_apart_too() -> None:
    """What nobody knows is not known of those in time."""
    law = confronta(PLAIN, open_in(START, EARLIER))
    unknown = Trovato(Risposta.NON_SO, Confini(None, ()), perche=Perche.TEMPO)
    text = libro_di(law, lang="en", prove=[Prova(Effetto.GUADAGNA, unknown)]).testo()

    assert "It is not known whether somebody gains admission, terms apart" in text
