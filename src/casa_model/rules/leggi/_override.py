"""A parameter of a notice: one undated value, or one for each key, with its source."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from casa_model.errors import near
from casa_model.rules.leggi._dubbi import doubt
from casa_model.rules.leggi._indici import keyed, read_indice
from casa_model.rules.leggi._parametri import A_SAMPLE, A_VALUE, spanning
from casa_model.rules.leggi._shapes import ParametroAvvisoShape
from casa_model.rules.leggi._valori import PERCENT, is_share, sample, type_at, units, value_at
from casa_model.rules.names import Kind
from casa_model.rules.params import Key, Parametro, Riga
from casa_model.rules.show import number_text
from casa_model.rules.types import NumberType
from casa_model.values import Periodo, Storia

if TYPE_CHECKING:
    from datetime import date

    from casa_model.rules.leggi._desk import Desk
    from casa_model.rules.params import Indice
    from casa_model.rules.types import Type
    from casa_model.values import Testo
    from casa_model.values.toml import KeyPath

_FIXED = ("tipo", "etichetta", "indice", "valori")


def override(desk: Desk, known: Parametro | None, path: KeyPath, law: date) -> Parametro | None:
    """The parameter with the notice's values from the day `law` on; None once faults are told.

    `known` is that of the measure; without it the notice declares a new one.
    """
    nome = str(path[-1])
    free = known is not None or desk.name(nome, path, Kind.PARAMETRO)
    shape = desk.shape(ParametroAvvisoShape, path)
    found = None
    if shape is not None:
        head = _new(desk, shape, path) if known is None else _same(desk, shape, known, path)
        found = _valued(desk, shape, head, path, law)
        if found is not None:
            _doubt(desk, shape, known, found, path)
    if free and found is None and known is None:
        desk.names.rotto(nome, Kind.PARAMETRO)
    return found if free else None


def _same(
    desk: Desk, shape: ParametroAvvisoShape, known: Parametro, path: KeyPath
) -> tuple[Type, Testo, tuple[Indice, ...]]:
    """What the measure says of the parameter, which the notice may not say again."""
    said = [key for key in _FIXED if getattr(shape, key)]
    if said:
        nome, keys = known.nome, ", ".join(f"`{key}`" for key in said)
        desk.refuse(
            (*path, said[0]),
            f"la misura ha già il parametro `{nome}`; per cambiarne il valore togli {keys}, per un "
            "parametro nuovo scegli un altro nome",
            f"the measure has the parameter `{nome}` already; to change its value remove {keys}, "
            "for a new parameter choose another name",
        )
    return known.tipo, known.etichetta, known.indice


def _new(
    desk: Desk, shape: ParametroAvvisoShape, path: KeyPath
) -> tuple[Type, Testo, tuple[Indice, ...]] | None:
    """What the notice says of a parameter that the measure has not."""
    close = near(str(path[-1]), desk.names.parametri)
    if close is not None and shape.tipo is None and shape.etichetta is None:
        # Most likely a slip in the name of a parameter that is there, not a new one.
        return desk.wrong("nome-ignoto", path, key=True, vicino=close, nome=path[-1])
    for key, esempio in (
        ("tipo", '`tipo = "euro"`'),
        ("etichetta", '`etichetta = { it = "…", en = "…" }`'),
    ):
        if getattr(shape, key) is None:
            desk.wrong("chiave-mancante", path, vicino=close, chiave=key, esempio=esempio)
    tipo = None if shape.tipo is None else type_at(desk, shape.tipo, shape.valori, path)
    indice = read_indice(desk, shape.indice, path)
    if tipo is None or indice is None or shape.etichetta is None:
        return None
    return tipo, shape.etichetta, indice


def _valued(
    desk: Desk,
    shape: ParametroAvvisoShape,
    head: tuple[Type, Testo, tuple[Indice, ...]] | None,
    path: KeyPath,
    law: date,
) -> Parametro | None:
    fonte = desk.fonte(shape, path, A_VALUE, graded=True)
    rows: list[tuple[tuple[Key, ...], Any, KeyPath]] = [
        (riga.chiave, riga.valore, (*path, "righe", at)) for at, riga in enumerate(shape.righe)
    ]
    if shape.valore is not None:
        rows.insert(0, ((), shape.valore, path))
    if not rows:
        example = f"`valore = {sample(head[0]) if head else A_SAMPLE}`"
        desk.wrong("chiave-mancante", path, chiave="valore", esempio=example)
        return None
    if head is None:
        return None
    tipo, etichetta, indice = head
    values = [value_at(desk, tipo, raw, (*where, "valore")) for _, raw, where in rows]
    cells = [(key, (*where, "chiave" if key else "valore")) for key, _, where in rows]
    if not keyed(desk, indice, cells, path):
        return None
    righe = [
        Riga(key, Storia((Periodo(law, value, fonte),)))
        for (key, _), value in zip(cells, values, strict=True)
        if value is not None
    ]
    if len(righe) < len(rows):
        return None
    scala = shape.tipo is not None and bool(shape.righe)
    for (_, raw, where), riga in zip(rows, righe, strict=True):
        value = riga.storia.periodi[0].valore
        doubt(desk, tipo, raw, value, (*where, "valore"), scala=scala)
    return Parametro(str(path[-1]), spanning(tipo, righe), etichetta, tuple(righe), indice)


def _doubt(
    desk: Desk,
    shape: ParametroAvvisoShape,
    known: Parametro | None,
    found: Parametro,
    path: KeyPath,
) -> None:
    """Note a value that was probably meant as a percentage and is a hundred times as much.

    So does a share of the measure, never over 1, that the notice puts above it without `%`; and
    a new number with decimals that is whole, 2 or more.
    """
    tipo = found.tipo if known is None else known.tipo
    if not isinstance(tipo, NumberType) or not is_share(tipo):
        return
    one = 10**tipo.scale
    if known is not None and not 0 <= tipo.lo <= tipo.hi <= one:
        return
    raws = {path: shape.valore} if shape.valore is not None else {}
    raws |= {(*path, "righe", at): riga.valore for at, riga in enumerate(shape.righe)}
    for (where, raw), riga in zip(raws.items(), found.righe, strict=True):
        much = units(riga.storia.periodi[0].valore)
        odd = much > one if known is not None else much >= 2 * one and much % one == 0
        if odd and "%" not in raw:
            percent = number_text(much, tipo.scale - PERCENT)
            desk.wrong("percentuale-sospetta", (*where, "valore"), numero=raw, percento=percent)
