"""What is looked for when a household for a point is: conditions over a region of households."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from attrs import evolve, frozen

from casa_model.readers.copertura._conta import cifra_diversa
from casa_model.readers.copertura._punto import (
    Lato,
    PuntoCondizione,
    PuntoDeroga,
    PuntoEsito,
    PuntoGiorno,
    PuntoMassimo,
    PuntoRiga,
    PuntoRigaDiParametro,
    PuntoSoglia,
    PuntoUnita,
    PuntoValore,
)
from casa_model.readers.copertura._vede import SIDES
from casa_model.readers.copertura._via import lungo, tutte
from casa_model.readers.ranges import FALSE, NONE, TRUE, Answer, comes_to
from casa_model.rules import tree as t
from casa_model.rules.esito import Esito

if TYPE_CHECKING:
    from casa_model.readers.copertura._punto import Punto
    from casa_model.readers.ranges import Truth
    from casa_model.rules.misura import Misura

_MASKS: dict[bool | None, Truth] = {True: TRUE, False: FALSE, None: NONE}


@frozen
class Sonda:
    """A goal: a condition that comes out as `atteso`, an outcome, a way that is open (`via`).

    None asks nothing.

    Whoever sees the point meets the goal of some `Sonda` of it, so that one that nobody meets is
    a proof that nobody sees the point.
    """

    albero: t.Expr | None
    atteso: bool | None = True
    esito: Esito | None = None
    via: t.Expr | None = None

    @property
    def alberi(self) -> tuple[t.Expr, ...]:
        """The conditions, for `ranges`."""
        return tuple(tree for tree in (self.albero, self.via) if tree is not None)

    def goal(self, answer: Answer) -> bool | None:
        """Whether all that an answer allows meets the goal: True, False, or perhaps (None)."""
        held: list[bool | None] = []
        if self.albero is not None:
            held.append(comes_to(answer.also[0], _MASKS[self.atteso]))
        if self.via is not None:
            held.append(comes_to(answer.also[-1], TRUE))
        if self.esito is not None:
            some = self.esito in answer.esiti
            held.append((True if len(answer.esiti) == 1 else None) if some else False)
        if False in held:
            return False
        return None if None in held else True


def sonda(punto: Punto) -> Sonda:
    """The goal of a point; that of a threshold is its side, without how near it is."""
    match punto:
        case PuntoEsito(esito=esito):
            return Sonda(None, esito=esito)
        case PuntoCondizione(nodo=nodo, atteso=atteso, membro=membro):
            if nodo is None:
                return Sonda(t.Truth(value=True))
            if atteso is None:  # of a household of one: with others the list may hide it
                whole = lungo(punto.vie, nodo, membro=membro) if membro else nodo
                return Sonda(whole, None, via=lungo(punto.vie, None, membro=membro))
            return _along(punto, nodo if atteso else t.Not(nodo))
        case PuntoSoglia(lato=lato):
            return side(punto, SIDES[lato][0])
        case PuntoValore(nodo=nodo, valore=valore):
            return _along(punto, t.Compare("==", nodo.arg, valore))
        case PuntoRiga(nodo=nodo, riga=riga):
            before = nodo.rows if riga is None else nodo.rows[: riga - 1]
            last = () if riga is None else (nodo.rows[riga - 1].when,)
            return _along(punto, tutte((*(t.Not(row.when) for row in before), *last)))
        case PuntoDeroga(sola=sola):
            return Sonda(sola)
        case PuntoMassimo(oltre=oltre):
            return Sonda(oltre)
        case PuntoUnita(quando=quando):
            return Sonda(quando)
        case PuntoGiorno(conta=conta) | PuntoRigaDiParametro(conta=conta):
            return Sonda(conta)
        case _:
            assert_never(punto)


def pagata(asked: Sonda) -> Sonda:
    """The same of whoever is paid."""
    return evolve(asked, esito=Esito.AMMESSO)


def contata(misura: Misura, punto: Punto, asked: Sonda) -> Sonda:
    """The same of whoever is paid a sum that hangs on what a point of the amount is about."""
    other = cifra_diversa(misura, punto)
    trees = tuple(tree for tree in (asked.albero, other) if tree is not None)
    return pagata(evolve(asked, albero=tutte(trees) if trees else None))


def side(punto: PuntoSoglia, op: t.Op) -> Sonda:
    """The goal of one side of the comparison of a threshold, where evaluation comes to it."""
    return _along(punto, t.Compare(op, punto.nodo.left, punto.nodo.right))


def opposite(punto: Punto) -> Sonda | None:
    """The goal of who stands on another side of a comparison; None where nothing is compared."""
    match punto:
        case PuntoSoglia(lato=lato):
            return side(punto, ">" if lato is Lato.SOTTO else "<")
        case PuntoCondizione(nodo=t.Compare() as nodo, atteso=bool(truth)):
            return _along(punto, t.Not(nodo) if truth else nodo)
        case _:
            return None


def across(punto: PuntoSoglia) -> Sonda:
    """The other side of a threshold, be it off the way: who stands there is only near."""
    node = t.Compare(SIDES[punto.lato][1], punto.nodo.left, punto.nodo.right)
    return Sonda(lungo((), node, membro=punto.membro))


def _along(punto: PuntoCondizione | PuntoSoglia | PuntoValore | PuntoRiga, node: t.Expr) -> Sonda:
    return Sonda(lungo(punto.vie, node, membro=punto.membro))
