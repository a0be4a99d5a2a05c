"""Two rankings of the same population: who comes in, who goes out, who moves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from casa_model.graduatorie import Stato

if TYPE_CHECKING:
    from casa_model.graduatorie import Graduatoria, Posizione


@frozen
class Posto:
    """A place in both rankings; None where there is none."""

    riferimento: str
    rango_prima: int | None
    rango_ora: int | None
    stato_prima: Stato | None
    stato_ora: Stato | None


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
        """Who is in both, and whom the two endowments, where both are known, treat otherwise."""
        unknown = (None, Stato.NON_ASSEGNATA)
        both = (e for e in self.posti if not {e.stato_prima, e.stato_ora}.intersection(unknown))
        return tuple(each for each in both if each.stato_prima is not each.stato_ora)


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
    )
