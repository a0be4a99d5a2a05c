"""From the text of a measure to a `Misura`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from attrs import frozen

from casa_model.errors import Fault, near
from casa_model.rules.leggi._definizioni import Draft
from casa_model.rules.leggi._desk import Desk
from casa_model.rules.leggi._fatti import read_atti, read_fatti
from casa_model.rules.leggi._finish import finish
from casa_model.rules.leggi._importo import read_graduatoria, read_importo
from casa_model.rules.leggi._norme import TABLES, Norme, read_definizioni
from casa_model.rules.leggi._parametri import read_parametri
from casa_model.rules.leggi._requisiti import incompatible, read_requisito, read_vigenza
from casa_model.rules.leggi._shapes import MisuraShape, RequisitoShape
from casa_model.rules.misura import Misura, Requisito

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from casa_model.rules.facts import Fatto

T = TypeVar("T")
HEAD = ("misura",)


@frozen
class Letta(Generic[T]):
    """What was read, and the advice that came with it."""

    valore: T
    rilievi: tuple[Fault, ...] = ()


def leggi_misura(
    testo: str | bytes,
    *,
    file: str,
    fatti: Iterable[Fatto] = (),
    norme: Mapping[str, Norme] | None = None,
) -> Letta[Misura]:
    """The measure of a file. Raises `InvalidFile` with every fault, each with its place.

    `fatti` is the shared dictionary; `norme` are the shared parameters by the code that `usa`
    names. Every act of `norme` may be cited, also when `usa` does not name its file.
    """
    shared = norme or {}
    sections = {"misura": dict, **TABLES, "requisiti": list, "importo": dict, "graduatoria": dict}
    desk = Desk(testo, file, sections)
    desk.fallback = HEAD
    desk.fatti |= {fatto.nome: fatto for fatto in fatti}
    desk.atti |= {atto.codice: atto for each in shared.values() for atto in each.atti}
    shape = desk.shape(MisuraShape, HEAD) if desk.has("misura") else None
    if not desk.has("misura"):
        desk.wrong("chiave-mancante", (), chiave="misura", esempio="`[misura]`")
    drafts = _used(desk, shape, shared)
    read_atti(desk)
    read_fatti(desk)
    read_parametri(desk)
    requisiti: list[Requisito] = []
    if shape is not None:
        desk.code(shape.codice, (*HEAD, "codice"))
        where = shape.incompatibile_fonte
        requisiti += incompatible(desk, shape.incompatibile, where, HEAD)
    definizioni = read_definizioni(desk, drafts)
    requisiti = [*read_requisiti(desk), *requisiti]
    importo = read_importo(desk)
    graduatoria = read_graduatoria(desk)
    if shape is None:
        desk.faults.raise_if_grave()
    assert shape is not None  # noqa: S101 - a missing shape is a grave fault
    misura = Misura(
        codice=shape.codice,
        titolo=shape.titolo,
        fonte=desk.fonte(shape, HEAD, ("la misura", "the measure")),
        vigenza=read_vigenza(desk, shape.vigenza, (*HEAD, "vigenza")),
        fatti=tuple(desk.fatti.values()),
        parametri=tuple(desk.parametri.values()),
        definizioni=definizioni,
        requisiti=tuple(requisiti),
        importo=importo,
        graduatoria=graduatoria,
        incompatibile=shape.incompatibile,
        atti=tuple(desk.atti.values()),
        note=shape.note,
    )
    if not desk.faults.gravi:
        finish(desk, misura, HEAD)
    desk.faults.raise_if_grave()
    return Letta(misura, desk.faults.rilievi)


def _used(
    desk: Desk, shape: MisuraShape | None, shared: Mapping[str, Norme]
) -> dict[str, Draft]:
    """Put on the desk what `usa` names; its definitions come back as drafts."""
    drafts: dict[str, Draft] = {}
    for at, codice in enumerate(() if shape is None else shape.usa):
        norme = shared.get(codice)
        if norme is None:
            desk.wrong("usa-ignoto", (*HEAD, "usa", at), vicino=near(codice, shared), nome=codice)
            continue
        desk.fatti |= {fatto.nome: fatto for fatto in norme.fatti}
        desk.parametri |= {parametro.nome: parametro for parametro in norme.parametri}
        for each in norme.definizioni:
            drafts[each.nome] = Draft(each.vale, each.fonte, each.etichetta, None)
            desk.tipi[each.nome] = each.tipo
    return drafts


def read_requisiti(desk: Desk) -> list[Requisito]:
    """The requirements of the file; a code stands once."""
    found: dict[str, Requisito] = {}
    for path in desk.rows("requisiti"):
        shape = desk.shape(RequisitoShape, path)
        if shape is None:
            continue
        if shape.codice in found:
            desk.wrong("nome-ripetuto", (*path, "codice"), nome=shape.codice,
                       altro="requisito", altro_en="requirement")  # fmt: skip
        if shape.sostituisce is not None:
            known = "`codice`, `norma`, `testo`, `condizione`, `deroghe`, `vigenza`"
            desk.wrong("chiave-ignota", (*path, "sostituisce"), key=True, chiave="sostituisce",
                       ammesse=known)  # fmt: skip
        found[shape.codice] = read_requisito(desk, shape, path)
    return list(found.values())
