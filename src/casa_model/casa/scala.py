"""The part of the DPCM 159/2013 scale that the sources show, used to warn and never to decide."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from casa_model.casa.edizione import edizione
from casa_model.readers.evaluate import environment
from casa_model.readers.meaning import truth
from casa_model.rules import tree as t
from casa_model.rules.misura import Misura
from casa_model.values import Fonte, Grado, Testo, Vigenza

if TYPE_CHECKING:
    from datetime import date

    from casa_model.rules.facts import Fatti

ISEE: Final = "isee"
"""The shared file that holds the scale."""

PLAUSIBILE: Final = "scala_plausibile"
"""Its definition that compares what the attestation states with what the annex gives."""

ATTESTED: Final = "scala_equivalenza"

WARNING: Final = Testo(
    it="la scala di equivalenza dell'attestazione non torna con i componenti del nucleo; "
    "controlla l'attestazione (d.p.c.m. 159/2013, allegato 1; la decisione usa l'attestazione)",
    en="the equivalence scale of the attestation does not match the members of the household; "
    "check the attestation (d.p.c.m. 159/2013, annex 1; the decision uses the attestation)",
)


def scale_warnings(fatti: Fatti, *, on: date) -> tuple[Testo, ...]:
    """A warning when the attested parameter cannot be that of the household.

    Says nothing when it might be, or when too little is known to tell.
    """
    if ATTESTED not in fatti.valori:
        return ()
    held = truth(t.Definition(PLAUSIBILE), environment(_scale(), fatti, on))
    return (WARNING,) if held is False else ()


@cache
def _scale() -> Misura:
    """The shared numbers of the ISEE as a measure without requirements: only to be asked."""
    norme = edizione().norme[ISEE]
    return Misura(
        codice=norme.codice,
        titolo=norme.titolo,
        fonte=Fonte(Grado.DERIVATA, testo=norme.titolo.it),
        vigenza=Vigenza(norme.parametri[0].righe[0].storia.periodi[0].dal),
        fatti=norme.fatti,
        parametri=norme.parametri,
        definizioni=norme.definizioni,
        requisiti=(),
    )
