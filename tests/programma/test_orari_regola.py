"""The text of a rule, and what a rule cannot be."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from programma.orari_strategies import regole

from casa_model.errors import IllTyped, InvalidHours
from casa_model.programma.orari import ByDay, Freq, Regola

# Text → its canonical form.
READ = {
    "FREQ=DAILY": "FREQ=DAILY",
    "FREQ=WEEKLY;BYDAY=MO,TH": "FREQ=WEEKLY;BYDAY=MO,TH",
    "BYDAY=TH,MO;FREQ=WEEKLY": "FREQ=WEEKLY;BYDAY=MO,TH",
    "FREQ=WEEKLY;WKST=MO;INTERVAL=1": "FREQ=WEEKLY",
    "FREQ=MONTHLY;BYDAY=-1FR,1TU,1MO;INTERVAL=2": "FREQ=MONTHLY;INTERVAL=2;BYDAY=1MO,1TU,-1FR",
    "FREQ=MONTHLY;BYMONTHDAY=31,1;BYMONTH=12,1": "FREQ=MONTHLY;BYMONTH=1,12;BYMONTHDAY=1,31",
    "FREQ=DAILY;UNTIL=20240229": "FREQ=DAILY;UNTIL=20240229",
    "FREQ=DAILY;INTERVAL=999": "FREQ=DAILY;INTERVAL=999",
}

BAD = {
    "": "regola-vuota",
    "FREQ": "regola-parte",
    "FREQ=DAILY;": "regola-parte",
    "FREQ= DAILY": "regola-parte",
    "freq=DAILY": "regola-parte",
    "FREQ=daily": "regola-parte",
    "FREQ=DAILY\n": "regola-parte",
    "FREQ=DAILY;INTERVAL=": "regola-parte",
    "FREQ=DAILY;INTERVAL=٢": "regola-parte",
    "RRULE:FREQ=DAILY": "regola-parte",
    "\x1b[2J" + "x" * 100: "regola-parte",
    "FREQ=MONTHLY;BYSETPOS=1": "regola-parte-ignota",
    "FREQ=MONTHLY;BYDAY=1MO;X=1": "regola-parte-ignota",
    "FREQ=DAILY;FREQ=DAILY": "regola-parte-ripetuta",
    "FREQ=DAILY;COUNT=3": "regola-count",
    "FREQ=DAILY;BYHOUR=9": "regola-ore",
    "FREQ=DAILY;BYMINUTE=9": "regola-ore",
    "FREQ=DAILY;BYSECOND=9": "regola-ore",
    "FREQ=WEEKLY;WKST=SU": "regola-wkst",
    "BYDAY=MO": "regola-senza-freq",
    "FREQ=YEARLY": "regola-freq",
    "FREQ=HOURLY": "regola-freq",
    "FREQ=DAILY;INTERVAL=0": "regola-interval",
    "FREQ=DAILY;INTERVAL=-1": "regola-interval",
    "FREQ=DAILY;INTERVAL=02": "regola-interval",
    "FREQ=DAILY;INTERVAL=1000": "regola-interval",
    "FREQ=DAILY;INTERVAL=" + "9" * 5000: "regola-interval",
    "FREQ=WEEKLY;BYDAY=LU": "regola-byday",
    "FREQ=WEEKLY;BYDAY=MO,": "regola-byday",
    "FREQ=MONTHLY;BYDAY=0MO": "regola-byday",
    "FREQ=MONTHLY;BYDAY=6MO": "regola-byday",
    "FREQ=MONTHLY;BYDAY=-2MO": "regola-byday",
    "FREQ=WEEKLY;BYDAY=1MO": "regola-byday-numero",
    "FREQ=MONTHLY;BYDAY=MO": "regola-byday-senza-numero",
    "FREQ=DAILY;BYDAY=MO": "regola-byday-daily",
    "FREQ=MONTHLY;BYMONTHDAY=0": "regola-bymonthday",
    "FREQ=MONTHLY;BYMONTHDAY=32": "regola-bymonthday",
    "FREQ=MONTHLY;BYMONTHDAY=-1": "regola-bymonthday",
    "FREQ=MONTHLY;BYMONTHDAY=01": "regola-bymonthday",
    "FREQ=WEEKLY;BYMONTHDAY=1": "regola-bymonthday-fuori-posto",
    "FREQ=DAILY;BYMONTHDAY=1": "regola-bymonthday-fuori-posto",
    "FREQ=DAILY;BYMONTH=0": "regola-bymonth",
    "FREQ=DAILY;BYMONTH=13": "regola-bymonth",
    "FREQ=WEEKLY;BYDAY=MO,MO": "regola-valore-ripetuto",
    "FREQ=MONTHLY;BYMONTHDAY=1,1": "regola-valore-ripetuto",
    "FREQ=DAILY;BYMONTH=1,1": "regola-valore-ripetuto",
    "FREQ=DAILY;UNTIL=20230229": "regola-until",
    "FREQ=DAILY;UNTIL=20231": "regola-until",
    "FREQ=DAILY;UNTIL=20231231T000000Z": "regola-until",
    "FREQ=DAILY;UNTIL=19951231": "orario-giorno-fuori",
    "FREQ=DAILY;UNTIL=21000101": "orario-giorno-fuori",
}


@pytest.mark.parametrize(("text", "canonical"), READ.items())
def test_a_text_has_one_canonical_form(text: str, canonical: str) -> None:
    """Parts and lists come in one order; what says nothing is left out."""
    assert canonical == str(Regola.parse(text))


@given(regole())
def test_the_canonical_text_is_the_rule(regola: Regola) -> None:
    """`parse(str(r)) == r`, for every rule that can be built."""
    assert regola == Regola.parse(str(regola))
    assert hash(regola) == hash(Regola.parse(str(regola)))


@pytest.mark.parametrize(("text", "codice"), BAD.items())
def test_each_way_of_being_wrong_has_its_code(text: str, codice: str) -> None:
    """The code is told, and the sentence has no hole and shows nothing that acts on a terminal."""
    with pytest.raises(InvalidHours) as caught:
        Regola.parse(text)

    assert codice == caught.value.codice
    for lang in ("it", "en"):
        told = caught.value.testo(lang)
        assert told.isprintable()
        assert "{" not in told
        assert len(told) < 250


@given(st.text(st.sampled_from("FREQ=DAILYWK;MONTHBU,0123456789-٣ "), max_size=40) | st.text())
def test_any_text_is_a_rule_or_invalid_hours(text: str) -> None:
    """No text makes the parser fail otherwise."""
    try:
        regola = Regola.parse(text)
    except InvalidHours:
        return
    assert regola == Regola.parse(str(regola))


@given(regole(), st.data())
def test_a_text_with_one_sign_changed_is_read_back_or_refused(
    regola: Regola, data: st.DataObject
) -> None:
    """Near misses are where a lax parser shows."""
    text = str(regola)
    at = data.draw(st.integers(0, len(text) - 1))
    near = text[:at] + data.draw(st.sampled_from(["", "0", "1", "-", ",", ";", "=", "M", "s"]))
    near += text[at + 1 :]
    try:
        read = Regola.parse(near)
    except InvalidHours:
        return
    assert read == Regola.parse(str(read))


def test_a_rule_is_read_from_a_text_only() -> None:
    """No bytes, no None."""
    for junk in (b"FREQ=DAILY", None, 1):
        with pytest.raises(IllTyped, match="the rule must be a text"):
            Regola.parse(junk)  # type: ignore[arg-type]


def test_a_rule_built_by_hand_is_checked_like_one_that_is_read() -> None:
    """What `parse` refuses cannot be built either."""
    built = {
        "regola-interval": lambda: Regola(Freq.DAILY, 0),
        "regola-byday": lambda: ByDay(7),
        "regola-byday-daily": lambda: Regola(Freq.DAILY, byday=(ByDay(0),)),
        "regola-byday-numero": lambda: Regola(Freq.WEEKLY, byday=(ByDay(0, 1),)),
        "regola-byday-senza-numero": lambda: Regola(Freq.MONTHLY, byday=(ByDay(0),)),
        "regola-bymonthday": lambda: Regola(Freq.MONTHLY, bymonthday=(32,)),
        "regola-bymonthday-fuori-posto": lambda: Regola(Freq.WEEKLY, bymonthday=(1,)),
        "regola-bymonth": lambda: Regola(Freq.DAILY, bymonth=(0,)),
        "orario-giorno-fuori": lambda: Regola(Freq.DAILY, until=date(2100, 1, 1)),
        "regola-valore-ripetuto": lambda: Regola(Freq.DAILY, bymonth=(1, 1)),
    }
    for codice, build in built.items():
        with pytest.raises(InvalidHours) as caught:
            build()
        assert codice == caught.value.codice


def test_the_parts_of_a_rule_have_exact_types() -> None:
    """A truth is no number, an instant no day, a list no tuple."""
    for build in (
        lambda: Regola("DAILY"),  # type: ignore[arg-type]
        lambda: Regola(Freq.DAILY, True),  # noqa: FBT003
        lambda: Regola(Freq.DAILY, bymonth=(True,)),
        lambda: Regola(Freq.DAILY, bymonth=[1]),  # type: ignore[arg-type]
        lambda: Regola(Freq.WEEKLY, byday=(0,)),  # type: ignore[arg-type]
        lambda: Regola(Freq.DAILY, until=datetime(2026, 1, 1)),  # noqa: DTZ001
        lambda: ByDay(True),  # noqa: FBT003
    ):
        with pytest.raises(IllTyped):
            build()
