"""The shipped sentences about the shipped measures: what the articles mean for every household."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casa_model.casa.edizione import _texts
from casa_model.readers.evaluate import evaluate
from casa_model.rules import quesiti as q
from casa_model.rules import tree as t
from casa_model.rules.facts import Fatti
from casa_model.rules.walk import of_days_alone

if TYPE_CHECKING:
    from collections.abc import Mapping

    from casa_model.rules.misura import Misura
    from casa_model.rules.quesiti import Proprieta, Quesito


def proprieta(
    misure: Mapping[str, Misura],
    *,
    scartate: list[str] | None = None,
    non_chieste: list[q.NonChiesta] | None = None,
) -> tuple[Proprieta, ...]:
    """The shipped sentences, asked about `misure`: the shipped ones, or others by their codes.

    A sentence that cannot be asked of these measures is a fault (`InvalidFile`). With `scartate` it
    is left out, and its code put there; with `non_chieste` too those that name what the measures
    have not are put there, and `scartate` are of a day on which one of theirs is not in force.
    """
    return tuple(
        each
        for text, file in _texts("proprieta")
        for each in q.leggi_proprieta(
            text, file=file, misure=misure, scartate=scartate, non_chieste=non_chieste
        )
    )


def di_altri_giorni(quesito: Quesito) -> bool:
    """Whether a question is about days other than that of the notice that it is asked of.

    It is so where the days that it speaks of leave nothing to ask, whoever asks: of a notice whose
    day is in 2024 `data_requisiti < data("2023-04-07") and …` is true for nobody. One that the day
    of the notice *breaks* is about that day. A measure of the law is asked on all its days: False.
    """
    fixed = quesito.contesto.misure[0].calendario
    if fixed is None:
        return False
    names = q.Vocabolario.di(quesito.contesto)
    unknown = t.Fact(next(iter(names.risposte[0].values())))

    def settled(phrase: t.Expr) -> bool | None:
        misura = names.misura(_days_of(phrase, unknown))
        return evaluate(misura, Fatti({}), on=fixed.giorno_norma).findings[0].esito

    match quesito:
        case q.GiornoVuoto():
            return True
        case q.Mai(frase=frase):
            return settled(frase) is False
        case q.Sempre(frase=frase):
            return settled(frase) is True
        case q.Implica(se=one, allora=other):
            return settled(t.Or((t.Not(one), other))) is True
        case q.Sovrappone(prima=one, seconda=other):
            return settled(t.And((one, other))) is False
        case q.Equivale(prima=one, seconda=other):
            truth = settled(one)
            return truth is not None and truth is settled(other)
        case _:
            return False


def _days_of(phrase: t.Expr, unknown: t.Fact) -> t.Expr:
    """A phrase of which only conditions on days are left: all others are not known."""
    match phrase:
        case t.And(args=args):
            return t.And(tuple(_days_of(each, unknown) for each in args))
        case t.Or(args=args):
            return t.Or(tuple(_days_of(each, unknown) for each in args))
        case t.Not(arg=arg):
            return t.Not(_days_of(arg, unknown))
        case _:
            return phrase if of_days_alone(phrase) else unknown
