"""What an entry does to the balances, after every check that it has to pass."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from casa_model.programma.spesa import _controlli as c
from casa_model.programma.spesa._conti import Conti, Effetto, RigaImpegno
from casa_model.programma.spesa._movimenti import (
    Economia,
    Impegno,
    Liquidazione,
    Movimento,
    Rettifica,
    Revoca,
    Stanziamento,
)
from casa_model.programma.spesa._rifiuto import Rifiuto, refused
from casa_model.programma.spesa._saldi import Conto, Saldi
from casa_model.values import ZERO

if TYPE_CHECKING:
    from casa_model.values import Euro


def effetto(conti: Conti, movimento: Movimento) -> Effetto:
    """What `movimento` changes. Raises `RefusedEntry` with the first reason against it."""
    c.new_code(conti, movimento)
    c.day_in_order(conti, movimento)
    match movimento:
        case Stanziamento(importo=importo, codice=codice):
            c.above_zero(movimento, importo)
            return Effetto(Saldi(stanziato=importo), importo=(codice, importo))
        case Impegno(importo=importo):
            c.above_zero(movimento, importo)
            c.within_endowment(conti, movimento, importo)
            fresh = RigaImpegno(movimento, Conto(), aperto=True)
            return Effetto(Saldi(conto=Conto(impegnato=importo)), fresh)
        case Liquidazione(importo=importo, codice=codice):
            riga = _open(conti, movimento, movimento.impegno)
            c.above_zero(movimento, importo)
            c.within_commitment(riga, movimento, importo)
            return Effetto(
                Saldi(conto=Conto(liquidato=importo)),
                riga,
                importo=(codice, importo),
            )
        case Economia(importo=importo):
            riga = _open(conti, movimento, movimento.impegno)
            c.above_zero(movimento, importo)
            c.within_commitment(riga, movimento, importo)
            return Effetto(Saldi(conto=Conto(impegnato=-importo, economie=importo)), riga)
        case Revoca():
            riga = _open(conti, movimento, movimento.impegno)
            freed = riga.conto.da_liquidare
            return Effetto(Saldi(conto=Conto(impegnato=-freed, revoche=freed)), riga, chiude=True)
        case Rettifica():
            return _corrected(conti, movimento)
        case _:
            assert_never(movimento)


def _open(conti: Conti, movimento: Movimento, impegno: str) -> RigaImpegno:
    riga = c.known(conti, movimento, impegno)
    c.still_open(riga, movimento)
    return riga


def _corrected(conti: Conti, rettifica: Rettifica) -> Effetto:
    change = rettifica.importo
    if change == ZERO:
        raise refused(Rifiuto.RETTIFICA_NULLA, rettifica)
    earlier = conti.movimenti.get(rettifica.movimento, None)
    match earlier:
        case None:
            raise refused(Rifiuto.RETTIFICA_IGNOTA, rettifica, corretto=rettifica.movimento)
        case Stanziamento(codice=codice):
            after = _amount(conti, rettifica, codice)
            c.above_committed(conti, rettifica, change)
            return Effetto(Saldi(stanziato=change), importo=(codice, after))
        case Impegno(codice=codice):
            riga = _open(conti, rettifica, codice)
            c.still_positive(rettifica, codice, riga.conto.impegnato, change)
            c.above_paid(riga, rettifica, change)
            c.within_endowment(conti, rettifica, change)
            return Effetto(Saldi(conto=Conto(impegnato=change)), riga)
        case Liquidazione(codice=codice):
            riga = _open(conti, rettifica, earlier.impegno)
            after = _amount(conti, rettifica, codice)
            c.within_commitment(riga, rettifica, change)
            return Effetto(Saldi(conto=Conto(liquidato=change)), riga, importo=(codice, after))
        case Economia() | Revoca() | Rettifica():
            raise refused(Rifiuto.RETTIFICA_NON_AMMESSA, rettifica, corretto=rettifica.movimento)
        case _:
            assert_never(earlier)


def _amount(conti: Conti, rettifica: Rettifica, codice: str) -> Euro:
    """What an endowment or a payment comes to once corrected."""
    before = conti.importi.get(codice, ZERO)
    c.still_positive(rettifica, codice, before, rettifica.importo)
    return before + rettifica.importo
