"""The amount and the ranking of a measure, or what a notice changes of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casa_model.errors import near
from casa_model.rules.leggi._shapes import GraduatoriaShape, ImportoShape, VoceShape
from casa_model.rules.misura import (
    Chiave,
    DetraeDa,
    Esaurimento,
    Importo,
    Ordinamento,
    Riserva,
    Voce,
)
from casa_model.rules.names import Kind
from casa_model.rules.types import NumberType

if TYPE_CHECKING:
    from casa_model.rules.leggi._desk import Desk
    from casa_model.rules.leggi._shapes import Sourced
    from casa_model.rules.tree import Expr
    from casa_model.values import Fonte
    from casa_model.values.toml import KeyPath

PATH = ("importo",)
RANKING = ("graduatoria",)


def read_importo(desk: Desk) -> Importo | None:
    """The whole amount of a measure."""
    shape = desk.shape(ImportoShape, PATH) if desk.has("importo") else None
    if shape is None:
        return None
    if not shape.voci:
        desk.wrong("chiave-mancante", PATH, chiave="voci", esempio="`voci = [{ codice = … }]`")
    voci = tuple(read_voce(desk, voce, at) for at, voce in enumerate(shape.voci))
    detrae, detrae_da = read_detrae(desk, shape)
    massimo = shape.massimo and desk.money(shape.massimo, (*PATH, "massimo"))
    return Importo(voci, massimo or None, detrae or (), detrae_da, source_of(desk, shape, PATH))


def source_of(desk: Desk, shape: Sourced, path: KeyPath) -> Fonte | None:
    """The source of a part that need not repeat that of the whole."""
    if shape.norma is None and shape.fonte is None:
        return None
    return desk.fonte(shape, path, ("la voce", "the item"))


def read_voce(desk: Desk, shape: VoceShape, at: int) -> Voce:
    """One item of the amount."""
    path = (*PATH, "voci", at)
    desk.code(shape.codice, (*path, "codice"))
    return Voce(
        shape.codice,
        desk.money(shape.vale, (*path, "vale")),
        None if shape.se is None else desk.condition(shape.se, (*path, "se")),
        None if shape.massimo is None else desk.money(shape.massimo, (*path, "massimo")),
        shape.etichetta,
        source_of(desk, shape, path),
    )


def read_detrae(desk: Desk, shape: ImportoShape) -> tuple[tuple[Expr, ...] | None, DetraeDa | None]:
    """The deductions and what they are taken from, which goes with them."""
    if shape.detrae is None:
        return None, None
    trees = tuple(
        desk.money(text, (*PATH, "detrae", at)) for at, text in enumerate(shape.detrae)
    )
    if shape.detrae_da not in tuple(DetraeDa):
        where = "detrae" if shape.detrae_da is None else "detrae_da"
        desk.wrong("detrae-da", (*PATH, where))
        return trees, None
    return trees, DetraeDa(shape.detrae_da)


def read_graduatoria(desk: Desk) -> Ordinamento | None:
    """How the admitted are ranked."""
    shape = desk.shape(GraduatoriaShape, RANKING) if desk.has("graduatoria") else None
    if shape is None:
        return None
    if not shape.ordine:
        desk.wrong("chiave-mancante", (*RANKING, "ordine"), chiave="ordine",
                   esempio='`ordine = ["isee", "protocollo"]`')  # fmt: skip
    kinds = {n: k for n, k in desk.kinds().items() if k in (Kind.FATTO, Kind.DEFINIZIONE)}
    ordine = []
    for at, word in enumerate(shape.ordine):
        nome = word.removeprefix("-")
        if nome not in kinds:
            desk.wrong("nome-ignoto", (*RANKING, "ordine", at), vicino=near(nome, kinds), nome=nome)
        ordine.append(Chiave(nome, decrescente=word.startswith("-")))
    if shape.esaurimento not in tuple(Esaurimento):
        desk.wrong("esaurimento-ignoto", (*RANKING, "esaurimento"), valore=shape.esaurimento,
                   vicino=near(shape.esaurimento, tuple(Esaurimento)))  # fmt: skip
        return None
    return Ordinamento(
        tuple(ordine),
        Esaurimento(shape.esaurimento),
        shape.salta,
        tuple(_riserva(desk, shape, at) for at in range(len(shape.riserve))),
        source_of(desk, shape, RANKING),
    )


def _riserva(desk: Desk, shape: GraduatoriaShape, at: int) -> Riserva:
    each, path = shape.riserve[at], (*RANKING, "riserve", at)
    desk.code(each.codice, (*path, "codice"))
    quota = desk.parametri.get(each.quota)
    if quota is None:
        close = near(each.quota, desk.parametri)
        desk.wrong("nome-ignoto", (*path, "quota"), vicino=close, nome=each.quota)
    elif not isinstance(quota.tipo, NumberType) or quota.tipo.euro or quota.indice:
        desk.wrong("tipo-inatteso", (*path, "quota"), atteso="un numero da 0 a 1",
                   atteso_en="a number from 0 to 1", trovato="altro",
                   trovato_en="something else")  # fmt: skip
    return Riserva(
        each.codice,
        each.quota,
        desk.condition(each.quando, (*path, "quando")),
        desk.fonte(each, path, ("la riserva", "the reserve")),
    )
