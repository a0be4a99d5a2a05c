"""Every fact that a notice asks beside those of its act: one household shows only some of them."""

from __future__ import annotations

from decimal import Decimal
from itertools import islice, product
from typing import TYPE_CHECKING, Final, assert_never

from attrs import evolve, frozen

from casa_model.casa.conforme._bordo import rifiuta_senza, verdetti
from casa_model.casa.confronta import cerca, non_decide
from casa_model.rules import tree as t
from casa_model.rules.esito import Esito
from casa_model.rules.facts import Fatti
from casa_model.rules.names import MEMBRI
from casa_model.rules.quesiti import Esempio, Risposta, Versione
from casa_model.rules.types import BoolType, ChoiceType, CodeType, DateType, NumberType
from casa_model.values import Euro

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from casa_model.casa.conforme._coppia import Coppia
    from casa_model.proof import Limiti
    from casa_model.rules.facts import Value
    from casa_model.rules.misura import Misura
    from casa_model.rules.types import Type

    Names = dict[str, str]


PROVE: Final = 256
"""How many ways to say what a household misses are tried."""


@frozen
class Chiesti:
    """The households that show what is asked; `tutti` is False where proof did not go to the end.

    The act admits each of them, the notice does not decide of it, and no fact that one misses was
    missed by one before it.
    """

    esempi: tuple[Esempio, ...]
    tutti: bool = True

    @property
    def nomi(self) -> frozenset[str]:
        """The facts that any of them misses."""
        return frozenset(nome for each in self.esempi for nome in each.verdetti[1].mancano)

    def in_ordine(self, misura: Misura) -> tuple[str, ...]:
        """The same as they are declared, the list of members first."""
        order = (MEMBRI, *(fatto.nome for fatto in misura.fatti))
        return tuple(nome for nome in order if nome in self.nomi)


def chiesti(coppia: Coppia, esempio: Esempio, *, limiti: Limiti | None) -> Chiesti:
    """What the other asks of whom the act admits, from one household that shows some of it.

    Those who know all of that are asked next, until the other leaves none of them undecided.
    """
    pair = (Versione(coppia.legge), Versione(coppia.altra))
    found = Chiesti((esempio,))
    while True:
        said = cerca(pair, coppia.giorno, _who_knows(coppia.altra, found.nomi), limiti=limiti)
        if said is None or said.esempio is None:
            return evolve(found, tutti=said is not None and said.risposta is Risposta.NO)
        found = Chiesti((*found.esempi, said.esempio))


def spiegati(coppia: Coppia, trovati: Chiesti, severi: Iterable[Esempio]) -> frozenset[str]:
    """Of what is asked, that for which the other also refuses somebody whom the act admits."""
    refused = [each.fatti for each in severi]
    refused += [fatti for each in trovati.esempi for fatti in _refused(coppia, each)]
    return frozenset(
        nome
        for nome in trovati.nomi
        if any(not rifiuta_senza(coppia, fatti, {nome}) for fatti in refused)
    )


def _refused(coppia: Coppia, esempio: Esempio) -> Iterator[Fatti]:
    """A household that the other refuses once it says what it misses, and the act does not.

    Tried are the ends of each fact of the household, as many together as `PROVE`.
    """
    missing = esempio.verdetti[1].mancano
    ends = {
        fatto.nome: _ends(fatto.tipo)
        for fatto in coppia.altra.fatti
        if fatto.nome in missing and not fatto.membro
    }
    known = esempio.fatti
    for values in islice(product(*ends.values()), PROVE):
        said = Fatti({**known.valori, **dict(zip(ends, values, strict=True))}, known.membri)
        act, other = verdetti(coppia, said)
        if (act.esito, other.esito) == (Esito.AMMESSO, Esito.NON_AMMESSO):
            yield said


def _ends(tipo: Type) -> tuple[Value, ...]:
    """Every value of a few, the two ends of many, a code that no rule is likely to name."""
    match tipo:
        case BoolType():
            return (True, False)
        case ChoiceType(values=values):
            return values
        case NumberType(euro=True, lo=lo, hi=hi):
            return (Euro(lo), Euro(hi))
        case NumberType(scale=scale, lo=lo, hi=hi):
            return (Decimal(lo).scaleb(-scale), Decimal(hi).scaleb(-scale))
        case DateType(lo=lo, hi=hi):
            return (lo, hi)
        case CodeType():
            return ("altro",)
        case _:
            assert_never(tipo)


def _who_knows(misura: Misura, nomi: Iterable[str]) -> Callable[[Names, Names], t.Expr]:
    """Of those who know some facts, whom the act admits and the other does not decide."""
    known = tuple(_known(misura, nome) for nome in sorted(nomi))
    return lambda one, other: t.And((non_decide(one, other), *known))


def _known(misura: Misura, nome: str) -> t.Expr:
    """A phrase that is true of whoever knows a fact, and of nobody else."""
    if nome == MEMBRI:
        return t.AllMembers(t.Truth(value=True))
    fatto = next(each for each in misura.fatti if each.nome == nome)
    read = t.MemberFact(nome) if fatto.membro else t.Fact(nome)
    truth = isinstance(fatto.tipo, BoolType)
    said = t.Or((read, t.Not(read))) if truth else t.Compare("==", read, read)
    return t.AllMembers(said) if fatto.membro else said
