"""A grant to an Aler or a comune, the parts of it on each line, and the projects that it pays."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from attrs import field, frozen
from attrs.validators import deep_iterable

from casa_model.errors import InvalidEntry, Problem
from casa_model.programma._almeno import at_least
from casa_model.programma._ripetuti import out_of_order, repeated
from casa_model.programma.cifre import Cifra, Precisione
from casa_model.values import Cup, Euro, Fonte, Testo
from casa_model.values._exact import exact
from casa_model.values._kebab import kebab

if TYPE_CHECKING:
    from collections.abc import Iterator


@frozen
class ParteConcessa:
    """The part of a grant that stands on one line."""

    linea: str = field(validator=kebab)
    cifra: Cifra = field(validator=exact(Cifra))


@frozen
class Concessione:
    """A grant. `beneficiario` is the code of an Aler or a comune, never of a person.

    `totale` and `parti` are what sources say: either may be missing, and parts need not make up the
    whole where one is not known. `piano` may be not known too. `giorno` is the day of the grant or
    of the first report of it; `dal` and `al` those of the activities.

    Raises `InvalidEntry` when a line stands twice, days are out of order, or parts exceed an exact
    whole (those that are only about so much are not counted).
    """

    codice: str = field(validator=kebab)
    beneficiario: str = field(validator=kebab)
    titolo: Testo = field(validator=exact(Testo))
    fonte: Fonte = field(validator=exact(Fonte))
    piano: str | None = field(default=None, validator=exact(str, optional=True))
    totale: Cifra | None = field(default=None, validator=exact(Cifra, optional=True))
    parti: tuple[ParteConcessa, ...] = field(
        default=(), validator=deep_iterable(exact(ParteConcessa), exact(tuple))
    )
    giorno: date | None = field(default=None, validator=exact(date, optional=True))
    dal: date | None = field(default=None, validator=exact(date, optional=True))
    al: date | None = field(default=None, validator=exact(date, optional=True))
    note: tuple[Testo, ...] = field(default=(), validator=deep_iterable(exact(Testo), exact(tuple)))

    def __attrs_post_init__(self) -> None:
        problems = tuple(self._problems())
        if problems:
            raise InvalidEntry(*problems)

    def _problems(self) -> Iterator[Problem]:
        yield from out_of_order(self.dal, self.al)
        lines = (parte.linea for parte in self.parti)
        yield from repeated(lines, "linea-ripetuta", "parti", "linea")
        if self.totale is not None and self.totale.precisione is Precisione.ESATTA:
            known = at_least(parte.cifra for parte in self.parti)
            if known > self.totale.euro.cents:
                data = {"somma": str(Euro(known)), "totale": str(self.totale.euro)}
                yield Problem("parti-oltre-il-totale", ("parti",), data)

    def su(self, linea: str) -> Cifra | None:
        """Return the part on a line; None when there is none, or it is not known."""
        return next((parte.cifra for parte in self.parti if parte.linea == linea), None)


@frozen
class Progetto:
    """A project of a grant: its CUP where it is known, the quarters and presidi that it is for."""

    codice: str = field(validator=kebab)
    concessione: str = field(validator=kebab)
    titolo: Testo = field(validator=exact(Testo))
    fonte: Fonte = field(validator=exact(Fonte))
    cup: Cup | None = field(default=None, validator=exact(Cup, optional=True))
    quartieri: tuple[str, ...] = field(
        default=(), validator=deep_iterable(exact(str), exact(tuple))
    )
    presidi: tuple[str, ...] = field(default=(), validator=deep_iterable(exact(str), exact(tuple)))
    note: tuple[Testo, ...] = field(default=(), validator=deep_iterable(exact(Testo), exact(tuple)))
