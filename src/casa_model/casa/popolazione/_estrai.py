"""One value of one fact, drawn as the assumptions say."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from casa_model.rules.calendar import add_months
from casa_model.rules.types import (
    FIRST_DAY,
    BoolType,
    ChoiceType,
    DateType,
    NumberType,
)
from casa_model.values import Euro

if TYPE_CHECKING:
    from casa_model.casa.popolazione._dado import Dado
    from casa_model.casa.popolazione._ipotesi import Estremo, Ipotesi, IpotesiFatto
    from casa_model.rules.facts import Fatto, Value

_STEPS: Final = 2_000_000
"""How many units above the least a number goes, when no assumption says it: 20.000,00 euro."""
_MONTHS: Final = 12


def estrai(
    ipotesi: Ipotesi, fatto: Fatto, dado: Dado, *, componenti: int, giorno: date
) -> Value | None:
    """A value of a fact of a household of `componenti` members; None when it is not known.

    `giorno` is that of the requisites, before which a day falls.
    """
    own, usual = ipotesi.di(fatto.nome), ipotesi.predefinite
    if dado.su_cento(_or(own.ignoto, usual.ignoto)):
        return None
    kind = fatto.tipo
    match kind:
        case BoolType():
            return dado.su_cento(_or(own.vero, usual.vero))
        case NumberType():
            return _number(own, kind, dado, componenti)
        case DateType():
            first = add_months(giorno, -_MONTHS * _or(own.anni_prima, usual.anni_prima))
            low = max(kind.lo, FIRST_DAY, first)
            high = max(low, min(kind.hi, giorno))
            return low + timedelta(dado.tra(0, (high - low).days))
        case ChoiceType(values=values):
            return values[dado.pesato(_weights(own, values))]
        case _:
            return str(dado.sotto(10)).zfill(6)


def _or(own: int | None, usual: int | None) -> int:
    return (own if own is not None else usual) or 0


def _number(own: IpotesiFatto, kind: NumberType, dado: Dado, componenti: int) -> Value:
    if own.per_componenti:
        steps = own.per_componenti
        return _as(kind, _units(steps[min(componenti, len(steps)) - 1], kind.scale))
    low = kind.lo if own.da is None else _units(own.da, kind.scale)
    high = min(kind.hi, low + _STEPS) if own.a is None else _units(own.a, kind.scale)
    return _as(kind, dado.tra(low, max(low, high)))


def _units(end: Estremo, scale: int) -> int:
    number = end.decimal if isinstance(end, Euro) else end
    return int(number.scaleb(scale))


def _as(kind: NumberType, units: int) -> Value:
    return Euro(units) if kind.euro else Decimal(units).scaleb(-kind.scale)


def _weights(own: IpotesiFatto, values: tuple[str, ...]) -> list[int]:
    """The weight of each value, a thousandfold: what is left of `resto` is shared evenly.

    Without assumptions all are as likely; so they are when the measure has none of those named.
    """
    others = [value for value in values if value not in own.pesi]
    share = 1000 * own.resto // max(1, len(others))
    found = [1000 * own.pesi[value] if value in own.pesi else share for value in values]
    return found if any(found) else [1] * len(values)
