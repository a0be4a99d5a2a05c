"""Whether a notice pays the same total by other items: what the cap leaves each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from casa_model.casa.confronta import cerca
from casa_model.rules import tree as t
from casa_model.rules.misura import DetraeDa
from casa_model.rules.quesiti import AMMESSA, IMPORTO, Versione

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from casa_model.casa.conforme._coppia import Coppia
    from casa_model.casa.confronta import Trovato
    from casa_model.proof import Limiti
    from casa_model.rules.misura import Misura

    Names = dict[str, str]


def voci_diverse(coppia: Coppia, *, limiti: Limiti | None) -> Trovato | None:
    """Somebody to whom both pay as much, and another sum by some item; None where nobody can be.

    An item is the same by its code, or where the notice says that it replaces another. What is paid
    by the first items together is what they come to, the deductions from the expense taken, up to
    the whole amount: items fill it in their order.
    """
    act, other = (_codes(side) for side in (coppia.legge, coppia.altra))
    renamed = [coppia.voci.get(codice, codice) for codice in act]
    if not _may_differ(coppia) or len({*renamed, *other}) <= 1:
        return None

    def claim(*names: Names) -> t.Expr:
        totals = [t.Fact(each[IMPORTO]) for each in names[:2]]
        paid = (
            _paid(renamed, names[2 : 2 + len(act)], totals[0]),
            _paid(other, names[2 + len(act) :], totals[1]),
        )
        nothing = t.Number(0, 2)
        apart = tuple(
            t.Compare("!=", paid[0].get(codice, nothing), paid[1].get(codice, nothing))
            for codice in dict.fromkeys((*renamed, *other))
        )
        admitted = (t.Fact(each[AMMESSA]) for each in names[:2])
        return t.And((*admitted, t.Compare("==", *totals), t.Or(apart)))

    sides = (coppia.legge, coppia.altra)
    asked = (*sides, *(each for side in sides for each in _first_items(side)))
    return cerca(tuple(map(Versione, asked)), coppia.giorno, claim, limiti=limiti)


def _codes(misura: Misura) -> list[str]:
    return [] if misura.importo is None else [voce.codice for voce in misura.importo.voci]


def _may_differ(coppia: Coppia) -> bool:
    """Whether both pay, and anything that an item may read is not the same."""
    sides = (coppia.legge, coppia.altra)
    read = [(m.importo, m.parametri, m.definizioni, m.calendario) for m in sides]
    return None not in {m.importo for m in sides} and read[0] != read[1]


def _first_items(misura: Misura) -> Iterator[Misura]:
    """A measure with its first item alone, with the first two, and on: without cap, for all."""
    paid = misura.importo
    assert paid is not None  # noqa: S101 - `_may_differ` has looked
    before = paid.detrae_da is DetraeDa.SPESA
    bare = evolve(
        paid,
        massimo=None,
        detrae=paid.detrae if before else (),
        detrae_da=paid.detrae_da if before else None,
    )
    for many in range(1, len(paid.voci) + 1):
        importo = evolve(bare, voci=paid.voci[:many])
        yield evolve(misura, requisiti=(), graduatoria=None, importo=importo)


def _paid(codes: list[str], sums: tuple[Names, ...], total: t.Expr) -> Mapping[str, t.Expr]:
    """What each item is paid, by the sums of the first items and the whole."""
    filled = [t.Min((t.Fact(each[IMPORTO]), total)) for each in sums]
    return {
        codice: upto if at == 0 else t.Sub(upto, filled[at - 1])
        for at, (codice, upto) in enumerate(zip(codes, filled, strict=True))
    }
