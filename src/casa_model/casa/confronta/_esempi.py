"""A household that two versions treat otherwise, found by proof, or that there is none.

It needs the extra `proof`, which is loaded when it is asked and not before.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Final

from attrs import evolve, field, frozen

from casa_model.casa.confronta._effetto import Effetto
from casa_model.rules import quesiti as q
from casa_model.rules import tree as t
from casa_model.rules.quesiti import AMMESSA, DA_COMPLETARE, IMPORTO, NON_AMMESSA

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from casa_model.casa.confronta._confronta import Confronto
    from casa_model.casa.confronta._versione import Versione
    from casa_model.proof import Limiti

    Names = dict[str, str]
    Claim = Callable[[Names, Names], t.Expr | None]
    Always = Callable[[Names, Names], t.Expr]


@frozen
class Trovato:
    """What proof says of a claim about two versions: a household, none, or that it does not know.

    `risposta` is `SI` with an `esempio`, `NO` where it is proven that there is none within
    `confini`, `NON_SO` where nobody knows and `perche` says why. `senza_non_letti` says that what
    nobody has read was left out, also of what is said of the household.
    """

    risposta: q.Risposta
    confini: q.Confini
    esempio: q.Esempio | None = field(default=None, repr=False)
    perche: q.Perche | None = None
    senza_non_letti: bool = field(default=False, kw_only=True)


@frozen
class Prova:
    """Whether a change has an effect on anybody."""

    effetto: Effetto
    trovato: Trovato


def prove(confronto: Confronto, *, limiti: Limiti | None = None) -> Iterator[Prova]:
    """For each effect of a change, a household that has it, or that there is none.

    A version that asks what nobody has read admits nobody, and "nobody is due more" would be true
    of it whatever it pays: where nobody has the effect, that is left out of it, and the household
    is looked for again.

    Raises `MissingExtra` when the extra `proof` is not installed; `IllTyped` when the two versions
    give one name to two kinds of fact.
    """
    giorno = confronto.ora.giorno
    whole = q.Contesto((_question(confronto.prima), _question(confronto.ora)), giorno)
    unread = whole.non_letti
    asked = (whole, whole.letti()) if unread else (whole,)
    for effetto, claims in CLAIMS.items():
        found = None
        for contesto, claim in product(asked, claims):
            one, other = contesto.versioni
            found = cerca((one, other), giorno, claim, limiti=limiti)
            if found is not None and contesto is not whole:
                confini = evolve(found.confini, non_letti=unread)
                found = evolve(found, confini=confini, senza_non_letti=True)
            if found is None or found.risposta is not q.Risposta.NO:
                break
        if found is not None:
            yield Prova(effetto, found)


def _question(versione: Versione) -> q.Versione:
    return q.Versione(versione.misura, al=versione.giorno)


def cerca(
    versioni: tuple[q.Versione, ...],
    giorno: date,
    claim: Callable[..., t.Expr | None],
    *,
    limiti: Limiti | None = None,
) -> Trovato | None:
    """A household for which a claim about some versions is true; None where it cannot be asked.

    The claim is made from the names of the answers of each version, in order. What is found was
    asked of `evaluate` too. Raises as `prove` does.
    """
    from casa_model.proof import Limiti, dimostra  # noqa: PLC0415 - z3 is loaded when it is asked

    contesto = q.Contesto(versioni, giorno)
    frase = claim(*q.Vocabolario.di(contesto).risposte)
    if frase is None:
        return None
    asked = q.Sovrappone(contesto, frase, t.Truth(value=True))
    answer = dimostra(asked, limiti=Limiti() if limiti is None else limiti)
    shown = answer.esempi[0] if answer.esempi else None
    return Trovato(answer.risposta, answer.confini, shown, answer.perche)


def _turns(nome: str, before: str) -> Always:
    """From one outcome to another."""

    def claim(one: Names, other: Names) -> t.Expr:
        return t.And((t.Fact(other[nome]), t.Fact(one[before])))

    return claim


def _paid(sign: t.Op) -> Claim:
    def claim(one: Names, other: Names) -> t.Expr | None:
        if IMPORTO not in one and IMPORTO not in other:
            return None
        amounts = (_amount(other), _amount(one))
        return t.And((t.Fact(one[AMMESSA]), t.Fact(other[AMMESSA]), t.Compare(sign, *amounts)))

    return claim


def _amount(names: Names) -> t.Expr:
    """What a version pays: nothing, where it pays nobody."""
    return t.Fact(names[IMPORTO]) if IMPORTO in names else t.Number(0, 2)


ammette_di_piu: Final = _turns(AMMESSA, NON_AMMESSA)
"""The second admits whom the first does not."""

ammette_di_meno: Final = _turns(NON_AMMESSA, AMMESSA)
"""The second does not admit whom the first does."""

non_decide: Final = _turns(DA_COMPLETARE, AMMESSA)
"""The second has to be completed for whom the first admits: it asks for more facts."""

paga_di_piu: Final = _paid(">")
"""Both admit, and the second pays more."""

paga_di_meno: Final = _paid("<")
"""Both admit, and the second pays less."""

CLAIMS: Final[dict[Effetto, tuple[Claim, ...]]] = {
    Effetto.GUADAGNA: (ammette_di_piu, _turns(AMMESSA, DA_COMPLETARE)),
    Effetto.PERDE: (ammette_di_meno, _turns(NON_AMMESSA, DA_COMPLETARE)),
    Effetto.INCERTO: (_turns(DA_COMPLETARE, AMMESSA), _turns(DA_COMPLETARE, NON_AMMESSA)),
    Effetto.DI_PIU: (paga_di_piu,),
    Effetto.DI_MENO: (paga_di_meno,),
}
"""What is claimed of a household on which a change has an effect, as `effetto_di` has it.

The plainest claim stands first: from admitted to not admitted, before what nobody had decided.
"""
