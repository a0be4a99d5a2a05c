"""Nodes of a rule, types, and parts of verdicts and rankings: what `casa_model` does not export."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from hypothesis import strategies as st

from casa_model.casa import edizione
from casa_model.exchange.lette import Scartata
from casa_model.graduatorie import Candidato, Posizione, Stato
from casa_model.readers.cases import Scostamento
from casa_model.rules import params, types
from casa_model.rules import tree as t
from casa_model.rules.avviso import Differenza, Operazione
from casa_model.rules.esito import EsitoDefinizione, EsitoVoce
from casa_model.rules.misura import Calendario
from casa_model.testing import _decided as decided
from casa_model.testing import _people as people
from casa_model.testing import _sources as sources
from casa_model.testing import _worked as worked
from casa_model.testing._declared import types as any_type
from casa_model.testing._places import days
from casa_model.testing._trees import shapes
from casa_model.testing._values import values
from casa_model.values import Euro

if TYPE_CHECKING:
    from collections.abc import Callable

Drawn: TypeAlias = st.SearchStrategy[Any]

_NAMES: Final = st.sampled_from(("a", "isee", "quota_reddito"))


def _many(least: int) -> Drawn:
    return st.lists(shapes(), min_size=least, max_size=3).map(tuple)


def _node(cls: type, *parts: Callable[[], Drawn]) -> tuple[type, Callable[[], Drawn]]:
    return cls, lambda: st.builds(cls, *(part() for part in parts))


def _row() -> Drawn:
    return st.builds(t.Row, shapes(), shapes())


def _number() -> Drawn:
    return st.builds(t.Number, st.integers(-(10**9), 10**9), st.integers(0, 9))


_NODES: Final = dict(
    (
        *(_node(cls, lambda: _NAMES) for cls in (t.Calendar, t.Definition, t.Fact, t.MemberFact)),
        *(_node(cls, shapes) for cls in (t.AllMembers, t.AnyMember, t.Count, t.Not)),
        *(_node(cls, shapes, shapes) for cls in (t.Add, t.AddMonths, t.Mul, t.Row, t.Sub, t.Sum)),
        *(_node(cls, shapes, shapes) for cls in (t.MonthsBetween, t.YearsBetween)),
        *(_node(cls, lambda: _many(2)) for cls in (t.And, t.Max, t.Min, t.Or)),
        _node(t.Compare, lambda: st.sampled_from(t.OPS), shapes, shapes),
        _node(t.Day, days),
        _node(t.If, shapes, shapes, shapes),
        _node(t.In, shapes, lambda: st.lists(_number(), min_size=1, max_size=3).map(tuple)),
        _node(t.Label, lambda: _NAMES),
        (t.Number, _number),
        _node(t.Param, lambda: _NAMES, lambda: _many(0)),
        _node(t.Round, shapes, lambda: st.integers(0, 9)),
        _node(t.Table, lambda: st.lists(_row(), min_size=1, max_size=3).map(tuple), shapes),
        _node(t.Truth, st.booleans),
    )
)


def _type(cls: type) -> Callable[[], Drawn]:
    """The types of that class of the facts of the shipped measures."""

    def drawn() -> Drawn:
        found = {f.tipo for f in edizione().fatti if type(f.tipo) is cls}
        return st.sampled_from(sorted(found, key=repr))

    return drawn


def _ranges() -> Drawn:
    ends = st.integers(0, 9)
    return st.builds(lambda lo, more: params.IndiceIntero(lo, lo + more), ends, ends)


def _rows() -> Drawn:
    rows = [
        riga
        for misura in edizione().misure.values()
        for parametro in misura.parametri
        for riga in parametro.righe
    ]
    return st.sampled_from(rows)


def _places() -> Drawn:
    euros = st.integers(0, 10**6).map(Euro)
    return st.builds(
        lambda at, who, due: Posizione(at, who, due, due, (), Stato.FINANZIATA),
        st.integers(1, 99),
        people.references(),
        euros,
    )


PLAIN: dict[type, Callable[[], Drawn]] = {
    **_NODES,
    **{each: _type(each) for each in (types.BoolType, types.ChoiceType, types.CodeType)},
    **{each: _type(each) for each in (types.DateType, types.NumberType)},
    Calendario: lambda: days().map(lambda day: Calendario(day, day + timedelta(days=30))),
    Candidato: lambda: st.builds(Candidato, people.references(), decided.verdicts()),
    Differenza: lambda: st.builds(
        Differenza,
        st.sampled_from(("requisito", "parametro", "voce")),
        sources.names(),
        st.sampled_from(Operazione),
        sources.sources(),
    ),
    EsitoDefinizione: lambda: any_type().flatmap(
        lambda tipo: st.builds(EsitoDefinizione, _NAMES, st.none() | values(tipo))
    ),
    EsitoVoce: lambda: st.builds(
        EsitoVoce, sources.names(), st.none() | sources.euros(), st.none() | sources.euros()
    ),
    params.IndiceIntero: _ranges,
    params.IndiceScelta: lambda: st.just(params.IndiceScelta(("a", "b"))),
    params.Riga: _rows,
    Posizione: _places,
    Scostamento: worked.departures,
    Scartata: lambda: st.builds(
        Scartata,
        st.integers(2, 99),
        st.none() | people.references(),
        st.lists(sources.faults(), min_size=1, max_size=2).map(tuple),
    ),
}
"""Every class of data of the rooms of rules and rankings that `casa_model` does not export."""
