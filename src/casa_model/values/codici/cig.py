"""The CIG, the code of a public tender, in its three forms.

| form | check |
|---|---|
| seven digits, three hexadecimal | the seven times 211, modulo 4091 |
| `X`, `Y` or `Z`, two hexadecimal, seven hexadecimal (SmartCIG) | the seven times 211, modulo 251 |
| `A` to `U`, nine hexadecimal | none is public: form only |

The two formulas were found to hold on 161 and 9 real codes.
"""

from __future__ import annotations

import re
from typing import ClassVar, Final

from attrs import frozen

from casa_model.values.codici._codice import Codice
from casa_model.values.testo import Testo

_ORDINARY: Final = re.compile(r"(?P<numero>[0-9]{7})(?P<controllo>[0-9A-F]{3})")
_SMART: Final = re.compile(r"[XYZ](?P<controllo>[0-9A-F]{2})(?P<numero>[0-9A-F]{7})")
_RECENT: Final = re.compile(r"[A-U][0-9A-F]{9}")

_FACTOR: Final = 211


@frozen
class Cig(Codice):
    """The code of a tender, ten characters, check digits included where they are public."""

    atteso: ClassVar[Testo] = Testo(
        it="un CIG ha dieci caratteri, con cifre di controllo che tornano; "
        "ricopialo dagli atti di gara",
        en="a CIG has ten characters, with check digits that add up; copy it again from the tender",
    )

    @classmethod
    def is_valid(cls, text: str) -> bool:
        """Tell whether `text` has one of the three forms and right check digits."""
        if found := _ORDINARY.fullmatch(text):
            return int(found["controllo"], 16) == int(found["numero"]) * _FACTOR % 4091
        if found := _SMART.fullmatch(text):
            return int(found["controllo"], 16) == int(found["numero"], 16) * _FACTOR % 251
        return _RECENT.fullmatch(text) is not None
