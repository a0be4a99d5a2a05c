"""What kind of value an expression gives, as far as covering it asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casa_model.rules import tree as t
from casa_model.rules.types import ChoiceType, DateType, NumberType

if TYPE_CHECKING:
    from casa_model.rules.misura import Misura
    from casa_model.rules.types import Type

_DAYS = (t.Day, t.Calendar, t.AddMonths)
_NUMBERS = (
    t.Number, t.Add, t.Sub, t.Mul, t.Round, t.MonthsBetween, t.YearsBetween, t.Count, t.Sum,
)  # fmt: skip


def ordinato(misura: Misura, node: t.Expr) -> bool:
    """Whether an expression gives a number or a day."""
    match node:
        case t.If(then=arm) | t.Table(otherwise=arm):
            return ordinato(misura, arm)
        case t.Min() | t.Max():
            return True
        case _:
            if isinstance(node, (*_DAYS, *_NUMBERS)):
                return True
            return isinstance(_declared(misura, node), NumberType | DateType)


def scelte(misura: Misura, node: t.Expr) -> tuple[str, ...] | None:
    """The values of a choice that an expression gives; None when it gives none."""
    found = _declared(misura, node)
    return found.values if isinstance(found, ChoiceType) else None


def _declared(misura: Misura, node: t.Expr) -> Type | None:
    """The type of the name that gives the value of `node`."""
    match node:
        case t.Fact(name=name) | t.MemberFact(name=name):
            return next((fatto.tipo for fatto in misura.fatti if fatto.nome == name), None)
        case t.Param(name=name):
            return next((each.tipo for each in misura.parametri if each.nome == name), None)
        case t.Definition(name=name):
            return next((each.tipo for each in misura.definizioni if each.nome == name), None)
        case t.If(then=arm) | t.Table(otherwise=arm):
            return _declared(misura, arm)
        case _:
            return None
