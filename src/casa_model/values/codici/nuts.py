"""The NUTS 3 code of a territory: a province, in Italy."""

from __future__ import annotations

import re
from typing import ClassVar, Final

from attrs import frozen

from casa_model.values.codici._codice import Codice
from casa_model.values.testo import Testo

_FORM: Final = re.compile(r"[A-Z]{2}[0-9A-Z]{3}")


@frozen
class Nuts3(Codice):
    """The code of a province among European statistics, `ITC4C` for Milano.

    Codes are dated: the same territory has had others. Only the form is checked.
    """

    atteso: ClassVar[Testo] = Testo(
        it="un codice NUTS 3 ha due lettere maiuscole e tre tra cifre e lettere maiuscole; "
        "scrivi per esempio `ITC4C`",
        en="a NUTS 3 code has two capital letters and three digits or capital letters; "
        "write for example `ITC4C`",
    )

    @classmethod
    def is_valid(cls, text: str) -> bool:
        """Tell whether `text` is two capital letters and three digits or capital letters."""
        return _FORM.fullmatch(text) is not None
