"""The days on which a parameter changes, and their eves, with what makes the parameter matter."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Final, TypeAlias

from casa_model.readers.copertura._cambiati import cade, cambiato
from casa_model.readers.copertura._punto import Dove, Parte, PuntoGiorno
from casa_model.readers.copertura._sedi import Sede, sedi
from casa_model.readers.copertura._via import Via, tutte
from casa_model.rules import tree as t
from casa_model.rules.giorni import giorni_della
from casa_model.rules.types import BoolType
from casa_model.rules.walk import children
from casa_model.values import Euro

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from casa_model.rules.misura import Misura
    from casa_model.rules.params import Parametro, ParamValue

    Altro: TypeAlias = Callable[[t.Expr], t.Expr | None]

_DAY: Final = timedelta(days=1)


def giorni(misura: Misura) -> Iterator[PuntoGiorno]:
    """Both points of each change of a parameter that is read, later than the first day.

    Of one with indices, both of each row that has another value: who falls on a row that stays as
    it is cannot tell. Where none has, another source or the first value of all, two for all rows.
    """
    whole = giorni_della(misura)
    for parametro in misura.parametri:
        days = {periodo.dal for riga in parametro.righe for periodo in riga.storia.periodi}
        for day in sorted(day for day in days if whole.contiene(day) and day > whole.dal):
            for riga in cambiate(parametro, day) or (None,):
                for giorno, other in ((day - _DAY, day), (day, day - _DAY)):
                    then = None if riga is None else altro_valore(parametro, riga, other)
                    yield from _on(misura, parametro, riga, day, giorno, then)


def _on(  # noqa: PLR0913, PLR0917 - a row, on a day, with its value of another
    misura: Misura,
    parametro: Parametro,
    riga: int | None,
    cambio: date,
    giorno: date,
    then: Altro | None,
) -> Iterator[PuntoGiorno]:
    """The points of one day: of all but the amount, and of the amount."""
    chiave = () if riga is None else parametro.righe[riga - 1].chiave
    for di_importo in (False, True):
        matters = [*_matters(misura, parametro, giorno, then, di_importo=di_importo)]
        if matters:
            dove = Dove(Parte.PARAMETRO, parametro.nome, "importo" if di_importo else "")
            conta = matters[0] if len(matters) == 1 else t.Or(tuple(matters))
            yield PuntoGiorno(dove, cambio, giorno, conta, riga, chiave, di_importo=di_importo)


def _matters(
    misura: Misura, parametro: Parametro, on: date, then: Altro | None, *, di_importo: bool
) -> Iterator[t.Expr]:
    """For each part that reads a parameter and is law on a day, when it does and is known.

    Where the value changes: when the part would be something else with what `then` puts in its
    place. With `di_importo` the parts of the amount, else all others.
    """
    bodies = {definizione.nome: definizione.vale for definizione in misura.definizioni}
    for sede in chieste(misura, on):
        if (sede.dove.parte is Parte.IMPORTO) is not di_importo:
            continue
        if then is not None:
            changed = cambiato(misura, sede.albero, then)
            if changed != sede.albero:
                yield from along(sede, (apart(sede.albero, changed, vero=sede.vero),))
            continue
        for guards in _ways(sede.albero, parametro.nome, bodies, ()):
            yield from along(sede, (*guards, _known(sede.albero, vero=sede.vero)))
    for riserva in () if di_importo or misura.graduatoria is None else misura.graduatoria.riserve:
        if riserva.quota == parametro.nome:  # however large, it counts for who is in the reserve
            yield riserva.quando


def cambiate(parametro: Parametro, day: date) -> tuple[int, ...]:
    """The rows, counted from 1, that have another value than on the eve."""
    found: list[int] = []
    for posto, riga in enumerate(parametro.righe, start=1):
        before, now = riga.storia.il(day - _DAY), riga.storia.il(day)
        if before is not None and now is not None and before.valore != now.valore:
            found.append(posto)
    return tuple(found)


def altro_valore(parametro: Parametro, riga: int, on: date) -> Altro:
    """What a row is on a day on which it has a value, in place of what is read of it."""
    found = parametro.righe[riga - 1]
    periodo = found.storia.il(on)
    assert periodo is not None  # noqa: S101 - of a row of `cambiate`
    then = _written(periodo.valore)

    def other(node: t.Expr) -> t.Expr | None:
        if not isinstance(node, t.Param) or node.name != parametro.nome:
            return None
        return t.If(cade(node, found.chiave), then, node) if node.keys else then

    return other


def chieste(misura: Misura, on: date | None = None) -> Iterator[Sede]:
    """What is asked on a day, or on any: no definition for itself, the keys of the ranking too."""
    for sede in sedi(misura):
        of_law = on is None or sede.giorni is None or sede.giorni.contiene(on)
        if sede.dove.parte is not Parte.DEFINIZIONE and of_law:
            yield sede
    keys = () if misura.graduatoria is None else misura.graduatoria.ordine
    named = {chiave.nome for chiave in keys}
    for definizione in misura.definizioni:
        if definizione.nome in named:
            vero = isinstance(definizione.tipo, BoolType)
            dove = Dove(Parte.DEFINIZIONE, definizione.nome)
            yield Sede(dove, t.Definition(definizione.nome), vero=vero)


def along(sede: Sede, conditions: tuple[t.Expr, ...]) -> Iterator[t.Expr]:
    """All of some conditions, on each way to the part."""
    for via in sede.vie or (Via(),):
        yield tutte((*via.nucleo, *conditions))


def _known(node: t.Expr, *, vero: bool) -> t.Expr:
    return t.Or((node, t.Not(node))) if vero else t.Compare("==", node, node)


def apart(one: t.Expr, other: t.Expr, *, vero: bool) -> t.Expr:
    """Two answers that are known and not the same."""
    if not vero:
        return t.Compare("!=", one, other)
    return t.Or((t.And((one, t.Not(other))), t.And((t.Not(one), other))))


def _written(found: ParamValue) -> t.Expr:
    """A value of a parameter as a rule writes it."""
    match found:
        case bool():
            return t.Truth(found)
        case Euro():
            return t.Number(found.cents, 2)
        case Decimal():
            scale = max(0, -int(found.as_tuple().exponent))
            return t.Number(int(found.scaleb(scale)), scale)
        case date():
            return t.Day(found)
        case _:
            return t.Label(found)


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
