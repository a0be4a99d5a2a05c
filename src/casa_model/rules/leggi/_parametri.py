"""Parameters: histories, indices and the interval of all the values they ever had."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from attrs import evolve

from casa_model.rules.leggi._shapes import ParametroShape, PeriodoShape
from casa_model.rules.leggi._valori import type_at, units, value_at
from casa_model.rules.params import Indice, IndiceIntero, IndiceScelta, Key, Parametro, Riga
from casa_model.rules.types import ChoiceType, DateType, NumberType, Type
from casa_model.values import Periodo, Storia

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from casa_model.rules.facts import Value
    from casa_model.rules.leggi._desk import Desk
    from casa_model.rules.params import ParamValue
    from casa_model.values.toml import KeyPath

_RANGE = re.compile(r"(-?[0-9]{1,6})\.\.(-?[0-9]{1,6})", re.ASCII)
A_VALUE = ("il valore", "the value")
MOST_KEYS = 10_000


def read_parametri(desk: Desk) -> None:
    """Put the dated parameters that the file declares on the desk."""
    for nome, path in desk.table("parametri"):
        free = desk.name(nome, path)
        shape = desk.shape(ParametroShape, path)
        if shape is None:
            continue
        tipo = type_at(desk, shape.tipo, shape.valori, path)
        indice = read_indice(desk, shape.indice, path)
        if tipo is None or indice is None:
            continue
        righe = _righe(desk, tipo, shape, path)
        keyed(desk, nome, indice, [riga.chiave for riga in righe], path)
        if free and righe:
            desk.parametri[nome] = Parametro(
                nome, spanning(tipo, righe), shape.etichetta, tuple(righe), indice
            )


def _righe(desk: Desk, tipo: Type, shape: ParametroShape, path: KeyPath) -> list[Riga]:
    if shape.storia is None and not shape.righe:
        desk.wrong("chiave-mancante", path, chiave="storia",
                   esempio="`storia = [{ dal = 2019-10-14, valore = … }]`")  # fmt: skip
        return []
    rows = [((), shape.storia, (*path, "storia"))] if shape.storia is not None else []
    rows += [
        (riga.chiave, riga.storia, (*path, "righe", at, "storia"))
        for at, riga in enumerate(shape.righe)
    ]
    found = [(chiave, _storia(desk, tipo, storia, where)) for chiave, storia, where in rows]
    return [Riga(chiave, storia) for chiave, storia in found if storia is not None]


def _storia(
    desk: Desk, tipo: Type, shapes: Sequence[PeriodoShape], path: KeyPath
) -> Storia[ParamValue] | None:
    days = [shape.dal for shape in shapes]
    ends = [at for at, shape in enumerate(shapes) if shape.cessa]
    disorder = next((at for at in range(1, len(days)) if days[at] <= days[at - 1]), None)
    if disorder is None and ends not in ([], [len(shapes) - 1]):
        disorder = ends[0] + 1
    if disorder is not None:
        return desk.wrong("storia-disordinata", (*path, disorder, "dal"))
    periodi = []
    for at, shape in enumerate(shapes):
        where = (*path, at)
        if shape.cessa:
            continue
        if shape.valore is None:
            desk.wrong("chiave-mancante", where, chiave="valore", esempio='`valore = "9360.00"`')
            continue
        if shape.grado is None:
            desk.wrong("chiave-mancante", where, chiave="grado", esempio='`grado = "atto"`')
        value = value_at(desk, tipo, shape.valore, (*where, "valore"))
        fonte = desk.fonte(shape, where, A_VALUE)
        if value is not None:
            periodi.append(Periodo(shape.dal, value, fonte))
    if not periodi:
        return desk.wrong("chiave-mancante", path, chiave="valore", esempio='`valore = "9360.00"`')
    return Storia(tuple(periodi), cessa=days[-1] if ends else None)


def read_indice(desk: Desk, words: Iterable[str], path: KeyPath) -> tuple[Indice, ...] | None:
    """The indices of a parameter; None once a fault is told."""
    found: list[Indice] = []
    wanted = list(words)
    for at, word in enumerate(wanted):
        fatto = desk.fatti.get(word)
        if ends := _RANGE.fullmatch(word):
            lo, hi = map(int, ends.groups())
            if lo <= hi < lo + MOST_KEYS:
                found.append(IndiceIntero(lo, hi))
                continue
        elif fatto is not None and isinstance(fatto.tipo, ChoiceType):
            found.append(IndiceScelta(fatto.tipo.values))
            continue
        desk.wrong("indice-malformato", (*path, "indice", at), indice=word)
    return tuple(found) if len(found) == len(wanted) else None


def keyed(
    desk: Desk, nome: str, indice: Sequence[Indice], keys: Sequence[tuple[Key, ...]], path: KeyPath
) -> bool:
    """Whether the keys of the rows are exactly those of the index; a fault when not."""
    spans = [_span(index) for index in indice]
    wanted = list(itertools.product(*spans)) if _size(spans) <= MOST_KEYS else []
    twice = next((key for at, key in enumerate(keys) if key in keys[:at]), None)
    lost = next((key for key in wanted if key not in keys), None)
    extra = next((key for key in keys if key not in wanted), None)
    for key, it, en in (
        (twice, "`{}` sta due volte", "`{}` stands twice"),
        (lost, "manca `{}`", "`{}` is missing"),
        (extra, "`{}` è di troppo", "`{}` is one too many"),
    ):
        if key is not None:
            told = ", ".join(map(str, key)) or "[]"
            where = (*path, "righe") if indice else path
            desk.wrong("riga-indice", where, key=True, nome=nome, motivo=it.format(told),
                       motivo_en=en.format(told))  # fmt: skip
            return False
    return True


def _span(index: Indice) -> Sequence[Key]:
    if isinstance(index, IndiceIntero):
        return range(index.lo, index.hi + 1)
    return index.valori


def _size(spans: Iterable[Sequence[Key]]) -> int:
    size = 1
    for span in spans:
        size *= len(span)
    return size


def spanning(tipo: Type, righe: Iterable[Riga]) -> Type:
    """The type with the interval of every value that the parameter ever had."""
    values: list[Value] = [p.valore for riga in righe for p in riga.storia.periodi]
    match tipo:
        case NumberType():
            ints = [units(tipo, value) for value in values]
            return evolve(tipo, lo=min(ints), hi=max(ints))
        case DateType():
            days = [value for value in values if isinstance(value, type(tipo.lo))]
            return DateType(min(days), max(days))
        case _:
            return tipo
