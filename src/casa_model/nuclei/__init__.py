"""Floor 3: who applies, and from an application to its facts."""

from casa_model.nuclei.assegnazione import Assegnazione
from casa_model.nuclei.domanda import Domanda
from casa_model.nuclei.fatti import avvertenze_di, fatti_di
from casa_model.nuclei.isee import AttestazioneIsee, TipoIsee
from casa_model.nuclei.nucleo import Componente, Nucleo, Ruolo

__all__ = [
    "Assegnazione",
    "AttestazioneIsee",
    "Componente",
    "Domanda",
    "Nucleo",
    "Ruolo",
    "TipoIsee",
    "avvertenze_di",
    "fatti_di",
]
