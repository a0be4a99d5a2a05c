"""Days that are not as the rules say."""

from __future__ import annotations

from datetime import date
from typing import TypeAlias

from attrs import field, frozen
from attrs.validators import deep_iterable

from casa_model.errors import InvalidHours
from casa_model.programma.orari._fascia import Fascia
from casa_model.programma.orari._roma import within
from casa_model.values import Testo
from casa_model.values._exact import exact


@frozen
class Chiusura:
    """Closed from the day `dal` to the day `al`, both included; with no `al`, on one day.

    Raises `InvalidHours`, `IllTyped`.
    """

    dal: date = field(validator=exact(date))
    al: date | None = field(default=None, validator=exact(date, optional=True))
    motivo: Testo | None = field(default=None, validator=exact(Testo, optional=True))

    def __attrs_post_init__(self) -> None:
        within("dal", self.dal)
        within("al", self.ultimo)
        if self.ultimo < self.dal:
            raise InvalidHours(codice="chiusura-rovescia", dal=self.dal, al=self.al)

    @property
    def ultimo(self) -> date:
        """The last day of the closure."""
        return self.dal if self.al is None else self.al


@frozen
class Straordinaria:
    """On `giorno` these hours, instead of those of the rules and of a closure.

    Raises `InvalidHours`, `IllTyped`.
    """

    giorno: date = field(validator=exact(date))
    fasce: tuple[Fascia, ...] = field(validator=deep_iterable(exact(Fascia), exact(tuple)))
    motivo: Testo | None = field(default=None, validator=exact(Testo, optional=True))

    def __attrs_post_init__(self) -> None:
        within("giorno", self.giorno)
        if not self.fasce:
            raise InvalidHours(codice="straordinaria-vuota", giorno=self.giorno)


Eccezione: TypeAlias = Chiusura | Straordinaria
"""What a day can be instead."""
