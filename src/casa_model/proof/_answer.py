"""What a measure answers about a household, for the solver: outcome, amount, requirements."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from attrs import field, frozen

from casa_model.proof._cells import Cell, Fact, Number
from casa_model.proof._encoder import Encoder
from casa_model.proof._missing import Mask, Missing, only, union
from casa_model.proof._terms import Bool, both, either, no
from casa_model.rules.misura import Misura

if TYPE_CHECKING:
    from casa_model.rules.lowered import Reg


@frozen(eq=False)
class Answer:
    """The answer of a measure by the law of a day, about one household.

    `importo` is in cents, None when the measure pays nothing, and known only when it is admitted.
    `requisiti` are those in force, by code; one that nobody has read is never true and never false.
    """

    misura: Misura
    on: date
    ammessa: Bool
    non_ammessa: Bool
    da_completare: Bool
    importo: Number | None
    requisiti: Mapping[str, Fact]
    definizioni: Mapping[str, Cell]
    chiavi: tuple[Cell, ...]
    riserve: tuple[Fact, ...]
    encoder: Encoder = field(repr=False)

    def mancano(self) -> Mask:
        """When each fact is missing of the verdict."""
        lowered = self.encoder.lowered
        missing = Missing(self.encoder)
        regs: list[Reg] = [asked.whole for asked in lowered.asked if asked.whole is not None]
        regs += [] if lowered.paid is None else [lowered.paid.total]
        regs += [reg for _, reg in (*lowered.keys, *lowered.reserves)]
        return only(no(self.non_ammessa), union(missing.of(reg) for reg in regs))


UNREAD = Fact(yes=False, no=False)
"""What nobody has read."""


def answer(misura: Misura, on: date, encoder: Encoder) -> Answer:
    """The answer of a measure whose steps have been encoded."""
    lowered = encoder.lowered
    requisiti = {
        asked.requisito.codice: UNREAD if asked.whole is None else encoder.of(Fact, asked.whole)
        for asked in lowered.asked
    }
    paid = None if lowered.paid is None else encoder.of(Number, lowered.paid.total)
    chiavi = tuple(encoder.cell(reg) for _, reg in lowered.keys)
    riserve = tuple(encoder.of(Fact, reg) for _, reg in lowered.reserves)
    refused = either(*(each.no for each in requisiti.values()))
    admitted = both(
        *(each.yes for each in requisiti.values()),
        True if paid is None else paid.known,
        *(each.known for each in (*chiavi, *riserve)),
    )
    return Answer(
        misura,
        on,
        admitted,
        refused,
        no(either(admitted, refused)),
        None if paid is None else Number(paid.value, admitted, paid.lo, paid.hi),
        requisiti,
        {each.nome: encoder.cell(reg) for each, reg in lowered.definizioni},
        chiavi,
        riserve,
        encoder,
    )
