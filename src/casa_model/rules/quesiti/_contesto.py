"""What a question is about: measures, each by the law of a day, and the day of the question."""

from __future__ import annotations

from datetime import date
from typing import TypeAlias

from attrs import field, frozen

from casa_model.errors import IllTyped
from casa_model.rules.misura import Misura
from casa_model.values import Vigenza
from casa_model.values._exact import exact

Giorni: TypeAlias = date | Vigenza
"""A day, or all the days of a period."""


@frozen
class Versione:
    """A measure by the law of the day `al`; None stands for the day of the question.

    A notice has its law, whatever the day.
    """

    misura: Misura = field(validator=exact(Misura))
    al: date | None = field(default=None, validator=exact(date, optional=True))


@frozen
class Contesto:
    """One measure or several, asked together about the same household, on a day or on all days.

    Raises `IllTyped` when there is none.
    """

    versioni: tuple[Versione, ...] = field(validator=exact(tuple))
    giorni: Giorni = field()

    @versioni.validator
    def _some(self, _attribute: object, value: tuple[object, ...]) -> None:
        if not value or any(type(each) is not Versione for each in value):
            raise IllTyped(
                it="un quesito vuole almeno una misura; passa `(Versione(misura),)`",
                en="a question wants a measure at least; pass `(Versione(measure),)`",
            )

    @giorni.validator
    def _days(self, _attribute: object, value: object) -> None:
        if type(value) is not date and type(value) is not Vigenza:
            raise IllTyped(
                it="`giorni` non è un giorno né una `Vigenza`; passa una `date` senza ora",
                en="`giorni` is neither a day nor a `Vigenza`; pass a `date` without a time",
            )

    @classmethod
    def di(cls, *misure: Misura, giorni: Giorni) -> Contesto:
        """Some measures by the law of the day of the question."""
        return cls(tuple(map(Versione, misure)), giorni)

    @property
    def misure(self) -> tuple[Misura, ...]:
        """The measures, in order."""
        return tuple(versione.misura for versione in self.versioni)
