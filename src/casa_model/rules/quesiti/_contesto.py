"""What a question is about: measures, each by the law of a day, and the day of the question."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, TypeAlias

from attrs import evolve, field, frozen

from casa_model.errors import IllTyped
from casa_model.rules.misura import Misura
from casa_model.values import Vigenza
from casa_model.values._exact import exact

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from casa_model.rules.misura import Calendario

Giorni: TypeAlias = date | Vigenza
"""A day, or all the days of a period."""


@frozen
class Versione:
    """A measure by the law of the day `al`; None stands for the day of the question.

    A notice has its law, whatever the day. `nome` is the code that phrases call the measure by,
    None where it is its own: a notice is asked the sentences about the measure that it applies.
    """

    misura: Misura = field(validator=exact(Misura))
    al: date | None = field(default=None, validator=exact(date, optional=True))
    nome: str | None = field(default=None, validator=exact(str, optional=True))

    @property
    def codice(self) -> str:
        """The code that phrases call the measure by."""
        return self.misura.codice if self.nome is None else self.nome

    def non_letti(self, giorni: Giorni) -> tuple[str, ...]:
        """The requirements that nobody has read, of those that are law on some of the days asked.

        A measure that has one admits nobody on such a day.
        """
        fixed = self.misura.calendario
        law = (self.al or giorni) if fixed is None else fixed.giorno_norma
        days = law if isinstance(law, Vigenza) else Vigenza(law, law)
        unread = (r for r in self.misura.requisiti if r.non_visto)
        return tuple(r.codice for r in unread if r.vigenza is None or r.vigenza.sovrappone(days))


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
        """Some measures by the law of the day of the question: see `delle`."""
        return cls.delle(map(Versione, misure), giorni=giorni)

    @classmethod
    def delle(cls, versioni: Iterable[Versione], *, giorni: Giorni) -> Contesto:
        """Some versions together.

        A notice has its days: the question is of the day of its law, whatever `giorni` says, and
        measures beside it are asked by that law, with the requisites on its day.
        """
        plain = cls(tuple(versioni), giorni)
        fixed = next((each for m in plain.misure if (each := m.calendario) is not None), None)
        if fixed is None:
            return plain
        return cls(tuple(_closed(each, fixed) for each in plain.versioni), fixed.giorno_norma)

    @property
    def misure(self) -> tuple[Misura, ...]:
        """The measures, in order."""
        return tuple(versione.misura for versione in self.versioni)

    @property
    def non_letti(self) -> tuple[str, ...]:
        """The requirements that nobody has read, by their codes: see `Versione.non_letti`."""
        found = (code for each in self.versioni for code in each.non_letti(self.giorni))
        return tuple(dict.fromkeys(found))

    def letti(self) -> Contesto:
        """The same measures, each without what nobody has read of it.

        What one has read and the other has not stays in the first: there it refuses.
        """
        read = (_without(each, each.non_letti(self.giorni)) for each in self.versioni)
        return evolve(self, versioni=tuple(read))


def _closed(versione: Versione, fixed: Calendario) -> Versione:
    """A version on the days of a notice, where it says no day of its own."""
    if versione.al is not None or versione.misura.calendario is not None:
        return versione
    return evolve(versione, misura=evolve(versione.misura, calendario=fixed))


def _without(versione: Versione, codici: Collection[str]) -> Versione:
    """A version whose measure asks nothing by these codes."""
    misura = versione.misura
    kept = tuple(each for each in misura.requisiti if each.codice not in codici)
    return evolve(versione, misura=evolve(misura, requisiti=kept))
