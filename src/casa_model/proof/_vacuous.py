"""Is a yes one of nobody? Then it would be a yes whatever else was asked, and proves nothing."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from attrs import evolve

from casa_model.proof._somebody import nobody
from casa_model.rules import quesiti as q
from casa_model.rules import tree as t
from casa_model.rules.walk import of_days_alone

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from casa_model.proof._world import Limiti


def weighed(found: q.Dimostrazione, limiti: Limiti) -> q.Dimostrazione:
    """An answer, with whether it is a yes of nobody: that takes another search."""
    if found.risposta is not q.Risposta.SI:
        return found
    contesto = found.quesito.contesto
    match found.quesito:
        case q.Implica(se=se, allora=allora):
            names = q.Vocabolario.di(contesto)
            idle = nobody(contesto, names, (se,), limiti, (allora,)) is not None
            return evolve(found, a_vuoto=idle)
        case q.Mai(frase=frase):
            return _of_parts(found, frase, limiti)
        case q.Sempre(frase=frase):
            said = _of_parts(found, t.Not(frase), limiti)
            return said if said.vuota is None else evolve(said, vuota=_contrary(said.vuota))
        case q.Monotona() | q.StessaRisposta():
            read = contesto.letti()
            names = q.Vocabolario.interno(read.versioni)
            admitted = t.Fact(names.risposte[0][q.AMMESSA])
            return evolve(found, a_vuoto=nobody(read, names, (admitted,), limiti) is not None)
        case _:
            return found


def _of_parts(found: q.Dimostrazione, broken: t.Expr, limiti: Limiti) -> q.Dimostrazione:
    """A claim that a household breaks for whom all parts of a phrase are true.

    Where one part alone is true of nobody the others are not proven to matter. Where there is but
    one, and it is false of nobody either, nobody knows it of anybody. On a fixed day a part about
    days alone is left out: a sentence that splits the years is no slip on a day of one of them.
    """
    contesto = found.quesito.contesto
    whole = tuple(parts(broken))
    if len(whole) == 1:
        idle = _nobody(contesto, (t.Not(broken),), limiti) is not None
        return evolve(found, a_vuoto=idle)
    fixed = isinstance(contesto.giorni, date)
    some = [each for each in whole if not (fixed and of_days_alone(each))]
    never = _nobody(contesto, some, limiti)
    return evolve(found, a_vuoto=never is not None, vuota=never)


def _nobody(contesto: q.Contesto, frasi: Sequence[t.Expr], limiti: Limiti) -> t.Expr | None:
    return nobody(contesto, q.Vocabolario.di(contesto), frasi, limiti)


def parts(phrase: t.Expr) -> Iterator[t.Expr]:
    """The phrases that are all true where this one is."""
    match phrase:
        case t.And(args=args):
            for each in args:
                yield from parts(each)
        case t.Not(arg=t.Or(args=args)):
            for each in args:
                yield from parts(t.Not(each))
        case t.Not(arg=t.Not(arg=arg)):
            yield from parts(arg)
        case _:
            yield phrase


def _contrary(phrase: t.Expr) -> t.Expr:
    return phrase.arg if isinstance(phrase, t.Not) else t.Not(phrase)
