"""Two rankings of the same population: who comes in, who goes out, who moves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field, frozen

from casa_model.graduatorie import Stato
from casa_model.values import Euro

if TYPE_CHECKING:
    from casa_model.graduatorie import Graduatoria, Posizione


@frozen
class Posto:
    """A place in both rankings; None where there is none. What is paid never shows in a `repr`."""

    riferimento: str
    rango_prima: int | None
    rango_ora: int | None
    stato_prima: Stato | None
    stato_ora: Stato | None
    pagato_prima: Euro | None = field(default=None, repr=False)
    pagato_ora: Euro | None = field(default=None, repr=False)

    @property
    def differenza(self) -> int | None:
        """How many cents more are paid; None where one of the two pays no money."""
        if self.pagato_prima is None or self.pagato_ora is None:
            return None
        return self.pagato_ora.cents - self.pagato_prima.cents


@frozen
class Spostamenti:
    """How a ranking changes. All places are there, by the new rank, those that went out last."""

    posti: tuple[Posto, ...]

    @property
    def entrano(self) -> tuple[Posto, ...]:
        """Who was not in the ranking, and is."""
        return tuple(each for each in self.posti if each.rango_prima is None)

    @property
    def escono(self) -> tuple[Posto, ...]:
        """Who was in the ranking, and is not."""
        return tuple(each for each in self.posti if each.rango_ora is None)

    @property
    def cambiano(self) -> tuple[Posto, ...]:
        """Who is in both, at another rank."""
        both = (e for e in self.posti if e.rango_prima is not None and e.rango_ora is not None)
        return tuple(each for each in both if each.rango_prima != each.rango_ora)

    @property
    def pagamento_diverso(self) -> tuple[Posto, ...]:
        """Who is in both, with another outcome by the two endowments, where both are known."""
        unknown = (None, Stato.NON_ASSEGNATA)
        both = (e for e in self.posti if not {e.stato_prima, e.stato_ora}.intersection(unknown))
        return tuple(each for each in both if each.stato_prima is not each.stato_ora)

    @property
    def importo_diverso(self) -> tuple[Posto, ...]:
        """Who has the same outcome by both endowments, and is paid another amount."""
        same = (each for each in self.posti if each.stato_prima is each.stato_ora)
        return tuple(each for each in same if each.differenza)


def spostamenti(prima: Graduatoria, ora: Graduatoria) -> Spostamenti:
    """The places of two rankings, side by side."""
    then, today = ({p.riferimento: p for p in side.posizioni} for side in (prima, ora))
    names = (*today, *(name for name in then if name not in today))
    return Spostamenti(tuple(_posto(name, then.get(name), today.get(name)) for name in names))


def _posto(riferimento: str, prima: Posizione | None, ora: Posizione | None) -> Posto:
    return Posto(
        riferimento,
        None if prima is None else prima.rango,
        None if ora is None else ora.rango,
        None if prima is None else prima.stato,
        None if ora is None else ora.stato,
        None if prima is None else prima.pagato,
        None if ora is None else ora.pagato,
    )
