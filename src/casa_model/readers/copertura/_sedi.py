"""The expressions of a rule and the parts that they belong to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from casa_model.readers.copertura._punto import Dove, Parte
from casa_model.rules import tree as t
from casa_model.rules.reach import names_among, reached
from casa_model.rules.types import BoolType

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casa_model.rules.misura import Importo, Misura


@frozen
class Sede:
    """A tree of the rule; `vero` when it is a condition."""

    dove: Dove
    albero: t.Expr
    vero: bool


def sedi(misura: Misura) -> Iterator[Sede]:
    """Every tree of the rule, that of a definition once."""
    for requisito in misura.requisiti:
        if requisito.condizione is not None:
            yield Sede(Dove(Parte.REQUISITO, requisito.codice), requisito.condizione, vero=True)
        for deroga in requisito.deroghe:
            dove = Dove(Parte.REQUISITO, requisito.codice, deroga.codice)
            yield Sede(dove, deroga.condizione, vero=True)
    if misura.importo is not None:
        yield from _amount(misura.importo)
    for riserva in () if misura.graduatoria is None else misura.graduatoria.riserve:
        yield Sede(Dove(Parte.RISERVA, riserva.codice), riserva.quando, vero=True)
    used = names_among(reached(misura, misura.requisiti), t.Definition)
    for definizione in misura.definizioni:
        if definizione.nome in used:
            dove = Dove(Parte.DEFINIZIONE, definizione.nome)
            yield Sede(dove, definizione.vale, vero=isinstance(definizione.tipo, BoolType))


def _amount(importo: Importo) -> Iterator[Sede]:
    for voce in importo.voci:
        dove = Dove(Parte.IMPORTO, "importo", voce.codice)
        if voce.se is not None:
            yield Sede(dove, voce.se, vero=True)
        yield Sede(dove, voce.vale, vero=False)
        if voce.massimo is not None:
            yield Sede(dove, voce.massimo, vero=False)
    whole = Dove(Parte.IMPORTO, "importo")
    for each in (*importo.detrae, *(() if importo.massimo is None else (importo.massimo,))):
        yield Sede(whole, each, vero=False)
