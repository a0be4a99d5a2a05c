"""Labels and codes for the solver: each text a number."""

from __future__ import annotations

from typing import Final

from attrs import Factory, define

OTHER: Final = "altro"
"""An invented code, of which no rule speaks."""


@define
class Texts:
    """The labels and codes met, each a number."""

    _codes: dict[str, int] = Factory(dict)

    def code(self, text: str) -> int:
        """The number of a text: never 0, which the solver gives to what nothing bounds."""
        return self._codes.setdefault(text, len(self._codes) + 1)

    def text(self, code: int) -> str:
        """The text of a number; one of our own where nobody speaks of it."""
        for text, each in self._codes.items():
            if each == code:
                return text
        name = f"{OTHER}-{abs(code)}"
        while name in self._codes:
            name += "x"
        return name
