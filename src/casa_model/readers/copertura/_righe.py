"""The rows of the parameters with indices, with what makes each row matter."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from casa_model.readers.copertura._cambiati import cade, cambiato, chiave_scritta
from casa_model.readers.copertura._giorni import along, apart, chieste
from casa_model.readers.copertura._punto import Parte, PuntoRigaDiParametro
from casa_model.rules import tree as t
from casa_model.rules.types import NumberType

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from casa_model.readers.copertura._punto import Dove
    from casa_model.rules.misura import Misura
    from casa_model.rules.params import Key, Parametro, ParamValue, Riga


def righe(misura: Misura) -> Iterator[PuntoRigaDiParametro]:
    """Each row of a parameter with indices, once for each part that reads the parameter.

    That the indices fall on the row is not enough: of who spends nothing any share is nothing. The
    value of the row before or after, whichever is another, must make the part something else; where
    all are the same, one more or one less does. A table of equal truths, days or choices has none.
    """
    for parametro in misura.parametri:
        if parametro.indice:
            for at, riga in enumerate(parametro.righe):
                for dove, conta in _matters(misura, parametro, at):
                    only, nome = dove.parte is Parte.IMPORTO, parametro.nome
                    yield PuntoRigaDiParametro(
                        dove, nome, at + 1, riga.chiave, conta, di_importo=only
                    )


def _matters(misura: Misura, parametro: Parametro, at: int) -> Iterator[tuple[Dove, t.Expr]]:
    """For each part of the rule, when it would be something else with another value in the row."""
    found: dict[Dove, list[t.Expr]] = {}
    for other in altre(parametro, at):
        for sede in chieste(misura):
            changed = cambiato(misura, sede.albero, other)
            if changed != sede.albero:
                differs = apart(sede.albero, changed, vero=sede.vero)
                found.setdefault(sede.dove, []).extend(along(sede, (differs,)))
    for dove, some in found.items():
        yield dove, some[0] if len(some) == 1 else t.Or(tuple(some))


def altre(parametro: Parametro, at: int) -> Iterator[Callable[[t.Expr], t.Expr | None]]:
    """What row `at` might have said: the nearest other value before it, and after it."""
    righe = parametro.righe
    here, said = righe[at].chiave, _said(righe[at])
    alone = True
    for places in (range(at - 1, -1, -1), range(at + 1, len(righe))):
        other = next((righe[n] for n in places if _said(righe[n]) != said), None)
        if other is not None:
            alone = False
            there = t.Param(parametro.nome, tuple(map(chiave_scritta, other.chiave)))
            yield partial(_read, parametro.nome, partial(_as_in, here, there))
    if alone and isinstance(parametro.tipo, NumberType):
        for step in (1, -1):  # as an index, one may stay
            yield partial(_read, parametro.nome, partial(_moved, here, step))


def _as_in(at: tuple[Key, ...], other: t.Param, node: t.Param) -> t.Expr:
    return t.If(cade(node, at), other, node)


def _moved(at: tuple[Key, ...], step: int, node: t.Param) -> t.Expr:
    return t.If(cade(node, at), t.Add(node, t.Number(step)), node)


def _read(nome: str, other: Callable[[t.Param], t.Expr], node: t.Expr) -> t.Expr | None:
    """What is put in place of a parameter."""
    return other(node) if isinstance(node, t.Param) and node.name == nome else None


def _said(riga: Riga) -> list[tuple[date, ParamValue]]:
    return [(periodo.dal, periodo.valore) for periodo in riga.storia.periodi]
