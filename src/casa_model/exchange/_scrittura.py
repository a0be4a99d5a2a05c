"""How the decimals of a file seem to be written, beside how they were declared."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import define, field

from casa_model.errors import Fault, Place

if TYPE_CHECKING:
    from collections.abc import Iterable

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
    altre: list[Fault] = field(factory=list)
    """The faults of the cells that only the other way can read."""

    def consiglio(self, file: str, dichiarata: Decimali) -> Fault | None:
        """The advice about the file, at the first row that shows it; None when there is none."""
        if len(self.altre) <= self.sue:
            return None
        scritta = altra(dichiarata)
        words = {
            "dichiarata": dichiarata,
            "esempio": _WRITTEN[dichiarata],
            "scritta": scritta,
            "altro": _WRITTEN[scritta],
            "righe": str(len({fault.place.line for fault in self.altre})),
        }
        return Fault("decimali-diversi", Place(file, self.altre[0].place.line, 1), words)


def spiegati(altre: Iterable[Fault], difetti: Iterable[Fault]) -> tuple[Fault, ...]:
    """The faults that the advice explains: those of cells (`altre`), and what comes of them.

    A member whose row has no other fault breaks its application only for that.
    """
    cells = set(altre)
    told = tuple(difetti)
    others = {(fault.place.file, str(fault.place.line)) for fault in told if fault not in cells}
    rows = {(fault.place.file, str(fault.place.line)) for fault in cells} - others
    return tuple(
        fault
        for fault in told
        if fault in cells
        or (fault.code == "membro-guasto" and (fault.data["file"], fault.data["riga"]) in rows)
    )
