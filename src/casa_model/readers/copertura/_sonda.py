"""What is looked for when a household for a point is: conditions over a region of households."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from attrs import frozen

from casa_model.readers.copertura._punto import (
    Lato,
    PuntoCondizione,
    PuntoDeroga,
    PuntoEsito,
    PuntoGiorno,
    PuntoMassimo,
    PuntoRiga,
    PuntoSoglia,
    PuntoValore,
)
from casa_model.readers.copertura._vede import SIDES
from casa_model.readers.ranges import FALSE, NONE, TRUE, Answer
from casa_model.rules import tree as t
from casa_model.rules.esito import Esito

if TYPE_CHECKING:
    from casa_model.readers.copertura._punto import Punto
    from casa_model.readers.ranges import Truth

_MASKS: dict[bool | None, Truth] = {True: TRUE, False: FALSE, None: NONE}


@frozen
class Sonda:
    """A goal: a condition that comes out as `atteso`, and an outcome; None asks nothing.

    Whoever sees the point meets the goal of some `Sonda` of it, so that one that nobody meets is
    a proof that nobody sees the point.
    """

    albero: t.Expr | None
    atteso: bool | None = True
    esito: Esito | None = None

    @property
    def alberi(self) -> tuple[t.Expr, ...]:
        """The condition, for `ranges`."""
        return () if self.albero is None else (self.albero,)

    def goal(self, answer: Answer) -> bool | None:
        """Whether all that an answer allows meets the goal: True, False, or perhaps (None)."""
        held: list[bool | None] = []
        if self.albero is not None:
            held.append(_met(answer.also[0], _MASKS[self.atteso]))
        if self.esito is not None:
            some = self.esito in answer.esiti
            held.append((True if len(answer.esiti) == 1 else None) if some else False)
        if False in held:
            return False
        return None if None in held else True


def _met(mask: Truth, wanted: Truth) -> bool | None:
    if not mask & wanted:
        return False
    return True if mask == wanted else None


def sonda(punto: Punto) -> Sonda:
    """The goal of a point; that of a threshold is its side, without how near it is."""
    match punto:
        case PuntoEsito(esito=esito):
            return Sonda(None, esito=esito)
        case PuntoCondizione(nodo=nodo, atteso=atteso, membro=membro):
            if nodo is None:
                return Sonda(t.Truth(value=True))
            if not membro:
                return Sonda(nodo, atteso)
            if atteso is None:  # of a household of one: with others the list may hide it
                return Sonda(t.AnyMember(nodo), None)
            return Sonda(t.AnyMember(nodo if atteso else t.Not(nodo)))
        case PuntoSoglia(lato=lato):
            return side(punto, SIDES[lato][0])
        case PuntoValore(nodo=nodo, valore=valore, membro=membro):
            return Sonda(_asked(t.Compare("==", nodo.arg, valore), membro=membro))
        case PuntoRiga(nodo=nodo, riga=riga, membro=membro):
            before = nodo.rows if riga is None else nodo.rows[: riga - 1]
            last = () if riga is None else (nodo.rows[riga - 1].when,)
            whole = (*(t.Not(row.when) for row in before), *last)
            return Sonda(_asked(whole[0] if len(whole) == 1 else t.And(whole), membro=membro))
        case PuntoDeroga(sola=sola):
            return Sonda(sola)
        case PuntoMassimo(oltre=oltre):
            return Sonda(oltre, esito=Esito.AMMESSO)
        case PuntoGiorno(conta=conta):
            return Sonda(conta)
        case _:
            assert_never(punto)


def side(punto: PuntoSoglia, op: t.Op) -> Sonda:
    """The goal of one side of the comparison of a threshold."""
    return Sonda(_asked(t.Compare(op, punto.nodo.left, punto.nodo.right), membro=punto.membro))


def beyond(lato: Lato) -> t.Op:
    """The comparison that holds on the other side of a threshold."""
    return SIDES[lato][1]


def _asked(node: t.Expr, *, membro: bool) -> t.Expr:
    return t.AnyMember(node) if membro else node
