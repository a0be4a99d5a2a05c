"""The CUP, the code of a project of public investment. It has no public check digit."""

from __future__ import annotations

import re
from typing import ClassVar, Final

from attrs import frozen

from casa_model.values.codici._codice import Codice
from casa_model.values.testo import Testo

_FORM: Final = re.compile(r"[A-Z][0-9]{2}[A-Z][0-9]{11}")


@frozen
class Cup(Codice):
    """The code of a funded project: a letter, two digits, a letter, eleven digits."""

    atteso: ClassVar[Testo] = Testo(
        it="un CUP ha una lettera maiuscola, due cifre, una lettera maiuscola e undici cifre; "
        "ricopialo dall'atto di concessione",
        en="a CUP has a capital letter, two digits, a capital letter and eleven digits; "
        "copy it again from the grant",
    )

    @classmethod
    def is_valid(cls, text: str) -> bool:
        """Tell whether `text` has the form of a CUP."""
        return _FORM.fullmatch(text) is not None
