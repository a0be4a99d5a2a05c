"""Parameters: histories of values, and the interval of all the values they ever had."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from attrs import evolve

from casa_model.rules.leggi._dubbi import doubt
from casa_model.rules.leggi._indici import keyed, read_indice
from casa_model.rules.leggi._shapes import ParametroShape, PeriodoShape
from casa_model.rules.leggi._valori import sample, type_at, units, value_at
from casa_model.rules.names import Kind
from casa_model.rules.params import Key, Parametro, Riga
from casa_model.rules.types import DateType, NumberType, Type
from casa_model.values import Periodo, Storia

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from casa_model.rules.facts import Value
    from casa_model.rules.leggi._desk import Desk
    from casa_model.rules.params import ParamValue
    from casa_model.values.toml import KeyPath

A_VALUE = ("il valore", "the value")
A_SAMPLE = '"9360.00"'


def read_parametri(desk: Desk) -> None:
    """Put the dated parameters that the file declares on the desk."""
    for nome, path in desk.table("parametri"):
        free = desk.name(nome, path, Kind.PARAMETRO)
        found = _parametro(desk, nome, path)
        if free and found is not None:
            desk.names.parametro(found, path)
        elif free:
            desk.names.rotto(nome, Kind.PARAMETRO)


def _parametro(desk: Desk, nome: str, path: KeyPath) -> Parametro | None:
    shape = desk.shape(ParametroShape, path)
    if shape is None:
        return None
    tipo = type_at(desk, shape.tipo, shape.valori, path)
    indice = read_indice(desk, shape.indice, path)
    rows: list[tuple[tuple[Key, ...], Sequence[PeriodoShape], KeyPath]] = [
        (riga.chiave, riga.storia, (*path, "righe", at, "storia"))
        for at, riga in enumerate(shape.righe)
    ]
    if shape.storia is not None:
        rows.insert(0, ((), shape.storia, (*path, "storia")))
    if not rows:
        example = f"`storia = [{{ dal = 2019-10-14, valore = {tipo and sample(tipo)} }}]`"
        desk.wrong("chiave-mancante", path, chiave="storia", esempio=example)
        return None
    storie = [_storia(desk, tipo, storia, where) for _, storia, where in rows]
    cells = [(chiave, (*where[:-1], "chiave" if chiave else "storia")) for chiave, _, where in rows]
    if indice is None or not keyed(desk, indice, cells, path):
        return None
    righe = [Riga(key, storia) for (key, _), storia in zip(cells, storie, strict=True) if storia]
    if tipo is None or len(righe) < len(rows):
        return None
    return Parametro(nome, spanning(tipo, righe), shape.etichetta, tuple(righe), indice)


def _storia(
    desk: Desk, tipo: Type | None, shapes: Sequence[PeriodoShape], path: KeyPath
) -> Storia[ParamValue] | None:
    """The history of one value; None once a fault is told."""
    ordered = _in_order(desk, shapes, path)
    periodi = [
        _periodo(desk, tipo, shape, (*path, at))
        for at, shape in enumerate(shapes)
        if not shape.cessa
    ]
    for at, shape in enumerate(shapes):
        if shape.cessa and shape.valore is not None:
            desk.unwanted((*path, at), "valore", "`dal`, `cessa`, `norma`, `fonte`, `grado`")
    if not periodi:
        example = f"`valore = {sample(tipo) if tipo else A_SAMPLE}`"
        desk.wrong("chiave-mancante", path, chiave="valore", esempio=example)
    whole = tuple(periodo for periodo in periodi if periodo is not None)
    if not ordered or not whole or len(whole) < len(periodi):
        return None
    return Storia(whole, cessa=shapes[-1].dal if shapes[-1].cessa else None)


def _in_order(desk: Desk, shapes: Sequence[PeriodoShape], path: KeyPath) -> bool:
    """Whether each day comes after the one before it, and nothing after the end."""
    for at, (before, after) in enumerate(pairwise(shapes), start=1):
        if after.dal <= before.dal or before.cessa:
            desk.wrong("storia-disordinata", (*path, at, "dal"))
            return False
    return True


def _periodo(
    desk: Desk, tipo: Type | None, shape: PeriodoShape, path: KeyPath
) -> Periodo[ParamValue] | None:
    fonte = desk.fonte(shape, path, A_VALUE, graded=True)
    if shape.valore is None:
        example = f"`valore = {sample(tipo) if tipo else A_SAMPLE}`"
        desk.wrong("chiave-mancante", path, chiave="valore", esempio=example)
        return None
    where = (*path, "valore")
    value = None if tipo is None else value_at(desk, tipo, shape.valore, where)
    if tipo is None or value is None:
        return None
    doubt(desk, tipo, shape.valore, value, where, scala="righe" in path[2:])
    return Periodo(shape.dal, value, fonte)


def spanning(tipo: Type, righe: Iterable[Riga]) -> Type:
    """The type with the interval of every value that the parameter ever had."""
    values: list[Value] = [p.valore for riga in righe for p in riga.storia.periodi]
    match tipo:
        case NumberType():
            ints = [units(value) for value in values]
            return evolve(tipo, lo=min(ints), hi=max(ints))
        case DateType():
            days = [value for value in values if isinstance(value, type(tipo.lo))]
            return DateType(min(days), max(days))
        case _:
            return tipo
