"""From where the definitions of a rule are read, and so when evaluation comes to each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import Factory, define, frozen

from casa_model.readers.copertura._via import Via, insieme
from casa_model.readers.copertura._visita import visite
from casa_model.rules import tree as t
from casa_model.rules.names import DATA_REQUISITI
from casa_model.rules.reach import in_force, name_node, ways

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casa_model.readers.copertura._sedi import Sede
    from casa_model.rules.misura import Misura, Requisito


def usi(misura: Misura, parti: tuple[Sede, ...]) -> dict[str, tuple[Via, ...]]:
    """The ways to each definition that is read: none when evaluation comes to it always.

    `parti` are the other parts of the rule. Requirements count on the days of theirs.
    """
    found = _Uses()
    for tree, via in (*_required(misura), *_others(misura, parti)):
        found.read("", tree, via)
    for definizione in misura.definizioni:
        found.read(definizione.nome, definizione.vale, Via())
    reached = {d.nome: found.ways(d.nome) for d in misura.definizioni}
    return {nome: insieme(vie) for nome, vie in reached.items() if vie}  # `Via()` alone is none


def _required(misura: Misura) -> Iterator[tuple[t.Expr, Via]]:
    fixed = misura.calendario
    asked = misura.requisiti if fixed is None else in_force(misura, fixed.giorno_norma)
    for requisito in asked:
        days = tuple(_days(requisito)) if fixed is None else ()
        for tree, via in chiesti(requisito):
            yield tree, Via((*days, *via.nucleo))


def chiesti(requisito: Requisito) -> Iterator[tuple[t.Expr, Via]]:
    """The condition, which everybody is asked, then each derogation, where it is false."""
    whole = ways(requisito)
    beyond = Via(tuple(map(t.Not, whole[:1])))
    for at, tree in enumerate(whole):
        yield tree, beyond if at else Via()


def _days(requisito: Requisito) -> Iterator[t.Expr]:
    """That a requirement is in force, of a measure: its day is that of the requisites."""
    if requisito.vigenza is not None:
        day = t.Calendar(DATA_REQUISITI)
        yield t.Compare(">=", day, t.Day(requisito.vigenza.dal))
        if requisito.vigenza.al is not None:
            yield t.Compare("<=", day, t.Day(requisito.vigenza.al))


def _others(misura: Misura, parti: tuple[Sede, ...]) -> Iterator[tuple[t.Expr, Via]]:
    for sede in parti:
        yield from ((sede.albero, via) for via in sede.vie or (Via(),))
    for chiave in () if misura.graduatoria is None else misura.graduatoria.ordine:
        yield name_node(misura, chiave.nome), Via()


@frozen
class _Use:
    """Who reads a definition, empty when no definition does, and on what way from there."""

    chi: str
    via: Via


@define
class _Uses:
    uses: dict[str, list[_Use]] = Factory(dict)
    known: dict[str, tuple[Via, ...]] = Factory(dict)

    def read(self, chi: str, tree: t.Expr, via: Via) -> None:
        """Keep what a tree reads."""
        for visita in visite(tree, via, vero=False):
            if isinstance(visita.nodo, t.Definition):
                here = visita.via.del_nucleo() if visita.membro else visita.via
                self.uses.setdefault(visita.nodo.name, []).append(_Use(chi, here))

    def ways(self, nome: str) -> tuple[Via, ...]:
        """Every way to a definition; `Via()` alone when it is always open, none when unread."""
        if nome not in self.known:
            found = [via for use in self.uses.get(nome, ()) for via in self._from(use)]
            self.known[nome] = insieme(found) or ((Via(),) if found else ())
        return self.known[nome]

    def _from(self, use: _Use) -> Iterator[Via]:
        if not use.chi:
            yield use.via
            return
        for via in self.ways(use.chi):
            yield via.se(*use.via.nucleo, membro=False)
