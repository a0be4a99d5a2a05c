"""The one verb: a question in, an answer out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from casa_model.errors import IllTyped
from casa_model.proof._confirm import law_of
from casa_model.proof._gap import gap
from casa_model.proof._search import search
from casa_model.proof._useless import useless
from casa_model.proof._vacuous import weighed
from casa_model.proof._world import Limiti
from casa_model.readers.environment import environment
from casa_model.readers.meaning import truth
from casa_model.rules.quesiti import (
    GiornoVuoto,
    Inutile,
    Monotona,
    Risposta,
    StessaRisposta,
    Unica,
    only_question,
    rows_of,
)

if TYPE_CHECKING:
    from casa_model.rules.quesiti import Dimostrazione, Quesito

STANDARD = Limiti()
"""Six members or as many as the rules count to, ten seconds a search."""


def dimostra(quesito: Quesito, *, limiti: Limiti = STANDARD) -> Dimostrazione:
    """The answer to a question for all households: yes, no with a household, or not known.

    Yes is said only of what is proven within `limiti`; every household shown has been asked of
    `evaluate`, which says the same. Raises `MissingExtra` without z3, `WrongDay` when a measure
    does not answer on the day asked, `UnknownName` for a name that the measure has not, `IllTyped`
    when two measures declare a fact in two ways, or for what is no question or no `Limiti`,
    `Unconfirmed` for a fault of ours.
    """
    only_question(quesito)
    if type(limiti) is not Limiti:
        raise IllTyped(
            it="`limiti` non è un `Limiti`; passa per esempio `Limiti(millisecondi=20_000)`",
            en="`limiti` is no `Limiti`; pass for example `Limiti(millisecondi=20_000)`",
        )
    match quesito:
        case GiornoVuoto():
            return gap(quesito)
        case Inutile():
            return useless(quesito, limiti)
        case Unica():
            return _overlapping(search(quesito, limiti), quesito)
        case StessaRisposta():
            return weighed(_of_what_is_read(quesito, limiti), limiti)
        case Monotona(contesto=contesto, importo=True) if contesto.misure[0].importo is not None:
            return weighed(_of_what_is_read(quesito, limiti), limiti)
        case _:
            return weighed(search(quesito, limiti), limiti)


def _of_what_is_read(quesito: Monotona | StessaRisposta, limiti: Limiti) -> Dimostrazione:
    """The answer about amounts; a yes, where something is unread, also of what is read.

    A measure with something unread admits nobody, and of who is not admitted there is no amount:
    nobody would be paid less, and any two would pay the same.
    """
    found = search(quesito, limiti)
    unread = quesito.contesto.non_letti
    if found.risposta is not Risposta.SI or not unread:
        return found
    read = search(evolve(quesito, contesto=quesito.contesto.letti()), limiti)
    confini = evolve(read.confini, non_letti=unread)
    return evolve(read, quesito=quesito, confini=confini, senza_non_letti=True)


def _overlapping(found: Dimostrazione, quesito: Unica) -> Dimostrazione:
    """The answer, with the rows that hold together for the household shown."""
    versione = quesito.contesto.versioni[0]
    rows: list[int] = []
    for shown in found.esempi:
        env = environment(versione.misura, shown.fatti, law_of(versione, shown.on))
        conds = enumerate(rows_of(versione.misura, quesito.definizione), 1)
        rows += [at for at, cond in conds if truth(cond, env)]
    return evolve(found, righe=tuple(rows))
