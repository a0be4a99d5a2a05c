"""What changes when rules change: in words, and for the households of a population."""

from casa_model.casa.confronta._cambiamento import Cambiamento
from casa_model.casa.confronta._confronta import Confronto, confronta
from casa_model.casa.confronta._effetto import Effetto, Movimento, Ragione
from casa_model.casa.confronta._fatti import di_entrambe
from casa_model.casa.confronta._graduatorie import Posto, Spostamenti
from casa_model.casa.confronta._libro import libro_di
from casa_model.casa.confronta._parti import Parte
from casa_model.casa.confronta._popolazione import Conto, Costo, Effetti, effetti
from casa_model.casa.confronta._versione import Versione

__all__ = [
    "Cambiamento",
    "Confronto",
    "Conto",
    "Costo",
    "Effetti",
    "Effetto",
    "Movimento",
    "Parte",
    "Posto",
    "Ragione",
    "Spostamenti",
    "Versione",
    "confronta",
    "di_entrambe",
    "effetti",
    "libro_di",
]
