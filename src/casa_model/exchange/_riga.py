"""One row while it is read: its place, what it says, what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from casa_model.errors import Fault, Place

if TYPE_CHECKING:
    from casa_model.exchange._celle import Guasto
    from casa_model.exchange._colonne import Colonna


@frozen
class Riga:
    """A row: the values of its cells by column and its faults, both filled by the reader.

    `colonna` finds the 1-based column of a cell, by name: asked only when there is a fault.
    `membri` are the members that stand in the row itself; None when it names none.
    """

    file: str
    linea: int
    colonna: Callable[[str], int]
    valori: dict[str, Any] = field(factory=dict, repr=False)
    difetti: list[Fault] = field(factory=list)
    membri: list[dict[str, Any]] | None = field(default=None, repr=False)

    def difetto(self, code: str, cella: str, /, vicino: str | None = None, **data: object) -> None:
        """Add a fault at the cell `cella`."""
        place = Place(self.file, self.linea, self.colonna(cella))
        words = {key: str(word) for key, word in data.items()}
        self.difetti.append(Fault(code, place, words, vicino))

    def guasta(self, guasto: Guasto, colonna: Colonna, dove: str) -> None:
        """Add the fault of a cell that gave no value; `dove` names the cell."""
        bounds = colonna.limiti or colonna.atteso
        self.difetto(
            guasto.value,
            dove,
            nome=colonna.nome,
            atteso=colonna.atteso.it,
            atteso_en=colonna.atteso.en,
            esempio=colonna.esempio,
            limiti=bounds.it,
            limiti_en=bounds.en,
            decimali=colonna.decimali,
        )
