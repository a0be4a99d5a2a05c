"""The ledger of a line: it takes entries one after another, and never lets one break it."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING

from attrs import field, frozen

from casa_model.errors import IllTyped
from casa_model.programma._codici import kebab
from casa_model.programma.orari._roma import exact_day
from casa_model.programma.spesa._conti import Conti
from casa_model.programma.spesa._effetto import effetto
from casa_model.programma.spesa._movimenti import KINDS, Movimento
from casa_model.programma.spesa._stato import StatoLinea, stato_linea
from casa_model.values._exact import exact

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from casa_model.programma.spesa._saldi import Saldi


@frozen(eq=False, repr=False)
class Registro:
    """The entries of the line whose code is `linea`, in order; empty to begin with.

    INVARIANT: at the end of every entry, committed is not above endowed; paid is not above
    committed, in all and for each commitment; nothing is below zero; days do not go back; every
    code is unique. There is no way to take an entry out: what was wrong is corrected by another.

    A ledger never changes: `registra` gives a new one, and this one stays what it was. Two ledgers
    are equal when line and entries are. Entries come in only through `registra`; `attrs.evolve`
    keeps them.
    """

    linea: str = field(validator=kebab)
    _conti: Conti = field(factory=Conti, validator=exact(Conti), kw_only=True, alias="_conti")

    @property
    def movimenti(self) -> tuple[Movimento, ...]:
        """The entries, in the order in which they were recorded."""
        return tuple(each for _, each in self._conti.movimenti.items())

    @property
    def saldi(self) -> Saldi:
        """The balances after the last entry."""
        return self._conti.saldi

    @property
    def ultimo(self) -> date | None:
        """The day of the last entry, None when there is none: the next may not be earlier."""
        return self._conti.ultimo

    def registra(self, movimento: Movimento) -> Registro:
        """The ledger with one entry more.

        Raises `RefusedEntry`, whose `codice` is the reason, when the entry would break an
        invariant; `IllTyped` when it is no entry.
        """
        if type(movimento) not in KINDS:
            raise IllTyped(
                it="si registra un movimento (`Stanziamento`, `Impegno`, `Liquidazione`, "
                "`Economia`, `Revoca`, `Rettifica`); passa uno di quelli",
                en="what is recorded is an entry (`Stanziamento`, `Impegno`, `Liquidazione`, "
                "`Economia`, `Revoca`, `Rettifica`); pass one of those",
            )
        return self._with(self._conti.plus(movimento, effetto(self._conti, movimento)))

    def registra_tutti(self, movimenti: Iterable[Movimento]) -> Registro:
        """The ledger with all these entries more, in their order, or none of them.

        Raises what `registra` does, for the first entry that is refused.
        """
        return reduce(Registro.registra, movimenti, self)

    def stato(self, *, on: date) -> StatoLinea:
        """How the line stood at the end of the day `on`; later entries change nothing of it.

        Raises `IllTyped` when `on` is no day. A day before the last entry costs a reading of the
        entries of its year; from the last entry on, the balances are ready.
        """
        return stato_linea(self.linea, on, self._until(exact_day(on)))

    def _until(self, day: date) -> Conti:
        if self.ultimo is None or self.ultimo <= day:
            return self._conti
        # Days do not go back, so that what was recorded by then is the head of the ledger, and
        # what comes after cannot have a part in it.
        ends = (end for end in reversed(self._conti.prima) if end.ultimo and end.ultimo <= day)
        past = next(ends, Conti())
        start = past.ultimo
        for each in self.movimenti:
            if (start is None or start < each.giorno) and each.giorno <= day:
                past = past.plus(each, effetto(past, each))
        return past

    def _with(self, conti: Conti) -> Registro:
        return Registro(self.linea, _conti=conti)

    def __eq__(self, other: object) -> bool:
        if type(other) is not Registro:
            return NotImplemented
        return self.linea == other.linea and self.movimenti == other.movimenti

    def __hash__(self) -> int:
        return hash((self.linea, self.movimenti))

    def __repr__(self) -> str:
        return f"<Registro {self.linea}: {len(self.movimenti)} movimenti>"
