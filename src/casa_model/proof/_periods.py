"""The days of a question, cut where the law changes: within each piece one law answers."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from casa_model.errors import WrongDay
from casa_model.proof._world import steps_of
from casa_model.rules.giorni import inizi
from casa_model.rules.types import FIRST_DAY, LAST_DAY
from casa_model.values import Vigenza

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casa_model.rules.misura import Misura
    from casa_model.rules.quesiti import Contesto, Giorni

_DAY = timedelta(days=1)


def periods(contesto: Contesto, frasi: Sequence[Misura] = ()) -> tuple[Giorni, ...]:
    """The day of a question, or its days as periods of one law, in order.

    A day on which something changes that neither the measures nor the phrases (`frasi`) read cuts
    nothing.

    Raises `WrongDay` when there is no day on which every measure answers.
    """
    if isinstance(contesto.giorni, date):
        return (contesto.giorni,)
    free = [each.misura for each in contesto.versioni if not each.al and not each.misura.calendario]
    if not free:
        fixed = contesto.misure[0].calendario
        return (contesto.giorni.dal if fixed is None else fixed.giorno_norma,)
    first = max(FIRST_DAY, contesto.giorni.dal, *(misura.vigenza.dal for misura in free))
    ends = [misura.vigenza.al for misura in free]
    last = min(each for each in (LAST_DAY, contesto.giorni.al, *ends) if each is not None)
    if last < first:
        raise WrongDay(
            it="in nessuno dei giorni chiesti rispondono tutte le misure; chiedi altri giorni",
            en="on none of the days asked do all measures answer; ask other days",
        )
    starts = inizi((*free, *frasi), first, last)
    laws = [[steps_of(each, day) for each in (*free, *frasi)] for day in starts]
    starts = [day for at, day in enumerate(starts) if at == 0 or laws[at] != laws[at - 1]]
    stops = [*(day - _DAY for day in starts[1:]), last]
    return tuple(map(Vigenza, starts, stops))
