"""From a tree to steps: names resolved, the law of the day read, scales aligned, nothing twice."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import reduce
from typing import TYPE_CHECKING, TypeAlias

from attrs import Factory, define

from casa_model.rules import interval
from casa_model.rules import tree as t
from casa_model.rules.calendar import MONTHS
from casa_model.rules.facts import Fatto, units_of
from casa_model.rules.lowered import steps as s
from casa_model.rules.lowered._desk import DAY, TEXT, TRUTH, Desk, untyped
from casa_model.rules.lowered.steps import Reg
from casa_model.rules.names import DATA_REQUISITI
from casa_model.rules.params import Parametro
from casa_model.rules.types import MAX_MEMBERS, BoolType, ChoiceType, DateType, NumberType, Type
from casa_model.values import Euro

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casa_model.rules.params import Key, ParamValue

Entry: TypeAlias = bool | int | date | str
"""A value of the law as steps hold it: numbers are whole, at the scale of their parameter."""
Table: TypeAlias = "dict[tuple[Key, ...], Entry]"

_WHOLE = NumberType(0, euro=False, lo=0, hi=MAX_MEMBERS)
_CENTURIES = 9999 * MONTHS
_SPAN = NumberType(0, euro=False, lo=0, hi=_CENTURIES)
_FOLDS = {
    t.AnyMember: s.FoldKind.ANY, t.AllMembers: s.FoldKind.ALL,
    t.Count: s.FoldKind.COUNT, t.Sum: s.FoldKind.SUM,
}  # fmt: skip


def entry(value: ParamValue, tipo: Type, nome: str) -> Entry:
    """A value of the law as steps hold it."""
    found: Entry | None
    match value:
        case Euro(cents=cents):
            found = cents
        case Decimal():
            found = units_of(value, tipo.scale) if isinstance(tipo, NumberType) else None
        case _:
            found = value
    if found is None:
        raise untyped(nome)
    return found


def _stands(tipo: Type) -> Type:
    """The type of a register for a declared one: a choice and a code are texts alike."""
    return TEXT if isinstance(tipo, ChoiceType) else tipo


@define
class Names:
    """What each name stands for on a day."""

    fatti: Mapping[str, Fatto]
    parametri: Mapping[str, Parametro]
    definizioni: Mapping[str, t.Expr]
    giorni: Mapping[str, date]
    bits: Mapping[str, int]
    on: date


@define
class Lowering:
    """Puts trees down as steps; `slots` and `tables` are what these turned out to read."""

    names: Names
    desk: Desk = Factory(Desk)
    slots: dict[str, int] = Factory(dict)
    member_slots: dict[str, int] = Factory(dict)
    tables: dict[str, Table] = Factory(dict)
    _defined: dict[str, Reg] = Factory(dict)
    _folds: dict[t.Expr, Reg] = Factory(dict)

    def truth(self, node: t.Expr) -> Reg:
        """The register of a condition."""
        return self._of(BoolType, node)

    def cents(self, node: t.Expr, nome: str) -> Reg:
        """The register of an amount of the item `nome`, in whole cents."""
        reg = self.of(node)
        if self.desk.number_at(reg).scale > 2:  # noqa: PLR2004 - cents
            raise untyped(nome)
        return self.desk.scaled(reg, 2)

    def of(self, node: t.Expr) -> Reg:
        """The register of the value of a tree. Raises `IllTyped` for one that nobody has typed."""
        desk = self.desk
        match node:
            case t.Truth(value=value):
                return desk.put(s.ConstTruth(value), TRUTH)
            case t.Number(units=units, scale=scale):
                return desk.number(units, scale)
            case t.Day(value=day):
                return desk.put(s.ConstDay(day), DAY)
            case t.Label(value=label):
                return desk.put(s.ConstText(label), TEXT)
            case t.Fact(name=name) | t.MemberFact(name=name):
                return self._fact(node, name)
            case t.Param(name=name, keys=keys):
                return self._param(name, keys)
            case t.Definition(name=name):
                return self._definition(name)
            case t.Calendar(name=name):
                return self._day(name)
            case t.Add(left=left, right=right):
                return desk.add(self.of(left), self.of(right))
            case t.Sub(left=left, right=right):
                return desk.sub(self.of(left), self.of(right))
            case t.Mul(left=left, right=right):
                one, other = self.of(left), self.of(right)
                kind = interval.mul(desk.number_at(one), desk.number_at(other))
                return desk.put(s.Mul(one, other), kind)
            case t.Min(args=args):
                return reduce(desk.least, self._one_scale(args))
            case t.Max(args=args):
                return reduce(desk.greatest, self._one_scale(args))
            case t.Round(arg=arg, decimals=decimals):
                return desk.rounded(self.of(arg), decimals)
            case t.Compare(op=op, left=left, right=right):
                return desk.compare(op, self.of(left), self.of(right))
            case t.In(arg=arg, values=values):
                return self._one_of(self.of(arg), values)
            case t.And(args=args):
                return desk.put(s.AllOf(tuple(map(self.truth, args))), TRUTH)
            case t.Or(args=args):
                return desk.put(s.AnyOf(tuple(map(self.truth, args))), TRUTH)
            case t.Not(arg=arg):
                return desk.put(s.Not(self.truth(arg)), TRUTH)
            case t.If(cond=cond, then=then, other=other):
                return desk.choose(self.truth(cond), self.of(then), self.of(other))
            case t.Table(rows=rows, otherwise=otherwise):
                found = self.of(otherwise)
                for row in reversed(rows):
                    found = desk.choose(self.truth(row.when), self.of(row.value), found)
                return found
            case t.MonthsBetween(first=first, last=last):
                return desk.put(s.Months(self._a_day(first), self._a_day(last)), _SPAN)
            case t.YearsBetween(first=first, last=last):
                return desk.put(s.Years(self._a_day(first), self._a_day(last)), _SPAN)
            case t.AddMonths(day=day, months=months):
                return desk.put(s.AddMonths(self._a_day(day), self._whole(months)), DAY)
            case _:
                return self._fold(node)

    def _of(self, kind: type[Type], node: t.Expr) -> Reg:
        reg = self.of(node)
        if not isinstance(self.desk.types[reg], kind):
            raise untyped()
        return reg

    def _a_day(self, node: t.Expr) -> Reg:
        return self._of(DateType, node)

    def _whole(self, node: t.Expr) -> Reg:
        reg = self.of(node)
        if self.desk.number_at(reg).scale:
            raise untyped()
        return reg

    def _one_scale(self, args: Sequence[t.Expr]) -> list[Reg]:
        """The parts of a `min` or a `max`: a scale that grew part by part would add steps."""
        regs = [self.of(arg) for arg in args]
        numbers = isinstance(self.desk.types[regs[0]], NumberType)
        return self.desk.aligned(regs) if numbers else regs

    def _fact(self, node: t.Fact | t.MemberFact, name: str) -> Reg:
        fatto = self.names.fatti.get(name)
        if fatto is None or fatto.membro is not isinstance(node, t.MemberFact):
            raise untyped(name)
        slots = self.member_slots if fatto.membro else self.slots
        slot = slots.setdefault(name, len(slots))
        step = s.LoadMember(slot) if fatto.membro else s.LoadFact(slot)
        return self.desk.put(step, _stands(fatto.tipo))

    def _param(self, name: str, keys: tuple[t.Expr, ...]) -> Reg:
        parametro = self.names.parametri.get(name)
        if parametro is None:
            raise untyped(name)
        if name not in self.tables:
            rows = ((riga.chiave, riga.storia.il(self.names.on)) for riga in parametro.righe)
            self.tables[name] = {
                key: entry(periodo.valore, parametro.tipo, name)
                for key, periodo in rows
                if periodo is not None
            }
        if keys:
            places = tuple(self._key(key) for key in keys)
            table = list(self.tables).index(name)
            return self.desk.put(s.Lookup(table, places), _stands(parametro.tipo))
        return self._constant(self.tables[name][()], parametro.tipo)

    def _key(self, node: t.Expr) -> Reg:
        reg = self.of(node)
        return self._whole(node) if isinstance(self.desk.types[reg], NumberType) else reg

    def _constant(self, value: Entry, tipo: Type) -> Reg:
        match value:
            case bool():
                return self.desk.put(s.ConstTruth(value), TRUTH)
            case int() if isinstance(tipo, NumberType):
                return self.desk.number(value, tipo.scale)
            case date():
                return self.desk.put(s.ConstDay(value), DAY)
            case _:
                return self.desk.put(s.ConstText(str(value)), TEXT)

    def _definition(self, name: str) -> Reg:
        if name not in self.names.definizioni:
            raise untyped(name)
        if name not in self._defined:
            fold = self.desk.outside()
            self._defined[name] = self.of(self.names.definizioni[name])
            self.desk.again(fold)
        return self._defined[name]

    def _day(self, name: str) -> Reg:
        if name == DATA_REQUISITI:
            return self.desk.put(s.Requisites(), DAY)
        day = self.names.giorni.get(name)
        if day is not None:
            return self.desk.put(s.ConstDay(day), DAY)
        if name not in self.names.bits:
            raise untyped(name)
        return self.desk.put(s.Unknown(self.names.bits[name]), DAY)

    def _one_of(self, reg: Reg, values: tuple[t.Label | t.Number, ...]) -> Reg:
        labels = tuple(each.value for each in values if isinstance(each, t.Label))
        numbers = [each for each in values if isinstance(each, t.Number)]
        if not numbers:
            return self.desk.put(s.OneOf(reg, labels), TRUTH)
        if labels:
            raise untyped()
        scale = max(self.desk.number_at(reg).scale, *(each.scale for each in numbers))
        units = tuple(int(each.units * 10 ** (scale - each.scale)) for each in numbers)
        return self.desk.put(s.OneOf(self.desk.scaled(reg, scale), units), TRUTH)

    def _fold(self, node: t.AnyMember | t.AllMembers | t.Count | t.Sum) -> Reg:
        if node in self._folds:
            return self._folds[node]
        self.desk.open_fold()
        cond = self.truth(node.cond)
        value = self.of(node.value) if isinstance(node, t.Sum) else None
        body = self.desk.close_fold()
        if value is not None:
            kind: Type = interval.over_members(self.desk.number_at(value))
        else:
            kind = _WHOLE if isinstance(node, t.Count) else TRUTH
        step = s.Fold(_FOLDS[type(node)], body, cond, value)
        self._folds[node] = self.desk.put(step, kind)
        return self._folds[node]
