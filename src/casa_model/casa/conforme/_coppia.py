"""The act and what is held against it: asked the same questions, about the same households."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Final

from attrs import evolve, field, frozen

from casa_model.casa.conforme._bordo import al_bordo, letti
from casa_model.casa.conforme._chiesti import Chiesti, chiesti, spiegati
from casa_model.casa.conforme._codice import Codice, provati
from casa_model.casa.conforme._rilievo import Rilievo
from casa_model.casa.conforme._verso import Verso
from casa_model.casa.conforme._voci import voci_diverse
from casa_model.casa.confronta import (
    ammette_di_meno,
    ammette_di_piu,
    cerca,
    non_decide,
    paga_di_meno,
    paga_di_piu,
)
from casa_model.rules.esito import Esito, Verdict
from casa_model.rules.misura import Misura
from casa_model.rules.quesiti import Confini, Risposta, Versione

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from casa_model.proof import Limiti

    _Shows = Callable[[Verdict, Verdict], bool]


@frozen
class Coppia:
    """The act, and the notice or the act with one difference, by the law of one day.

    `voci` are the items of the act that the notice replaces, each with the code that it has there.
    """

    legge: Misura
    altra: Misura
    giorno: date
    voci: Mapping[str, str] = field(factory=dict[str, str])

    def rilievi(
        self, parte: str, nome: str, *, limiti: Limiti | None
    ) -> tuple[tuple[Rilievo, ...], Confini]:
        """Each way in which the other is not what the act says, with a household at the edge."""
        found: list[Rilievo] = []
        bounds = Confini(None, (self.giorno,))
        pair = (Versione(self.legge), Versione(self.altra))
        asked = provati(parte)
        for verso, (claim, shows) in _CLAIMS.items():
            if verso not in asked:
                continue
            said = cerca(pair, self.giorno, claim, limiti=limiti)
            if said is None:
                continue
            bounds = said.confini
            if said.esempio is not None:
                edge = said.esempio if shows is None else al_bordo(self, said.esempio, shows)
                one = Rilievo(str(Codice(parte, nome, verso)), parte, nome, verso, edge)
                if verso is Verso.PIU_ESIGENTE:
                    asked_more = chiesti(self, edge, limiti=limiti)
                    if self._said_already(asked_more, found):
                        continue
                    all_of_them = asked_more.in_ordine(self.altra)
                    one = evolve(one, chiesti=all_of_them, tutti_chiesti=asked_more.tutti)
                found.append(one)
            elif said.risposta is Risposta.NON_SO:
                code = Codice(parte, nome, Verso.NON_SO, verso)
                found.append(Rilievo(str(code), parte, nome, Verso.NON_SO, perche=said.perche))
        if Verso.VOCI_DIVERSE in asked and not any(each.verso in _AMOUNTS for each in found):
            found += self._items(parte, nome, limiti)
        return tuple(found), bounds

    def _items(self, parte: str, nome: str, limiti: Limiti | None) -> Iterator[Rilievo]:
        """Where the total is never another: the items that it is made of."""
        verso, said = Verso.VOCI_DIVERSE, voci_diverse(self, limiti=limiti)
        if said is None or said.risposta is Risposta.NO:
            return
        if said.esempio is None:
            code = Codice(parte, nome, Verso.NON_SO, verso)
            yield Rilievo(str(code), parte, nome, Verso.NON_SO, perche=said.perche)
            return
        pair = evolve(said.esempio, verdetti=said.esempio.verdetti[:2])
        yield Rilievo(str(Codice(parte, nome, verso)), parte, nome, verso, pair)

    def _said_already(self, asked: Chiesti, found: Iterable[Rilievo]) -> bool:
        """Whether a notice asks only what the act reads too, or what it refuses somebody for."""
        severe = [r.esempio for r in found if r.verso is Verso.PIU_SEVERO and r.esempio is not None]
        return bool(severe) and asked.nomi <= letti(self.legge) | spiegati(self, asked, severe)


def _turns(before: Esito, now: Esito) -> _Shows:
    return lambda act, other: act.esito is before and other.esito is now


_AMOUNTS: Final = frozenset({Verso.IMPORTO_PIU_ALTO, Verso.IMPORTO_PIU_BASSO})

_CLAIMS: Final = {
    Verso.PIU_LARGO: (ammette_di_piu, _turns(Esito.NON_AMMESSO, Esito.AMMESSO)),
    Verso.PIU_SEVERO: (ammette_di_meno, _turns(Esito.AMMESSO, Esito.NON_AMMESSO)),
    Verso.PIU_ESIGENTE: (non_decide, None),
    Verso.IMPORTO_PIU_ALTO: (paga_di_piu, None),
    Verso.IMPORTO_PIU_BASSO: (paga_di_meno, None),
}
"""What is asked of the two, and the same of two verdicts; what
is missing, or an amount, has no line to go to."""
