"""The invariants, one function each: every one of them raises, and the caller changes nothing.

They stand apart so that a test can leave one out and see that the state machine finds it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from casa_model.programma.spesa._rifiuto import Rifiuto, refused
from casa_model.values import ZERO, Euro

if TYPE_CHECKING:
    from casa_model.programma.spesa._conti import Conti, RigaImpegno
    from casa_model.programma.spesa._movimenti import Movimento


def new_code(conti: Conti, movimento: Movimento) -> None:
    """No two entries have one code."""
    if movimento.codice in conti.movimenti:
        raise refused(Rifiuto.CODICE_RIPETUTO, movimento)


def day_in_order(conti: Conti, movimento: Movimento) -> None:
    """Days never go back."""
    if conti.ultimo is not None and movimento.giorno < conti.ultimo:
        raise refused(
            Rifiuto.GIORNO_PRECEDENTE, movimento, giorno=movimento.giorno, ultimo=conti.ultimo
        )


def above_zero(movimento: Movimento, importo: Euro) -> None:
    """An amount is above zero."""
    if importo <= ZERO:
        raise refused(Rifiuto.IMPORTO_NON_POSITIVO, movimento, importo=importo)


def within_endowment(conti: Conti, movimento: Movimento, importo: Euro) -> None:
    """What is committed never exceeds what is endowed, when `importo` is committed more."""
    if importo > conti.saldi.disponibile:
        raise refused(
            Rifiuto.OLTRE_DOTAZIONE, movimento, importo=importo, resto=conti.saldi.disponibile
        )


def above_committed(conti: Conti, movimento: Movimento, importo: Euro) -> None:
    """The same, when the endowment changes by `importo`."""
    if conti.saldi.disponibile + importo < ZERO:
        raise refused(Rifiuto.SOTTO_IMPEGNATO, movimento, impegnato=conti.saldi.impegnato)


def within_commitment(riga: RigaImpegno, movimento: Movimento, importo: Euro) -> None:
    """What is paid never exceeds what is committed, when `importo` is paid more, or freed."""
    if importo > riga.conto.da_liquidare:
        raise refused(
            Rifiuto.OLTRE_IMPEGNO,
            movimento,
            importo=importo,
            resto=riga.conto.da_liquidare,
            impegno=riga.impegno.codice,
        )


def above_paid(riga: RigaImpegno, movimento: Movimento, importo: Euro) -> None:
    """The same, when the commitment changes by `importo`."""
    if riga.conto.da_liquidare + importo < ZERO:
        raise refused(
            Rifiuto.SOTTO_PAGATO,
            movimento,
            corretto=riga.impegno.codice,
            pagato=riga.conto.liquidato,
        )


def still_positive(movimento: Movimento, corrected: str, before: Euro, importo: Euro) -> None:
    """Nothing that is corrected by `importo` goes below zero."""
    if before + importo < ZERO:
        raise refused(Rifiuto.SOTTO_ZERO, movimento, corretto=corrected, prima=before)


def known(conti: Conti, movimento: Movimento, impegno: str) -> RigaImpegno:
    """The commitment that an entry refers to."""
    riga = conti.impegni.get(impegno, None)
    if riga is None:
        raise refused(Rifiuto.IMPEGNO_IGNOTO, movimento, impegno=impegno)
    return riga


def still_open(riga: RigaImpegno, movimento: Movimento) -> None:
    """A commitment that was revoked takes nothing more."""
    if not riga.aperto:
        raise refused(Rifiuto.IMPEGNO_CHIUSO, movimento, impegno=riga.impegno.codice)
