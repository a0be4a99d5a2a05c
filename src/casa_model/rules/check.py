"""Whether the types of a tree agree, and what the tree gives: scale, unit and interval."""

from __future__ import annotations

from datetime import MAXYEAR, MINYEAR, date
from typing import TYPE_CHECKING, TypeVar, assert_never

from attrs import frozen

from casa_model.rules import interval, tree as t
from casa_model.rules.calendar import MONTHS, add_months, months_between
from casa_model.rules.params import IndiceIntero
from casa_model.rules.types import (
    MAX_MEMBERS,
    MAX_MONTHS,
    BoolType,
    ChoiceType,
    CodeType,
    DateType,
    NumberType,
    Type,
    describe,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from casa_model.rules.params import Parametro

    Wrong = Callable[..., None]
    """Called with a fault code, the node at fault and the words of the sentence."""

T = TypeVar("T", bound=Type)
ORDERED = ("<", "<=", ">", ">=")


@frozen
class Scope:
    """The types of every name; a definition that could not be typed is None."""

    fatti: Mapping[str, Type]
    membri: Mapping[str, Type]
    parametri: Mapping[str, Parametro]
    definizioni: Mapping[str, Type | None]


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
            return self.wrong("fuori-63-bit", node)
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
            case t.Fact(name=name):
                return self.scope.fatti[name]
            case t.MemberFact(name=name):
                if not self.inside:
                    return self.wrong("membro-fuori-aggregato", node, nome=name)
                return self.scope.membri[name]
            case t.Param():
                return self._param(node)
            case t.Definition(name=name):
                return self.scope.definizioni[name]
            case t.Calendar():
                return DateType()
            case t.Add() | t.Sub() | t.Mul():
                return self._arithmetic(node)
            case t.Min(args=args) | t.Max(args=args):
                return self._extreme(node, args)
            case t.Round(arg=arg, decimals=decimals):
                number = self.want(NumberType, arg)
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
                self.want(BoolType, cond)
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

    def want(self, kind: type[T], node: t.Expr) -> T | None:
        """The type of `node` if it is of `kind`, else a fault."""
        found = self.type_of(node)
        if found is None or isinstance(found, kind):
            return found
        sample = NumberType(0, euro=False, lo=0, hi=0) if kind is NumberType else kind()
        self.wrong(
            "tipo-inatteso", node,
            atteso=describe(sample, "it"), trovato=describe(found, "it"),
            atteso_en=describe(sample, "en"), trovato_en=describe(found, "en"),
        )  # fmt: skip
        return None

    def _bools(self, args: Sequence[t.Expr]) -> Type:
        for arg in args:
            self.want(BoolType, arg)
        return BoolType()

    def _clash(self, node: t.Expr, word: tuple[str, str], found: Sequence[Type]) -> None:
        left, right = found[0], found[-1]
        self.wrong(
            "tipi-incompatibili", node, operazione=word[0], operazione_en=word[1],
            sinistra=describe(left, "it"), destra=describe(right, "it"),
            sinistra_en=describe(left, "en"), destra_en=describe(right, "en"),
        )  # fmt: skip

    def _numbers(self, node: t.Expr, found: Sequence[Type]) -> list[NumberType] | None:
        """The types aligned, or None after a fault when they are not numbers of one unit."""
        numbers = [kind for kind in found if isinstance(kind, NumberType)]
        if len(numbers) < len(found) or not interval.same_unit(numbers):
            return self._clash(node, ("il calcolo", "the arithmetic"), found)
        level = interval.aligned(numbers)
        if not all(map(interval.fits, level)):
            return self.wrong("fuori-63-bit", node)
        return level

    def _arithmetic(self, node: t.Add | t.Sub | t.Mul) -> Type | None:
        left, right = self.type_of(node.left), self.type_of(node.right)
        if left is None or right is None:
            return None
        if isinstance(node, t.Mul):
            if not isinstance(left, NumberType) or not isinstance(right, NumberType):
                return self._clash(node, ("il prodotto", "the product"), (left, right))
            if left.euro and right.euro:
                return self._clash(node, ("il prodotto", "the product"), (left, right))
            return interval.mul(left, right)
        numbers = self._numbers(node, (left, right))
        if numbers is None:
            return None
        return (interval.add if isinstance(node, t.Add) else interval.sub)(*numbers)

    def _extreme(self, node: t.Min | t.Max, args: Sequence[t.Expr]) -> Type | None:
        found = [kind for kind in map(self.type_of, args) if kind is not None]
        if len(found) < len(args):
            return None
        if all(isinstance(kind, DateType) for kind in found):
            return _days(found)
        numbers = self._numbers(node, found)
        return numbers and interval.extreme(node, numbers)

    def join(self, node: t.Expr, args: Sequence[t.Expr]) -> Type | None:
        """The type that holds what any of `args` gives."""
        found = [kind for kind in map(self.type_of, args) if kind is not None]
        if len(found) < len(args):
            return None
        match found[0]:
            case BoolType() | CodeType() if len(set(map(type, found))) == 1:
                return found[0]
            case DateType() if all(isinstance(kind, DateType) for kind in found):
                return _days(found)
            case ChoiceType() if all(isinstance(kind, ChoiceType) for kind in found):
                values = [v for kind in found if isinstance(kind, ChoiceType) for v in kind.values]
                return ChoiceType(tuple(dict.fromkeys(values)))
            case NumberType():
                numbers = self._numbers(node, found)
                return numbers and interval.hull(numbers)
            case _:
                return self._clash(node, ("la scelta fra i casi", "the choice of cases"), found)

    def _compare(self, node: t.Compare) -> Type | None:
        found = [kind for kind in (self.type_of(node.left), self.type_of(node.right)) if kind]
        if len(found) < 2:  # noqa: PLR2004 - a comparison has two sides
            return None
        word = (f"il confronto `{node.op}`", f"the comparison `{node.op}`")
        match found:
            case [NumberType(), NumberType()]:
                return self._numbers(node, found) and BoolType()
            case [DateType(), DateType()]:
                return BoolType()
            case [ChoiceType() | CodeType(), ChoiceType() | CodeType()] if node.op not in ORDERED:
                return self._same_labels(node, node.left, node.right, found)
            case _:
                return self._clash(node, word, found)

    def _same_labels(
        self, node: t.Expr, left: t.Expr, right: t.Expr, found: Sequence[Type]
    ) -> Type | None:
        for label, kind in ((left, found[1]), (right, found[0])):
            if isinstance(label, t.Label):
                return self._label(label, kind) and BoolType()
        match found:
            case [ChoiceType(values=one), ChoiceType(values=other)] if set(one) & set(other):
                return BoolType()
            case [CodeType(), CodeType()]:
                return BoolType()
            case _:
                return self._clash(node, ("il confronto", "the comparison"), found)

    def _label(self, label: t.Label, kind: Type) -> Type | None:
        if isinstance(kind, ChoiceType) and label.value not in kind.values:
            known = ", ".join(f"`{value}`" for value in kind.values)
            return self.wrong("valore-fuori-scelta", label, valore=label.value, ammessi=known)
        return kind

    def _membership(self, node: t.In) -> Type | None:
        kind = self.type_of(node.arg)
        for value in node.values:
            match kind, value:
                case (ChoiceType() | CodeType(), t.Label()):
                    self._label(value, kind)
                case NumberType(), t.Number():
                    self._compare(t.Compare("==", node.arg, value))
                case None, _:
                    return None
                case _:
                    other = self._type_of(value)
                    return self._clash(node, ("`in`", "`in`"), [k for k in (kind, other) if k])
        return BoolType()

    def _param(self, node: t.Param) -> Type | None:
        param = self.scope.parametri[node.name]
        if len(param.indice) != len(node.keys):
            return self.wrong(
                "indice-numero", node, nome=node.name,
                attesi=len(param.indice), trovati=len(node.keys),
            )  # fmt: skip
        for index, key in zip(param.indice, node.keys, strict=True):
            if isinstance(index, IndiceIntero):
                whole = self.whole(key)
                if whole is not None and not (index.lo <= whole.lo and whole.hi <= index.hi):
                    self.wrong("indice-fuori-tabella", key, nome=node.name, ultimo=index.hi)
            elif (choice := self.want(ChoiceType, key)) is not None:
                outside = set(choice.values) - set(index.valori)
                if outside:
                    last = index.valori[-1]
                    self.wrong("indice-fuori-tabella", key, nome=node.name, ultimo=last)
        return param.tipo

    def whole(self, node: t.Expr) -> NumberType | None:
        """The type of `node` if it is a plain whole number, else a fault."""
        number = self.want(NumberType, node)
        if number is not None and (number.scale or number.euro):
            return self.wrong(
                "tipo-inatteso", node, atteso="un numero intero", atteso_en="a whole number",
                trovato=describe(number, "it"), trovato_en=describe(number, "en"),
            )  # fmt: skip
        return number

    def _between(self, node: t.MonthsBetween | t.YearsBetween) -> Type | None:
        first, last = self.want(DateType, node.first), self.want(DateType, node.last)
        if first is None or last is None:
            return None
        lo, hi = months_between(first.hi, last.lo), months_between(first.lo, last.hi)
        each = MONTHS if isinstance(node, t.YearsBetween) else 1
        return NumberType(0, euro=False, lo=lo // each, hi=hi // each)

    def _add_months(self, node: t.AddMonths) -> Type | None:
        day, months = self.want(DateType, node.day), self.whole(node.months)
        if day is None or months is None:
            return None
        lo = day.lo.year * MONTHS + day.lo.month - 1 + months.lo
        hi = day.hi.year * MONTHS + day.hi.month - 1 + months.hi
        long = months.lo < -MAX_MONTHS or months.hi > MAX_MONTHS
        if long or lo < MINYEAR * MONTHS or hi >= (MAXYEAR + 1) * MONTHS:
            return self.wrong("data-fuori-calendario", node, limite=MAX_MONTHS)
        return DateType(add_months(day.lo, months.lo), add_months(day.hi, months.hi))

    def _aggregate(self, node: t.AnyMember | t.AllMembers | t.Count | t.Sum) -> Type | None:
        if self.inside:
            return self.wrong("aggregato-annidato", node)
        self.inside = True
        try:
            self.want(BoolType, node.cond)
            if isinstance(node, t.Sum):
                value = self.want(NumberType, node.value)
                return value and interval.over_members(value)
            if isinstance(node, t.Count):
                return NumberType(0, euro=False, lo=0, hi=MAX_MEMBERS)
            return BoolType()
        finally:
            self.inside = False


def _days(found: Sequence[Type]) -> DateType:
    days = [kind for kind in found if isinstance(kind, DateType)]
    lo: date = min(kind.lo for kind in days)
    return DateType(lo, max(kind.hi for kind in days))
