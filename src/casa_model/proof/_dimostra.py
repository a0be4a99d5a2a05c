"""The one verb: a question in, an answer out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from casa_model.errors import IllTyped
from casa_model.proof._gap import gap
from casa_model.proof._search import search
from casa_model.proof._useless import useless
from casa_model.proof._world import Limiti
from casa_model.rules.quesiti import GiornoVuoto, Implica, Inutile, Mai, Risposta

if TYPE_CHECKING:
    from casa_model.rules.quesiti import Dimostrazione, Quesito

STANDARD = Limiti()
"""Six members or as many as the rules count to, ten seconds a search."""


def dimostra(quesito: Quesito, *, limiti: Limiti = STANDARD) -> Dimostrazione:
    """The answer to a question for all households: yes, no with a household, or not known.

    Yes is said only of what is proven within `limiti`; every household shown has been asked of
    `evaluate`, which says the same. Raises `MissingExtra` without z3, `WrongDay` when a measure
    does not answer on the day asked, `UnknownName` for a name that the measure has not, `IllTyped`
    when two measures declare a fact in two ways or `limiti` are none, `Unconfirmed` for a fault of
    ours.
    """
    if type(limiti) is not Limiti:
        raise IllTyped(
            it="`limiti` non è un `Limiti`; passa per esempio `Limiti(membri=4)`",
            en="`limiti` is no `Limiti`; pass for example `Limiti(membri=4)`",
        )
    match quesito:
        case GiornoVuoto():
            return gap(quesito)
        case Inutile():
            return useless(quesito, limiti)
        case Implica():
            return _implied(quesito, limiti)
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
