"""The amount as it would be if what a point is about were otherwise."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

from casa_model.readers.copertura._cambiati import cambiato, sostituito
from casa_model.readers.copertura._denaro import dovuto, non_negativo
from casa_model.readers.copertura._giorni import altro_valore
from casa_model.readers.copertura._punto import (
    Lato,
    Parte,
    PuntoCondizione,
    PuntoGiorno,
    PuntoMassimo,
    PuntoRiga,
    PuntoRigaDiParametro,
    PuntoSoglia,
    PuntoUnita,
    PuntoValore,
)
from casa_model.readers.copertura._righe import altre
from casa_model.readers.meaning import value
from casa_model.rules import tree as t
from casa_model.rules.misura import Importo, Misura
from casa_model.rules.types import BoolType, NumberType

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from casa_model.readers.copertura._punto import Dove, Punto
    from casa_model.readers.meaning import Env
    from casa_model.rules.misura import Voce
    from casa_model.rules.params import Parametro

_DAY: Final = timedelta(days=1)
_MONEY: Final = (1, 10, 100)
_CENT: Final = t.Number(1, 2)
_TRUE: Final[dict[Lato, frozenset[t.Op]]] = {
    Lato.SOTTO: frozenset({"<", "<=", "!="}),
    Lato.PARI: frozenset({"<=", "==", ">="}),
    Lato.SOPRA: frozenset({">", ">=", "!="}),
}
"""The comparisons that hold at each side of a threshold."""


@frozen
class Varianti:
    """The amounts of a measure that is not quite the same; `in_tabella` as of `cambiato`."""

    misura: Misura
    importo: Importo
    in_tabella: bool = True

    def di(self, punto: Punto, env: Env | None = None) -> Iterator[tuple[Importo, ...]]:
        """Amounts that a point tells from that of the rule: all of a series, of some series.

        A condition is the other way, as at a threshold and of a value in a list; a row, a cap, a
        number are a unit more and a unit less; a cap that is not reached a cent below what is due;
        a parameter is what it is in another row, or on the other day. A row and a cap that are
        nothing in `env` are only more, and so is every one without it. Of money inside an amount,
        where a share of a cent may be rounded away, so do ten cents or an euro of what is as much.
        """
        match punto:
            case PuntoCondizione(dove=dove, nodo=nodo, atteso=bool(atteso)) if nodo is not None:
                yield (self._put(dove, nodo, t.Truth(not atteso)),)
            case PuntoSoglia(dove=dove, nodo=nodo, lato=lato):
                yield (self._put(dove, nodo, t.Truth(nodo.op not in _TRUE[lato])),)
            case PuntoValore(dove=dove, nodo=nodo, valore=valore):
                yield (self._put(dove, nodo, t.Truth(valore not in nodo.values)),)
            case PuntoRiga(dove=dove):
                table = t.Definition(dove.nome)
                yield tuple(self._overall(table, body) for body in self._rows(punto, env))
            case PuntoMassimo():
                yield tuple(self._caps(punto, env))
            case PuntoUnita():
                yield from self._units(punto, env)
            case PuntoRigaDiParametro(nome=nome, riga=riga):
                for other in altre(self._parametro(nome), riga - 1):
                    yield (self._wherever(other),)
            case PuntoGiorno(dove=dove, riga=int(riga), cambio=cambio, vigilia=vigilia):
                day = cambio if vigilia else cambio - _DAY
                yield (self._wherever(altro_valore(self._parametro(dove.nome), riga, day)),)
            case _:
                yield ()

    def _parametro(self, nome: str) -> Parametro:
        return next(each for each in self.misura.parametri if each.nome == nome)

    def _overall(self, old: t.Expr, new: t.Expr) -> Importo:
        """With `new` wherever the amount reads `old`, through definitions too."""
        return self._wherever(lambda node: new if node == old else None)

    def _wherever(self, other: Callable[[t.Expr], t.Expr | None]) -> Importo:
        """With what `other` puts in place of what the amount reads."""

        def put(node: t.Expr) -> t.Expr:
            return cambiato(self.misura, node, other, in_tabella=self.in_tabella)

        voci = tuple(_item(voce, put) for voce in self.importo.voci)
        return _whole(evolve(self.importo, voci=voci), put)

    def _put(self, dove: Dove, old: t.Expr, new: t.Expr) -> Importo:
        """With `new` for `old` in one part of the rule."""
        if dove.parte is Parte.DEFINIZIONE:
            body = next(d.vale for d in self.misura.definizioni if d.nome == dove.nome)
            return self._overall(t.Definition(dove.nome), sostituito(body, old, new))

        def put(node: t.Expr) -> t.Expr:
            return sostituito(node, old, new)

        voce = self._voce(dove.via)
        return _whole(self.importo, put) if voce is None else self._con(_item(voce, put))

    def _voce(self, codice: str) -> Voce | None:
        """The item of that code; none for what is of the whole amount."""
        return next((voce for voce in self.importo.voci if voce.codice == codice), None)

    def _con(self, voce: Voce) -> Importo:
        """With an item in place of that of its code."""
        voci = tuple(voce if each.codice == voce.codice else each for each in self.importo.voci)
        return evolve(self.importo, voci=voci)

    def _rows(self, punto: PuntoRiga, env: Env | None) -> Iterator[t.Table]:
        """The table of a definition, whose row gives another value: none of a choice or a day."""
        nodo, nome = punto.nodo, punto.dove.nome
        some = (d.tipo for d in self.misura.definizioni if d.nome == nome and d.vale == nodo)
        tipo = next(some, None)
        given = nodo.otherwise if punto.riga is None else nodo.rows[punto.riga - 1].value
        if isinstance(tipo, BoolType):
            yield _with(nodo, punto.riga, t.Not(given))
        elif isinstance(tipo, NumberType):
            for step in _steps(given, env):
                yield _with(nodo, punto.riga, t.Add(given, t.Number(step, tipo.scale)))

    def _caps(self, punto: PuntoMassimo, env: Env | None) -> Iterator[Importo]:
        """With another cap of an item, or of the whole."""
        voce = self._voce(punto.dove.via)
        cap = self.importo.massimo if voce is None else voce.massimo
        assert cap is not None  # noqa: S101 - the point is about it
        due = dovuto(self.importo) if voce is None else non_negativo(voce.vale)
        others: list[t.Expr] = [t.Sub(due, _CENT)]
        if punto.supera:
            others = [t.Add(cap, t.Number(step, 2)) for step in _steps(cap, env)]
        for other in others:
            whole = evolve(self.importo, massimo=other)
            yield whole if voce is None else self._con(evolve(voce, massimo=other))

    def _units(self, punto: PuntoUnita, env: Env | None) -> Iterator[tuple[Importo, ...]]:
        """With some units more, and as many less, of an item, a deduction or a number."""
        if punto.dove.parte is Parte.IMPORTO:
            yield tuple(self._cent(punto, t.Number(step, punto.decimali)) for step in (1, -1))
            return
        nome, of_law = punto.dove.nome, punto.dove.parte is Parte.PARAMETRO
        node: t.Expr = t.Param(nome) if of_law else t.Definition(nome)
        found = None if env is None else value(node, env)
        for many in _MONEY if punto.euro else _MONEY[:1]:
            enough = Decimal(many).scaleb(-punto.decimali)
            if many == 1 or not isinstance(found, Decimal) or found >= enough:
                units = (t.Number(step, punto.decimali) for step in (many, -many))
                yield tuple(self._overall(node, t.Add(node, unit)) for unit in units)

    def _cent(self, punto: PuntoUnita, unit: t.Number) -> Importo:
        """With so much more of an item, or of a deduction."""
        voce = self._voce(punto.dove.via)
        if voce is not None:
            return self._con(evolve(voce, vale=t.Add(voce.vale, unit)))
        taken = list(self.importo.detrae)
        taken[punto.posto - 1] = t.Add(taken[punto.posto - 1], unit)
        return evolve(self.importo, detrae=tuple(taken))


def _item(voce: Voce, put: Callable[[t.Expr], t.Expr]) -> Voce:
    return evolve(
        voce,
        vale=put(voce.vale),
        se=None if voce.se is None else put(voce.se),
        massimo=None if voce.massimo is None else put(voce.massimo),
    )


def _whole(importo: Importo, put: Callable[[t.Expr], t.Expr]) -> Importo:
    """With other deductions and another cap; items stay."""
    cap = None if importo.massimo is None else put(importo.massimo)
    return evolve(importo, detrae=tuple(map(put, importo.detrae)), massimo=cap)


def _steps(given: t.Expr, env: Env | None) -> tuple[int, ...]:
    """A unit more; a unit less of what is something."""
    found = None if env is None else value(given, env)
    return (1, -1) if isinstance(found, Decimal) and found > 0 else (1,)


def _with(nodo: t.Table, riga: int | None, value: t.Expr) -> t.Table:
    """A table whose row gives another value."""
    if riga is None:
        return evolve(nodo, otherwise=value)
    rows = list(nodo.rows)
    rows[riga - 1] = t.Row(rows[riga - 1].when, value)
    return evolve(nodo, rows=tuple(rows))
