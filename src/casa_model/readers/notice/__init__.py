"""The motivated notice of l. 241/1990: a draft for the office, which completes and signs it.

Art. 3: a measure tells the facts and the legal grounds that decided it, and where and when it can
be appealed. Art. 10-bis: before a negative measure its reasons are communicated, and the applicant
has some days for written observations; not in competitive procedures, and a notice with a ranking
is one. What only the office knows is a marked blank; nothing is invented. The letter cites acts and
the notice; where each was seen, with its grade, and what is still to be checked stand in a note for
the office at the end. Both articles are known here from secondary sources only.
"""

from casa_model.readers.notice._provvedimento import (
    ARTICOLO_3,
    OSSERVAZIONI,
    Osservazioni,
    Provvedimento,
    Tipo,
    motivated,
)

__all__ = ["ARTICOLO_3", "OSSERVAZIONI", "Osservazioni", "Provvedimento", "Tipo", "motivated"]
