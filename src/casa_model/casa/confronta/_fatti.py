"""A population that both versions can read: the facts of either, each version its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from casa_model.errors import InvalidValue
from casa_model.rules.declared import declared
from casa_model.rules.types import ChoiceType, DateType, NumberType

if TYPE_CHECKING:
    from collections.abc import Iterable

    from casa_model.nuclei import Domanda
    from casa_model.rules.facts import Fatto
    from casa_model.rules.misura import Misura
    from casa_model.rules.types import Type


def di_entrambe(prima: Misura, ora: Misura) -> Misura:
    """The second measure with the facts of both: what a population is read by.

    A fact that both declare takes any value that either does. Raises `InvalidValue` when they give
    one name to two kinds of fact.
    """
    then = {fatto.nome: fatto for fatto in prima.fatti}
    now = {fatto.nome: fatto for fatto in ora.fatti}
    both = tuple(_joined(then.get(n), now.get(n)) for n in dict.fromkeys((*now, *then)))
    return evolve(ora, fatti=both)


def _joined(one: Fatto | None, other: Fatto | None) -> Fatto:
    if one is None or other is None:
        found = one or other
        assert found is not None  # noqa: S101 - one of the two declares it
        return found
    kind = None if one.membro is not other.membro else _wider(one.tipo, other.tipo)
    if kind is None:
        raise InvalidValue(
            it=f"`{one.nome}` è di due tipi nelle due regole, e una popolazione non vale per "
            "entrambe; dagli due nomi",
            en=f"`{one.nome}` is of two types in the two rules, and no population does for both; "
            "give it two names",
        )
    return evolve(other, tipo=kind)


def _wider(one: Type, other: Type) -> Type | None:
    """A type with the values of both; None when they are of two kinds."""
    match one, other:
        case NumberType(euro=money), NumberType(euro=also) if money is also:
            scale = max(one.scale, other.scale)
            a, b = one.at(scale), other.at(scale)
            return evolve(b, lo=min(a.lo, b.lo), hi=max(a.hi, b.hi))
        case DateType(), DateType():
            return DateType(min(one.lo, other.lo), max(one.hi, other.hi))
        case ChoiceType(), ChoiceType():
            return ChoiceType(tuple(dict.fromkeys((*other.values, *one.values))))
        case _ if one == other:
            return one
        case _:
            return None


def dichiarate(misura: Misura, domande: Iterable[Domanda]) -> list[Domanda]:
    """Applications with the facts that a measure declares, and no other."""
    return [evolve(domanda, fatti=declared(misura, domanda.fatti)) for domanda in domande]
