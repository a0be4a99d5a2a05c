"""A yearly fund for the contributo di solidarietà, and how it was shared out."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from attrs import field, frozen
from attrs.validators import deep_iterable

from casa_model.errors import InvalidEntry, Problem
from casa_model.programma._almeno import at_least
from casa_model.programma._ripetuti import repeated
from casa_model.programma.cifre import Cifra, Precisione
from casa_model.values import Euro, Fonte, Testo
from casa_model.values._exact import exact
from casa_model.values._kebab import kebab

if TYPE_CHECKING:
    from collections.abc import Iterator

ALER: Final = "aler"
"""All five Aler together, as the holder of a share."""

COMUNI: Final = "comuni"
"""All comuni together, as the holder of a share."""

RESIDUI: Final = "residui"
"""Money of earlier years, which is in the total and was not shared out anew."""


@frozen
class Quota:
    """A share of a fund: `a` is an Aler, a comune, or `aler`, `comuni` and `residui` as wholes."""

    a: str = field(validator=kebab)
    cifra: Cifra = field(validator=exact(Cifra))


@frozen
class FondoAnnuo:
    """The money of one year; a year may have several funds. `totale` may be not known.

    Shares need not make up the total: some stand inside others (an Aler inside `aler`), and not all
    are known. Raises `InvalidEntry` when somebody has two shares, or `aler`, `comuni` and `residui`
    exceed an exact total (what is only about so much is not counted).
    """

    codice: str = field(validator=kebab)
    anno: int = field(validator=exact(int))
    titolo: Testo = field(validator=exact(Testo))
    fonte: Fonte = field(validator=exact(Fonte))
    totale: Cifra | None = field(default=None, validator=exact(Cifra, optional=True))
    quote: tuple[Quota, ...] = field(
        default=(), validator=deep_iterable(exact(Quota), exact(tuple))
    )
    giorno: date | None = field(default=None, validator=exact(date, optional=True))
    note: tuple[Testo, ...] = field(default=(), validator=deep_iterable(exact(Testo), exact(tuple)))

    def __attrs_post_init__(self) -> None:
        problems = tuple(self._problems())
        if problems:
            raise InvalidEntry(*problems)

    def _problems(self) -> Iterator[Problem]:
        yield from repeated((quota.a for quota in self.quote), "quota-ripetuta", "quote", "a")
        wholes = [quota for quota in self.quote if quota.a in {ALER, COMUNI, RESIDUI}]
        total = self.totale
        if total is not None and total.precisione is Precisione.ESATTA:
            known = at_least(quota.cifra for quota in wholes)
            if known > total.euro.cents:
                data = {"somma": str(Euro(known)), "totale": str(total.euro)}
                yield Problem("parti-oltre-il-totale", ("quote",), data)

    def quota(self, a: str) -> Cifra | None:
        """Return the share of somebody; None when there is none, or it is not known."""
        return next((each.cifra for each in self.quote if each.a == a), None)
