"""The amount, told item by item: what was due, what was taken off, the cap, what is left."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from casa_model.readers.explain._guardati import guardati
from casa_model.readers.explain._perche import perche
from casa_model.readers.explain._spiegazione import Detrazione, ImportoSpiegato, VoceSpiegata
from casa_model.readers.explain._vista import NASCOSTO, Vista
from casa_model.readers.meaning import value
from casa_model.readers.prose._condizioni import Condizioni
from casa_model.readers.prose._nomi import leggibile
from casa_model.readers.prose._vocabolario import Vocabolario
from casa_model.rules.misura import DetraeDa
from casa_model.rules.types import EURO_CENTS, NumberType
from casa_model.values import ZERO

if TYPE_CHECKING:
    from casa_model.rules.esito import EsitoVoce, Verdict
    from casa_model.rules.misura import Importo, Voce
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
    why = perche(importo, verdict, vista) if vista.valori else [()] * len(importo.voci)
    told = Condizioni(Vocabolario(vista.misura, vista.lang, vista.on))
    return [
        VoceSpiegata(
            voce.codice,
            leggibile(voce.codice) if voce.etichetta is None else vista.dice(voce.etichetta),
            _expense(vista, voce),
            _granted(vista, esito),
            None if voce.fonte is None else vista.cita(voce.fonte),
            None if voce.se is None else told.riga(voce.se),
            () if voce.se is None else guardati(vista, [voce.se]),
            None if voce.massimo is None else _taken(vista, voce.massimo),
            reasons,
        )
        for voce, esito, reasons in zip(importo.voci, verdict.voci, why, strict=True)
    ]


def _expense(vista: Vista, voce: Voce) -> str | None:
    """What an item is worth by itself, whether its condition holds or not."""
    found = value(voce.vale, vista.env)
    worth = max(Decimal(0), found) if isinstance(found, Decimal) else found
    return vista.mostra(worth, _EURO, segreto=True)


def _granted(vista: Vista, esito: EsitoVoce) -> str:
    euro = esito.importo
    return NASCOSTO if euro is None or not vista.valori else euro.render(vista.lang)


def _taken(vista: Vista, tree: Expr) -> Detrazione:
    shown = vista.mostra(value(tree, vista.env), _EURO, segreto=vista.segreta(tree))
    return Detrazione(shown, guardati(vista, [tree]))
