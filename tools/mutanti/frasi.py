"""The shipped sentences, as they may be asked of a measure with a fault."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from casa_model.casa import edizione
from casa_model.casa.proprieta import proprieta
from casa_model.proof import dimostra
from casa_model.rules.quesiti import Risposta, Versione
from tools.mutanti.caccia import Frase

if TYPE_CHECKING:
    from casa_model.rules.misura import Misura
    from casa_model.rules.quesiti import Proprieta, Quesito


def frasi(codice: str) -> tuple[Frase, ...]:
    """Those about one measure of the edition, alone or beside another."""
    return tuple(
        _frase(each, codice)
        for each in proprieta(edizione().misure)
        if any(misura.codice == codice for misura in each.quesito.contesto.misure)
    )


def _frase(proprieta: Proprieta, codice: str) -> Frase:
    """One that nobody can answer in time catches nothing."""

    def regge(misura: Misura) -> bool:
        quesito = _about(proprieta.quesito, codice, misura)
        return dimostra(quesito).risposta in {proprieta.attesa, Risposta.NON_SO}

    return Frase(proprieta.codice, regge)


def _about(quesito: Quesito, codice: str, misura: Misura) -> Quesito:
    """The same question, with another measure in the place of that of the edition."""
    versioni = tuple(
        Versione(misura, each.al) if each.misura.codice == codice else each
        for each in quesito.contesto.versioni
    )
    return evolve(quesito, contesto=evolve(quesito.contesto, versioni=versioni))
