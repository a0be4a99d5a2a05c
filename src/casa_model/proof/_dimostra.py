"""The one verb: a question in, an answer out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from casa_model.proof._gap import gap
from casa_model.proof._search import search
from casa_model.proof._useless import useless
from casa_model.proof._world import Limiti
from casa_model.rules.quesiti import GiornoVuoto, Implica, Inutile, Mai, Risposta, StessaRisposta

if TYPE_CHECKING:
    from casa_model.rules.quesiti import Dimostrazione, Quesito

STANDARD = Limiti()
"""Six members or as many as the rules count to, ten seconds a search."""


def dimostra(quesito: Quesito, *, limiti: Limiti = STANDARD) -> Dimostrazione:
    """The answer to a question for all households: yes, no with a household, or not known.

    Yes is said only of what is proven within `limiti`; every household shown has been asked of
    `evaluate`, which says the same. Raises `MissingExtra` without z3, `WrongDay` when a measure
    does not answer on the day asked, `UnknownName` for a name that the measure has not, `IllTyped`
    when two measures declare a fact in two ways, `Unconfirmed` for a fault of ours.
    """
    match quesito:
        case GiornoVuoto():
            return gap(quesito)
        case Inutile():
            return useless(quesito, limiti)
        case Implica():
            return _implied(quesito, limiti)
        case StessaRisposta():
            return _same(quesito, limiti)
        case _:
            return search(quesito, limiti)


def _implied(quesito: Implica, limiti: Limiti) -> Dimostrazione:
    """The answer, and whether a yes is only for want of anybody whom the premise is true of.

    A second search, of the premise alone: without it a slip there reads as a proof.
    """
    found = search(quesito, limiti)
    if found.risposta is not Risposta.SI:
        return found
    nobody = search(Mai(quesito.contesto, quesito.se), limiti, shown=False)
    return evolve(found, a_vuoto=nobody.risposta is Risposta.SI)


def _same(quesito: StessaRisposta, limiti: Limiti) -> Dimostrazione:
    """The answer; where something is unread, of what is read too.

    A measure with something unread admits nobody, and of who is not admitted there is no amount:
    any two would pay the same.
    """
    found = search(quesito, limiti)
    contesto = quesito.contesto
    if found.risposta is not Risposta.SI or not contesto.non_letti:
        return found
    read = search(StessaRisposta(contesto.letti()), limiti)
    confini = evolve(read.confini, non_letti=contesto.non_letti)
    return evolve(read, quesito=quesito, confini=confini, senza_non_letti=True)
