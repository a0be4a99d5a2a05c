"""The parts of a measure that read something: each requirement, the amount, keys, reserves."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from attrs import frozen

from casa_model.rules import tree as t
from casa_model.rules.reach import in_force, name_node, terms, ways
from casa_model.values import Fonte

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from casa_model.rules.misura import Importo, Misura, Voce


class Part(StrEnum):
    """The kinds of part that a measure has."""

    REQUISITO = "requisito"
    IMPORTO = "importo"
    GRADUATORIA = "graduatoria"
    RISERVA = "riserva"


@frozen
class Use:
    """One part of a measure: its kind, its code, and the article that asks it.

    `codice` is that of the requirement or of the reserve, the name of the ranking key, or
    ``"importo"``.
    """

    part: Part
    codice: str
    fonte: Fonte | None = None


def uses(misura: Misura, on: date) -> Iterator[tuple[Use, tuple[t.Expr, ...]]]:
    """Each part that is law on `on`, with the trees that it reads."""
    for requisito in in_force(misura, on):
        yield Use(Part.REQUISITO, requisito.codice, requisito.fonte), ways(requisito)
    if (importo := misura.importo) is not None:
        yield Use(Part.IMPORTO, Part.IMPORTO.value, importo.fonte), tuple(terms(importo))
    if (graduatoria := misura.graduatoria) is not None:
        for chiave in graduatoria.ordine:
            use = Use(Part.GRADUATORIA, chiave.nome, graduatoria.fonte)
            yield use, (name_node(misura, chiave.nome),)
        for riserva in graduatoria.riserve:
            use = Use(Part.RISERVA, riserva.codice, riserva.fonte)
            yield use, (t.Param(riserva.quota), riserva.quando)


def answers(misura: Misura, on: date) -> Iterator[tuple[Use, tuple[t.Expr, ...]]]:
    """Each part that is law on `on`, with the trees that give its answer.

    A requirement is one tree; so is an item of the amount, which reads its worth only where its
    condition holds. When none of these trees can change, nothing that a verdict decides can.
    """
    importo = misura.importo
    due = () if importo is None else (*map(_item, importo.voci), *_after(importo))
    for use, trees in uses(misura, on):
        if use.part is Part.IMPORTO:
            yield use, due
        elif use.part is Part.RISERVA:
            yield use, trees[1:]
        elif use.part is Part.REQUISITO and len(trees) > 1:
            yield use, (t.Or(trees),)
        else:
            yield use, trees


def _after(importo: Importo) -> tuple[t.Expr, ...]:
    """Deductions and cap."""
    return importo.detrae if importo.massimo is None else (*importo.detrae, importo.massimo)


def _item(voce: Voce) -> t.Expr:
    worth = voce.vale if voce.massimo is None else t.Min((voce.vale, voce.massimo))
    return worth if voce.se is None else t.If(voce.se, worth, t.Number(0))
