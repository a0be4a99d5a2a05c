"""Small values of each kind, drawn: what objects to be written as JSON are made of."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING, Any, TypeAlias

from hypothesis import strategies as st

from casa_model.rules import tree
from casa_model.values import (
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
    from hypothesis.strategies import DrawFn, SearchStrategy

Class: TypeAlias = Any
"""An attrs class, or a closed list of words."""

words = st.text(st.characters(codec="utf-8"), min_size=1, max_size=8).filter(str.strip)
labels = st.text(string.digits + string.ascii_letters + "-. ", min_size=1, max_size=5)
names = st.text(string.ascii_lowercase, min_size=1, max_size=8)
days = st.dates()
moments = st.one_of(days, st.datetimes())
euros = st.integers(-(10**15), 10**15).map(Euro)
decimals = st.decimals(-(10**9), 10**9, places=2)
values = st.one_of(st.booleans(), euros, decimals, days, st.text(max_size=5))
facts_of = st.dictionaries(names, values, max_size=3)
testi = st.builds(Testo, words, words)
norme = st.builds(
    Norma,
    st.sampled_from(["rr-11-2019", "dpcm-159-2013"]),
    articolo=st.sampled_from([None, "6", "10-bis"]),
    comma=st.sampled_from([None, "1"]),
    lettera=st.sampled_from([None, "c"]),
)
fonti = st.builds(
    Fonte, st.sampled_from(Grado), st.none() | norme, words, st.none() | words, st.none() | testi
)
codes = st.one_of(
    st.just(Cig("A000000000")),
    st.just(CodiceComune("015146")),
    st.just(Cup("A12B34567890123")),
    st.just(Nuts3("ITC4C")),
)


def maybe(strategy: SearchStrategy[Any]) -> SearchStrategy[Any]:
    """Something or nothing."""
    return st.none() | strategy


def some(strategy: SearchStrategy[Any]) -> SearchStrategy[Any]:
    """None, one or two."""
    return st.lists(strategy, max_size=2).map(tuple)


@st.composite
def spans(draw: DrawFn) -> Vigenza:
    """Two days in order, or one and no end."""
    first, last = sorted(draw(st.tuples(days, days)))
    return Vigenza(first, draw(st.sampled_from([None, last])))


@st.composite
def histories(draw: DrawFn) -> Storia[Any]:
    """Values one after another."""
    starts = sorted(draw(st.lists(days, min_size=1, max_size=4, unique=True)))
    ends = starts.pop() if len(starts) > 1 and draw(st.booleans()) else None
    return Storia(tuple(Periodo(day, draw(values), draw(fonti)) for day in starts), ends)


LEAVES = st.one_of(
    st.builds(tree.Truth, st.booleans()),
    st.builds(tree.Number, st.integers(), st.integers(0, 9)),
    st.builds(tree.Day, days),
    st.builds(tree.Label, labels),
    *(st.builds(node, names) for node in (tree.Fact, tree.MemberFact, tree.Definition)),
    st.builds(tree.Calendar, names),
    st.builds(tree.Param, names),
)
