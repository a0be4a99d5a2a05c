"""How many members a household may have, so that nothing a rule counts to is out of sight."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from casa_model.rules.counted import counted
from casa_model.rules.types import MAX_MEMBERS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from casa_model.proof._world import Limiti
    from casa_model.rules.misura import Misura

LEAST: Final = 6
"""The members of the largest household, where a rule counts to fewer."""


def enough(limiti: Limiti, misure: Iterable[Misura]) -> Limiti:
    """The limits with a number of members: that which was asked, else one more than is counted to.

    A rule for households of at least eight, asked of households of six, would hold for nobody.
    """
    if limiti.membri is not None:
        return limiti
    most = max((counted(misura) for misura in misure), default=0)
    return evolve(limiti, membri=min(MAX_MEMBERS, max(LEAST, most + 1)))
