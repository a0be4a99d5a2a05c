"""How a line stands at the end of a day: in all, by commitment, by beneficiary and by year."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING

from attrs import field, frozen

from casa_model.programma.spesa._conti import RigaImpegno
from casa_model.programma.spesa._saldi import Conto, Saldi
from casa_model.values._exact import exact

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from casa_model.programma.spesa._conti import Conti


@frozen
class RigaBeneficiario:
    """What is committed and paid to an Aler or a comune, by its code."""

    beneficiario: str
    conto: Conto


@frozen
class RigaAnno:
    """What the entries of a year changed, and how things stood when it ended.

    `nell_anno` of all years add up to the balances; an economy of this year on a commitment of the
    last one is in this year, so that a change may be below zero. `a_fine_anno` never is, and it is
    the one whose percentages mean something.
    """

    anno: int
    nell_anno: Saldi
    a_fine_anno: Saldi


@frozen
class StatoLinea:
    """A line at the end of `giorno`. Beneficiaries are in order of code, years in their order.

    Years go from that of the first entry to that of the last, with those in between; commitments
    are in the order in which they were made.
    """

    linea: str
    giorno: date = field(validator=exact(date))
    saldi: Saldi
    impegni: tuple[RigaImpegno, ...]
    beneficiari: tuple[RigaBeneficiario, ...]
    anni: tuple[RigaAnno, ...]


def stato_linea(linea: str, giorno: date, conti: Conti) -> StatoLinea:
    """Lay out the running balances, which are those at the end of `giorno`."""
    return StatoLinea(
        linea,
        giorno,
        conti.saldi,
        tuple(row for _, row in conti.impegni.items()),
        beneficiaries(conti.beneficiari.items()),
        years(changes(conti)),
    )


def beneficiaries(accounts: Iterable[tuple[str, Conto]]) -> tuple[RigaBeneficiario, ...]:
    """A row for each beneficiary, all accounts of each together."""
    sums: defaultdict[str, Conto] = defaultdict(Conto)
    for who, conto in accounts:
        sums[who] = sums[who].plus(conto)
    return tuple(RigaBeneficiario(who, sums[who]) for who in sorted(sums))


def changes(conti: Conti) -> Iterator[tuple[int, Saldi]]:
    """What each year with entries changed, from the balances at the end of each."""
    before = Saldi()
    for end in (*conti.prima, conti):
        if end.ultimo is not None:
            yield end.ultimo.year, end.saldi.minus(before)
            before = end.saldi


def years(changed: Iterable[tuple[int, Saldi]]) -> tuple[RigaAnno, ...]:
    """A row for each year, from the changes of one line or of several."""
    sums: defaultdict[int, Saldi] = defaultdict(Saldi)
    for year, saldi in changed:
        sums[year] = sums[year].plus(saldi)
    rows: list[RigaAnno] = []
    end = Saldi()
    for year in range(min(sums, default=0), max(sums, default=-1) + 1):
        end = end.plus(sums[year])
        rows.append(RigaAnno(year, sums[year], end))
    return tuple(rows)
