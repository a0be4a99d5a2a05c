"""One random tree: nodes are drawn by the type that is wanted where they stand.

A number that would leave 63 bits, and a day that would leave the calendar, gives way to its own
first part, so that every draw gives a well-typed tree.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Final, cast

from attrs import define
from hypothesis import strategies as st

from casa_model.rules import tree as t
from casa_model.rules.check import Scope, _Checker
from casa_model.rules.params import IndiceIntero
from casa_model.rules.types import ChoiceType, NumberType, Type
from casa_model.testing._draws import TRUTH, pick, whole
from casa_model.testing._scope import kind_of
from casa_model.testing._values import CODES, days
from casa_model.testing._vocabulary import AREA, RUOLO

if TYPE_CHECKING:
    from collections.abc import Callable

    from casa_model.rules.params import Parametro

EQUAL: tuple[t.Op, ...] = ("==", "!=")
ANY: tuple[t.Op, ...] = ("<", "<=", ">", ">=", "==", "!=")
NUMERIC = (
    "leaf", "min", "add", "sub", "mul", "round", "if", "indexed", "count", "sum", "sum",
)  # fmt: skip
"""What a number is made of; sums over members twice, for they need much to be of interest."""

NUMBERS: Final = st.builds(t.Number, whole(-1000, 1000), whole(0, 3))
FEW_NUMBERS: Final = st.lists(
    st.builds(t.Number, whole(-50, 50), whole(0, 2)), min_size=1, max_size=3
).map(tuple)


@cache
def few(labels: tuple[str, ...]) -> st.SearchStrategy[list[str]]:
    """Some labels, each once."""
    return st.lists(st.sampled_from(labels), min_size=1, max_size=3, unique=True)


MOST_MONTHS = 40
CENTS = 2
"""The decimals of an amount."""


@define
class Maker:
    """Draws trees over one scope; `inside` while it draws what an aggregate asks of a member."""

    draw: st.DrawFn
    scope: Scope
    giorni: Sequence[str]
    inside: bool = False

    def of(self, kind: str, depth: int) -> t.Expr:
        """A tree that gives `kind`, about `depth` nodes above its leaves."""
        makers: dict[str, Callable[[int], t.Expr]] = {
            "bool": self._bool,
            "euro": self._euro,
            "plain": self._plain,
            "day": self._day,
            "choice": self._choice,
            "code": self._code,
        }
        return makers[kind](depth)

    def cents(self, depth: int) -> t.Expr:
        """An amount with two decimals."""
        found = self.of("euro", depth)
        return found if self.number(found).scale == CENTS else t.Round(found, CENTS)

    def table(self, kind: str) -> t.Table:
        """A table whose every case gives `kind`."""
        some = self.draw(whole(1, 3))
        rows = tuple(t.Row(self.of("bool", 1), self.of(kind, 1)) for _ in range(some))
        found = t.Table(rows, self.of(kind, 1))
        return found if self._typed(found) else t.Table((rows[0],), rows[0].value)

    def type_of(self, node: t.Expr) -> Type | None:
        """The type of a tree, or None when it has a fault."""
        faults: list[str] = []
        checker = _Checker(self.scope, lambda code, *_, **__: faults.append(code))
        checker.inside = self.inside
        found = checker.type_of(node)
        return None if faults else found

    def sure(self, node: t.Expr) -> Type:
        """The type of a tree that has one."""
        return cast("Type", self.type_of(node))

    def number(self, node: t.Expr) -> NumberType:
        """The type of a number."""
        return cast("NumberType", self.type_of(node))

    def _typed(self, node: t.Expr) -> bool:
        return self.type_of(node) is not None

    def _pick(self, *names: str) -> str:
        return pick(self.draw, names)

    def _leaves(self, kind: str) -> list[t.Expr]:
        """The names in scope that give `kind`."""
        member = self.scope.membri if self.inside else {}
        found: list[t.Expr] = [t.Fact(n) for n, k in self.scope.fatti.items() if kind_of(k) == kind]
        found += [t.MemberFact(n) for n, k in member.items() if kind_of(k) == kind]
        found += [
            t.Definition(n) for n, k in self.scope.definizioni.items() if k and kind_of(k) == kind
        ]
        found += [
            t.Param(p.nome)
            for p in self.scope.parametri.values()
            if not p.indice and kind_of(p.tipo) == kind
        ]
        return found

    def _leaf(self, kind: str) -> t.Expr:
        return pick(self.draw, self._leaves(kind))

    def _indexed(self, kind: str, depth: int) -> t.Expr:
        tables = [p for p in self.scope.parametri.values() if p.indice and kind_of(p.tipo) == kind]
        param = pick(self.draw, tables)
        return t.Param(
            param.nome, tuple(self._key(param, at, depth) for at in range(len(param.indice)))
        )

    def _key(self, param: Parametro, at: int, depth: int) -> t.Expr:
        index = param.indice[at]
        if isinstance(index, IndiceIntero):
            return self._whole(index.lo, index.hi, depth)
        return pick(self.draw, [*self._of_choice(AREA), t.Label("accesso")])

    def _whole(self, lo: int, hi: int, depth: int) -> t.Expr:
        """A whole number that stays between two."""
        if not depth:
            return t.Number(self.draw(whole(lo, hi)))
        found = self.of("plain", depth - 1)
        if self.number(found).scale:
            found = t.Round(found, 0)
        return t.Min((t.Max((found, t.Number(lo))), t.Number(hi)))

    def _first(self, node: t.Expr, part: t.Expr) -> t.Expr:
        return node if self._typed(node) else part

    def _many(self, kind: str, depth: int) -> tuple[t.Expr, ...]:
        return tuple(self.of(kind, depth) for _ in range(self.draw(whole(2, 3))))

    def _if(self, kind: str, depth: int) -> t.Expr:
        then = self.of(kind, depth)
        return self._first(t.If(self.of("bool", depth), then, self.of(kind, depth)), then)

    def _extreme(self, kind: str, depth: int) -> t.Expr:
        args = self._many(kind, depth)
        node = t.Min(args) if self.draw(TRUTH) else t.Max(args)
        return self._first(node, args[0])

    def _euro(self, depth: int) -> t.Expr:
        if not depth:
            return self._leaf("euro")
        return self._numeric("euro", depth - 1)

    def _plain(self, depth: int) -> t.Expr:
        if not depth:
            written = self.draw(TRUTH)
            return self.draw(NUMBERS) if written else self._leaf("plain")
        if self._pick("number", "time") == "time":
            return self._time(depth - 1)
        return self._numeric("plain", depth - 1)

    def _time(self, depth: int) -> t.Expr:
        node = t.MonthsBetween if self.draw(TRUTH) else t.YearsBetween
        return node(self.of("day", depth), self.of("day", depth))

    def _numeric(self, kind: str, depth: int) -> t.Expr:
        op = self._pick(*NUMERIC)
        if op == "leaf":
            return self._leaf(kind)
        if op == "if":
            return self._if(kind, depth)
        if op == "min":
            return self._extreme(kind, depth)
        if op == "indexed":
            return self._indexed(kind, depth)
        if op in ("sum", "count"):
            if op == "count" and kind == "plain":
                return self._aggregate(t.Count, depth)
            return self._sum(kind, depth)
        left = self.of(kind, depth)
        if op == "round":
            return self._first(t.Round(left, self.draw(whole(0, 4))), left)
        if op == "mul":
            return self._first(t.Mul(self.of("plain", depth), left), left)
        node = t.Add if op == "add" else t.Sub
        return self._first(node(left, self.of(kind, depth)), left)

    def _sum(self, kind: str, depth: int) -> t.Expr:
        if self.inside:
            return self._leaf(kind)
        self.inside = True
        value, cond = self.of(kind, min(depth, 1)), self.of("bool", min(depth, 1))
        self.inside = False
        found = t.Sum(value, cond if self.draw(TRUTH) else t.Truth(value=True))
        return self._first(found, self._leaf(kind))

    def _aggregate(self, node: type[t.Count | t.AnyMember | t.AllMembers], depth: int) -> t.Expr:
        if self.inside:
            return self._leaf("plain" if node is t.Count else "bool")
        self.inside = True
        found = node(self.of("bool", min(depth, 2)))
        self.inside = False
        return found

    def _bool(self, depth: int) -> t.Expr:
        if not depth:
            return pick(self.draw, [*self._leaves("bool"), t.Truth(value=True)])
        op = self._pick("leaf", "compare", "in", "not", "and", "or", "any", "all", "if")
        if op in ("any", "all"):
            return self._aggregate(t.AnyMember if op == "any" else t.AllMembers, depth - 1)
        if op in ("and", "or"):
            return (t.And if op == "and" else t.Or)(self._many("bool", depth - 1))
        if op == "not":
            return t.Not(self.of("bool", depth - 1))
        if op == "leaf":
            return pick(self.draw, self._leaves("bool"))
        if op == "if":
            return self._if("bool", depth - 1)
        return self._compare(depth - 1) if op == "compare" else self._in(depth - 1)

    def _compare(self, depth: int) -> t.Expr:
        kind = self._pick("euro", "plain", "day", "choice", "code")
        op = pick(self.draw, EQUAL if kind in ("choice", "code") else ANY)
        if kind == "choice":
            tipo = pick(self.draw, (AREA, RUOLO)) if self.inside else AREA
            left = pick(self.draw, self._of_choice(tipo))
            label = t.Label(pick(self.draw, tipo.values))
            right = pick(self.draw, [label, *self._of_choice(tipo)])
            return t.Compare(op, left, right)
        left = self.of(kind, depth)
        if kind == "code":
            label = t.Label(pick(self.draw, CODES))
            return t.Compare(op, left, label if self.draw(TRUTH) else self.of(kind, depth))
        found = t.Compare(op, left, self.of(kind, depth))
        return self._first(found, t.Compare(op, left, left))

    def _in(self, depth: int) -> t.Expr:
        kind = self._pick("choice", "code", "plain")
        if kind == "plain":
            arg = self.of("plain", depth)
            found = t.In(arg, self.draw(FEW_NUMBERS))
            return self._first(found, t.Compare("==", arg, arg))
        tipo = AREA if kind == "choice" else ChoiceType(CODES)
        names = self._of_choice(AREA) if kind == "choice" else self._leaves("code")
        labels = tuple(t.Label(value) for value in self.draw(few(tipo.values)))
        return t.In(pick(self.draw, names), labels)

    def _of_choice(self, tipo: ChoiceType) -> list[t.Expr]:
        """The names that may give every value of a choice."""
        return [leaf for leaf in self._leaves("choice") if self.type_of(leaf) == tipo]

    def _choice(self, depth: int) -> t.Expr:
        found = pick(self.draw, self._of_choice(AREA))
        if not depth or self.draw(TRUTH):
            return found
        label = t.Label(pick(self.draw, AREA.values))
        return t.If(self.of("bool", depth - 1), found, label)

    def _code(self, depth: int) -> t.Expr:
        return self._leaf("code") if not depth else self._if("code", depth - 1)

    def _day(self, depth: int) -> t.Expr:
        if not depth:
            named = [*self._leaves("day"), *map(t.Calendar, self.giorni)]
            at = self.draw(whole(0, len(named)))
            return named[at] if at < len(named) else t.Day(self.draw(days()))
        op = self._pick("leaf", "add", "min", "if")
        if op == "leaf":
            return self._day(0)
        if op == "if":
            return self._if("day", depth - 1)
        if op == "min":
            return self._extreme("day", depth - 1)
        day = self.of("day", depth - 1)
        months = self._whole(-MOST_MONTHS, MOST_MONTHS, depth - 1)
        return self._first(t.AddMonths(day, months), day)
