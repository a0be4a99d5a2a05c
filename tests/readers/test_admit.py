"""Whether facts fit the declarations of a measure."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from casa_model.errors import InvalidFacts
from casa_model.readers.admit import admit, faults_of
from casa_model.rules.facts import Fatti, Fatto
from casa_model.rules.misura import Misura
from casa_model.rules.types import BoolType, NumberType, parse_type
from casa_model.values import Euro, Fonte, Grado, Testo, Vigenza

if TYPE_CHECKING:
    from casa_model.rules.types import Type

from datetime import date

FONTE = Fonte(Grado.DERIVATA, testo="test")
WORDS = Testo(it="prova", en="test")
WHOLE = NumberType(0, euro=False, lo=1, hi=40)


def fact(nome: str, tipo: Type, *, membro: bool = False) -> Fatto:
    """A declaration."""
    return Fatto(nome, tipo, WORDS, membro=membro)


MISURA = Misura(
    "m",
    WORDS,
    FONTE,
    Vigenza(date(2024, 1, 1)),
    (
        fact("isee", parse_type("euro")),
        fact("componenti", WHOLE),
        fact("eta", WHOLE, membro=True),
        fact("studia", BoolType(), membro=True),
    ),
    (),
    (),
    (),
)


@pytest.mark.parametrize(
    "fatti",
    [
        Fatti(),
        Fatti({"isee": Euro(1), "componenti": 2}, ({"eta": 30}, {})),
        Fatti({"componenti": 40}),
        Fatti({}, ({"studia": True},) * 30),
        Fatti({"componenti": Decimal("1.0")}, ({},)),
    ],
)
def test_facts_that_fit(fatti: Fatti) -> None:
    """Whatever is not known."""
    admit(MISURA, fatti)

    assert list(faults_of(MISURA, fatti)) == []


FAULTS = [
    (Fatti({"ise": Euro(1)}), "`ise` is not a fact of the measure; perhaps `isee`?"),
    (Fatti({"zzz": Euro(1)}), "`zzz` is not a fact of the measure"),
    (Fatti({"eta": 3}), "`eta` is not a fact of the measure"),
    (Fatti({}, ({"isee": Euro(1)},)), "`isee` is not a fact of the measure"),
    (Fatti({"isee": Decimal(1)}), "`isee` is not of its declared type; check `tipo`"),
    (Fatti({"isee": Euro(-1)}), "`isee` is outside the allowed values; check the figure"),
    (Fatti({}, ({"studia": 1},)), "`studia` is not of its declared type; check `tipo`"),
    (
        Fatti({"componenti": 3}, ({}, {})),
        "the members are not as many as `componenti`; mend one of the two",
    ),
    (Fatti({}, ({},) * 31), "there are over 30 members; split the household"),
]


@pytest.mark.parametrize(("fatti", "message"), FAULTS)
def test_facts_that_do_not_fit(fatti: Fatti, message: str) -> None:
    """Names are told, values never."""
    with pytest.raises(InvalidFacts) as raised:
        admit(MISURA, fatti)

    assert str(raised.value) == message


def test_every_fault_is_told_at_once() -> None:
    """In both languages."""
    fatti = Fatti({"ise": Euro(1), "componenti": True}, ({"eta": 99},))

    with pytest.raises(InvalidFacts) as raised:
        admit(MISURA, fatti)

    assert raised.value.testo("it") == (
        "`ise` non è un fatto della misura; forse `isee`?; "
        "`componenti` non è del tipo dichiarato; controlla `tipo`; "
        "`eta` esce dai valori ammessi; controlla la cifra"
    )
