"""The days of a question, and those on which what its phrases name has no value."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from attrs import evolve
from proof.by_hand import measure

from casa_model.errors import WrongDay
from casa_model.proof import dimostra
from casa_model.rules.misura import Calendario, Misura
from casa_model.rules.params import Parametro, Riga
from casa_model.rules.quesiti import (
    ALL_DAYS,
    Contesto,
    Giorni,
    GiornoVuoto,
    Implica,
    Mai,
    SenzaValore,
    Superfluo,
    Versione,
    Vocabolario,
    check_days,
    giorni_della_legge,
    leggi_frase,
)
from casa_model.rules.types import LAST_DAY, NumberType
from casa_model.testing._vocabulary import FONTE
from casa_model.testing._vocabulary import testo as words
from casa_model.values import Periodo, Storia, Vigenza

NUMBER = NumberType(0, euro=False, lo=0, hi=9)


def number(nome: str, dal: date, cessa: date | None = None) -> Parametro:
    """A number of the law from a day on, up to another."""
    row = Riga((), Storia((Periodo(dal, Decimal(3), FONTE),), cessa))
    return Parametro(nome, NUMBER, words(nome), (row,))


EARLY = number("prima", date(2000, 1, 1), date(2010, 1, 1))
LATE = number("poi", date(2015, 1, 1))
MIDDLE = number("mezzo", date(2005, 1, 1), date(2016, 1, 1))
MISURA = evolve(measure("attivo"), parametri=(EARLY, LATE, MIDDLE))


def never(text: str, giorni: Giorni = ALL_DAYS, misura: Misura = MISURA) -> Mai:
    """A phrase that is asked to be true of nobody."""
    contesto = Contesto.di(misura, giorni=giorni)
    return Mai(contesto, leggi_frase(text, Vocabolario.di(contesto)))


def test_left_out() -> None:
    """The days before a number has a value, and those after; twice the same is once."""
    assert check_days(never("prima > 5 and prima > 6")) == (
        SenzaValore("prima", Vigenza(date(2010, 1, 1), LAST_DAY)),
    )
    assert check_days(never("poi > 5 and mezzo > 5")) == (
        SenzaValore("poi", Vigenza(date(2000, 1, 1), date(2014, 12, 31))),
        SenzaValore("mezzo", Vigenza(date(2000, 1, 1), date(2004, 12, 31))),
        SenzaValore("mezzo", Vigenza(date(2016, 1, 1), LAST_DAY)),
    )
    assert check_days(never("poi > 5", date(2020, 1, 1))) == ()


def test_only_the_days_that_are_left_are_asked() -> None:
    """A phrase that would be true of somebody on another day; stretches of one law stay one."""
    found = dimostra(never("poi > 5 and mezzo > 5 and attivo"))
    assert found.confini.giorni == (Vigenza(date(2015, 1, 1), date(2015, 12, 31)),)
    assert len(found.confini.senza_valore) == 3
    shown = dimostra(never("prima == 3 or isee > 5")).esempi[0]
    assert shown.on < date(2010, 1, 1)
    assert len(dimostra(never("isee < 0")).confini.giorni) == 1


@pytest.mark.parametrize(
    ("text", "giorni", "said"),
    [
        ("poi > 5", date(2014, 1, 1), "`poi` has no value on 2014-01-01: no day is left to ask"),
        ("prima > 5 and poi > 5", ALL_DAYS, "`prima` has no value from 2010-01-01 to 2099-12-31"),
    ],
)
def test_no_day_is_left(text: str, giorni: Giorni, said: str) -> None:
    """It is refused, and never asked of no day at all."""
    with pytest.raises(WrongDay, match=said):
        check_days(never(text, giorni))
    with pytest.raises(WrongDay, match=said):
        dimostra(never(text, giorni))


def test_of_two_phrases_and_of_none() -> None:
    """Each is looked at; a question that names no number is of all days."""
    contesto = never("attivo").contesto
    late = leggi_frase("poi > 5", Vocabolario.di(contesto))

    assert [each.nome for each in check_days(Implica(contesto, never("attivo").frase, late))] == [
        "poi"
    ]
    assert check_days(Superfluo(contesto, "r-0")) == ()
    assert check_days(GiornoVuoto(contesto)) == ()


def test_the_days_of_the_law() -> None:
    """Of a notice its own, of a version that it says, of a measure those on which it answers."""
    day = date(2015, 5, 1)
    fixed = evolve(MISURA, calendario=Calendario(day, date(2020, 1, 1)))
    other = date(2018, 1, 1)

    assert giorni_della_legge(Contesto((Versione(fixed),), ALL_DAYS)) == Vigenza(day, day)
    assert giorni_della_legge(Contesto((Versione(MISURA, day),), other)) == Vigenza(day, day)
    assert giorni_della_legge(Contesto((Versione(MISURA),), other)) == Vigenza(other, other)
    assert giorni_della_legge(Contesto.di(MISURA, giorni=ALL_DAYS)) == Vigenza(
        date(2000, 1, 1), LAST_DAY
    )
    with pytest.raises(WrongDay, match="on none of the days asked"):
        check_days(never("attivo", Vigenza(date(1990, 1, 1), date(1999, 12, 31))))
