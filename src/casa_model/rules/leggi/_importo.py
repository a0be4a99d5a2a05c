"""The amount of a measure: its items, the cap, the deductions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casa_model.errors import near
from casa_model.rules.leggi._shapes import ImportoShape, VoceShape
from casa_model.rules.leggi._valori import shown
from casa_model.rules.misura import DetraeDa, Importo, Voce

if TYPE_CHECKING:
    from casa_model.rules.leggi._desk import Desk
    from casa_model.rules.tree import Expr
    from casa_model.values.toml import KeyPath

PATH: KeyPath = ("importo",)
ITEM = ("voce", "item")
AN_ITEM = ("la voce", "the item")
AN_AMOUNT = ("l'importo", "the amount")


def read_importo(desk: Desk) -> Importo | None:
    """The whole amount of a measure."""
    shape = desk.section(ImportoShape, "importo")
    if shape is None:
        return None
    if shape.ordine_voci:
        known = "`voci`, `massimo`, `detrae`, `detrae_da`, `norma`, `fonte`, `grado`"
        desk.unwanted(PATH, "ordine_voci", known)
    if not shape.voci:
        desk.wrong("chiave-mancante", PATH, chiave="voci", esempio="`voci = [{ codice = … }]`")
    seen: set[str] = set()
    voci = []
    for at, each in enumerate(shape.voci):
        path = (*PATH, "voci", at)
        if each.sostituisce is not None:
            known = "`codice`, `vale`, `se`, `massimo`, `etichetta`, `norma`, `fonte`, `grado`"
            desk.unwanted(path, "sostituisce", known)
        desk.once(each.codice, seen, (*path, "codice"), ITEM)
        voci.append(read_voce(desk, each, path))
    massimo = None
    if shape.massimo is not None:
        massimo = desk.money(shape.massimo, (*PATH, "massimo"))
    detrae, detrae_da = read_detrae(desk, shape)
    fonte = desk.fonte_if_any(shape, PATH, AN_AMOUNT)
    return Importo(tuple(voci), massimo, detrae or (), detrae_da, fonte)


def read_voce(desk: Desk, shape: VoceShape, path: KeyPath) -> Voce:
    """One item of the amount."""
    desk.code(shape.codice, (*path, "codice"))
    return Voce(
        shape.codice,
        desk.money(shape.vale, (*path, "vale")),
        None if shape.se is None else desk.condition(shape.se, (*path, "se")),
        None if shape.massimo is None else desk.money(shape.massimo, (*path, "massimo")),
        shape.etichetta,
        desk.fonte_if_any(shape, path, AN_ITEM),
    )


def read_detrae(desk: Desk, shape: ImportoShape) -> tuple[tuple[Expr, ...] | None, DetraeDa | None]:
    """The deductions and what they are taken from, which goes with them; None when not stated."""
    if shape.detrae is None:
        if shape.detrae_da is not None:
            desk.wrong("chiave-mancante", PATH, chiave="detrae", esempio='`detrae = ["…"]`')
        return None, None
    trees = tuple(desk.money(text, (*PATH, "detrae", at)) for at, text in enumerate(shape.detrae))
    stated = shape.detrae_da
    if stated is None and not trees:
        return trees, None
    if stated is None:
        desk.wrong("detrae-da", (*PATH, "detrae"), key=True)
    elif stated not in tuple(DetraeDa):
        words = tuple(DetraeDa)
        known = ", ".join(f"`{word}`" for word in words)
        desk.wrong(
            "valore-fuori-scelta",
            (*PATH, "detrae_da"),
            vicino=near(stated, words),
            valore=shown(stated),
            ammessi=known,
        )
    else:
        return trees, DetraeDa(stated)
    return trees, None
