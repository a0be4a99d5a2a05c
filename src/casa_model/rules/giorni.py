"""The days on which the law of a measure changes, and those on which a rule lacks a number."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from casa_model.rules import tree as t
from casa_model.rules.reach import roots, ways
from casa_model.rules.walk import walk
from casa_model.values import Vigenza

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from casa_model.rules.misura import Misura
    from casa_model.rules.params import Parametro

_DAY: Final = timedelta(days=1)


def giorni_di_cambio(misura: Misura) -> tuple[date, ...]:
    """The first day of each stretch of days with one law, from the first on which it answers.

    The law changes where a requirement begins or ends, and where a parameter that is read has a
    new value, or the same one from another source. A notice has one day, that of its law. The day
    after the last one, where there is a last, closes the series.
    """
    whole = giorni_della(misura)
    days = {whole.dal, *_bounds(misura)}
    last = None if whole.al is None else whole.al + _DAY
    inside = {day for day in days if whole.dal <= day and (last is None or day < last)}
    return tuple(sorted(inside | (set() if last is None else {last})))


def inizi(misure: Iterable[Misura], dal: date, al: date) -> list[date]:
    """The first days of the stretches with one law, of all of some measures, from a day to another.

    The first is `dal`, whatever begins on it.
    """
    days = {day for misura in misure for day in giorni_di_cambio(misura)}
    return sorted({dal, *(day for day in days if dal < day <= al)})


def tratti(misura: Misura) -> tuple[Vigenza, ...]:
    """The stretches of days with one law, in order."""
    days = giorni_di_cambio(misura)
    closed = tuple(Vigenza(dal, after - _DAY) for dal, after in pairwise(days))
    return closed if giorni_della(misura).al is not None else (*closed, Vigenza(days[-1]))


def giorni_della(misura: Misura) -> Vigenza:
    """The days on which a measure answers; a notice answers on one."""
    fixed = misura.calendario
    return misura.vigenza if fixed is None else Vigenza(fixed.giorno_norma, fixed.giorno_norma)


def letture(misura: Misura) -> Iterator[tuple[t.Param, Vigenza]]:
    """Each node that reads a parameter, through definitions too, with the days on which it does."""
    for tree, days in _dated(misura):
        for node in _params(misura, tree):
            yield node, days


def senza_valore(parametro: Parametro, giorni: Vigenza) -> tuple[Vigenza, ...]:
    """The stretches of some days on which a row of the parameter has no value."""
    found = (hole for riga in parametro.righe for hole in riga.storia.buchi(giorni))
    return tuple(dict.fromkeys(found))


def _bounds(misura: Misura) -> Iterator[date]:
    """Every day on which something that the measure says begins, or is no more."""
    for requisito in misura.requisiti:
        if requisito.vigenza is not None:
            yield requisito.vigenza.dal
            if requisito.vigenza.al is not None:
                yield requisito.vigenza.al + _DAY
    read = {node.name for node, _ in letture(misura)}
    for parametro in misura.parametri:
        for riga in parametro.righe if parametro.nome in read else ():
            yield from (periodo.dal for periodo in riga.storia.periodi)
            if riga.storia.cessa is not None:
                yield riga.storia.cessa


def _dated(misura: Misura) -> Iterator[tuple[t.Expr, Vigenza]]:
    """Each expression that decides, with the days on which it does."""
    whole = giorni_della(misura)
    for requisito in misura.requisiti:
        days = _both(whole, requisito.vigenza)
        if days is not None:
            yield from ((way, days) for way in ways(requisito))
    for tree in roots(misura, ()):
        yield tree, whole


def _both(one: Vigenza, other: Vigenza | None) -> Vigenza | None:
    """The days that are in both; None when there is none."""
    if other is None:
        return one
    if not one.sovrappone(other):
        return None
    ends = [end for end in (one.al, other.al) if end is not None]
    return Vigenza(max(one.dal, other.dal), min(ends, default=None))


def _params(misura: Misura, tree: t.Expr) -> Iterator[t.Param]:
    """The nodes that read parameters, in order of first mention."""
    bodies = {definizione.nome: definizione.vale for definizione in misura.definizioni}
    todo = [tree]
    while todo:
        for node in walk(todo.pop(0)):
            if isinstance(node, t.Param):
                yield node
            if isinstance(node, t.Definition) and node.name in bodies:
                todo.append(bodies.pop(node.name))
