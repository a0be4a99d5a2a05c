"""What was read from a file of applications: the sound ones, and what is wrong with the others."""

from __future__ import annotations

from attrs import field, frozen

from casa_model.errors import Fault
from casa_model.nuclei import Domanda


def _how_many(values: tuple[object, ...]) -> str:
    return f"<{len(values)}>"


@frozen
class Scartata:
    """A row that gave no application: its line, its faults, and its reference if it was read."""

    linea: int
    riferimento: str | None
    difetti: tuple[Fault, ...] = field(repr=_how_many)


@frozen
class Lette:
    """Applications and faults of one file; nothing is lost.

    `righe` counts the rows of the file, header and blank rows apart: it equals the applications
    plus the broken rows. A broken row has at least one fault at its own line; faults of the
    members' file are told at its lines too.

    `scartate` are the broken rows in order, each with all its faults; `colonne` the columns of the
    files, or in NDJSON the keys that some line gives a value to.

    `spiegati` are those of `difetti` that advice on their whole file explains: a person need not
    read them one by one, and `detti` leaves them out.
    """

    domande: tuple[Domanda, ...] = field(repr=_how_many)
    difetti: tuple[Fault, ...] = field(repr=_how_many)
    righe: int
    scartate: tuple[Scartata, ...] = field(default=(), repr=False)
    colonne: frozenset[str] = field(default=frozenset(), repr=False)
    spiegati: tuple[Fault, ...] = field(default=(), repr=False)

    @property
    def detti(self) -> tuple[Fault, ...]:
        """The faults to tell a person: all but those that advice on their file explains."""
        explained = set(self.spiegati)
        return tuple(fault for fault in self.difetti if fault not in explained)

    @property
    def guaste(self) -> int:
        """How many rows gave no application."""
        return self.righe - len(self.domande)
