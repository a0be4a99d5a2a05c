"""Whether a sum would be another if a row gave another value: if not, it tells nothing of it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import evolve

from casa_model.readers.amount import amount
from casa_model.readers.meaning import Plain
from casa_model.readers.meaning import value as value_in
from casa_model.rules import tree as t
from casa_model.rules.params import Key
from casa_model.rules.types import BoolType, NumberType

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casa_model.readers.copertura._punto import PuntoRiga
    from casa_model.readers.meaning import Env
    from casa_model.rules.misura import Importo, Misura
    from casa_model.values import Euro


def la_riga_conta(
    misura: Misura, importo: Importo, punto: PuntoRiga, env: Env, voci: frozenset[str] | None
) -> bool:
    """Whether the sum, or what is paid of some items of it, hangs on the value of a row.

    A cap above what is due, or a share of nothing, may be anything: the sum is the same. One unit
    more and one less are tried, and each must give another sum: at a cap only one does. Of a truth
    the contrary is; what is neither counts for anybody. Where it chooses the row of a table and the
    law has none for one more, no rule could say so: of that there is no sum, which is another.
    """
    here = _paid(importo, env, voci)
    law = {nome: _Righe(righe) for nome, righe in env.parametri.items()}
    total = evolve(env, parametri=law, definiti={}, mancanti={})
    return all(_paid(importo, other, voci) != here for other in _others(misura, punto, total))


class _Righe(dict[tuple[Key, ...], Plain]):
    """The rows of a parameter; one that the law has not is not known."""

    def __missing__(self, _key: tuple[Key, ...]) -> None:
        return None


def _paid(
    importo: Importo, env: Env, voci: frozenset[str] | None
) -> Euro | list[Euro | None] | None:
    found = amount(importo, env)
    if voci is None:
        return found.euro
    return [each.importo for each in found.voci if each.codice in voci]


def _others(misura: Misura, punto: PuntoRiga, env: Env) -> Iterator[Env]:
    """The same household, where the row of a definition gives another value."""
    nodo, nome = punto.nodo, punto.dove.nome
    tipo = next((d.tipo for d in misura.definizioni if d.nome == nome and d.vale == nodo), None)
    value = nodo.otherwise if punto.riga is None else nodo.rows[punto.riga - 1].value
    changed: tuple[t.Expr, ...] = ()
    if isinstance(tipo, BoolType):
        changed = (t.Not(value),)
    elif isinstance(tipo, NumberType):
        given = value_in(value, env)
        steps = (1, -1) if isinstance(given, Decimal) and given > 0 else (1,)
        changed = tuple(t.Add(value, t.Number(step, tipo.scale)) for step in steps)
    for other in changed:
        bodies = {**env.definizioni, nome: _with(nodo, punto.riga, other)}
        yield evolve(env, definizioni=bodies, definiti={}, mancanti={})


def _with(nodo: t.Table, riga: int | None, value: t.Expr) -> t.Table:
    """A table whose row gives another value."""
    if riga is None:
        return evolve(nodo, otherwise=value)
    rows = list(nodo.rows)
    rows[riga - 1] = t.Row(rows[riga - 1].when, value)
    return evolve(nodo, rows=tuple(rows))
