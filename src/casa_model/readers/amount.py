"""What an amount means: items, deductions, cap, in this order and to the cent."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import frozen

from casa_model.readers._fill import filled, floor, less
from casa_model.readers.meaning import Env, missing, money, truth, value
from casa_model.rules.esito import EsitoVoce
from casa_model.rules.misura import DetraeDa
from casa_model.values import ZERO, Euro

if TYPE_CHECKING:
    from casa_model.rules.misura import Importo, Voce
    from casa_model.rules.tree import Expr


@frozen
class Amount:
    """An amount: None when it is not known; its items; the facts it still needs."""

    euro: Euro | None
    voci: tuple[EsitoVoce, ...]
    mancano: frozenset[str]


def amount(importo: Importo, env: Env) -> Amount:
    """What is due: nothing goes below zero, and items fill the cap in their order.

    Deductions are taken from the items, in order, before the cap (`spesa`), or from what the cap
    leaves (`contributo`).
    """
    due = [_item(voce, env) for voce in importo.voci]
    taken = [floor(_euro(expr, env)) for expr in importo.detrae]
    cap = None if importo.massimo is None else floor(_euro(importo.massimo, env))
    needed = frozenset[str]().union(
        *(_item_missing(voce, env) for voce in importo.voci),
        *(missing(expr, env) for expr in importo.detrae),
        *(() if importo.massimo is None else (missing(importo.massimo, env),)),
    )
    known = [item for item in due if item is not None]
    off = [euro for euro in taken if euro is not None]
    if needed or len(known) < len(due) or len(off) < len(taken):
        unpaid = (
            EsitoVoce(voce.codice, spesa, None)
            for voce, spesa in zip(importo.voci, due, strict=True)
        )
        return Amount(None, tuple(unpaid), needed)
    deducted = Euro.total(off)
    before = importo.detrae_da is DetraeDa.SPESA
    items = less(known, deducted) if before else known
    total = Euro.total(items)
    room = total if cap is None else min(total, cap)
    if not before:
        room = max(ZERO, room - deducted)
    paid = filled(items, room)
    voci = (
        EsitoVoce(voce.codice, spesa, euro)
        for voce, spesa, euro in zip(importo.voci, known, paid, strict=True)
    )
    return Amount(room, tuple(voci), needed)


def _item(voce: Voce, env: Env) -> Euro | None:
    """What an item is worth: zero when its condition is false, unknown when that is."""
    counts = True if voce.se is None else truth(voce.se, env)
    if counts is None:
        return None
    if not counts:
        return ZERO
    worth = floor(_euro(voce.vale, env))
    if worth is None or voce.massimo is None:
        return worth
    most = floor(_euro(voce.massimo, env))
    return None if most is None else min(worth, most)


def _item_missing(voce: Voce, env: Env) -> frozenset[str]:
    counts = True if voce.se is None else truth(voce.se, env)
    if counts is None and voce.se is not None:
        return missing(voce.se, env)
    if not counts:
        return frozenset()
    most = frozenset[str]() if voce.massimo is None else missing(voce.massimo, env)
    return missing(voce.vale, env) | most


def _euro(expr: Expr, env: Env) -> Euro | None:
    found = value(expr, env)
    return money(found) if isinstance(found, Decimal) else None
