"""Facts: the declarations that need nothing else."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from attrs import evolve

from casa_model.rules.facts import Fatto
from casa_model.rules.leggi._shapes import FattoShape
from casa_model.rules.leggi._valori import sample, type_at, units, value_at
from casa_model.rules.names import Kind
from casa_model.rules.types import BoolType, DateType, NumberType, Type

if TYPE_CHECKING:
    from collections.abc import Mapping

    from casa_model.rules.facts import Value
    from casa_model.rules.leggi._desk import Desk
    from casa_model.values.toml import KeyPath

BOUNDS = ("minimo", "massimo")
_KEYS = "`tipo`, `etichetta`, `prova`, `cambia`, `membro`, `valori`"


def read_fatti(desk: Desk) -> None:
    """Put the facts that the file declares on the desk."""
    for nome, path in desk.table("fatti"):
        free = desk.name(nome, path, Kind.FATTO)
        shape = desk.shape(FattoShape, path)
        tipo = None if shape is None else type_at(desk, shape.tipo, shape.valori, path)
        ranged = None
        if shape is not None and tipo is not None:
            ranged = _ranged(desk, tipo, shape, path)
            if shape.obbligo and not isinstance(tipo, NumberType | BoolType):
                desk.unwanted(path, "obbligo", _KEYS)
                ranged = None
            if shape.adempimento and (shape.obbligo or not isinstance(tipo, BoolType)):
                desk.unwanted(path, "adempimento", _KEYS)
                ranged = None
        if free and shape is not None and ranged is not None:
            fatto = Fatto(
                nome,
                ranged,
                shape.etichetta,
                prova=shape.prova,
                cambia=shape.cambia,
                membro=shape.membro,
                valori=tuple((shape.valori or {}).items()),
                obbligo=shape.obbligo,
                adempimento=shape.adempimento,
            )
            desk.names.fatto(fatto, path)
        elif free:
            member = shape is not None and shape.membro
            desk.names.rotto(nome, Kind.MEMBRO if member else Kind.FATTO)


def _ranged(desk: Desk, tipo: Type, shape: FattoShape, path: KeyPath) -> Type | None:
    """The type with the range that the fact declares; None once a fault is told."""
    raw = {nome: getattr(shape, nome) for nome in BOUNDS}
    if not isinstance(tipo, NumberType | DateType):
        stated = [nome for nome in BOUNDS if raw[nome] is not None]
        for nome in stated:
            desk.unwanted(path, nome, f"{_KEYS}, `obbligo`")
        return None if stated else tipo
    plain = isinstance(tipo, NumberType) and not tipo.euro
    missing = [nome for nome in BOUNDS if raw[nome] is None and plain]
    for nome in missing:
        desk.wrong("chiave-mancante", path, chiave=nome, esempio=f"`{nome} = {sample(tipo)}`")
    stated = [nome for nome in BOUNDS if raw[nome] is not None]
    values = {nome: value_at(desk, tipo, raw[nome], (*path, nome)) for nome in stated}
    if missing or None in values.values():
        return None
    ranged = _with_range(tipo, values)
    # Both ends are of one kind; only the compiler cannot see it.
    if ranged.lo > ranged.hi:  # type: ignore[operator]  # pyright: ignore[reportOperatorIssue]
        desk.wrong("intervallo-rovesciato", (*path, "minimo" if "minimo" in values else "massimo"))
        return None
    return ranged


def _with_range(
    tipo: NumberType | DateType, values: Mapping[str, Value | None]
) -> NumberType | DateType:
    lo, hi = (values.get(nome) for nome in BOUNDS)
    if isinstance(tipo, NumberType):
        return evolve(
            tipo,
            lo=tipo.lo if lo is None else units(lo),
            hi=tipo.hi if hi is None else units(hi),
        )
    return DateType(
        lo if isinstance(lo, date) else tipo.lo, hi if isinstance(hi, date) else tipo.hi
    )
