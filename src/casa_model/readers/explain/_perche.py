"""Why an item of the amount is granted for less than its expense, in the order of the working."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from casa_model.readers._fill import filled, less
from casa_model.readers.meaning import money, truth, value
from casa_model.rules.misura import DetraeDa
from casa_model.values import ZERO, Euro, Testo

if TYPE_CHECKING:
    from casa_model.readers.explain._vista import Vista
    from casa_model.rules.esito import EsitoVoce, Verdict
    from casa_model.rules.misura import Importo, Voce
    from casa_model.rules.tree import Expr

_CONDIZIONE: Final = Testo(
    it="la condizione non è soddisfatta", en="the condition is not met"
)  # fmt: skip
_TETTO: Final = Testo(
    it="il massimo della voce è raggiunto", en="the cap of the item is reached"
)  # fmt: skip
_SPESA: Final = Testo(
    it="ridotto da ciò che si toglie dalla spesa", en="reduced by what is taken from the expense"
)
_MASSIMO: Final = Testo(it="il massimo è raggiunto", en="the cap is reached")
_CONTRIBUTO: Final = Testo(
    it="ridotto da ciò che si toglie dal contributo", en="reduced by what is taken from the grant"
)


def perche(importo: Importo, verdict: Verdict, vista: Vista) -> list[tuple[str, ...]]:
    """What made each item of an admitted application smaller; nothing where nothing did."""
    before = importo.detrae_da is DetraeDa.SPESA
    due = [_or_zero(esito.spesa) for esito in verdict.voci]
    taken = Euro.total([_worth(tree, vista) for tree in importo.detrae])
    left = less(due, taken) if before else due
    room = Euro.total(left)
    if importo.massimo is not None:
        room = min(room, _worth(importo.massimo, vista))
    fits = filled(left, room)
    return [
        tuple(
            vista.dice(words)
            for words, made_smaller in (
                *_own(voce, esito, vista),
                (_SPESA, left[at] < due[at]),
                (_MASSIMO, fits[at] < left[at]),
                (_CONTRIBUTO, _or_zero(esito.importo) < fits[at]),
            )
            if made_smaller
        )
        for at, (voce, esito) in enumerate(zip(importo.voci, verdict.voci, strict=True))
    ]


def _own(voce: Voce, esito: EsitoVoce, vista: Vista) -> tuple[tuple[Testo, bool], ...]:
    """Its own condition, or else its own cap."""
    if voce.se is not None and not truth(voce.se, vista.env):
        return ((_CONDIZIONE, True),)
    return ((_TETTO, _or_zero(esito.spesa) < _worth(voce.vale, vista)),)


def _worth(tree: Expr, vista: Vista) -> Euro:
    """What a tree is worth; all are known of an admitted application."""
    found = value(tree, vista.env)
    return max(ZERO, money(found)) if isinstance(found, Decimal) else ZERO


def _or_zero(euro: Euro | None) -> Euro:
    return euro or ZERO
