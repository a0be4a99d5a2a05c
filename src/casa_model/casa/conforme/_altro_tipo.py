"""Numbers and computed values to which a notice gives another type: they never stand alone.

A requirement of the act that reads such a value is replaced by the notice too, or the notice would
not be read. So the value goes with whoever reads it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from casa_model.rules import tree as t
from casa_model.rules.reach import below, names_among, roots, terms, ways
from casa_model.rules.types import ChoiceType, NumberType

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casa_model.rules.avviso import Avviso, Differenza
    from casa_model.rules.misura import Misura
    from casa_model.rules.types import Type


def di_altro_tipo(avviso: Avviso, legge: Misura) -> frozenset[str]:
    """The names to which the notice gives a value of another kind than the act has.

    Another number of decimals is no other kind: whoever compares aligns them.
    """
    return _apart(avviso, legge, decimals=False)


def con_lei(avviso: Avviso, legge: Misura, questa: Differenza) -> frozenset[str]:
    """Those that a difference reads, and that go with it."""
    own = avviso.misura
    nodes = below(own, _roots(own, questa))
    read = names_among(nodes, t.Definition) | names_among(nodes, t.Param)
    return read & _apart(avviso, legge, decimals=True)


def _roots(own: Misura, questa: Differenza) -> Iterator[t.Expr]:
    code = questa.codice_nuovo or questa.nome
    match questa.parte:
        case "requisito":
            for requisito in own.requisiti:
                yield from ways(requisito) if requisito.codice == code else ()
        case "definizione":
            yield t.Definition(questa.nome)
        case "importo" if own.importo is not None:
            yield from terms(own.importo)
        case "graduatoria":
            yield from roots(evolve(own, importo=None), ())
        case _:
            return


def _apart(avviso: Avviso, legge: Misura, *, decimals: bool) -> frozenset[str]:
    act = _kinds(legge, decimals=decimals)
    notice = _kinds(avviso.misura, decimals=decimals)
    return frozenset(nome for nome, kind in notice.items() if act.get(nome, kind) != kind)


def _kinds(misura: Misura, *, decimals: bool) -> dict[str, tuple[object, ...]]:
    named = [(each.nome, each.tipo) for each in misura.parametri]
    named += [(each.nome, each.tipo) for each in misura.definizioni]
    return {nome: _kind(tipo, decimals=decimals) for nome, tipo in named}


def _kind(tipo: Type, *, decimals: bool) -> tuple[object, ...]:
    """A type without its interval."""
    match tipo:
        case NumberType(scale=scale, euro=euro):
            return (NumberType, euro, scale if decimals else 0)
        case ChoiceType(values=values):
            return (ChoiceType, values)
        case _:
            return (type(tipo),)
