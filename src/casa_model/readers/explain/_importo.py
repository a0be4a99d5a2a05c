"""The amount, told item by item: what was due, what was taken off, the cap, what is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casa_model.readers.explain._guardati import guardati
from casa_model.readers.explain._spiegazione import Detrazione, ImportoSpiegato, VoceSpiegata
from casa_model.readers.explain._vista import NASCOSTO, Vista
from casa_model.readers.meaning import value
from casa_model.readers.prose._nomi import leggibile
from casa_model.rules.misura import DetraeDa
from casa_model.rules.types import EURO_CENTS, NumberType
from casa_model.values import ZERO, Euro

if TYPE_CHECKING:
    from casa_model.rules.esito import Verdict
    from casa_model.rules.misura import Importo
    from casa_model.rules.tree import Expr

_EURO = NumberType(2, euro=True, lo=0, hi=EURO_CENTS)


def importo_spiegato(vista: Vista, importo: Importo, verdict: Verdict) -> ImportoSpiegato | None:
    """The amount of an admitted application; None for any other.

    The total is the outcome and is always shown; the items tell facts, and are with them.
    """
    if verdict.importo is None:
        return None
    return ImportoSpiegato(
        totale=verdict.importo.render(vista.lang),
        zero=verdict.importo == ZERO,
        voci=tuple(_voci(vista, importo, verdict)),
        detrazioni=tuple(_taken(vista, tree) for tree in importo.detrae),
        dal_contributo=importo.detrae_da is DetraeDa.CONTRIBUTO,
        tetto=None if importo.massimo is None else _taken(vista, importo.massimo),
        fonte=None if importo.fonte is None else vista.cita(importo.fonte),
    )


def _voci(vista: Vista, importo: Importo, verdict: Verdict) -> list[VoceSpiegata]:
    return [
        VoceSpiegata(
            voce.codice,
            leggibile(voce.codice) if voce.etichetta is None else vista.dice(voce.etichetta),
            _amount(vista, esito.spesa),
            _amount(vista, esito.importo),
            None if voce.fonte is None else vista.cita(voce.fonte),
        )
        for voce, esito in zip(importo.voci, verdict.voci, strict=True)
    ]


def _amount(vista: Vista, euro: Euro | None) -> str:
    return NASCOSTO if euro is None or not vista.valori else euro.render(vista.lang)


def _taken(vista: Vista, tree: Expr) -> Detrazione:
    shown = vista.mostra(value(tree, vista.env), _EURO, segreto=vista.segreta(tree))
    return Detrazione(shown, guardati(vista, [tree]))
