"""What several measures share: the dictionary of facts, and the numbers of an act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from casa_model.errors import Fault
from casa_model.rules.facts import Fatto
from casa_model.rules.leggi._definizioni import read_definizioni
from casa_model.rules.leggi._desk import Desk
from casa_model.rules.leggi._fatti import read_fatti
from casa_model.rules.leggi._finish import advise
from casa_model.rules.leggi._parametri import read_parametri
from casa_model.rules.leggi._shapes import NormeShape
from casa_model.rules.misura import Definizione
from casa_model.rules.params import Parametro
from casa_model.values import Atto, Testo

if TYPE_CHECKING:
    from collections.abc import Iterable

TABLES: dict[str, type] = {"atti": dict, "fatti": dict, "parametri": dict, "definizioni": dict}


@frozen
class Norme:
    """The acts, facts, parameters and definitions of one shared file, and the advice about it."""

    codice: str
    titolo: Testo
    atti: tuple[Atto, ...] = ()
    fatti: tuple[Fatto, ...] = ()
    parametri: tuple[Parametro, ...] = ()
    definizioni: tuple[Definizione, ...] = ()
    rilievi: tuple[Fault, ...] = ()


def leggi_fatti(testo: str | bytes, *, file: str) -> tuple[Fatto, ...]:
    """The dictionary of facts of a file. Raises `InvalidFile`."""
    desk = Desk(testo, file, {"fatti": dict})
    read_fatti(desk)
    desk.faults.raise_if_grave()
    return tuple(desk.names.fatti.values())


def leggi_atti(testo: str | bytes, *, file: str) -> tuple[Atto, ...]:
    """The acts that a file declares, whatever else it holds. Raises `InvalidFile`."""
    desk = Desk(testo, file, {"norme": dict, **TABLES})
    desk.read_atti()
    desk.faults.raise_if_grave()
    return tuple(desk.atti.values())


def leggi_norme(
    testo: str | bytes, *, file: str, fatti: Iterable[Fatto] = (), atti: Iterable[Atto] = ()
) -> Norme:
    """The shared parameters and definitions of a file. Raises `InvalidFile`.

    `fatti` is the dictionary that its definitions may name; `atti` are acts declared elsewhere.
    """
    desk = Desk(testo, file, {"norme": dict, **TABLES})
    desk.fallback = ("norme",)
    for fatto in fatti:
        desk.names.fatto(fatto)
    desk.atti |= {atto.codice: atto for atto in atti}
    given = set(desk.names.fatti)
    shape = desk.section(NormeShape, "norme", wanted=True)
    if shape is not None:
        desk.code(shape.codice, ("norme", "codice"))
    desk.read_atti()
    read_fatti(desk)
    read_parametri(desk)
    definizioni = read_definizioni(desk, {})
    desk.faults.raise_if_grave()
    advise(desk, (definizione.vale for definizione in definizioni))
    assert shape is not None  # noqa: S101 - a missing shape is a grave fault
    own = desk.doc.data.get("atti", {})
    return Norme(
        shape.codice,
        shape.titolo,
        tuple(atto for codice, atto in desk.atti.items() if codice in own),
        tuple(fatto for nome, fatto in desk.names.fatti.items() if nome not in given),
        tuple(desk.names.parametri.values()),
        definizioni,
        desk.faults.rilievi,
    )
