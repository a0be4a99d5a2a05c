"""The encoding gives the answers of the reference: every fact fixed, the solver has no choice."""

from __future__ import annotations

import os
from decimal import Decimal
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from casa_model.proof._terms import both, no
from casa_model.proof._world import Limiti, World
from casa_model.readers.evaluate import evaluate
from casa_model.rules.esito import Esito
from casa_model.rules.facts import Fatti
from casa_model.rules.names import COMPONENTI
from casa_model.rules.types import NumberType
from casa_model.testing._households import households
from casa_model.testing._measures import measures
from casa_model.testing._vocabulary import ASKED

if TYPE_CHECKING:
    from datetime import date

    from casa_model.proof._answer import Answer
    from casa_model.proof._household import Household
    from casa_model.proof._terms import Bool
    from casa_model.rules.esito import Verdict
    from casa_model.rules.misura import Misura

RULES = int(os.environ.get("CASA_PROOF_RULES", "40"))
HOUSEHOLDS = 4


def bound(household: Household, fatti: Fatti) -> Bool:
    """That the household of the solver is the one given, which knows nothing else."""
    rows = fatti.membri or ()
    unknown = [] if rows or not household.asked_members else [no(household.listed)]
    for nome, slot in household.places():
        cell = household.cell_of((nome, slot))
        row = fatti.valori if slot is None else rows[slot] if slot < len(rows) else None
        if cell is not None and row is not None and nome not in row:
            unknown.append(no(cell.known))
    return both(*household.known_of(fatti), *unknown)


def counted(misura: Misura, fatti: Fatti) -> Fatti:
    """The household, whose list says how many they are."""
    numbers = {f.nome for f in misura.fatti if isinstance(f.tipo, NumberType) and not f.membro}
    if fatti.membri is None or COMPONENTI not in numbers:
        return fatti
    return Fatti({**fatti.valori, COMPONENTI: Decimal(len(fatti.membri))}, fatti.membri)


def agree(world: World, answer: Answer, fatti: Fatti, verdict: Verdict) -> None:
    """The solver, told every fact, finds what the reference says."""
    world.solver.push()
    world.solver.add(bound(world.household, fatti))

    assert world.solver.solve() is True

    held, found = world.solver.held, world.solver.found
    assert held(answer.ammessa) is (verdict.esito is Esito.AMMESSO)
    assert held(answer.non_ammessa) is (verdict.esito is Esito.NON_AMMESSO)
    assert held(answer.da_completare) is (verdict.esito is Esito.DA_COMPLETARE)
    if verdict.importo is not None:
        assert answer.importo is not None
        assert found(answer.importo.value) == verdict.importo.cents
    for finding in verdict.findings:
        said = answer.requisiti[finding.codice]
        assert (held(said.yes), held(said.no)) == (finding.esito is True, finding.esito is False)
    mask = answer.mancano()
    missed = {nome for nome, when in mask.items() if held(when)}
    assert missed == set(verdict.mancano)
    for each in verdict.definizioni:
        assert held(answer.definizioni[each.nome].known) is (each.valore is not None)
    world.solver.pop()


@settings(max_examples=RULES, deadline=None)
@given(st.data())
def test_the_encoding_gives_the_answer_of_the_reference(data: st.DataObject) -> None:
    """Over random rules and households."""
    misura: Misura = data.draw(measures())
    fixed = misura.calendario
    on: date = data.draw(st.sampled_from(ASKED)) if fixed is None else fixed.giorno_norma
    world = World((misura,), on, Limiti(membri=5, millisecondi=60_000))
    answer = world.answer(misura)
    answer.mancano()
    world.household.close()
    for _ in range(HOUSEHOLDS):
        some = households(misura).filter(lambda f: len(f.membri or ()) <= 5)
        fatti = counted(misura, data.draw(some))
        agree(world, answer, fatti, evaluate(misura, fatti, on=on))
