"""A die that always falls the same way: numbers drawn from a seed, a place and a name."""

from __future__ import annotations

from hashlib import sha256
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_BITS = 128


class Dado:
    """The draws of one thing of one household; another thing has another die.

    What is drawn depends on the seed, the place and the name, and on nothing else: a fact more in
    the rules leaves all others as they were. It is SHA-256 of a counter, the same on every machine.
    """

    def __init__(self, seme: int, posto: int, nome: str) -> None:
        self._key = f"{seme}/{posto}/{nome}"
        self._count = 0

    def sotto(self, quanti: int) -> int:
        """A whole number from 0 up to `quanti`, excluded, each as likely (to one in 2^64)."""
        self._count += 1
        raw = sha256(f"{self._key}/{self._count}".encode()).digest()
        return int.from_bytes(raw[: _BITS // 8]) * quanti >> _BITS

    def tra(self, lo: int, hi: int) -> int:
        """A whole number from `lo` to `hi`, both included."""
        return lo + self.sotto(hi - lo + 1)

    def su_cento(self, quanti: int) -> bool:
        """True as many times as `quanti` out of a hundred."""
        return self.sotto(100) < quanti

    def pesato(self, pesi: Sequence[int]) -> int:
        """A place among some weights, as likely as its weight; not all are zero."""
        drawn = self.sotto(sum(pesi))
        return sum(drawn >= reached for reached in accumulate(pesi))
