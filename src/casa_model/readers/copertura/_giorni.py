"""The days on which a parameter changes, and their eves, with what makes the parameter matter."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from casa_model.readers.copertura._punto import Dove, Parte, PuntoGiorno
from casa_model.readers.copertura._sedi import sedi
from casa_model.rules import tree as t
from casa_model.rules.giorni import giorni_della
from casa_model.rules.walk import children

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from casa_model.rules.misura import Misura

_DAY: Final = timedelta(days=1)


def giorni(misura: Misura) -> Iterator[PuntoGiorno]:
    """Both points of each change of a parameter that is read, later than the first day."""
    whole = giorni_della(misura)
    bodies = {definizione.nome: definizione.vale for definizione in misura.definizioni}
    for parametro in misura.parametri:
        days = {periodo.dal for riga in parametro.righe for periodo in riga.storia.periodi}
        inside = sorted(day for day in days if whole.contiene(day) and day > whole.dal)
        matters = [*_readings(misura, parametro.nome, bodies)] if inside else []
        if not matters:
            continue
        conta = matters[0] if len(matters) == 1 else t.Or(tuple(matters))
        for day in inside:
            for giorno in (day - _DAY, day):
                yield PuntoGiorno(Dove(Parte.PARAMETRO, parametro.nome), day, giorno, conta)


def _readings(misura: Misura, nome: str, bodies: Mapping[str, t.Expr]) -> Iterator[t.Expr]:
    """For each way in which a part comes to read a parameter: when it does, and is known."""
    for sede in sedi(misura):
        if sede.dove.parte.value == "definizione":
            continue
        for guards in _ways(sede.albero, nome, bodies, ()):
            known = (
                t.Or((sede.albero, t.Not(sede.albero)))
                if sede.vero
                else t.Compare("==", sede.albero, sede.albero)
            )
            yield t.And((*guards, known)) if guards else known


def _ways(
    node: t.Expr, nome: str, bodies: Mapping[str, t.Expr], guards: tuple[t.Expr, ...]
) -> Iterator[tuple[t.Expr, ...]]:
    """What must hold, on each way down to the parameter, for it to be read."""
    match node:
        case t.Param(name=name) if name == nome:
            yield guards
        case t.Definition(name=name):
            yield from _ways(bodies[name], nome, bodies, guards)
        case t.If(cond=cond, then=then, other=other):
            yield from _ways(cond, nome, bodies, guards)
            yield from _ways(then, nome, bodies, (*guards, cond))
            yield from _ways(other, nome, bodies, (*guards, t.Not(cond)))
        case t.Table(rows=rows, otherwise=otherwise):
            before = guards
            for row in rows:
                yield from _ways(row.when, nome, bodies, before)
                yield from _ways(row.value, nome, bodies, (*before, row.when))
                before = (*before, t.Not(row.when))
            yield from _ways(otherwise, nome, bodies, before)
        case t.AnyMember() | t.AllMembers() | t.Count() | t.Sum():
            if any(True for child in children(node) for _ in _ways(child, nome, bodies, ())):
                yield guards  # what guards it asks a member, which no tree outside can
        case _:
            for child in children(node):
                yield from _ways(child, nome, bodies, guards)
