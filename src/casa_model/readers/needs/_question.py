"""A question of an interview, and how the household stands meanwhile."""

from __future__ import annotations

from attrs import frozen

from casa_model.readers.needs._uses import Use
from casa_model.rules.esito import Esito
from casa_model.rules.facts import Fatto


@frozen
class Question:
    """One fact that is asked, and why.

    `fatto` is its declaration: label, type and range, the labels of a choice, `prova`, the paper
    that proves it. `membro` is the place in `Fatti.membri`, from 0, of the member who is asked
    about; None for a fact of the household. `waiting` are the parts that wait for it:
    requirements, with their articles, the amount, keys of the ranking, reserves.
    """

    fatto: Fatto
    waiting: tuple[Use, ...]
    membro: int | None = None


@frozen
class Status:
    """How a household stands: the outcome, and what made it.

    `failed` and `unknown` are codes of requirements: false, and not known (those that nobody has
    read included). `mancano` are the facts still needed, as in a `Verdict`, without those of
    `indifferent`: facts that the rule names and whose value, whatever it is, changes nothing, as
    ``x or not x`` names `x`. Where there are any, `evaluate` about the facts of the interview may
    still say DA_COMPLETARE and name them: it will say `esito` once they have any value at all.
    Facts of members are told once, by name.
    """

    esito: Esito
    failed: tuple[str, ...]
    unknown: tuple[str, ...]
    mancano: tuple[str, ...]
    indifferent: tuple[str, ...] = ()
