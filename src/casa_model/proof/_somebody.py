"""Is there anybody of whom a phrase is true? Asked of several phrases at once, without showing who.

Making a household small and confirming it takes a third of a search: nobody is shown here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from casa_model.proof._enough import enough
from casa_model.proof._periods import periods
from casa_model.proof._search import truths_of
from casa_model.proof._world import World
from casa_model.proof._z3 import Context

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casa_model.proof._terms import Bool
    from casa_model.proof._world import Limiti
    from casa_model.rules.quesiti import Contesto, Vocabolario
    from casa_model.rules.tree import Expr


def nobody(
    contesto: Contesto,
    vocabolario: Vocabolario,
    frasi: Sequence[Expr],
    limiti: Limiti,
    accanto: Sequence[Expr] = (),
) -> Expr | None:
    """The first of some phrases that is proven true of nobody; None where there is none.

    Phrases `accanto` were asked beside them: days on which a number of theirs has no value are no
    days of the question.
    """
    misure = [vocabolario.misura(frase) for frase in frasi]
    limiti = enough(limiti, (*contesto.misure, *misure))
    context = Context()
    left = dict(enumerate(frasi))
    days_of = [*misure, *(vocabolario.misura(frase) for frase in accanto)]
    for some in periods(contesto, days_of):
        world = World(contesto.misure, some, limiti, context)
        households = [world.household] * len(contesto.versioni)
        truths = truths_of(contesto.versioni, vocabolario, misure, world, households)
        world.household.close()
        claims = {at: truths[at].yes for at in left}
        for at in _of_somebody(world, claims):
            del left[at]
        if not left:
            return None
    return next(iter(left.values()))


def _of_somebody(world: World, claims: dict[int, Bool]) -> set[int]:
    """The claims that hold for a household, or of which nobody knows whether they do."""
    found: set[int] = set()
    solver = world.solver
    for at, claim in claims.items():
        if at in found or claim is False:
            continue
        solver.push()
        solver.add(claim)
        said = solver.solve()
        if said is not False or world.household.narrowed:
            found.add(at)
        if said:
            found |= {each for each, other in claims.items() if each > at and solver.held(other)}
        solver.pop()
    return found
