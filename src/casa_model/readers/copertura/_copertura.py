"""What worked cases cover of a rule: each point covered, missing or impossible."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from attrs import frozen

from casa_model.readers.cases import Caso, StatoCaso, prova
from casa_model.readers.copertura._cerca import cercato
from casa_model.readers.copertura._chiesto import chiesto
from casa_model.readers.copertura._punti import punti
from casa_model.readers.copertura._punto import Punto
from casa_model.readers.copertura._ricerca import Impossibile, Trovato
from casa_model.rules.avviso import Avviso, measure_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from casa_model.readers.copertura._vede import Nucleo
    from casa_model.rules.misura import Misura


@frozen
class Coperto:
    """A point that some cases that pass see; `casi` are their codes, in their order."""

    punto: Punto
    casi: tuple[str, ...]


@frozen
class Mancante:
    """A point no case that passes sees; `nucleo` is the smallest household found that would.

    Without one it is not known whether there is any.
    """

    punto: Punto
    nucleo: Trovato | None


@frozen
class Escluso:
    """A point that nobody can see, and why: it does not count."""

    punto: Punto
    perche: Impossibile


Stato: TypeAlias = Coperto | Mancante | Escluso
"""How a point came out; the union is closed."""


@frozen
class Copertura:
    """What cases cover of the rules of `misura` (a code), point by point in the order of the rule.

    Only cases that pass cover. `fuori` are the codes of the cases that could not be asked (no day,
    another day, other facts), `da_scrivere` of those whose outcome nobody has written, `falliti`
    of those that the rule answers otherwise, `senza_importo` of those that pass and are admitted
    without a word on how much: of the amount they cover nothing. `senza_motivi` are those that pass
    and are not admitted for several reasons, without a word on which: they cover the outcome alone.
    `senza_mancano` are those that pass and are to be completed, with several things not known and
    without a word on which facts are missing: of those things they cover nothing.
    """

    misura: str
    punti: tuple[Stato, ...]
    fuori: tuple[str, ...] = ()
    da_scrivere: tuple[str, ...] = ()
    falliti: tuple[str, ...] = ()
    senza_importo: tuple[str, ...] = ()
    senza_motivi: tuple[str, ...] = ()
    senza_mancano: tuple[str, ...] = ()

    @property
    def coperti(self) -> tuple[Coperto, ...]:
        """The points that some case sees."""
        return tuple(stato for stato in self.punti if isinstance(stato, Coperto))

    @property
    def mancanti(self) -> tuple[Mancante, ...]:
        """The holes."""
        return tuple(stato for stato in self.punti if isinstance(stato, Mancante))

    @property
    def esclusi(self) -> tuple[Escluso, ...]:
        """The points that nobody can see."""
        return tuple(stato for stato in self.punti if isinstance(stato, Escluso))

    @property
    def percento(self) -> int:
        """How many in a hundred of the points that can be seen are; rounded down."""
        counted = len(self.coperti) + len(self.mancanti)
        return 100 if not counted else 100 * len(self.coperti) // counted

    @property
    def completa(self) -> bool:
        """Whether nothing is missing."""
        return not self.mancanti


def copertura(
    regole: Misura | Avviso, casi: Iterable[Caso], *, on: date | None = None
) -> Copertura:
    """What `casi` cover of a measure or a notice, on all the days on which it answers.

    The cases are tried as `casa_model.readers.cases.prova` tries them, and only those that pass
    count: of the others nobody has checked the answer. A case refused at the door of a notice
    covers nothing, for no rule was asked; of another the outcome is that of the notice. For each
    hole the smallest household is looked for (`cerca`), which may also prove that there is none.
    Raises as `prova` does.
    """
    tried = prova(regole, casi, on=on)
    misura = measure_of(regole)
    asked: list[tuple[str, Nucleo]] = []
    out: dict[StatoCaso, list[str]] = {stato: [] for stato in StatoCaso}
    for each in tried:
        nucleo = chiesto(misura, each, on=on) if each.superato else None
        if nucleo is not None:
            asked.append((each.caso.codice, nucleo))
        out[each.stato].append(each.caso.codice)
    return Copertura(
        misura.codice,
        tuple(_state(misura, punto, asked) for punto in punti(misura)),
        fuori=tuple(out[StatoCaso.NON_PROVATO]),
        da_scrivere=tuple(out[StatoCaso.DA_SCRIVERE]),
        falliti=tuple(out[StatoCaso.FALLITO]),
        senza_importo=tuple(codice for codice, nucleo in asked if nucleo.senza_importo),
        senza_motivi=tuple(codice for codice, nucleo in asked if nucleo.senza_motivi),
        senza_mancano=tuple(codice for codice, nucleo in asked if nucleo.senza_mancano),
    )


def _state(misura: Misura, punto: Punto, asked: list[tuple[str, Nucleo]]) -> Stato:
    seen = tuple(codice for codice, nucleo in asked if nucleo.vede(punto))
    if seen:
        return Coperto(punto, seen)
    found = cercato(misura, punto)
    if isinstance(found, Impossibile):
        return Escluso(punto, found)
    return Mancante(punto, found if isinstance(found, Trovato) else None)
