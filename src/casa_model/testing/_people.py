"""Random people: members, households, attestations, dwellings, applications."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from casa_model.nuclei import (
    Assegnazione,
    AttestazioneIsee,
    Componente,
    Domanda,
    Nucleo,
    Ruolo,
    TipoIsee,
)
from casa_model.rules.facts import Fatti
from casa_model.rules.types import EURO_CENTS, MAX_MEMBERS
from casa_model.testing._sources import moments
from casa_model.testing._values import days, number_of, values
from casa_model.testing._vocabulary import AREA, FATTI
from casa_model.values import Euro

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal

    from casa_model.rules.facts import Value

MOST_LISTED = 4
"""Members that are listed one by one: more would only be longer to read."""

OLDEST = 130


def amounts() -> st.SearchStrategy[Euro]:
    """Amounts that a person may have: 0.00 is the simplest."""
    return st.integers(0, EURO_CENTS).map(Euro)


def references() -> st.SearchStrategy[str]:
    """References that mean nothing outside an archive, and look like no name and no tax code."""
    return st.integers(1, 10**9).map("D-{}".format)


@st.composite
def facts(draw: st.DrawFn, *, member: bool = False) -> dict[str, Value]:
    """Facts of the household, or of a member; few are the simplest."""
    declared = [fatto for fatto in FATTI if fatto.membro is member]
    some = draw(st.lists(st.sampled_from(declared), max_size=4, unique=True))
    return {fatto.nome: draw(values(fatto.tipo)) for fatto in some}


@st.composite
def households_of_any_measure(draw: st.DrawFn) -> Fatti:
    """Facts under names of our own dictionary, with members, or without a list of them."""
    valori = draw(facts())
    valori.pop("componenti", None)
    rows = st.lists(facts(member=True), min_size=1, max_size=MOST_LISTED)
    return Fatti(valori, draw(st.none() | rows.map(tuple)))


@cache
def members() -> st.SearchStrategy[Componente]:
    """Members, of whom more or less is known."""
    return st.builds(
        Componente,
        st.none() | st.sampled_from(Ruolo),
        st.none() | days(),
        st.none() | st.integers(0, OLDEST),
        st.just({}) | st.builds(dict, studia=st.booleans(), reddito=amounts()),
    )


def nuclei() -> st.SearchStrategy[Nucleo]:
    """Households: nothing known, how many they are, or each of them."""
    listed = st.lists(members(), min_size=1, max_size=MOST_LISTED).map(tuple)
    return (
        st.just(Nucleo())
        | st.integers(1, MAX_MEMBERS).map(lambda many: Nucleo(numero=many))
        | listed.map(Nucleo)
        | listed.map(lambda some: Nucleo(some, len(some)))
    )


def scales() -> st.SearchStrategy[Decimal]:
    """Equivalence parameters, 1.00 the simplest."""
    return st.integers(100, 999).map(lambda units: number_of(units, 2))


def attestations() -> st.SearchStrategy[AttestazioneIsee]:
    """ISEE attestations, which hold until a stated day or until the end of their year."""
    span = days().map(lambda day: (day, None)) | st.tuples(days(), days()).map(_in_order)
    return st.builds(
        lambda isee, isp, scala, tipo, span: AttestazioneIsee(
            isee=isee, isp=isp, scala=scala, tipo=tipo, rilascio=span[0], scadenza=span[1]
        ),
        amounts(),
        st.none() | amounts(),
        st.none() | scales(),
        st.none() | st.sampled_from(TipoIsee),
        span,
    )


def _in_order(both: tuple[date, date]) -> tuple[date, date]:
    return min(both), max(both)


def dwellings() -> st.SearchStrategy[Assegnazione]:
    """Dwellings as far as a rule asks about them."""
    area = st.none() | st.sampled_from(AREA.values)
    return st.builds(Assegnazione, st.none() | days(), st.none() | days(), area)


def applications() -> st.SearchStrategy[Domanda]:
    """Applications, of which more or less is known; their parts may contradict one another."""
    return st.builds(
        Domanda,
        references(),
        presentata=st.none() | moments(),
        protocollo=st.none() | st.integers(1, 10**6).map("p-{}".format),
        fatti=st.just(Fatti()) | households_of_any_measure(),
        nucleo=st.none() | nuclei(),
        isee=st.none() | attestations(),
        assegnazione=st.none() | dwellings(),
    )
