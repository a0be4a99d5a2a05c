"""What changes when rules change: in words, and for the households of a population."""

from casa_model.casa.confronta._cambiamento import Cambiamento
from casa_model.casa.confronta._confronta import Confronto, confronta
from casa_model.casa.confronta._effetto import Effetto, Movimento, Ragione
from casa_model.casa.confronta._esempi import (
    Prova,
    Trovato,
    ammette_di_meno,
    ammette_di_piu,
    cerca,
    non_decide,
    paga_di_meno,
    paga_di_piu,
    prove,
)
from casa_model.casa.confronta._fatti import di_entrambe
from casa_model.casa.confronta._graduatorie import Posto, Spostamenti
from casa_model.casa.confronta._libro import libro_di
from casa_model.casa.confronta._parti import Parte, parti_di
from casa_model.casa.confronta._popolazione import Conto, Costo, Effetti, effetti
from casa_model.casa.confronta._prove import PERCHE
from casa_model.casa.confronta._termini import Tratto, detto, in_tempo, termini_a_parte, tratti
from casa_model.casa.confronta._versione import Versione

__all__ = [
    "PERCHE",
    "Cambiamento",
    "Confronto",
    "Conto",
    "Costo",
    "Effetti",
    "Effetto",
    "Movimento",
    "Parte",
    "Posto",
    "Prova",
    "Ragione",
    "Spostamenti",
    "Tratto",
    "Trovato",
    "Versione",
    "ammette_di_meno",
    "ammette_di_piu",
    "cerca",
    "confronta",
    "detto",
    "di_entrambe",
    "effetti",
    "in_tempo",
    "libro_di",
    "non_decide",
    "paga_di_meno",
    "paga_di_piu",
    "parti_di",
    "prove",
    "termini_a_parte",
    "tratti",
]
