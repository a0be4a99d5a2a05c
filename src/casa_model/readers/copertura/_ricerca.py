"""What came of looking for a household that covers a point."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Final, TypeAlias

from attrs import field, frozen

from casa_model.rules.facts import Fatti
from casa_model.values import Testo

if TYPE_CHECKING:
    from casa_model.errors import Lang


class Ragione(StrEnum):
    """Why nobody can cover a point."""

    NON_VISTO = "non-visto"
    """Nobody here has read the requirement: it is not known for anybody."""
    SENZA_FATTI = "senza-fatti"
    """No fact is read: on every day the answer is the same for everybody."""
    NON_SI_MUOVE = "non-si-muove"
    """No number, day, truth or choice moves the comparison: nobody is one step away from it."""
    NESSUN_NUCLEO = "nessun-nucleo"
    """There is no such household, on any day, whatever is known of it."""
    NESSUN_AMMESSO = "nessun-ammesso"
    """Whoever comes to the point is not admitted, and only who is paid is told what it gives."""
    STESSA_CIFRA = "stessa-cifra"
    """Whoever comes to the point is paid the same, whatever it gave."""


_REASONS: Final = {
    Ragione.NON_VISTO: Testo(
        it="nessuno qui ha letto l'atto: è ignoto per tutti",
        en="nobody here has read the act: it is not known for anybody",
    ),
    Ragione.SENZA_FATTI: Testo(
        it="non dipende da nessun fatto del nucleo",
        en="it depends on no fact of the household",
    ),
    Ragione.NON_SI_MUOVE: Testo(
        it="nessun numero, giorno, sì o no o scelta muove il confronto",
        en="no number, day, truth or choice moves the comparison",
    ),
    Ragione.NESSUN_NUCLEO: Testo(
        it="dimostrato: nessun nucleo può arrivarci",
        en="proven: no household can come to it",
    ),
    Ragione.NESSUN_AMMESSO: Testo(
        it="dimostrato: nessun nucleo che ci arriva è ammesso",
        en="proven: no household that comes to it is admitted",
    ),
    Ragione.STESSA_CIFRA: Testo(
        it="dimostrato: a nessun nucleo cambierebbe la cifra",
        en="proven: to no household would the sum be another",
    ),
}


@frozen
class Trovato:
    """A household that covers the point, asked on a day."""

    fatti: Fatti = field(repr=False)
    on: date


@frozen
class Impossibile:
    """Nobody covers the point, however many members a household has: a proof, by its reason."""

    ragione: Ragione

    def render(self, lang: Lang) -> str:
        """The reason for people in `lang`."""
        return _REASONS[self.ragione].render(lang)


@frozen
class NonTrovato:
    """No household was found, and that there is none was not proven."""


Ricerca: TypeAlias = Trovato | Impossibile | NonTrovato
"""What came of a search; the union is closed."""
