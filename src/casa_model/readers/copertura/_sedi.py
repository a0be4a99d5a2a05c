"""The expressions of a rule and the parts that they belong to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from casa_model.readers.copertura._punto import Dove, Parte
from casa_model.readers.copertura._usi import chiesti, usi
from casa_model.readers.copertura._via import Via, insieme
from casa_model.readers.copertura._visita import visite
from casa_model.rules import tree as t
from casa_model.rules.reach import in_force, names_among, reached
from casa_model.rules.types import BoolType
from casa_model.values import Vigenza

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from casa_model.readers.copertura._visita import Visita
    from casa_model.rules.misura import Importo, Misura


@frozen
class Sede:
    """A tree of the rule; `vero` when it is a condition, `vie` the ways to it: none when always.

    Evaluation comes to every requirement in force, the amount and the ranking of every household;
    to a derogation where the condition is false; to what an item is worth where its own holds; to a
    definition from where it is read. `giorni` are the days on which the requirement is law: None
    where on all.
    """

    dove: Dove
    albero: t.Expr
    vero: bool
    vie: tuple[Via, ...] = ()
    giorni: Vigenza | None = None

    @property
    def visite(self) -> Iterator[Visita]:
        """Every node of the tree, once on each way to it."""
        for via in self.vie or (Via(),):
            yield from visite(self.albero, via, vero=self.vero)


def sedi(misura: Misura) -> tuple[Sede, ...]:
    """Every tree of the rule, that of a definition that is read once."""
    asked, others = tuple(_requirements(misura)), tuple(_others(misura))
    used = usi(misura, others)
    found = (
        Sede(
            Dove(Parte.DEFINIZIONE, definizione.nome),
            definizione.vale,
            vero=isinstance(definizione.tipo, BoolType),
            vie=used[definizione.nome],
        )
        for definizione in misura.definizioni
        if definizione.nome in used
    )
    return (*asked, *others, *found)


@frozen
class Chieste:
    """What is asked on a day: the requirements that are law, the definitions that are read then.

    Of a definition that nothing reads yet a parameter may have no value.
    """

    requisiti: frozenset[str]
    definizioni: frozenset[str]

    @classmethod
    def il(cls, misura: Misura, on: date) -> Chieste:
        """On a day."""
        asked = in_force(misura, on)
        read = names_among(reached(misura, asked), t.Definition)
        return cls(frozenset(requisito.codice for requisito in asked), read)

    def hanno(self, dove: Dove) -> bool:
        """Whether a part of the rule is among them; one that is neither always is."""
        match dove.parte:
            case Parte.REQUISITO:
                return dove.nome in self.requisiti
            case Parte.DEFINIZIONE:
                return dove.nome in self.definizioni
            case _:
                return True


def _requirements(misura: Misura) -> Iterator[Sede]:
    for requisito in misura.requisiti:
        names = ("", *(deroga.codice for deroga in requisito.deroghe))
        for name, (tree, via) in zip(names, chiesti(requisito), strict=False):  # none if unread
            dove = Dove(Parte.REQUISITO, requisito.codice, name)
            yield Sede(dove, tree, vero=True, vie=insieme([via]), giorni=requisito.vigenza)


def _others(misura: Misura) -> Iterator[Sede]:
    if misura.importo is not None:
        yield from _amount(misura.importo)
    for riserva in () if misura.graduatoria is None else misura.graduatoria.riserve:
        yield Sede(Dove(Parte.RISERVA, riserva.codice), riserva.quando, vero=True)


def _amount(importo: Importo) -> Iterator[Sede]:
    for voce in importo.voci:
        dove = Dove(Parte.IMPORTO, "importo", voce.codice)
        if voce.se is not None:
            yield Sede(dove, voce.se, vero=True)
        counted = () if voce.se is None else (Via((voce.se,)),)
        yield Sede(dove, voce.vale, vero=False, vie=counted)
        if voce.massimo is not None:
            yield Sede(dove, voce.massimo, vero=False, vie=counted)
    whole = Dove(Parte.IMPORTO, "importo")
    for each in (*importo.detrae, *(() if importo.massimo is None else (importo.massimo,))):
        yield Sede(whole, each, vero=False)
