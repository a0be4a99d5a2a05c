"""Floor 6: the few top-level verbs, and the shipped edition of the law."""

from casa_model.casa.avviso import leggi_avviso
from casa_model.casa.decidi import Decisione, EsitoDomanda, Scarto, decidi
from casa_model.casa.edizione import Edizione, edizione

__all__ = [
    "Decisione",
    "Edizione",
    "EsitoDomanda",
    "Scarto",
    "decidi",
    "edizione",
    "leggi_avviso",
]
