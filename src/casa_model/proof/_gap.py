"""Is there a day on which none of some measures answers? A question about the law alone."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from casa_model.errors import WrongDay
from casa_model.proof._world import steps_of
from casa_model.rules.facts import Fatti
from casa_model.rules.giorni import inizi
from casa_model.rules.quesiti import Confini, Dimostrazione, Esempio, Risposta

if TYPE_CHECKING:
    from casa_model.rules.quesiti import GiornoVuoto, Versione


def gap(quesito: GiornoVuoto) -> Dimostrazione:
    """The answer: yes with the first such day, or no.

    Between two days on which something of the law changes all days are alike, so that it is enough
    to ask about those.
    """
    contesto = quesito.contesto
    giorni = contesto.giorni
    confini = Confini(None, (giorni,))
    first = giorni if isinstance(giorni, date) else giorni.dal
    last = giorni if isinstance(giorni, date) else giorni.al or date.max
    for day in inizi(contesto.misure, first, last):
        if not any(_answers(versione, day) for versione in contesto.versioni):
            esempio = Esempio(Fatti({}), day, ())
            return Dimostrazione(quesito, Risposta.SI, confini, (esempio,))
    return Dimostrazione(quesito, Risposta.NO, confini)


def _answers(versione: Versione, day: date) -> bool:
    """Whether a measure answers on a day; a notice always does, by its own law."""
    fixed = versione.misura.calendario
    try:
        steps_of(versione.misura, day if fixed is None else fixed.giorno_norma)
    except WrongDay:
        return False
    return True
