"""A question answered for all households: search for one that breaks it, or show that none does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casa_model.proof import _days as days
from casa_model.proof._cells import Cell, Day, Fact, Number
from casa_model.proof._confirm import confirmed
from casa_model.proof._enough import enough
from casa_model.proof._periods import periods
from casa_model.proof._plan import Plan, plan
from casa_model.proof._shrink import shrink
from casa_model.proof._terms import Bool, Int, apart, below, both, either, no
from casa_model.proof._world import Limiti, World
from casa_model.proof._z3 import Context
from casa_model.rules.quesiti import (
    AMMESSA,
    DA_COMPLETARE,
    IMPORTO,
    NON_AMMESSA,
    Confini,
    Dimostrazione,
    Perche,
    Risposta,
    giorni_senza_valore,
    nome_requisito,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from casa_model.proof._answer import Answer
    from casa_model.proof._household import Household
    from casa_model.rules.misura import Misura
    from casa_model.rules.quesiti import DiFrasi, Esempio, Versione, Vocabolario

NOT_ASKED = Fact(yes=True, no=False)
"""A requirement that is not law on the day: nobody fails it."""


def search(quesito: DiFrasi, limiti: Limiti) -> Dimostrazione:
    """The answer to a question about each household by itself."""
    looked = plan(quesito)
    frasi = [looked.vocabolario.misura(phrase) for phrase in looked.phrases]
    giorni = periods(quesito.contesto, frasi)
    limiti = enough(limiti, (*(each.misura for each in looked.versioni), *frasi))
    beyond = (quesito.contesto.non_letti, giorni_senza_valore(quesito.contesto, frasi))
    membri: int | None = None
    perche: Perche | None = None
    context = Context()
    for some in giorni:
        world = World([each.misura for each in looked.versioni], some, limiti, context)
        twin, claim = _pose(looked, frasi, world)
        membri = world.household.slots if world.household.asked_members else membri
        found = world.solver.solve() if claim is not False else False
        if found:
            cases = _shown(looked, world, twin)
            risposta = Risposta.SI if looked.found else Risposta.NO
            return Dimostrazione(quesito, risposta, Confini(membri, giorni, *beyond), cases)
        if found is None:
            perche = Perche.PRODOTTO if world.solver.gave_up else Perche.TEMPO
        elif world.household.narrowed:
            perche = perche or Perche.DICHIARATO
    confini = Confini(membri, giorni, *beyond)
    if perche is not None:
        return Dimostrazione(quesito, Risposta.NON_SO, confini, perche=perche)
    return Dimostrazione(quesito, Risposta.NO if looked.found else Risposta.SI, confini)


def _pose(looked: Plan, frasi: Sequence[Misura], world: World) -> tuple[Household | None, Bool]:
    """Leave in a solver only what a plan looks for: the twin of its household, and the claim."""
    twin = None if looked.twin is None else world.household.twin(looked.twin)
    both_of = None if twin is None else (world.household, twin)
    households = both_of or [world.household] * len(looked.versioni)
    truths = truths_of(looked.versioni, looked.vocabolario, frasi, world, households)
    if len(truths) == 1:
        claim = truths[0].yes
    else:
        one, other = truths
        claim = either(apart(one.yes, other.yes), apart(one.no, other.no))
    if twin is not None and looked.twin is not None:
        claim = both(claim, _less(world.household.fact(looked.twin), twin.fact(looked.twin)))
        twin.close()
    world.household.close()
    world.solver.add(claim)
    return twin, claim


def truths_of(
    versioni: Sequence[Versione],
    vocabolario: Vocabolario,
    frasi: Sequence[Misura],
    world: World,
    households: Sequence[Household],
) -> list[Fact]:
    """Whether each phrase holds, of what the versions answer about a household each."""
    bound: dict[str, Cell] = {}
    for each, household, names in zip(versioni, households, vocabolario.risposte, strict=True):
        bound |= bound_names(names, world.answer(each.misura, on=each.al, household=household))
    return [world.truth(frase, bound, on=versioni[0].al) for frase in frasi]


def _shown(looked: Plan, world: World, twin: Household | None) -> tuple[Esempio, ...]:
    shrink(world.household, twin, world.requisites)
    households = [world.household.fatti()]
    if twin is not None:
        households.append(twin.fatti())
    return confirmed(looked, households, world.day())


def bound_names(names: Mapping[str, str], answer: Answer) -> dict[str, Cell]:
    """The answers of a measure, by their names in a phrase."""
    said: dict[str, Cell] = {
        AMMESSA: _sure(answer.ammessa),
        NON_AMMESSA: _sure(answer.non_ammessa),
        DA_COMPLETARE: _sure(answer.da_completare),
    }
    if answer.importo is not None:
        said[IMPORTO] = answer.importo
    held = {nome_requisito(code): each for code, each in answer.requisiti.items()}
    return {nome: said.get(plain) or held.get(plain, NOT_ASKED) for plain, nome in names.items()}


def _sure(one: Bool) -> Fact:
    return Fact(one, no(one))


def _less(one: Cell, other: Cell) -> Bool:
    """Whether the first of two known numbers, or days, is less."""
    return both(one.known, other.known, below(_size(one), _size(other)))


def _size(cell: Cell) -> Int:
    if isinstance(cell, Number):
        return cell.value
    assert isinstance(cell, Day)  # noqa: S101 - a plan says only these
    return days.order(cell)
