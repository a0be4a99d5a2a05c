"""Random values that stand on nothing else: money, words, days, sources, codes, histories."""

from __future__ import annotations

import operator
from datetime import date, datetime
from functools import cache
from string import Formatter
from typing import TYPE_CHECKING, TypeVar

from hypothesis import strategies as st

from casa_model.errors import Fault, Place
from casa_model.errors._catalogue import CATALOGUE
from casa_model.testing._values import days
from casa_model.values import (
    Atto,
    Cig,
    CodiceComune,
    Cup,
    Euro,
    Fonte,
    Grado,
    Norma,
    Nuts3,
    Periodo,
    Storia,
    Testo,
    Vigenza,
)

if TYPE_CHECKING:
    from casa_model.rules.misura import Momento

T = TypeVar("T")

MOST_CENTS = 10**18
"""Beyond what any programme pays, and within 63 bits."""

MOST_PERIODS = 3
ACTS = ("rr-11-2019", "rr-4-2017", "lr-16-2016", "dpcm-159-2013")


def euros() -> st.SearchStrategy[Euro]:
    """Amounts of every size, negative ones too; 0.00 is the simplest."""
    return st.integers(-MOST_CENTS, MOST_CENTS).map(Euro)


@cache
def words() -> st.SearchStrategy[str]:
    """Texts that are not blank: short Italian ones, or any sign after a letter."""
    plain = st.sampled_from(("testo", "requisito dell'articolo 6", "dov'è la città?"))
    rest = st.text(st.characters(codec="utf-8"), max_size=20)
    return plain | st.builds(operator.add, st.sampled_from("aèZ7"), rest)


def names() -> st.SearchStrategy[str]:
    """Codes in kebab-case, as those of acts and measures."""
    return st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=8)


def texts() -> st.SearchStrategy[Testo]:
    """The same thing in two languages."""
    return st.builds(Testo, words(), words())


def acts() -> st.SearchStrategy[Atto]:
    """Acts, of which more or less is known."""
    some = st.none() | words()
    return st.builds(
        Atto, st.sampled_from(ACTS) | names(), words(), texts(), some, st.none() | days(), some,
        st.none() | st.just("https://www.example.org/atto"),
    )  # fmt: skip


@cache
def places() -> st.SearchStrategy[Norma]:
    """Places in acts."""
    number = st.integers(1, 99).map(str)
    latin = st.builds(operator.add, number, st.sampled_from(("", "-bis", "-ter.1")))
    return st.builds(
        Norma,
        st.sampled_from(ACTS),
        articolo=st.none() | latin,
        comma=st.none() | latin,
        lettera=st.none() | st.sampled_from(("a", "c", "j-bis")),
        punto=st.none() | number,
        allegato=st.none() | st.sampled_from(("A", "B2", "1")),
    )


def sources() -> st.SearchStrategy[Fonte]:
    """Sources of every grade: a place in an act, a description, or both."""
    where = st.tuples(places(), st.none() | words()) | st.tuples(st.none(), words())
    return st.builds(
        lambda grado, both, nota: Fonte(grado, both[0], both[1], nota=nota),
        st.sampled_from(Grado),
        where,
        st.none() | texts(),
    )


def spans() -> st.SearchStrategy[Vigenza]:
    """Days in force: for good, or to a day that is not before the first."""
    closed = st.tuples(days(), days()).map(lambda both: Vigenza(min(both), max(both)))
    return days().map(Vigenza) | closed


def moments() -> st.SearchStrategy[Momento]:
    """Days, some with an hour."""
    hours = st.times().map(lambda hour: hour.replace(microsecond=0, tzinfo=None))
    return days() | st.builds(datetime.combine, days(), hours)


def periods(value: st.SearchStrategy[T]) -> st.SearchStrategy[Periodo[T]]:
    """A value in force from a day on."""
    return st.builds(Periodo, days(), value, sources())


@st.composite
def histories(draw: st.DrawFn, value: st.SearchStrategy[T]) -> Storia[T]:
    """Values over time: one, or several from increasing days, for good or until a day."""
    starts = increasing(draw(st.lists(days(), min_size=1, max_size=MOST_PERIODS + 1)))
    ends = starts.pop() if len(starts) > 1 and draw(st.booleans()) else None
    return Storia(tuple(Periodo(day, draw(value), draw(sources())) for day in starts), ends)


def increasing(some: list[date]) -> list[date]:
    """The days without repetition, in order: a list that asked for them would reject draws."""
    return sorted(set(some))


def comuni() -> st.SearchStrategy[CodiceComune]:
    """ISTAT codes of comuni; whether one exists on a day is for who holds the list."""
    code = st.builds("{:03}{:03}".format, st.integers(1, 199), st.integers(1, 999))
    return (st.just("015146") | code).map(CodiceComune)


def cups() -> st.SearchStrategy[Cup]:
    """Codes of projects."""
    letter = st.sampled_from("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    number = st.integers(0, 99), letter, st.integers(0, 10**11 - 1)
    return st.builds("{}{:02}{}{:011}".format, letter, *number).map(Cup)


def nuts() -> st.SearchStrategy[Nuts3]:
    """Codes of provinces, Milano's the simplest."""
    signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
    two, three = st.text(signs[:26], min_size=2, max_size=2), st.text(signs, min_size=3, max_size=3)
    return (st.just("ITC4C") | st.builds(operator.add, two, three)).map(Nuts3)


def cigs() -> st.SearchStrategy[Cig]:
    """Codes of tenders in their three forms, with check digits that add up."""
    ordinary = st.integers(0, 10**7 - 1).map(lambda n: f"{n:07}{n * 211 % 4091:03X}")
    smart = st.builds(
        lambda first, n: f"{first}{n * 211 % 251:02X}{n:07X}",
        st.sampled_from("ZXY"),
        st.integers(0, 16**7 - 1),
    )
    recent = st.builds(
        "{}{:09X}".format, st.sampled_from("ABCDEFGHIJKLMNOPQRSTU"), st.integers(0, 16**9 - 1)
    )
    return (ordinary | smart | recent).map(Cig)


def file_places() -> st.SearchStrategy[Place]:
    """Points of a file."""
    return st.builds(Place, st.just("avviso.toml"), st.integers(1, 999), st.integers(1, 120))


@cache
def faults() -> st.SearchStrategy[Fault]:
    """Faults of every kind in the catalogue, with the words that fill its sentence."""
    return st.builds(
        lambda code, place, near: Fault(code, place, filled(code), near),
        st.sampled_from(sorted(CATALOGUE)),
        file_places(),
        st.none() | names(),
    )


def filled(code: str) -> dict[str, str]:
    """A word for each gap of a sentence of the catalogue."""
    entry, gaps = CATALOGUE[code], Formatter()
    said = (*gaps.parse(entry.it), *gaps.parse(entry.en))
    return {name: "parola" for _, name, _, _ in said if name}
