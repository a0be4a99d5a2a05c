"""The ISTAT code of a comune.

Three digits of the province, then three of the comune in it, both counted from 001
(https://www.istat.it/it/archivio/6789).
"""

from __future__ import annotations

import re
from typing import ClassVar, Final

from attrs import frozen

from casa_model.values.codici._codice import Codice
from casa_model.values.testo import Testo

# Provinces end at 111 until 2025; ISTAT numbers the new Sardinian ones from 2026, and 2xx are
# metropolitan cities, which never begin the code of a comune: no list, so no upkeep.
_FORM: Final = re.compile(r"(?!000)[01][0-9]{2}(?!000)[0-9]{3}")


@frozen
class CodiceComune(Codice):
    """The code of a comune, `015146` for Milano: the zero in front is part of it.

    Only the form is checked: that the comune exists on a day is for whoever holds ISTAT's list.
    """

    atteso: ClassVar[Testo] = Testo(
        it="un codice ISTAT di comune ha sei cifre, zeri compresi; scrivi per esempio `015146`",
        en="the ISTAT code of a comune has six digits, zeros included; write for example `015146`",
    )

    @classmethod
    def is_valid(cls, text: str) -> bool:
        """Tell whether `text` is six digits whose province and comune parts can exist."""
        return _FORM.fullmatch(text) is not None
