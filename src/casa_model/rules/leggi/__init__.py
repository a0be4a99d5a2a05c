"""From the text of rule files to measures and notices.

A reader here opens no file: it is given the text and what the text refers to. All faults of a
file are raised at once, as one `InvalidFile`, each with its line and column.
"""

from casa_model.rules.leggi._avviso import leggi_avviso
from casa_model.rules.leggi._finish import facts_read
from casa_model.rules.leggi._misura import Letta, leggi_misura
from casa_model.rules.leggi._norme import Norme, leggi_atti, leggi_fatti, leggi_norme

__all__ = [
    "Letta",
    "Norme",
    "facts_read",
    "leggi_atti",
    "leggi_avviso",
    "leggi_fatti",
    "leggi_misura",
    "leggi_norme",
]
