"""The facts that measures asked together declare: one name is one fact."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from casa_model.errors import IllTyped
from casa_model.rules.porta import DATA_DOMANDA
from casa_model.rules.types import FIRST_DAY, LAST_DAY, ChoiceType, DateType, NumberType, Type

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from casa_model.rules.facts import Fatto
    from casa_model.rules.misura import Misura

APERTURA: Final = "apertura"
CHIUSURA: Final = "chiusura"


@frozen
class Vocabulary:
    """What some measures declare, together: name by name, household and members apart.

    `narrowed` are the facts of which one measure takes values that another does not.
    """

    household: dict[str, Type]
    member: dict[str, Type]
    narrowed: set[str] = field(factory=set)

    @classmethod
    def of(cls, misure: Iterable[Misura]) -> Vocabulary:
        """The declarations of some measures; ranges that differ are narrowed to what all take.

        Of a notice, and of notices with the same terms, applications are made within the terms: an
        answer speaks of no others. Raises `IllTyped` when two measures declare a name as two kinds
        of fact.
        """
        found = cls({}, {})
        terms: set[tuple[date, date]] = set()
        for misura in misure:
            terms.add(_terms(misura))
            for fatto in misura.fatti:
                found.declare(fatto)
        if len(terms) == 1:
            found.within(*terms.pop())
        return found

    def within(self, first: date, last: date) -> None:
        """The day of an application is one of these, as far as it may be one of them."""
        tipo = self.household.get(DATA_DOMANDA)
        if isinstance(tipo, DateType):
            lo, hi = max(tipo.lo, first), min(tipo.hi, last)
            self.household[DATA_DOMANDA] = DateType(lo, hi) if lo <= hi else tipo

    def declare(self, fatto: Fatto) -> None:
        """One declaration more."""
        mine, others = (
            (self.member, self.household) if fatto.membro else (self.household, self.member)
        )
        tipo = _narrowed(mine.get(fatto.nome, fatto.tipo), fatto.tipo)
        if tipo is None or fatto.nome in others:
            raise IllTyped(
                it=f"`{fatto.nome}` è dichiarato in due modi dalle misure messe a confronto; "
                "usa due nomi",
                en=f"`{fatto.nome}` is declared in two ways by the measures asked together; "
                "use two names",
            )
        if not _same_values(tipo, mine.get(fatto.nome, tipo), fatto.tipo):
            self.narrowed.add(fatto.nome)
        mine[fatto.nome] = tipo


def _terms(misura: Misura) -> tuple[date, date]:
    """From which day to which a notice takes applications; a measure of the law always does."""
    days = {} if misura.calendario is None else dict(misura.calendario.date)
    return days.get(APERTURA, FIRST_DAY), days.get(CHIUSURA, LAST_DAY)


def _same_values(*types: Type) -> bool:
    """Whether all take the same values, in whatever order they are listed."""
    first, *others = (
        ChoiceType(tuple(sorted(each.values))) if isinstance(each, ChoiceType) else each
        for each in types
    )
    return all(other == first for other in others)


def _narrowed(one: Type, other: Type) -> Type | None:
    """The values that two declarations both take; None when there is none."""
    match one, other:
        case NumberType(), NumberType() if (one.scale, one.euro) == (other.scale, other.euro):
            lo, hi = max(one.lo, other.lo), min(one.hi, other.hi)
            return NumberType(one.scale, one.euro, lo, hi) if lo <= hi else None
        case DateType(), DateType():
            first, last = max(one.lo, other.lo), min(one.hi, other.hi)
            return DateType(first, last) if first <= last else None
        case ChoiceType(values=values), ChoiceType(values=others):
            shared = tuple(value for value in values if value in others)
            return ChoiceType(shared) if shared else None
        case _:
            return one if one == other else None
