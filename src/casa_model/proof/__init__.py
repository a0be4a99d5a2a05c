"""Questions answered for all households, with z3: the only door to it, in `_z3.py`.

`dimostra(quesito)` answers one. It needs the extra `proof`: without it, asking raises
`MissingExtra`.
"""

from casa_model.proof._confirm import Unconfirmed
from casa_model.proof._dimostra import dimostra
from casa_model.proof._world import Limiti, World

__all__ = ["Limiti", "Unconfirmed", "World", "dimostra"]
