"""Making a filed decision again, years later, or naming what is no longer the same."""

from __future__ import annotations

from attrs import frozen

from casa_model.casa._discordanza import Discordanza
from casa_model.casa._diverso import discordanze
from casa_model.casa.decidi import Decisione, decidi
from casa_model.casa.verbale import Verbale, riletto
from casa_model.rules.avviso import Avviso


@frozen
class Riscontro:
    """What came of making a decision again; `discordanze` is empty when all came out the same.

    `avviso` is the notice as its text reads today.
    """

    avviso: Avviso
    decisione: Decisione
    discordanze: tuple[Discordanza, ...]

    @property
    def uguale(self) -> bool:
        """Whether everything came out as it was filed."""
        return not self.discordanze


def replay(verbale: Verbale, *, avviso: Avviso | None = None) -> Riscontro:
    """Make the decision on record again and compare everything.

    The texts of the record are read over today's edition, or `avviso` is taken in their place. Then
    every part of the law is compared by its digest, every application by its own, and all
    applications are decided and ranked together, as they were.

    Raises `InvalidFile` when a text of the record is no longer read, `TiedRanking` and
    `InvalidValue` as `decidi` does.
    """
    today = riletto(verbale.avviso, verbale.misure) if avviso is None else avviso
    again = decidi(today, [voce.domanda for voce in verbale.voci])
    return Riscontro(today, again, discordanze(verbale, today, again))
