"""Balances: of a commitment or a beneficiary, and of a whole line, with their percentages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field, frozen

from casa_model.values import ZERO, Euro
from casa_model.values._exact import exact

if TYPE_CHECKING:
    from decimal import Decimal


def percentuale(parte: Euro, tutto: Euro) -> Decimal | None:
    """How much `parte` is of `tutto`, in hundredths with two decimals; None of nothing.

    Exact, then rounded half away from zero.

    >>> percentuale(Euro(1), Euro(3))
    Decimal('33.33')
    """
    if tutto == ZERO:
        return None
    times, whole = abs(parte.cents) * 10_000, abs(tutto.cents)
    rounded = (2 * times + whole) // (2 * whole)
    below = rounded > 0 and (parte.cents < 0) != (tutto.cents < 0)
    return Euro(-rounded if below else rounded).decimal


@frozen(kw_only=True)
class Conto:
    """What was committed and paid, to one beneficiary or for one commitment.

    `impegnato` is what is committed still: economies and revocations have left it, and are told
    beside it.
    """

    impegnato: Euro = field(default=ZERO, validator=exact(Euro))
    liquidato: Euro = field(default=ZERO, validator=exact(Euro))
    economie: Euro = field(default=ZERO, validator=exact(Euro))
    revoche: Euro = field(default=ZERO, validator=exact(Euro))

    @property
    def da_liquidare(self) -> Euro:
        """Committed and not paid yet."""
        return self.impegnato - self.liquidato

    @property
    def percentuale_liquidato(self) -> Decimal | None:
        """Paid, of what is committed; None when nothing is."""
        return percentuale(self.liquidato, self.impegnato)

    def plus(self, other: Conto) -> Conto:
        """Both together."""
        return Conto(
            impegnato=self.impegnato + other.impegnato,
            liquidato=self.liquidato + other.liquidato,
            economie=self.economie + other.economie,
            revoche=self.revoche + other.revoche,
        )

    def negated(self) -> Conto:
        """The same amounts with the other sign."""
        return Conto(
            impegnato=-self.impegnato,
            liquidato=-self.liquidato,
            economie=-self.economie,
            revoche=-self.revoche,
        )


@frozen(kw_only=True)
class Saldi:
    """The balances of a line: what it is endowed with, and `conto`, what became of that."""

    stanziato: Euro = field(default=ZERO, validator=exact(Euro))
    conto: Conto = field(factory=Conto, validator=exact(Conto))

    @property
    def impegnato(self) -> Euro:
        """Committed still."""
        return self.conto.impegnato

    @property
    def liquidato(self) -> Euro:
        """Paid."""
        return self.conto.liquidato

    @property
    def disponibile(self) -> Euro:
        """Endowed and not committed: what can still be."""
        return self.stanziato - self.impegnato

    @property
    def da_liquidare(self) -> Euro:
        """Committed and not paid yet."""
        return self.conto.da_liquidare

    @property
    def percentuale_impegnato(self) -> Decimal | None:
        """Committed, of what is endowed; None when nothing is."""
        return percentuale(self.impegnato, self.stanziato)

    @property
    def percentuale_liquidato(self) -> Decimal | None:
        """Paid, of what is endowed; None when nothing is. Of what is committed, see `conto`."""
        return percentuale(self.liquidato, self.stanziato)

    def plus(self, other: Saldi) -> Saldi:
        """Both together."""
        return Saldi(stanziato=self.stanziato + other.stanziato, conto=self.conto.plus(other.conto))

    def minus(self, other: Saldi) -> Saldi:
        """What is in this and not in `other`; below zero where `other` has more."""
        return self.plus(Saldi(stanziato=-other.stanziato, conto=other.conto.negated()))
