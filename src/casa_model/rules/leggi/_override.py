"""A parameter of a notice: one undated value, or one for each key, with its source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from casa_model.rules.leggi._parametri import A_VALUE, keyed, read_indice, spanning
from casa_model.rules.leggi._shapes import ParametroAvvisoShape
from casa_model.rules.leggi._valori import type_at, value_at
from casa_model.rules.params import Parametro, Riga
from casa_model.rules.types import DateType, NumberType, Type
from casa_model.values import Periodo, Storia

if TYPE_CHECKING:
    from datetime import date

    from casa_model.rules.leggi._desk import Desk
    from casa_model.rules.misura import Misura
    from casa_model.values.toml import KeyPath


def override(
    desk: Desk, base: Misura, nome: str, path: KeyPath, law: date
) -> Parametro | None:
    """The parameter with the notice's value from the day `law` on; None once faults are told."""
    shape = desk.shape(ParametroAvvisoShape, path)
    known = next((p for p in base.parametri if p.nome == nome), None)
    if shape is None:
        return None
    if known is None:
        fresh = _new(desk, shape, nome, path)
        if fresh is None:
            return None
        known = fresh
    elif shape.tipo is not None or shape.indice:
        where = "tipo" if shape.tipo is not None else "indice"
        desk.wrong("gia-presente", (*path, where), key=True, nome=nome)
        return None
    if shape.grado is None:
        desk.wrong("chiave-mancante", path, chiave="grado", esempio='`grado = "secondaria"`')
    fonte = desk.fonte(shape, path, A_VALUE)
    pairs = [(riga.chiave, riga.valore, (*path, "righe", at, "valore"))
             for at, riga in enumerate(shape.righe)]  # fmt: skip
    if shape.valore is not None:
        pairs.insert(0, ((), shape.valore, (*path, "valore")))
    if not pairs:
        return desk.wrong("chiave-mancante", path, chiave="valore", esempio='`valore = "2700.00"`')
    tipo = _wide(known.tipo)
    righe = []
    for chiave, raw, where in pairs:
        value = value_at(desk, tipo, raw, where)
        if value is not None:
            righe.append(Riga(chiave, Storia((Periodo(law, value, fonte),))))
    keys = [chiave for chiave, _, _ in pairs]
    if not keyed(desk, nome, known.indice, keys, path) or len(righe) < len(pairs):
        return None
    return evolve(known, tipo=spanning(tipo, righe), righe=tuple(righe))


def _new(desk: Desk, shape: ParametroAvvisoShape, nome: str, path: KeyPath) -> Parametro | None:
    """A parameter that the measure has not, still without values."""
    free = desk.name(nome, path)
    for chiave, given, esempio in (
        ("tipo", shape.tipo, '`tipo = "euro"`'),
        ("etichetta", shape.etichetta, '`etichetta = { it = "…", en = "…" }`'),
    ):
        if given is None:
            desk.wrong("chiave-mancante", path, chiave=chiave, esempio=esempio)
    if shape.tipo is None or shape.etichetta is None or not free:
        return None
    tipo = type_at(desk, shape.tipo, shape.valori, path)
    indice = read_indice(desk, shape.indice, path)
    if tipo is None or indice is None:
        return None
    return Parametro(nome, tipo, shape.etichetta, (), indice)


def _wide(tipo: Type) -> Type:
    """The type without the interval of the values that the measure had."""
    match tipo:
        case NumberType():
            return evolve(tipo, lo=0, hi=0)
        case DateType():
            return DateType()
        case _:
            return tipo
