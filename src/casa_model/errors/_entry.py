"""One line of the catalogue."""

from __future__ import annotations

from attrs import frozen


@frozen
class Entry:
    """The sentence of a fault in both languages; `grave` faults refuse the file."""

    it: str
    en: str
    grave: bool = True
