"""The same hours on all the days of a rule."""

from __future__ import annotations

from datetime import date, time

from attrs import field, frozen

from casa_model.errors import InvalidHours
from casa_model.programma.orari._fascia import Fascia, in_order, wall_time
from casa_model.programma.orari._giorni import Giorni
from casa_model.programma.orari._giorno import parts_of
from casa_model.programma.orari._regola import Regola
from casa_model.programma.orari._roma import within
from casa_model.values._exact import exact


@frozen
class Apertura:
    """From `dalle` to `alle` (see `Fascia`), on every day of `regola` from `dal` on.

    `dal` is the first opening, from which the turns of `INTERVAL` are counted: a day that the rule
    does not name is refused, because RFC 5545 (3.8.5.3) leaves undefined what it would mean.
    Raises `InvalidHours`, `IllTyped`.
    """

    regola: Regola = field(validator=exact(Regola))
    dal: date = field(validator=exact(date))
    dalle: time = field(validator=wall_time)
    alle: time = field(validator=wall_time)

    def __attrs_post_init__(self) -> None:
        in_order(self.dalle, self.alle)
        within("dal", self.dal)
        if not self.giorni().has(parts_of(self.dal.toordinal())):
            raise InvalidHours(codice="apertura-dal-diverso", dal=self.dal, regola=self.regola)

    def giorni(self) -> Giorni:
        """The days of the rule, ready to be asked."""
        return Giorni.of(self.regola, self.dal)

    @property
    def fascia(self) -> Fascia:
        """The hours without their days."""
        return Fascia(self.dalle, self.alle)
