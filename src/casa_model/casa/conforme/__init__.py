"""A notice held against the act that it applies: where it is looser, and where stricter."""

from casa_model.casa.conforme._accettati import Accettato, leggi_accettati
from casa_model.casa.conforme._bilancio import Bilancio, bilancio
from casa_model.casa.conforme._bozza import bozza
from casa_model.casa.conforme._conforme import Conformita, conforme
from casa_model.casa.conforme._libro import libro_conforme
from casa_model.casa.conforme._rilievo import Esame, Rilievo
from casa_model.casa.conforme._verso import VERSI, Verso

__all__ = [
    "VERSI",
    "Accettato",
    "Bilancio",
    "Conformita",
    "Esame",
    "Rilievo",
    "Verso",
    "bilancio",
    "bozza",
    "conforme",
    "leggi_accettati",
    "libro_conforme",
]
