"""Every point of a rule, in the order in which the rule is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import Factory, define

from casa_model.readers.copertura._denaro import massimi
from casa_model.readers.copertura._giorni import giorni
from casa_model.readers.copertura._punto import (
    Dove,
    Lato,
    Parte,
    PuntoCondizione,
    PuntoDeroga,
    PuntoEsito,
    PuntoRiga,
    PuntoSoglia,
    PuntoValore,
)
from casa_model.readers.copertura._sedi import sedi
from casa_model.readers.copertura._tipi import ordinato, scelte
from casa_model.rules import tree as t
from casa_model.rules.esito import Esito
from casa_model.rules.misura import Misura
from casa_model.rules.reach import ways
from casa_model.rules.walk import children

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casa_model.readers.copertura._punto import Punto
    from casa_model.rules.misura import Requisito

_ORDER = tuple(Parte)


def punti(misura: Misura) -> tuple[Punto, ...]:
    """What there is to cover in `misura`, on all the days on which it answers."""
    found: list[Punto] = [PuntoEsito(Dove(Parte.ESITO), esito) for esito in Esito]
    for requisito in misura.requisiti:
        found += _whole(requisito)
    seen: dict[Dove, _Parts] = {}
    for sede in sedi(misura):
        parts = seen.setdefault(sede.dove, _Parts(misura, sede.dove))
        found += parts.of(sede.albero, vero=sede.vero)
    found += massimi(misura)
    found += giorni(misura)
    codes = [requisito.codice for requisito in misura.requisiti]

    def place(punto: Punto) -> tuple[int, int, bool]:
        """Requirements in their order, each before its derogations; all else as it was found."""
        dove = punto.dove
        if dove.parte is not Parte.REQUISITO:
            return _ORDER.index(dove.parte), 0, False
        return _ORDER.index(dove.parte), codes.index(dove.nome), bool(dove.via)

    return tuple(sorted(found, key=place))


def _whole(requisito: Requisito) -> Iterator[Punto]:
    """What is asked of a requirement as a whole: nobody has read it, or derogations may decide."""
    dove = Dove(Parte.REQUISITO, requisito.codice)
    if requisito.condizione is None:
        yield from (PuntoCondizione(dove, 1, None, atteso) for atteso in (True, False, None))
    for deroga in requisito.deroghe:
        others = [way for way in ways(requisito) if way is not deroga.condizione]
        alone = t.And((*(t.Not(other) for other in others), deroga.condizione))
        yield PuntoDeroga(Dove(Parte.REQUISITO, requisito.codice, deroga.codice), alone)


@define
class _Parts:
    """The conditions, thresholds, lists and tables of one part, each once."""

    misura: Misura
    dove: Dove
    seen: dict[t.Expr, int] = Factory(dict)

    def of(self, node: t.Expr, *, vero: bool, membro: bool = False) -> Iterator[Punto]:
        """Those of a tree; `vero` when it stands where a condition does."""
        if vero and not isinstance(node, t.Truth):
            yield from self._condition(node, membro=membro)
        yield from self._below(node, vero=vero, membro=membro)

    def _below(self, node: t.Expr, *, vero: bool, membro: bool) -> Iterator[Punto]:
        match node:
            case t.And(args=args) | t.Or(args=args):
                for arg in args:
                    yield from self.of(arg, vero=True, membro=membro)
            case t.Not(arg=arg):  # true where that is false: it has no truths of its own
                yield from self._edges(arg, membro=membro)
                yield from self._below(arg, vero=True, membro=membro)
            case t.If(cond=cond, then=then, other=other):
                yield from self.of(cond, vero=True, membro=membro)
                for arm in (then, other):
                    yield from self.of(arm, vero=vero, membro=membro)
            case t.Table(rows=rows, otherwise=otherwise):
                yield from self._table(node, membro=membro)
                for row in rows:
                    yield from self.of(row.when, vero=True, membro=membro)
                    yield from self.of(row.value, vero=vero, membro=membro)
                yield from self.of(otherwise, vero=vero, membro=membro)
            case t.AnyMember(cond=cond) | t.AllMembers(cond=cond) | t.Count(cond=cond):
                yield from self.of(cond, vero=True, membro=True)
            case t.Sum(value=value, cond=cond):
                yield from self.of(value, vero=False, membro=True)
                yield from self.of(cond, vero=True, membro=True)
            case _:
                for child in children(node):
                    yield from self.of(child, vero=False, membro=membro)

    def _condition(self, node: t.Expr, *, membro: bool) -> Iterator[Punto]:
        if node in self.seen:
            return
        numero = self._number(node)
        for atteso in (True, False, None):
            yield PuntoCondizione(self.dove, numero, node, atteso, membro)
        yield from self._edges(node, membro=membro)

    def _edges(self, node: t.Expr, *, membro: bool) -> Iterator[Punto]:
        """The sides of a threshold, or the values looked up in a list."""
        numero = self._number(node)
        if isinstance(node, t.Compare) and ordinato(self.misura, node.left):
            for lato in Lato:
                yield PuntoSoglia(self.dove, numero, node, lato, membro)
        if isinstance(node, t.In):
            choice = scelte(self.misura, node.arg)
            listed = node.values if choice is None else tuple(map(t.Label, choice))
            for posto, valore in enumerate(listed, start=1):
                yield PuntoValore(self.dove, numero, node, valore, posto, membro)

    def _table(self, node: t.Table, *, membro: bool) -> Iterator[Punto]:
        if node not in self.seen:
            numero = self._number(node)
            for riga in (*range(1, len(node.rows) + 1), None):
                yield PuntoRiga(self.dove, numero, node, riga, membro)

    def _number(self, node: t.Expr) -> int:
        return self.seen.setdefault(node, len(self.seen) + 1)
