"""The money of the programme: plans, lines, endowments, grants, projects, yearly funds."""

from casa_model.programma.linee._concessione import Concessione, ParteConcessa, Progetto
from casa_model.programma.linee._fondo import ALER, COMUNI, RESIDUI, FondoAnnuo, Quota
from casa_model.programma.linee._piano import Anni, DotazioneLinea, LineaFinanziamento, Piano

__all__ = [
    "ALER",
    "COMUNI",
    "RESIDUI",
    "Anni",
    "Concessione",
    "DotazioneLinea",
    "FondoAnnuo",
    "LineaFinanziamento",
    "ParteConcessa",
    "Piano",
    "Progetto",
    "Quota",
]
