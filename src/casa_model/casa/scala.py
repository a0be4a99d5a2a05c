"""The part of the DPCM 159/2013 scale that the sources show, used to warn and never to decide."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from casa_model.casa.edizione import edizione
from casa_model.readers.compiled import compiled
from casa_model.rules import tree as t
from casa_model.rules.facts import Fatti
from casa_model.rules.leggi import facts_read
from casa_model.rules.misura import Misura, Requisito
from casa_model.values import Fonte, Grado, Testo, Vigenza

if TYPE_CHECKING:
    from datetime import date

    from casa_model.rules.facts import Fatto

ISEE: Final = "isee"
"""The shared file that holds the scale."""

PLAUSIBILE: Final = "scala_plausibile"
"""Its definition that compares what the attestation states with what the annex gives."""

ATTESTED: Final = "scala_equivalenza"

WARNING: Final = Testo(
    it="la scala di equivalenza dell'attestazione non torna con i componenti indicati; la "
    "decisione usa l'attestazione: controllala, salvo un componente in ricovero continuativo",
    en="the equivalence scale of the attestation does not match the members listed; the decision "
    "uses the attestation: check it, unless a member lives in continuous residential care",
)


def scale_warnings(misura: Misura, fatti: Fatti, *, on: date) -> tuple[Testo, ...]:
    """A warning when the attested parameter is not what the seen part of the annex gives.

    Silent when too little is known to tell, when the measure means something else by the facts
    that are compared, and before the annex was in force. A supplement that was not seen in the
    act (a member in continuous residential care) warns in vain: the text says so.
    """
    if ATTESTED not in fatti.valori or not _scale().vigenza.contiene(on):
        return ()
    meant = {fatto.nome: fatto.tipo for fatto in misura.fatti}
    if any(meant.get(f.nome, f.tipo) != f.tipo for f in _compared()):
        return ()
    scale = compiled(_scale(), on=on)
    failed = scale.bits(scale.prepare(_only_compared(fatti)))[2]
    return (WARNING,) if failed else ()


def _only_compared(fatti: Fatti) -> Fatti:
    """The facts that the comparison reads, of the household and of its members."""
    names = {fatto.nome for fatto in _compared()}
    rows = None
    if fatti.membri is not None:
        rows = tuple({n: v for n, v in row.items() if n in names} for row in fatti.membri)
    return Fatti({n: v for n, v in fatti.valori.items() if n in names}, rows)


@cache
def _scale() -> Misura:
    """The shared numbers of the ISEE as a measure that is only asked, and never decides."""
    norme = edizione().norme[ISEE]
    return Misura(
        codice=norme.codice,
        titolo=norme.titolo,
        fonte=Fonte(Grado.DERIVATA, testo=norme.titolo.it),
        vigenza=Vigenza(norme.parametri[0].righe[0].storia.periodi[0].dal),
        fatti=(*edizione().fatti, *norme.fatti),
        parametri=norme.parametri,
        definizioni=norme.definizioni,
        requisiti=(_plausible(),),
    )


@cache
def _compared() -> tuple[Fatto, ...]:
    """The facts that the comparison reads."""
    return facts_read(_scale())


def _plausible() -> Requisito:
    """The comparison as a requirement, so that what it reads can be asked."""
    return Requisito(
        PLAUSIBILE, WARNING, Fonte(Grado.DERIVATA, testo=ISEE), t.Definition(PLAUSIBILE)
    )
