"""What is asked of a measure about its coverage, and of single points of it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from attrs import evolve

from casa_model import Caso, evaluate
from casa_model.readers.cases import StatoCaso, giorno_del, prova
from casa_model.readers.copertura import Trovato, cerca, codice, punti
from casa_model.testing._worked import expected_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from casa_model.readers.copertura import Copertura, Punto, Ricerca, Stato
    from casa_model.rules.misura import Misura

ON = date(2024, 3, 1)


def answered(misura: Misura, casi: Iterable[Caso]) -> list[Caso]:
    """The cases as if a person had written the answer of the rule in them."""
    found = []
    for caso in casi:
        day = giorno_del(misura, caso)
        assert day is not None
        verdict = evaluate(misura, caso.fatti, on=day)
        found.append(evolve(caso, atteso=expected_of(verdict)))
    return found


def failed(misura: Misura, casi: Iterable[Caso]) -> list[str]:
    """The codes of the cases that a rule answers otherwise."""
    return [each.caso.codice for each in prova(misura, casi) if each.stato is StatoCaso.FALLITO]


def state(coperta: Copertura, name: str) -> Stato:
    """How a point of that name stands."""
    return next(stato for stato in coperta.punti if codice(stato.punto) == name)


def point(regola: Misura, name: str) -> Punto:
    """The point of that name."""
    return next(punto for punto in punti(regola) if codice(punto) == name)


def searched(regola: Misura, name: str) -> Ricerca:
    """What comes of looking for a household for it."""
    return cerca(regola, point(regola, name))


def household(regola: Misura, name: str) -> Trovato:
    """The household that is found for it."""
    found = searched(regola, name)
    assert isinstance(found, Trovato)
    return found
