"""From the text of a measure to a `Misura`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from attrs import frozen

from casa_model.errors import Fault
from casa_model.rules.leggi._definizioni import read_definizioni
from casa_model.rules.leggi._desk import Desk
from casa_model.rules.leggi._fatti import read_fatti
from casa_model.rules.leggi._finish import finish, requirement_rows
from casa_model.rules.leggi._graduatoria import read_graduatoria
from casa_model.rules.leggi._importo import read_importo
from casa_model.rules.leggi._norme import TABLES, Norme
from casa_model.rules.leggi._parametri import read_parametri
from casa_model.rules.leggi._requisiti import (
    REQUIREMENT,
    incompatible,
    read_requisito,
    read_vigenza,
)
from casa_model.rules.leggi._shapes import MisuraShape, RequisitoShape
from casa_model.rules.leggi._usa import use
from casa_model.rules.misura import Misura, Requisito

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from casa_model.rules.facts import Fatto
    from casa_model.values.toml import KeyPath

T = TypeVar("T")
HEAD: KeyPath = ("misura",)
SECTIONS: dict[str, type] = {
    "misura": dict,
    **TABLES,
    "requisiti": list,
    "importo": dict,
    "graduatoria": dict,
}


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
    desk = Desk(testo, file, SECTIONS)
    desk.fallback = HEAD
    for fatto in fatti:
        desk.names.fatto(fatto)
    desk.atti |= {atto.codice: atto for each in shared.values() for atto in each.atti}
    shape = desk.section(MisuraShape, "misura", wanted=True)
    drafts = use(desk, () if shape is None else shape.usa, shared, (*HEAD, "usa"))
    # Without its head nobody knows what else the measure uses.
    desk.incompleto = desk.incompleto or shape is None
    desk.read_atti()
    read_fatti(desk)
    read_parametri(desk)
    extra = [] if shape is None else _head(desk, shape)
    definizioni = read_definizioni(desk, drafts)
    requisiti = _requisiti(desk, extra)
    importo = read_importo(desk)
    graduatoria = read_graduatoria(desk)
    if shape is None:
        desk.faults.raise_if_grave()
    assert shape is not None  # noqa: S101 - a missing shape is a grave fault
    misura = Misura(
        codice=shape.codice,
        titolo=shape.titolo,
        fonte=desk.fonte(shape, HEAD, ("la misura", "the measure"), graded=True),
        vigenza=read_vigenza(desk, shape.vigenza, (*HEAD, "vigenza")),
        fatti=tuple(desk.names.fatti.values()),
        parametri=tuple(desk.names.parametri.values()),
        definizioni=definizioni,
        requisiti=requisiti,
        importo=importo,
        graduatoria=graduatoria,
        incompatibile=shape.incompatibile,
        atti=tuple(desk.atti.values()),
        note=shape.note,
    )
    finish(desk, misura, HEAD)
    desk.faults.raise_if_grave()
    return Letta(misura, desk.faults.rilievi)


def _head(desk: Desk, shape: MisuraShape) -> list[tuple[Requisito, KeyPath]]:
    """Check the code; the requirements that `incompatibile` makes, each with its place."""
    desk.code(shape.codice, (*HEAD, "codice"))
    return incompatible(desk, shape.incompatibile, shape.incompatibile_fonte, HEAD)


def _requisiti(desk: Desk, extra: Iterable[tuple[Requisito, KeyPath]]) -> tuple[Requisito, ...]:
    """The requirements of the file, then those of `incompatibile`; a code stands once."""
    found: list[Requisito] = []
    seen: set[str] = set()
    for path in requirement_rows(desk):
        shape = desk.shape(RequisitoShape, path)
        if shape is None:
            continue
        desk.once(shape.codice, seen, (*path, "codice"), REQUIREMENT)
        if shape.sostituisce is not None:
            known = "`codice`, `norma`, `testo`, `condizione`, `deroghe`, `vigenza`"
            desk.unwanted(path, "sostituisce", known)
        found.append(read_requisito(desk, shape, path))
    for requisito, word in extra:
        desk.once(requisito.codice, seen, word, REQUIREMENT)
        found.append(requisito)
    return tuple(found)
