"""On every day on which a rule is in force, its parameters are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casa_model.rules import tree as t
from casa_model.rules.reach import roots
from casa_model.rules.walk import walk
from casa_model.values import Vigenza

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casa_model.rules.leggi._desk import Desk
    from casa_model.rules.misura import Misura
    from casa_model.rules.params import Parametro


def check_days(desk: Desk, misura: Misura) -> None:
    """Note each parameter without a value on some day of a rule that reads it, once."""
    known = {parametro.nome: parametro for parametro in misura.parametri}
    told: set[str] = set()
    for tree, vigenza in _dated(misura):
        for node in _params(misura, tree):
            holes = _holes(known[node.name], vigenza) if node.name in known else []
            if not holes or node.name in told:
                continue
            told.add(node.name)
            declared = desk.names.dove.get(node.name)
            place = desk.place_of(node) if declared is None else desk.doc.key_place(declared)
            desk.faults.add(
                "parametro-non-in-vigore",
                place,
                nome=node.name,
                giorni=" e ".join(hole.render("it") for hole in holes),
                giorni_en=" and ".join(hole.render("en") for hole in holes),
            )


def _holes(parametro: Parametro, vigenza: Vigenza) -> list[Vigenza]:
    """The days of `vigenza` on which some row of the parameter has no value."""
    found = [hole for riga in parametro.righe for hole in riga.storia.buchi(vigenza)]
    return list(dict.fromkeys(found))


def _dated(misura: Misura) -> Iterator[tuple[t.Expr, Vigenza]]:
    """Each expression that decides, with the days on which it does."""
    whole = misura.vigenza
    if misura.calendario is not None:
        whole = Vigenza(misura.calendario.giorno_norma, misura.calendario.giorno_norma)
    for requisito in misura.requisiti:
        days = _both(whole, requisito.vigenza)
        if days is None or requisito.condizione is None:
            continue
        yield requisito.condizione, days
        for deroga in requisito.deroghe:
            yield deroga.condizione, days
    for tree in roots(misura, ()):
        yield tree, whole
    for riserva in () if misura.graduatoria is None else misura.graduatoria.riserve:
        yield t.Param(riserva.quota), whole


def _both(one: Vigenza, other: Vigenza | None) -> Vigenza | None:
    """The days that are in both; None when there is none."""
    if other is None:
        return one
    if not one.sovrappone(other):
        return None
    ends = [end for end in (one.al, other.al) if end is not None]
    return Vigenza(max(one.dal, other.dal), min(ends, default=None))


def _params(misura: Misura, tree: t.Expr) -> Iterator[t.Param]:
    """The nodes that read parameters, through definitions too, in order of first mention."""
    bodies = {definizione.nome: definizione.vale for definizione in misura.definizioni}
    todo = [tree]
    while todo:
        for node in walk(todo.pop(0)):
            if isinstance(node, t.Param):
                yield node
            if isinstance(node, t.Definition) and node.name in bodies:
                todo.append(bodies.pop(node.name))
