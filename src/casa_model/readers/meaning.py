"""What an expression means: its value, and the facts it still needs.

With `casa_model.readers.evaluate` this module *is* the meaning of a rule: every other reader and
engine gives the answers that are given here, bits included. It is slow and obvious on purpose,
computes in `Decimal`, and takes no short cut. Truth is True, False or None by Kleene's strong
tables; an unknown value is None.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import TypeAlias, assert_never

from attrs import evolve, field, frozen

from casa_model.errors import IllTyped
from casa_model.rules import tree as t
from casa_model.rules.calendar import add_months, months_between, years_between
from casa_model.rules.names import MEMBRI
from casa_model.rules.params import Key
from casa_model.rules.walk import children
from casa_model.values import Euro

Plain: TypeAlias = bool | Decimal | date | str
"""A known value while it is computed with: money is its amount in euro."""

EXACT = Context(prec=100)
"""Wide enough for every product of a tree whose intervals fit 63 bits: nothing is ever lost."""

_SIGNS = {
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
    "==": lambda a, b: a == b,
    "!=": lambda a, b: a != b,
}


@frozen
class Env:
    """What a tree is evaluated in: plain values of facts, members, law, definitions and days.

    Absent names are not known. `membro` is the member an aggregate is looking at. `definiti` and
    `mancanti` keep what each definition was found to be, so that none is worked out twice.
    """

    fatti: Mapping[str, Plain] = field(repr=False)
    membri: Sequence[Mapping[str, Plain]] | None = field(repr=False)
    parametri: Mapping[str, Mapping[tuple[Key, ...], Plain]]
    definizioni: Mapping[str, t.Expr]
    giorni: Mapping[str, date]
    membro: Mapping[str, Plain] | None = field(default=None, repr=False)
    definiti: dict[str, Plain | None] = field(factory=dict, repr=False)
    mancanti: dict[str, frozenset[str]] = field(factory=dict, repr=False)

    def of(self, membro: Mapping[str, Plain]) -> Env:
        """The same, looking at one member."""
        return evolve(self, membro=membro)


def plain(value: bool | Euro | Decimal | date | str | int) -> Plain:  # noqa: FBT001 - a value
    """A declared value as it is computed with."""
    match value:
        case Euro():
            return value.decimal
        case bool() | Decimal() | date() | str():
            return value
        case _:
            return Decimal(value)


def money(number: Decimal) -> Euro:
    """A number of euros as money, however large.

    Raises `IllTyped` for a fraction of a cent, which only a tree that nobody has typed can give.
    """
    cents = number.scaleb(2, EXACT)
    if cents != int(cents):
        raise IllTyped(
            it="un importo ha frazioni di centesimo; arrotondalo a 2 decimali",
            en="an amount has fractions of a cent; round it to 2 decimals",
        )
    return Euro(int(cents))


def value(node: t.Expr, env: Env) -> Plain | None:
    """The value of `node`, or None when it is not known."""
    match node:
        case t.Truth(value=constant) | t.Day(value=constant) | t.Label(value=constant):
            return constant
        case t.Number(units=units, scale=scale):
            return Decimal(units).scaleb(-scale, EXACT)
        case t.Fact(name=name):
            return env.fatti.get(name)
        case t.MemberFact(name=name):
            return None if env.membro is None else env.membro.get(name)
        case t.Param(name=name, keys=keys):
            found = [value(key, env) for key in keys]
            known = tuple(_key(key) for key in found if key is not None)
            return env.parametri[name][known] if len(known) == len(found) else None
        case t.Definition(name=name):
            if name not in env.definiti:
                env.definiti[name] = value(env.definizioni[name], env)
            return env.definiti[name]
        case t.Calendar(name=name):
            return env.giorni.get(name)
        case t.And(args=args):
            return _all([truth(arg, env) for arg in args])
        case t.Or(args=args):
            return _any([truth(arg, env) for arg in args])
        case t.Not(arg=arg):
            held = truth(arg, env)
            return None if held is None else not held
        case t.If(cond=cond, then=then, other=other):
            held = truth(cond, env)
            return None if held is None else value(then if held else other, env)
        case t.Table(rows=rows, otherwise=otherwise):
            for row in rows:
                held = truth(row.when, env)
                if held is None:
                    return None
                if held:
                    return value(row.value, env)
            return value(otherwise, env)
        case t.AnyMember() | t.AllMembers() | t.Count() | t.Sum():
            return _aggregate(node, env)
        case _:
            return _of_operands(node, env)


def truth(node: t.Expr, env: Env) -> bool | None:
    """The truth of a condition: True, False, or None when it is not known."""
    found = value(node, env)
    assert found is None or isinstance(found, bool)  # noqa: S101 - the loader has typed the tree
    return found


def _of_operands(
    node: t.Add | t.Sub | t.Mul | t.Min | t.Max | t.Round | t.Compare | t.In
    | t.MonthsBetween | t.YearsBetween | t.AddMonths,
    env: Env,
) -> Plain | None:  # fmt: skip
    """Nodes that are unknown as soon as one operand is."""
    found = [value(operand, env) for operand in children(node)]
    known = [operand for operand in found if operand is not None]
    if len(known) < len(found):
        return None
    match node:
        case t.Add():
            return EXACT.add(*_numbers(known))
        case t.Sub():
            return EXACT.subtract(*_numbers(known))
        case t.Mul():
            return EXACT.multiply(*_numbers(known))
        case t.Min():
            return min(known)
        case t.Max():
            return max(known)
        case t.Round(decimals=decimals):
            (number,) = _numbers(known)
            return number.quantize(Decimal((0, (1,), -decimals)), ROUND_HALF_UP, EXACT)
        case t.Compare(op=op):
            return bool(_SIGNS[op](*known))
        case t.In():
            return known[0] in known[1:]
        case t.MonthsBetween():
            return Decimal(months_between(*_days(known)))
        case t.YearsBetween():
            return Decimal(years_between(*_days(known)))
        case t.AddMonths():
            (day,), (months,) = _days(known[:1]), _numbers(known[1:])
            return add_months(day, int(months))
        case _:
            assert_never(node)


def _aggregate(
    node: t.AnyMember | t.AllMembers | t.Count | t.Sum, env: Env
) -> bool | Decimal | None:
    if env.membri is None:
        return None
    each = [env.of(member) for member in env.membri]
    held = [truth(node.cond, one) for one in each]
    if isinstance(node, t.AnyMember):
        return _any(held)
    if isinstance(node, t.AllMembers):
        return _all(held)
    if None in held:
        return None
    if isinstance(node, t.Count):
        return Decimal(held.count(True))
    total = Decimal(0)
    for one, counts in zip(each, held, strict=True):
        amount = value(node.value, one) if counts else Decimal(0)
        if amount is None:
            return None
        total = EXACT.add(total, *_numbers([amount]))
    return total


def _all(held: Sequence[bool | None]) -> bool | None:
    if False in held:
        return False
    return None if None in held else True


def _any(held: Sequence[bool | None]) -> bool | None:
    if True in held:
        return True
    return None if None in held else False


def _key(found: Plain) -> Key:
    return int(found) if isinstance(found, Decimal) else str(found)


def _numbers(known: Sequence[Plain]) -> list[Decimal]:
    return [number for number in known if isinstance(number, Decimal)]


def _days(known: Sequence[Plain]) -> list[date]:
    return [day for day in known if isinstance(day, date)]


def missing(node: t.Expr, env: Env) -> frozenset[str]:
    """The facts that an unknown expression still needs; none when it is known."""
    if value(node, env) is not None:
        return frozenset()
    match node:
        case t.Fact(name=name) | t.MemberFact(name=name) | t.Calendar(name=name):
            return frozenset({name})
        case t.Definition(name=name):
            if name not in env.mancanti:
                env.mancanti[name] = missing(env.definizioni[name], env)
            return env.mancanti[name]
        case t.And(args=args) | t.Or(args=args):
            return _union(args, env)
        case t.Not(arg=arg):
            return missing(arg, env)
        case t.If(cond=cond, then=then, other=other):
            held = truth(cond, env)
            return missing(cond if held is None else then if held else other, env)
        case t.Table(rows=rows, otherwise=otherwise):
            for row in rows:
                held = truth(row.when, env)
                if held is None:
                    return missing(row.when, env)
                if held:
                    return missing(row.value, env)
            return missing(otherwise, env)
        case t.AnyMember() | t.AllMembers() | t.Count() | t.Sum():
            return _missing_of_members(node, env)
        case _:
            return _union(children(node), env)


def _union(nodes: Sequence[t.Expr], env: Env) -> frozenset[str]:
    return frozenset().union(*(missing(node, env) for node in nodes))


def _missing_of_members(
    node: t.AnyMember | t.AllMembers | t.Count | t.Sum, env: Env
) -> frozenset[str]:
    if env.membri is None:
        return frozenset({MEMBRI})
    each = [env.of(member) for member in env.membri]
    needed = frozenset().union(*(missing(node.cond, one) for one in each))
    if not isinstance(node, t.Sum):
        return needed
    paying = [one for one in each if truth(node.cond, one)]
    return needed.union(*(missing(node.value, one) for one in paying))
