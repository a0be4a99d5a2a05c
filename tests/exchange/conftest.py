"""A small measure with a fact of each type, and a notice of it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from attrs import evolve

from casa_model.rules.avviso import Avviso
from casa_model.rules.facts import Fatto
from casa_model.rules.misura import Calendario, Misura
from casa_model.rules.types import BoolType, ChoiceType, CodeType, DateType, NumberType, parse_type
from casa_model.values import Atto, Fonte, Grado, Norma, Testo, Vigenza

if TYPE_CHECKING:
    from casa_model.rules.types import Type

SAID = Testo(it="detto", en="said")
FONTE = Fonte(Grado.ATTO, norma=Norma.parse("rr-11-2019, art. 6, c. 1, lett. c"))


def _fatto(nome: str, tipo: Type, *, membro: bool = False) -> Fatto:
    return Fatto(nome, tipo, SAID, membro=membro)


@pytest.fixture(scope="session")
def misura() -> Misura:
    """Household facts of every type, two member facts; `data_domanda` may not be before 2020."""
    return Misura(
        codice="prova",
        titolo=SAID,
        fonte=FONTE,
        vigenza=Vigenza(date(2020, 1, 1)),
        fatti=(
            _fatto("isee", parse_type("euro")),
            _fatto("canone_pagato", BoolType()),
            _fatto("componenti", NumberType(0, euro=False, lo=1, hi=30)),
            _fatto("punteggio", NumberType(2, euro=False, lo=-1000, hi=10000)),
            _fatto("area", ChoiceType(("protezione", "accesso"))),
            _fatto("data_contratto", DateType()),
            _fatto("data_domanda", DateType(lo=date(2020, 1, 1))),
            _fatto("comune", CodeType()),
            _fatto("eta", NumberType(0, euro=False, lo=0, hi=130), membro=True),
            _fatto("reddito", parse_type("euro"), membro=True),
        ),
        parametri=(),
        definizioni=(),
        requisiti=(),
        atti=(Atto("rr-11-2019", "r.r. 11/2019", SAID),),
    )


@pytest.fixture(scope="session")
def avviso(misura: Misura) -> Avviso:
    """A notice over `misura`."""
    day = date(2024, 1, 1)
    closed = evolve(misura, calendario=Calendario(day, day))
    return Avviso("prova-2024", SAID, "Comune", "prova", closed, FONTE, day)
