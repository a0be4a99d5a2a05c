"""Whether the types of a tree agree, and what the tree gives: scale, unit and interval."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import MAXYEAR, MINYEAR
from typing import TYPE_CHECKING, TypeVar, assert_never

from attrs import frozen

from casa_model.rules import _agree as agree
from casa_model.rules import interval
from casa_model.rules import tree as t
from casa_model.rules.calendar import MONTHS, add_months, months_between
from casa_model.rules.params import IndiceIntero, Parametro
from casa_model.rules.types import (
    MAX_MEMBERS,
    MAX_MONTHS,
    BoolType,
    ChoiceType,
    CodeType,
    DateType,
    NumberType,
    Type,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casa_model.rules._agree import Words, Wrong
    from casa_model.rules.misura import Misura

T = TypeVar("T", bound=Type)
ORDERED = ("<", "<=", ">", ">=")
TRUTH = ("un sì o no", "a yes or no")
NUMBER = ("un numero", "a number")
WHOLE = ("un numero intero", "a whole number")
DAY = ("una data", "a day")
CHOICE = ("una scelta", "a choice")


@frozen
class Scope:
    """The types of every name; a definition that could not be typed is None."""

    fatti: Mapping[str, Type]
    membri: Mapping[str, Type]
    parametri: Mapping[str, Parametro]
    definizioni: Mapping[str, Type | None]

    @classmethod
    def di(cls, misura: Misura) -> Scope:
        """The types of the names of a measure."""
        return cls(
            fatti={fatto.nome: fatto.tipo for fatto in misura.fatti if not fatto.membro},
            membri={fatto.nome: fatto.tipo for fatto in misura.fatti if fatto.membro},
            parametri={parametro.nome: parametro for parametro in misura.parametri},
            definizioni={each.nome: each.tipo for each in misura.definizioni},
        )


def check(node: t.Expr, scope: Scope, wrong: Wrong) -> Type | None:
    """The type of `node`, or None once a fault has been told to `wrong`."""
    return _Checker(scope, wrong).type_of(node)


class _Checker:
    def __init__(self, scope: Scope, wrong: Wrong) -> None:
        self.scope = scope
        self.wrong = wrong
        self.inside = False

    def type_of(self, node: t.Expr) -> Type | None:
        found = self._type_of(node)
        if isinstance(found, NumberType) and not interval.fits(found):
            self.wrong("fuori-63-bit", node)
            return None
        return found

    def _type_of(self, node: t.Expr) -> Type | None:
        match node:
            case t.Truth():
                return BoolType()
            case t.Number(units=units, scale=scale):
                return NumberType(scale, euro=False, lo=units, hi=units, free=True)
            case t.Day(value=day):
                return DateType(day, day)
            case t.Label(value=label):
                return ChoiceType((label,))
            case t.Fact():
                return self._named(node, self.scope.fatti)
            case t.MemberFact(name=name):
                if self.inside:
                    return self._named(node, self.scope.membri)
                self.wrong("membro-fuori-aggregato", node, nome=name)
                return None
            case t.Param():
                return self._param(node)
            case t.Definition():
                return self._named(node, self.scope.definizioni)
            case t.Calendar():
                return DateType()
            case t.Add() | t.Sub() | t.Mul():
                return self._arithmetic(node)
            case t.Min(args=args) | t.Max(args=args):
                return self._extreme(node, args)
            case t.Round(arg=arg, decimals=decimals):
                number = self.want(NumberType, arg, NUMBER)
                return number and interval.rounded(number, decimals)
            case t.Compare():
                return self._compare(node)
            case t.In():
                return self._membership(node)
            case t.And(args=args) | t.Or(args=args):
                return self._bools(args)
            case t.Not(arg=arg):
                return self._bools((arg,))
            case t.If(cond=cond, then=then, other=other):
                self._bools((cond,))
                return self.join(node, (then, other))
            case t.Table(rows=rows, otherwise=otherwise):
                self._bools(tuple(row.when for row in rows))
                return self.join(node, (*(row.value for row in rows), otherwise))
            case t.MonthsBetween() | t.YearsBetween():
                return self._between(node)
            case t.AddMonths():
                return self._add_months(node)
            case t.AnyMember() | t.AllMembers() | t.Count() | t.Sum():
                return self._aggregate(node)
            case _:
                assert_never(node)

    def _named(
        self, node: t.Fact | t.MemberFact | t.Definition, declared: Mapping[str, Type | None]
    ) -> Type | None:
        if node.name not in declared:
            self.wrong("nome-ignoto", node, nome=node.name)
        return declared.get(node.name)

    def want(self, kind: type[T], node: t.Expr, words: Words) -> T | None:
        """The type of `node` if it is of `kind`, else a fault."""
        found = self.type_of(node)
        if found is None or isinstance(found, kind):
            return found
        agree.unexpected(self.wrong, node, words, found)
        return None

    def _types(self, args: Sequence[t.Expr]) -> list[Type] | None:
        """The types of all of `args`, or None when one of them has a fault."""
        found = [kind for kind in map(self.type_of, args) if kind is not None]
        return found if len(found) == len(args) else None

    def _bools(self, args: Sequence[t.Expr]) -> Type:
        for arg in args:
            self.want(BoolType, arg, TRUTH)
        return BoolType()

    def _arithmetic(self, node: t.Add | t.Sub | t.Mul) -> Type | None:
        found = self._types((node.left, node.right))
        if found is None:
            return None
        if isinstance(node, t.Mul):
            return self._product(node, found)
        numbers = agree.aligned(self.wrong, node, found)
        if numbers is None:
            return None
        return (interval.add if isinstance(node, t.Add) else interval.sub)(*numbers)

    def _product(self, node: t.Mul, found: Sequence[Type]) -> Type | None:
        match found:
            case [NumberType() as left, NumberType() as right] if not (left.euro and right.euro):
                return interval.mul(left, right)
            case _:
                agree.clash(self.wrong, node, ("il prodotto", "the product"), found)
                return None

    def _extreme(self, node: t.Min | t.Max, args: Sequence[t.Expr]) -> Type | None:
        found = self._types(args)
        if found is None:
            return None
        if all(isinstance(kind, DateType) for kind in found):
            return agree.days(found)
        numbers = agree.aligned(self.wrong, node, found)
        return None if numbers is None else interval.extreme(node, numbers)

    def join(self, node: t.Expr, args: Sequence[t.Expr]) -> Type | None:
        """The type that holds what any of `args` gives."""
        found = self._types(args)
        return None if found is None else agree.joined(self.wrong, node, found)

    def _compare(self, node: t.Compare) -> Type | None:
        found = self._types((node.left, node.right))
        match found:
            case None:
                return None
            case [NumberType(), NumberType()]:
                return BoolType() if agree.aligned(self.wrong, node, found) else None
            case [DateType(), DateType()]:
                return BoolType()
            case [ChoiceType() | CodeType() as left, ChoiceType() | CodeType() as right] if (
                node.op not in ORDERED
            ):
                return agree.same(self.wrong, node, left, right)
            case _:
                agree.uncomparable(self.wrong, node, found)
                return None

    def _membership(self, node: t.In) -> Type | None:
        kind = self.type_of(node.arg)
        if kind is None:
            return None
        for value in node.values:
            match kind, value:
                case (ChoiceType() | CodeType(), t.Label()):
                    agree.known_label(self.wrong, value, kind)
                case NumberType(), t.Number():
                    other = self.type_of(value)
                    if other is not None:
                        agree.aligned(self.wrong, value, (kind, other))
                case _:
                    other = self.type_of(value)
                    if other is not None:
                        agree.clash(self.wrong, node, ("`in`", "`in`"), (kind, other))
                        return None
        return BoolType()

    def _param(self, node: t.Param) -> Type | None:
        param = self.scope.parametri.get(node.name)
        if param is None:
            self.wrong("nome-ignoto", node, nome=node.name)
            return None
        if len(param.indice) != len(node.keys):
            self.wrong(
                "indice-numero", node, nome=node.name,
                attesi=len(param.indice), trovati=len(node.keys),
            )  # fmt: skip
            return None
        for index, key in zip(param.indice, node.keys, strict=True):
            if isinstance(index, IndiceIntero):
                whole = self.whole(key)
                inside = whole is None or (index.lo <= whole.lo and whole.hi <= index.hi)
                last: int | str = index.hi
            else:
                choice = self.want(ChoiceType, key, CHOICE)
                inside = choice is None or set(choice.values) <= set(index.valori)
                last = index.valori[-1]
            if not inside:
                self.wrong("indice-fuori-tabella", key, nome=node.name, ultimo=last)
        return param.tipo

    def whole(self, node: t.Expr) -> NumberType | None:
        """The type of `node` if it is a plain whole number, else a fault."""
        number = self.want(NumberType, node, WHOLE)
        if number is not None and (number.scale or number.euro):
            agree.unexpected(self.wrong, node, WHOLE, number)
            return None
        return number

    def _between(self, node: t.MonthsBetween | t.YearsBetween) -> Type | None:
        first = self.want(DateType, node.first, DAY)
        last = self.want(DateType, node.last, DAY)
        if first is None or last is None:
            return None
        lo, hi = months_between(first.hi, last.lo), months_between(first.lo, last.hi)
        each = MONTHS if isinstance(node, t.YearsBetween) else 1
        return NumberType(0, euro=False, lo=lo // each, hi=hi // each)

    def _add_months(self, node: t.AddMonths) -> Type | None:
        day, months = self.want(DateType, node.day, DAY), self.whole(node.months)
        if day is None or months is None:
            return None
        lo = day.lo.year * MONTHS + day.lo.month - 1 + months.lo
        hi = day.hi.year * MONTHS + day.hi.month - 1 + months.hi
        long = months.lo < -MAX_MONTHS or months.hi > MAX_MONTHS
        if long or lo < MINYEAR * MONTHS or hi >= (MAXYEAR + 1) * MONTHS:
            self.wrong("data-fuori-calendario", node, limite=MAX_MONTHS)
            return None
        return DateType(add_months(day.lo, months.lo), add_months(day.hi, months.hi))

    def _aggregate(self, node: t.AnyMember | t.AllMembers | t.Count | t.Sum) -> Type | None:
        if self.inside:
            self.wrong("aggregato-annidato", node)
            return None
        self.inside = True
        try:
            self._bools((node.cond,))
            if isinstance(node, t.Sum):
                value = self.want(NumberType, node.value, NUMBER)
                return value and interval.over_members(value)
            if isinstance(node, t.Count):
                return NumberType(0, euro=False, lo=0, hi=MAX_MEMBERS)
            return BoolType()
        finally:
            self.inside = False
