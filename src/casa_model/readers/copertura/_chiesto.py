"""The household of a case that was asked, with the answer that it got."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casa_model.readers.cases import giorno_del
from casa_model.readers.copertura._vede import Nucleo
from casa_model.readers.porta import shut

if TYPE_CHECKING:
    from datetime import date

    from casa_model.readers.cases import Atteso, EsitoCaso
    from casa_model.rules.misura import Misura


def chiesto(misura: Misura, tried: EsitoCaso, *, on: date | None = None) -> Nucleo | None:
    """The household of a case that was tried, on its day, with the verdict of the door if any.

    None where no rule was asked: the facts do not fit, there is no day, the door refused it.
    """
    day = giorno_del(misura, tried.caso, on=on)
    if day is None or tried.verdict is None or shut(tried.verdict):
        return None
    atteso = tried.caso.atteso
    return Nucleo(
        misura,
        tried.caso.fatti,
        day,
        tried.verdict,
        _stated(atteso),
        motivi=atteso.motivi is not None,
        mancano=atteso.mancano is not None,
    )


def _stated(atteso: Atteso) -> frozenset[str] | None:
    """The items of the amount that a case states; None when it states all of it.

    One that is still to be written will be, before the case can pass.
    """
    if atteso.importo is not None or atteso.importo_da_scrivere:
        return None
    return frozenset(codice for codice, _ in atteso.voci or ())
