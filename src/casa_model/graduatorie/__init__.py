"""Floor 4: who comes first, and who is paid with the money (or the dwellings) that there is.

`graduatoria` ranks the admitted candidates of one notice and spends its endowment on them. Nobody
is dropped: whoever gets nothing, or not all, stays in the list with that state.
"""

from casa_model.graduatorie._graduatoria import graduatoria
from casa_model.graduatorie._posizione import STATI, Candidato, Graduatoria, Posizione, Stato

__all__ = ["STATI", "Candidato", "Graduatoria", "Posizione", "Stato", "graduatoria"]
