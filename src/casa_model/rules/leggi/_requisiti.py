"""Requirements, derogations, and the requirement not to receive another measure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casa_model.rules import tree as t
from casa_model.rules.facts import Cambia, Fatto
from casa_model.rules.leggi._shapes import RequisitoShape, Sourced, VigenzaShape
from casa_model.rules.misura import Deroga, Requisito
from casa_model.rules.types import BoolType
from casa_model.values import Testo, Vigenza

if TYPE_CHECKING:
    from casa_model.rules.leggi._desk import Desk
    from casa_model.values.toml import KeyPath

A_REQUIREMENT = ("il requisito", "the requirement")


def read_vigenza(desk: Desk, shape: VigenzaShape, path: KeyPath) -> Vigenza:
    """A period of law; a fault when it ends before it begins."""
    if shape.al is not None and shape.al < shape.dal:
        desk.wrong("vigenza-rovesciata", (*path, "al"))
        return Vigenza(shape.dal)
    return Vigenza(shape.dal, shape.al)


def read_requisito(desk: Desk, shape: RequisitoShape, path: KeyPath) -> Requisito:
    """One requirement, its conditions typed."""
    desk.code(shape.codice, (*path, "codice"))
    fonte = desk.fonte(shape, path, A_REQUIREMENT)
    if (shape.condizione is None) != shape.non_visto or (shape.non_visto and shape.deroghe):
        desk.wrong("requisito-incompleto", path)
        return Requisito(shape.codice, shape.testo, fonte, None)
    condizione = None
    if shape.condizione is not None:
        condizione = desk.condition(shape.condizione, (*path, "condizione"))
    deroghe = []
    for at, each in enumerate(shape.deroghe):
        where = (*path, "deroghe", at)
        desk.code(each.codice, (*where, "codice"))
        deroghe.append(
            Deroga(
                each.codice,
                desk.condition(each.condizione, (*where, "condizione")),
                desk.fonte(each, where, ("la deroga", "the derogation")),
                each.testo,
            )
        )
    vigenza = shape.vigenza and read_vigenza(desk, shape.vigenza, (*path, "vigenza"))
    return Requisito(shape.codice, shape.testo, fonte, condizione, tuple(deroghe), vigenza)


def fact_of(codice: str) -> str:
    """The name of the fact that a household receives a measure."""
    return "riceve_" + codice.replace("-", "_")


def incompatible(
    desk: Desk, codici: tuple[str, ...], shape: Sourced | None, path: KeyPath
) -> list[Requisito]:
    """For each other measure, the requirement not to receive it, over a fact like any other."""
    if not codici:
        return []
    if shape is None:
        desk.wrong("fonte-mancante", (*path, "incompatibile"), key=True,
                   cosa="l'incompatibilità", cosa_en="the incompatibility")  # fmt: skip
        return []
    where = (*path, "incompatibile_fonte")
    fonte = desk.fonte(shape, where, ("l'incompatibilità", "the incompatibility"))
    found = []
    for at, codice in enumerate(codici):
        desk.code(codice, (*path, "incompatibile", at))
        nome = fact_of(codice)
        if nome not in desk.fatti:
            label = Testo(it=f"Riceve la misura {codice}", en=f"Receives the measure {codice}")
            desk.fatti[nome] = Fatto(nome, BoolType(), label, cambia=Cambia.PERSONA)
        etichetta = desk.fatti[nome].etichetta
        testo = Testo(
            it=f"Non cumulabile: {etichetta.it.lower()}", en=f"Not together: {etichetta.en.lower()}"
        )
        found.append(Requisito("non-" + nome.replace("_", "-"), testo, fonte, t.Not(t.Fact(nome))))
    return found
