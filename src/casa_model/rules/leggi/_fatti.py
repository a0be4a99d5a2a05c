"""Facts and acts: the declarations that need nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from casa_model.rules.facts import Fatto
from casa_model.rules.leggi._shapes import AttoShape, FattoShape
from casa_model.rules.leggi._valori import type_at, units, value_at
from casa_model.rules.types import LIMIT, DateType, NumberType, Type
from casa_model.values import Atto

if TYPE_CHECKING:
    from datetime import date

    from casa_model.rules.leggi._desk import Desk
    from casa_model.values.toml import KeyPath


def read_atti(desk: Desk) -> None:
    """Put the acts that the file declares on the desk."""
    for codice, path in desk.table("atti"):
        desk.code(codice, path)
        shape = desk.shape(AttoShape, path)
        if shape is not None:
            desk.atti[codice] = Atto(
                codice=codice, nome=shape.nome, titolo=shape.titolo, urn=shape.urn,
                data=shape.data, pubblicazione=shape.pubblicazione, url=shape.url,
            )  # fmt: skip


def read_fatti(desk: Desk) -> None:
    """Put the facts that the file declares on the desk."""
    for nome, path in desk.table("fatti"):
        free = desk.name(nome, path)
        shape = desk.shape(FattoShape, path)
        if shape is None:
            continue
        tipo = type_at(desk, shape.tipo, shape.valori, path)
        if tipo is None or not free:
            continue
        desk.fatti[nome] = Fatto(
            nome, _ranged(desk, tipo, shape, path), shape.etichetta, prova=shape.prova,
            cambia=shape.cambia, membro=shape.membro, valori=tuple((shape.valori or {}).items()),
        )  # fmt: skip


def _ranged(desk: Desk, tipo: Type, shape: FattoShape, path: KeyPath) -> Type:
    """The type with the range that the fact declares; a plain number must declare one."""
    for nome in ("minimo", "massimo"):
        plain = isinstance(tipo, NumberType) and not tipo.euro
        if plain and getattr(shape, nome) is None:
            desk.wrong("chiave-mancante", path, chiave=nome, esempio=f"`{nome} = 0`")
            return tipo
    if not isinstance(tipo, NumberType | DateType):
        for nome in ("minimo", "massimo"):
            if getattr(shape, nome) is not None:
                desk.wrong("chiave-ignota", (*path, nome), key=True, chiave=nome,
                           ammesse="`tipo`, `etichetta`, `prova`, `cambia`")  # fmt: skip
        return tipo
    lo, hi = (_bound(desk, tipo, getattr(shape, n), (*path, n)) for n in ("minimo", "massimo"))
    if isinstance(tipo, NumberType):
        ranged: Type = evolve(tipo, lo=tipo.lo if lo is None else lo, hi=tipo.hi if hi is None else hi)
    else:
        ranged = DateType(lo or tipo.lo, hi or tipo.hi)
    if ranged.lo > ranged.hi:
        desk.wrong("intervallo-rovesciato", (*path, "minimo"))
        return tipo
    if isinstance(ranged, NumberType) and not -LIMIT <= ranged.lo <= ranged.hi <= LIMIT:
        desk.wrong("fuori-63-bit", (*path, "massimo"))
        return tipo
    return ranged


def _bound(desk: Desk, tipo: NumberType | DateType, raw: object, path: KeyPath) -> int | date | None:
    if raw is None:
        return None
    value = value_at(desk, tipo, raw, path)
    if isinstance(tipo, NumberType):
        return None if value is None else units(tipo, value)
    return value
