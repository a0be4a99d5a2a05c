"""The ledger told a second time, as simply as can be: plain lists, summed again at every question.

Nothing of the library but its entries is used here, and no balance is kept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from casa_model.programma.spesa import (
    Economia,
    Impegno,
    Liquidazione,
    Rettifica,
    Revoca,
    Stanziamento,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from casa_model.programma.spesa import Conto, Movimento, Saldi, StatoLinea

Account = tuple[int, int, int, int]
"""Cents committed, paid, saved by economies, freed by revocations."""


@frozen
class Sums:
    """What a list of entries comes to, in cents; `amounts` are as corrected."""

    endowed: int
    amounts: dict[str, int]
    commitments: dict[str, tuple[Account, bool]]

    def whole(self) -> Account:
        """All commitments together."""
        return added([account for account, _ in self.commitments.values()])


def added(accounts: Sequence[Account]) -> Account:
    """Accounts together."""
    a, b, c, d = (sum(account[n] for account in accounts) for n in range(4))
    return a, b, c, d


def summed(entries: Sequence[Movimento]) -> Sums:
    """Sum a list of entries from scratch."""
    amounts = {
        e.codice: e.importo.cents
        for e in entries
        if isinstance(e, Stanziamento | Impegno | Liquidazione)
    }
    for entry in entries:
        if isinstance(entry, Rettifica):
            amounts[entry.movimento] += entry.importo.cents
    commitments = {e.codice: account(entries, amounts, e) for e in entries if type(e) is Impegno}
    endowed = sum(amounts[e.codice] for e in entries if type(e) is Stanziamento)
    return Sums(endowed, amounts, commitments)


def account(
    entries: Sequence[Movimento], amounts: dict[str, int], impegno: Impegno
) -> tuple[Account, bool]:
    """One commitment, and whether it is open. What a revocation left is just what was paid."""
    mine = [e for e in entries if getattr(e, "impegno", None) == impegno.codice]
    paid = sum(amounts[e.codice] for e in mine if type(e) is Liquidazione)
    saved = sum(e.importo.cents for e in mine if type(e) is Economia)
    committed = amounts[impegno.codice] - saved
    if any(type(e) is Revoca for e in mine):
        return (paid, paid, saved, committed - paid), False
    return (committed, paid, saved, 0), True


def refusal(entries: Sequence[Movimento], new: Movimento) -> str | None:
    """Why a ledger with these entries refuses another, None when it takes it."""
    known = {e.codice: e for e in entries}
    if new.codice in known:
        return "codice-ripetuto"
    if entries and new.giorno < entries[-1].giorno:
        return "giorno-precedente"
    target, earlier = getattr(new, "impegno", None), None
    if isinstance(new, Rettifica):
        earlier = known.get(new.movimento)
        if new.importo.cents == 0:
            return "rettifica-nulla"
        if earlier is None:
            return "rettifica-ignota"
        if isinstance(earlier, Economia | Revoca | Rettifica):
            return "rettifica-non-ammessa"
        target = earlier.codice if type(earlier) is Impegno else getattr(earlier, "impegno", None)
    if target is not None:
        if type(known.get(target)) is not Impegno:
            return "impegno-ignoto"
        if any(type(e) is Revoca and e.impegno == target for e in entries):
            return "impegno-chiuso"
    if not isinstance(new, Rettifica | Revoca) and new.importo.cents <= 0:
        return "importo-non-positivo"
    return broken(summed([*entries, new]), new, earlier)


def broken(after: Sums, new: Movimento, earlier: Movimento | None) -> str | None:
    """Which invariant the entries no longer keep, once `new` is among them."""
    accounts = [each for each, _ in after.commitments.values()]
    if isinstance(new, Rettifica) and (
        min(after.amounts.values()) < 0 or min((a[0] for a in accounts), default=0) < 0
    ):
        return "sotto-zero"
    if any(paid > committed for committed, paid, _, _ in accounts):
        return "sotto-pagato" if type(earlier) is Impegno else "oltre-impegno"
    if after.whole()[0] > after.endowed:
        return "sotto-impegnato" if type(earlier) is Stanziamento else "oltre-dotazione"
    return None


def by_day(entries: Sequence[Movimento], day: date) -> list[Movimento]:
    """The entries of a day and of those before."""
    return [e for e in entries if e.giorno <= day]


def cents(conto: Conto) -> Account:
    """An account of the library in cents."""
    parts = conto.impegnato, conto.liquidato, conto.economie, conto.revoche
    a, b, c, d = (each.cents for each in parts)
    return a, b, c, d


def balances(saldi: Saldi) -> tuple[int, Account]:
    """The balances of the library in cents."""
    return saldi.stanziato.cents, cents(saldi.conto)


def check_state(entries: Sequence[Movimento], stato: StatoLinea) -> None:
    """The state that the library tells is what these entries, summed again, come to."""
    here = by_day(entries, stato.giorno)
    sums = summed(here)

    assert balances(stato.saldi) == (sums.endowed, sums.whole())
    assert {
        row.impegno.codice: (cents(row.conto), row.aperto) for row in stato.impegni
    } == sums.commitments
    assert [row.impegno for row in stato.impegni] == [e for e in here if type(e) is Impegno]
    assert {row.beneficiario: cents(row.conto) for row in stato.beneficiari} == {
        who: added([sums.commitments[e.codice][0] for e in here
                    if type(e) is Impegno and e.beneficiario == who])
        for who in {e.beneficiario for e in here if type(e) is Impegno}
    }  # fmt: skip
    check_years(here, stato)


def check_years(entries: Sequence[Movimento], stato: StatoLinea) -> None:
    """At the end of each year, from the first to the last, and what each year changed."""
    found = [entry.giorno.year for entry in entries]
    years = range(found[0], found[-1] + 1) if found else range(0)
    before = (0, (0, 0, 0, 0))

    assert [row.anno for row in stato.anni] == list(years)
    for row in stato.anni:
        end = summed([e for e in entries if e.giorno.year <= row.anno])
        after = (end.endowed, end.whole())
        changed = (
            after[0] - before[0],
            tuple(new - old for new, old in zip(after[1], before[1], strict=True)),
        )
        assert balances(row.a_fine_anno) == after
        assert balances(row.nell_anno) == changed
        before = after


def check_invariants(stato: StatoLinea) -> None:
    """Committed is not above endowed, paid is not above committed, nothing is below zero."""
    assert stato.saldi.impegnato <= stato.saldi.stanziato
    for conto in [stato.saldi.conto, *(row.conto for row in stato.impegni)]:
        assert conto.liquidato <= conto.impegnato
        assert min(cents(conto)) >= 0
