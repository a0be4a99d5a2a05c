"""Worked cases: a household, a day, and what a person says that the rule must answer.

Policy staff write them from the article; `prova` asks the measure and says where the answer is
another, with the reason. A case whose expected outcome nobody has written yet fails, and says so.
"""

from casa_model.readers.cases._caso import Atteso, Caso
from casa_model.readers.cases._esito_caso import Aspetto, EsitoCaso, Scostamento, StatoCaso
from casa_model.readers.cases._inesistenti import motivi_di, voci_di
from casa_model.readers.cases._perche import perche
from casa_model.readers.cases._prova import giorno_del, prova
from casa_model.readers.cases._racconto import racconta

__all__ = [
    "Aspetto",
    "Atteso",
    "Caso",
    "EsitoCaso",
    "Scostamento",
    "StatoCaso",
    "giorno_del",
    "motivi_di",
    "perche",
    "prova",
    "racconta",
    "voci_di",
]
