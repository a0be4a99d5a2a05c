"""Whether a sum would be another if what a point is about were otherwise: if not, it tells nothing.

A condition of an item that is worth nothing, a cap above what is due, a share of nothing may be
anything: the sum is the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from casa_model.readers.amount import amount
from casa_model.readers.copertura._denaro import pezzi, somma
from casa_model.readers.copertura._giorni import apart
from casa_model.readers.copertura._varianti import Varianti
from casa_model.readers.copertura._via import tutte
from casa_model.readers.meaning import Plain
from casa_model.rules import tree as t
from casa_model.rules.params import Key

if TYPE_CHECKING:
    from casa_model.readers.amount import Amount
    from casa_model.readers.copertura._punto import Punto
    from casa_model.readers.meaning import Env
    from casa_model.rules.misura import Importo, Misura
    from casa_model.values import Euro


class _Righe(dict[tuple[Key, ...], Plain]):
    """The rows of a parameter; what the law has no row for is not known."""

    def __missing__(self, _key: tuple[Key, ...]) -> None:
        return None


def la_cifra_conta(misura: Misura, punto: Punto, env: Env, voci: frozenset[str] | None) -> bool:
    """Whether the sum, or what is paid of some items of it, hangs on what a point is about.

    Of some series of variants each must give another sum: at a cap one more unit does not. Where
    one asks a row that the law has not, no rule could say so: of that there is no sum, which is
    another. What hangs on missing facts tells nothing.
    """
    importo = misura.importo
    if importo is None or not punto.di_importo:
        return True
    here = _paid(amount(importo, env), voci)
    law = {nome: _Righe(righe) for nome, righe in env.parametri.items()}
    total = evolve(env, parametri=law, definiti={}, mancanti={})

    def apart_from_here(variant: Importo) -> bool:
        found = amount(variant, total)
        return not found.mancano and _paid(found, voci) != here

    series = Varianti(misura, importo, in_tabella=False).di(punto, env)
    return any(all(map(apart_from_here, each)) for each in series)


def _paid(found: Amount, voci: frozenset[str] | None) -> Euro | list[Euro | None] | None:
    if voci is None:
        return found.euro
    return [each.importo for each in found.voci if each.codice in voci]


def cifra_diversa(misura: Misura, punto: Punto) -> t.Expr | None:
    """That the sum would be another, of whoever is paid. None asks nothing.

    Where a variant may ask a row that the law has not, nothing is asked of it.
    """
    importo = misura.importo
    if importo is None or not punto.di_importo:
        return None
    within, beyond = (
        Varianti(misura, importo, in_tabella=inside).di(punto) for inside in (True, False)
    )
    some = [
        tuple(_differs(importo, one) for one, new in zip(each, other, strict=True) if one == new)
        for each, other in zip(within, beyond, strict=True)
    ]
    if not all(some):
        return None
    series = tuple(map(tutte, some))
    return series[0] if len(series) == 1 else t.Or(series)


def _differs(importo: Importo, other: Importo) -> t.Expr:
    """That the sum is another, and so some piece of it, of which it is told sooner."""
    pairs = zip(pezzi(importo), pezzi(other), strict=True)
    some = tuple(apart(one, new, vero=False) for one, new in pairs if one != new)
    piece = some[0] if len(some) == 1 else t.Or(some)
    return t.And((piece, apart(somma(importo), somma(other), vero=False)))
