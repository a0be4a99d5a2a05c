"""Labels and codes for the solver: each text a number, and each number a text of its own."""

from __future__ import annotations

from itertools import count
from typing import Final

from attrs import Factory, define

OTHER: Final = "altro"
"""An invented code, of which no rule speaks."""


@define
class Texts:
    """The labels and codes met, each a number.

    A number that the solver made up gets a text that nobody else has, and keeps it from then on:
    numbers that differ are never one code.
    """

    _codes: dict[str, int] = Factory(dict)
    _texts: dict[int, str] = Factory(dict)

    def code(self, text: str) -> int:
        """The number of a text: never 0, which the solver gives to what nothing bounds."""
        if text not in self._codes:
            free = next(n for n in count(len(self._codes) + 1) if n not in self._texts)
            self._pair(text, free)
        return self._codes[text]

    def text(self, code: int) -> str:
        """The text of a number; one of our own where nobody speaks of it."""
        if code not in self._texts:
            name = f"{OTHER}-{abs(code)}"
            while name in self._codes:
                name += "x"
            self._pair(name, code)
        return self._texts[code]

    def _pair(self, text: str, code: int) -> None:
        self._codes[text] = code
        self._texts[code] = text
