"""Which facts the rules read, said in the description of each.

It is only said: the schema accepts, as the reader does, what no rule reads. It stands in the words
and not in a keyword of ours, which strict validators refuse.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from casa_model.exchange._colonne import MEMBRI
from casa_model.rules import tree as t
from casa_model.rules.names import COMPONENTI
from casa_model.rules.reach import in_force, names_among, of_members, reached
from casa_model.values import Testo

if TYPE_CHECKING:
    from casa_model.rules.misura import Misura

ETA: Final = "eta"
NASCITA: Final = "data_nascita"

LETTO: Final = {
    True: Testo(it="Le regole lo leggono.", en="The rules read it."),
    False: Testo(
        it="Nessuna regola lo legge: può mancare.", en="No rule reads it: it may be left out."
    ),
}


def letti(misura: Misura) -> frozenset[str]:
    """The facts that the rules read, `membri` for their list, and those that these are told by.

    On the day of the law of a notice; of a measure, which has no day, on any.
    """
    fixed = misura.calendario
    asked = misura.requisiti if fixed is None else in_force(misura, fixed.giorno_norma)
    nodes = reached(misura, asked)
    found = names_among(nodes, t.Fact) | names_among(nodes, t.MemberFact)
    if COMPONENTI in found or of_members(nodes):
        found |= {MEMBRI}
    return found | {NASCITA} if ETA in found else found
