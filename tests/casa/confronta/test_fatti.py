"""A population that both versions can read, each by its own facts."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from casa.confronta.people import by_name, household
from casa.confronta.rules import measure, version

from casa_model.casa.confronta import (
    Effetto,
    Versione,
    confronta,
    di_entrambe,
    effetti,
    libro_di,
)
from casa_model.errors import InvalidValue
from casa_model.rules.esito import Esito
from casa_model.rules.facts import Fatti
from casa_model.rules.types import BoolType, ChoiceType, DateType, NumberType

if TYPE_CHECKING:
    from casa_model.rules.facts import Fatto
    from casa_model.rules.misura import Misura
    from casa_model.rules.types import Type


def test_facts_that_do_not_fit() -> None:
    """A value that one version refuses is told apart; a fact of one is left out of the other."""
    narrow = version()
    one = Versione(_with(narrow, "punti", NumberType(2, euro=False, lo=0, hi=10)), on=narrow.giorno)
    more = Versione(
        evolve(measure(), fatti=tuple(f for f in measure().fatti if f.nome != "protocollo")),
        on=narrow.giorno,
    )
    person = evolve(
        household("a", 100), fatti=Fatti({**household("a", 100).fatti.valori, "protocollo": "a"})
    )
    found = effetti(confronta(one, more), [person])

    assert by_name(found) == {"a": Effetto.NON_DECISO}
    assert found.movimenti[0].prima is None
    assert found.movimenti[0].ora is Esito.AMMESSO
    text = libro_di(confronta(one, more), lang="it", effetti=found).testo()
    assert "non decise: i fatti non vanno bene" in text
    assert by_name(effetti(confronta(more, one), [person])) == {"a": Effetto.NON_DECISO}


def _with(versione: Versione, nome: str, tipo: Type) -> Misura:
    facts = tuple(evolve(f, tipo=tipo) if f.nome == nome else f for f in versione.misura.fatti)
    return evolve(versione.misura, fatti=facts)


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        (
            NumberType(2, euro=True, lo=5, hi=10),
            NumberType(2, euro=True, lo=0, hi=7),
            NumberType(2, euro=True, lo=0, hi=10),
        ),
        (
            NumberType(0, euro=False, lo=0, hi=1),
            NumberType(1, euro=False, lo=5, hi=7),
            NumberType(1, euro=False, lo=0, hi=10),
        ),
        (
            DateType(date(2000, 1, 1), date(2001, 1, 1)),
            DateType(date(1999, 1, 1), date(2000, 6, 1)),
            DateType(date(1999, 1, 1), date(2001, 1, 1)),
        ),
        (ChoiceType(("a", "b")), ChoiceType(("b", "c")), ChoiceType(("b", "c", "a"))),
        (BoolType(), BoolType(), BoolType()),
    ],
)
def test_a_population_of_both(one: Type, other: Type, both: Type) -> None:
    """A fact takes the values of either version, and the facts of one alone are there."""

    def declared(tipo: Type) -> Fatto:
        return evolve(next(f for f in measure().fatti if f.nome == "sano"), nome="x", tipo=tipo)

    first = evolve(measure(), fatti=(declared(one),))
    second = evolve(measure(), fatti=(*measure().fatti, declared(other)))
    found = {f.nome: f.tipo for f in di_entrambe(first, second).fatti}

    assert found["x"] == both
    assert set(found) == {"x", *(f.nome for f in measure().fatti)}


def test_one_name_for_two_things() -> None:
    """No population does for both."""
    fatto = next(f for f in measure().fatti if f.nome == "sano")
    number = evolve(fatto, tipo=NumberType(0, euro=False, lo=0, hi=1))
    for other in (number, evolve(fatto, membro=True)):
        with pytest.raises(InvalidValue, match="two names"):
            di_entrambe(measure(), evolve(measure(), fatti=(other,)))
