"""One of the two things that are compared: a measure on a day, or a notice on its own."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from attrs import evolve, field, frozen

from casa_model.errors import IllTyped
from casa_model.readers.environment import check_day, check_law
from casa_model.rules import tree as t
from casa_model.rules.avviso import Avviso, base_of, measure_of
from casa_model.rules.misura import Calendario, Misura
from casa_model.rules.reach import in_force, names_among, reached

if TYPE_CHECKING:
    from casa_model.values import Testo


@frozen
class Versione:
    """A measure with the day whose law is meant, or a notice, which has its own.

    Raises `IllTyped` when `regole` is neither, or a measure has no day; `WrongDay` when it does not
    answer on `on`.
    """

    regole: Misura | Avviso
    on: date | None = field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if type(self.regole) not in {Misura, Avviso}:
            raise IllTyped(
                it="si confrontano misure e avvisi; passa una `Misura` o un `Avviso`",
                en="measures and notices are compared; pass a `Misura` or an `Avviso`",
            )
        if self.on is None and self.misura.calendario is None:
            raise IllTyped(
                it="di una misura si confronta la legge di un giorno; aggiungi `on`",
                en="of a measure the law of a day is compared; add `on`",
            )
        check_day(self.misura, self.giorno)
        nodes = reached(self.misura, in_force(self.misura, self.giorno))
        check_law(self.misura, names_among(nodes, t.Param), self.giorno)

    @property
    def misura(self) -> Misura:
        """The rules themselves."""
        return measure_of(self.regole)

    @property
    def giorno(self) -> date:
        """The day whose law is compared."""
        fixed = self.misura.calendario
        if self.on is not None:
            return self.on
        assert fixed is not None  # noqa: S101 - it has one of the two
        return fixed.giorno_norma

    @property
    def base(self) -> str:
        """The code of the measure, that of a notice included."""
        return base_of(self.regole)

    @property
    def titolo(self) -> Testo:
        """What it is called."""
        return self.regole.titolo

    @property
    def avviso(self) -> Avviso:
        """The notice itself; of a measure, one that adds nothing and is open to everybody."""
        if isinstance(self.regole, Avviso):
            return self.regole
        fixed = self.regole.calendario or Calendario(self.giorno, self.giorno)
        return Avviso(
            codice=self.regole.codice,
            titolo=self.regole.titolo,
            ente="",
            base=self.regole.codice,
            misura=evolve(self.regole, calendario=fixed),
            fonte=self.regole.fonte,
        )
