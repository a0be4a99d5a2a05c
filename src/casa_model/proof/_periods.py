"""The days of a question, cut where the law changes: within each piece one law answers."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from casa_model.proof._world import steps_of
from casa_model.rules.giorni import inizi
from casa_model.rules.quesiti import con_valori, giorni_della_legge, giorni_senza_valore
from casa_model.rules.types import LAST_DAY
from casa_model.values import Vigenza

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casa_model.rules.lowered import Lowered
    from casa_model.rules.misura import Misura
    from casa_model.rules.quesiti import Contesto, Giorni

_DAY = timedelta(days=1)


def periods(contesto: Contesto, frasi: Sequence[Misura] = ()) -> tuple[Giorni, ...]:
    """The day of a question, or its days as periods of one law, in order.

    A day on which something changes that neither the measures nor the phrases (`frasi`) read cuts
    nothing.

    Days on which a number that the phrases name has no value are left out. Raises `WrongDay` when
    there is no day on which every measure answers, or none is left.
    """
    holes = giorni_senza_valore(contesto, frasi)
    if isinstance(contesto.giorni, date):
        return (contesto.giorni,)
    days = giorni_della_legge(contesto)
    free = [each.misura for each in contesto.versioni if not each.al and not each.misura.calendario]
    if not free:
        return (days.dal,)
    last = days.al or LAST_DAY
    starts = inizi((*free, *frasi), days.dal, last)
    stops = [*(day - _DAY for day in starts[1:]), last]
    found: list[Vigenza] = []
    before: list[Lowered] = []
    for start, stop in zip(starts, stops, strict=True):
        if not con_valori(holes, start):
            continue
        laws = [steps_of(each, start) for each in (*free, *frasi)]
        if found and found[-1].al == start - _DAY and laws == before:
            found[-1] = Vigenza(found[-1].dal, stop)
        else:
            found.append(Vigenza(start, stop))
        before = laws
    return tuple(found)
