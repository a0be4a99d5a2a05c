"""Floor 1: the exact values that everything else is made of."""

from casa_model.values.codici import Cig, CodiceComune, Cup, Nuts3
from casa_model.values.euro import ZERO, Euro
from casa_model.values.frozenmap import FrozenMap
from casa_model.values.norme import Atto, Fonte, Grado, Norma
from casa_model.values.testo import Testo
from casa_model.values.vigenza import Periodo, Storia, Vigenza

__all__ = [
    "ZERO",
    "Atto",
    "Cig",
    "CodiceComune",
    "Cup",
    "Euro",
    "Fonte",
    "FrozenMap",
    "Grado",
    "Norma",
    "Nuts3",
    "Periodo",
    "Storia",
    "Testo",
    "Vigenza",
]
