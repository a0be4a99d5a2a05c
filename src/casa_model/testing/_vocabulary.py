"""What random rules speak of: facts of every type, parameters, days, and their random values.

The vocabulary is small and fixed, so that two random trees often speak of the same thing; the
values of the law and of the household are drawn.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from attrs import evolve
from hypothesis import strategies as st

from casa_model.rules.facts import Fatto
from casa_model.rules.params import IndiceIntero, IndiceScelta, Key, Parametro, Riga
from casa_model.rules.types import (
    BoolType,
    ChoiceType,
    CodeType,
    DateType,
    NumberType,
    Type,
    parse_type,
)
from casa_model.testing._draws import pick
from casa_model.testing._values import simplest, values
from casa_model.values import Euro, Fonte, Grado, Periodo, Storia, Testo

FONTE = Fonte(Grado.DERIVATA, testo="drawn by a test")
DAYS = (date(2000, 1, 1), date(2019, 12, 31), date(2020, 1, 1), date(2024, 2, 29))
"""Days of the question: the parameters change on 1 January 2020."""

ASKED = (DAYS[2], DAYS[1], DAYS[3], DAYS[0])
"""The same, the simplest first."""

QUOTA = "quota_riserva"

MANY_KEYS = 4
"""A parameter with so many values has one period: a measure reads few, and draws are dear."""

AREA = ChoiceType(("protezione", "accesso", "permanenza", "decadenza"))
RUOLO = ChoiceType(("richiedente", "coniuge", "figlio", "altro"))


def testo(words: str) -> Testo:
    """The same words in both languages."""
    return Testo(it=words, en=words)


def number(scale: int, lo: int, hi: int) -> NumberType:
    """A plain number between two whole numbers at its scale."""
    return NumberType(scale, euro=False, lo=lo, hi=hi)


def _fact(nome: str, tipo: Type, *, membro: bool = False) -> Fatto:
    return Fatto(nome, tipo, testo(nome), membro=membro)


EURO = parse_type("euro")
FATTI = (
    _fact("isee", EURO),
    _fact("debito", EURO),
    _fact("saldo", NumberType(2, euro=True, lo=-500_000, hi=500_000)),
    _fact("componenti", number(0, 1, 30)),
    _fact("scala_equivalenza", number(2, 100, 1999)),
    _fact("punteggio", number(2, -9999, 9999)),
    _fact("quota", number(4, 0, 10_000)),
    _fact("canone_pagato", BoolType()),
    _fact("riceve_altro", BoolType()),
    _fact("area", AREA),
    _fact("area_prima", AREA),
    _fact("comune", CodeType()),
    _fact("protocollo", CodeType()),
    _fact("data_contratto", DateType()),
    _fact("data_domanda", DateType(date(2019, 1, 31), date(2024, 2, 29))),
    _fact("eta", number(0, 0, 130), membro=True),
    _fact("voto", number(2, -1000, 1000), membro=True),
    _fact("reddito", EURO, membro=True),
    _fact("ruolo", RUOLO, membro=True),
    _fact("studia", BoolType(), membro=True),
    _fact("comune_nascita", CodeType(), membro=True),
    _fact("data_nascita", DateType(), membro=True),
)
"""Facts of the household and of members, of every type."""

_PARAMETRI: tuple[tuple[str, Type, tuple[IndiceIntero | IndiceScelta, ...]], ...] = (
    ("soglia", NumberType(2, euro=True, lo=0, hi=5_000_000), ()),
    ("mesi_minimi", number(0, 0, 120), ()),
    ("quota_reddito", number(2, 0, 100), ()),
    ("aperto", BoolType(), ()),
    ("giorno_limite", DateType(), ()),
    ("area_ammessa", AREA, ()),
    ("comune_pilota", CodeType(), ()),
    ("scala", number(2, 0, 500), (IndiceIntero(1, 3),)),
    ("massimale", NumberType(2, euro=True, lo=0, hi=500_000), (IndiceScelta(AREA.values),)),
    ("griglia", number(3, -10_000, 10_000), (IndiceIntero(0, 1), IndiceScelta(AREA.values))),
    (QUOTA, number(2, 20, 20), ()),
)


_STARTS = {
    True: ((), (DAYS[0],), (DAYS[0], DAYS[2])),
    False: ((), (DAYS[0],)),
}
"""From which days a parameter has values that are drawn, when its keys are few and when not."""


def _keys(indice: tuple[IndiceIntero | IndiceScelta, ...]) -> list[tuple[Key, ...]]:
    keys: list[tuple[Key, ...]] = [()]
    for index in indice:
        span: tuple[Key, ...] = (
            tuple(range(index.lo, index.hi + 1))
            if isinstance(index, IndiceIntero)
            else index.valori
        )
        keys = [(*key, each) for key in keys for each in span]
    return keys


@st.composite
def parameters(draw: st.DrawFn) -> tuple[Parametro, ...]:
    """The law: each parameter at its simplest value, or with one for each key, or two in time."""
    found = []
    for nome, tipo, indice in _PARAMETRI:
        keys = _keys(indice)
        starts = pick(draw, _STARTS[len(keys) < MANY_KEYS])
        plain = (Periodo(DAYS[0], simplest(tipo), FONTE),)
        rows = []
        for key in keys:
            periods = tuple(Periodo(day, draw(values(tipo)), FONTE) for day in starts)
            rows.append(Riga(key, Storia(periods or plain)))
        found.append(Parametro(nome, spanned(tipo, rows), testo(nome), tuple(rows), indice))
    return tuple(found)


def spanned(tipo: Type, rows: list[Riga]) -> Type:
    """The type with the interval of all the values of some rows."""
    known = [periodo.valore for riga in rows for periodo in riga.storia.periodi]
    if isinstance(tipo, NumberType):
        units = [
            value.cents if isinstance(value, Euro) else int(Decimal(value).scaleb(tipo.scale))
            for value in known
            if isinstance(value, Euro | Decimal)
        ]
        return evolve(tipo, lo=min(units), hi=max(units))
    if isinstance(tipo, DateType):
        dates = [value for value in known if isinstance(value, date)]
        return DateType(min(dates), max(dates))
    return tipo
