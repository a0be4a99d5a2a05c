"""How the decimals of a file seem to be written, beside how they were declared."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import define

from casa_model.errors import Fault, Place

if TYPE_CHECKING:
    from casa_model.exchange._celle import Decimali

_WRITTEN: Final[dict[Decimali, str]] = {"it": "9.360,00", "plain": "9360.00"}
_OTHER: Final[dict[Decimali, Decimali]] = {"it": "plain", "plain": "it"}


def altra(forma: Decimali) -> Decimali:
    """The other way of writing decimals."""
    return _OTHER[forma]


@define
class Scrittura:
    """Cells with decimals of a file: how many are as declared, how many as the other way has it."""

    sue: int = 0
    altre: int = 0
    prima: int = 0

    def altrimenti(self, linea: int) -> None:
        """Count a cell that only the other way can read."""
        self.prima = self.prima or linea
        self.altre += 1

    def consiglio(self, file: str, dichiarata: Decimali) -> Fault | None:
        """The advice about the file, at the first row that shows it; None when there is none."""
        if self.altre <= self.sue:
            return None
        scritta = altra(dichiarata)
        words = {
            "dichiarata": dichiarata,
            "esempio": _WRITTEN[dichiarata],
            "scritta": scritta,
            "altro": _WRITTEN[scritta],
        }
        return Fault("decimali-diversi", Place(file, self.prima, 1), words)
