"""Reserves: shares of the endowment that some of the ranking take first."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from math import ceil
from typing import TYPE_CHECKING

from attrs import frozen

from casa_model.errors import InvalidValue, UnknownName
from casa_model.graduatorie._esaurimento import ripartisci

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from casa_model.rules.misura import Ordinamento, Riserva


@frozen
class Spesa:
    """Units paid and first reserve used, one for each rank; and the units left."""

    pagati: list[int]
    riserve: list[str | None]
    residuo: int


def quota_intera(riserva: Riserva, quote: Mapping[str, Decimal | int], totale: int) -> int:
    """Count the units that a reserve keeps: its share of `totale`, rounded up.

    r.r. 4/2017, art. 13, c. 3 rounds dwellings up; of money too, to the next cent.

    Raises `UnknownName` when `quote` lacks the parameter that the reserve names, `InvalidValue`
    when the share is not a number from 0 to 1.
    """
    nome = riserva.quota
    if nome not in quote:
        raise UnknownName(
            it=f"la quota `{nome}` della riserva `{riserva.codice}` non è tra quelle passate; "
            "aggiungila a `quote`",
            en=f"the share `{nome}` of the reserve `{riserva.codice}` is not among those passed; "
            "add it to `quote`",
        )
    quota = quote[nome]
    if type(quota) not in {Decimal, int} or not Decimal(quota).is_finite() or not 0 <= quota <= 1:
        raise InvalidValue(
            it=f"la quota `{nome}` della riserva `{riserva.codice}` non va da 0 a 1; "
            "scrivi per esempio `0.20`",
            en=f"the share `{nome}` of the reserve `{riserva.codice}` is not from 0 to 1; "
            "write for example `0.20`",
        )
    return ceil(Fraction(quota) * totale)


def spendi(
    dovuti: Sequence[int],
    titoli: Sequence[tuple[str, ...]],
    totale: int,
    ordinamento: Ordinamento,
    quote: Mapping[str, Decimal | int],
) -> Spesa:
    """Give out `totale` units: first each reserve to its holders, then the rest to all.

    `dovuti` and `titoli` (the reserves that each may use) are in order of rank. Reserves go in
    the order of the file; each is a share of the whole endowment, and never more than what is
    left. A holder whom the reserve does not pay in full competes with all for the rest, and what
    a reserve leaves goes back.
    """
    come, salta = ordinamento.esaurimento, ordinamento.salta
    shares = [(r.codice, quota_intera(r, quote, totale)) for r in ordinamento.riserve]
    pagati = [0] * len(dovuti)
    riserve: list[str | None] = [None] * len(dovuti)
    for codice, share in shares:
        holders = [
            place
            for place, codici in enumerate(titoli)
            if codice in codici and pagati[place] < dovuti[place]
        ]
        rest = [dovuti[place] - pagati[place] for place in holders]
        for place, paid in zip(
            holders, ripartisci(rest, min(share, totale), come, salta=salta), strict=True
        ):
            pagati[place] += paid
            totale -= paid
            riserve[place] = riserve[place] or (codice if paid else None)
    rest = [due - paid for due, paid in zip(dovuti, pagati, strict=True)]
    last = ripartisci(rest, totale, come, salta=salta)
    pagati = [paid + more for paid, more in zip(pagati, last, strict=True)]
    return Spesa(pagati, riserve, totale - sum(last))
