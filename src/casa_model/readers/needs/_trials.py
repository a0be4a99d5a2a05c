"""What a condition may come to, when one more fact has one or another of many values.

Each value is tried by `meaning` itself. Only the tables are looked at beforehand: row after row
for value after value, a table of a thousand codes would be read a million times. The row that
each value takes is found once for all values, which are a set of bits, and stands in the place of
the table. A row whose condition does more than compare the fact with what is known is asked value
by value, of those that no row before it has taken.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from attrs import evolve, field, frozen

from casa_model.readers.meaning import Env, Plain, truth, value
from casa_model.rules import tree as t
from casa_model.rules.walk import children, walk, with_children

if TYPE_CHECKING:
    from casa_model.readers.needs._state import State


def truths(state: State, nome: str, values: Iterable[Plain], tree: t.Expr) -> set[bool | None]:
    """What a condition comes to for some values of a fact; no more, once it is true and false."""
    trials = _Trials(state.env, nome, values)
    tried = trials.without_tables(tree)
    found: set[bool | None] = set()
    for env in trials.envs:
        found.add(truth(tried, env))
        if {True, False} <= found:
            break
    return found


def _in_order(values: Iterable[Any]) -> Sequence[Any]:
    return sorted(set(values))


@frozen
class _Trials:
    """An environment for each value of a fact, the values in order.

    A table that reads the fact is the name `tabella 0`, which no text can write, and in each
    environment a definition of its own: the row that is taken there.
    """

    known: Env
    nome: str
    values: Sequence[Any] = field(converter=_in_order)
    envs: list[Env] = field(init=False)
    _places: dict[Plain | None, int] = field(init=False)
    _bodies: dict[str, t.Expr] = field(init=False, factory=dict)
    _reading: dict[str, bool] = field(init=False, factory=dict)
    _tables: dict[str, t.Table] = field(init=False, factory=dict)
    _taken: dict[str, list[t.Expr]] = field(init=False, factory=dict)

    @envs.default
    def _envs(self) -> list[Env]:
        return [
            evolve(
                self.known,
                fatti={**self.known.fatti, self.nome: each},
                definizioni=_Definitions(self, at),
                definiti={},
                mancanti={},
            )
            for at, each in enumerate(self.values)
        ]

    @_places.default
    def _each_place(self) -> dict[Plain | None, int]:
        return {each: at for at, each in enumerate(self.values)}

    def without_tables(self, node: t.Expr) -> t.Expr:
        """A tree with a name for each table that reads the fact."""
        if isinstance(node, t.AGGREGATES):
            return node  # of members whose list is not known nothing is read
        if isinstance(node, t.Table):
            if not self._reads(node):
                return node
            nome = f"tabella {len(self._tables)}"
            self._tables[nome] = node
            return t.Definition(nome)
        old = children(node)
        new = [self.without_tables(child) for child in old]
        return with_children(node, new) if any(map(_other, old, new)) else node

    def definition(self, nome: str, at: int) -> t.Expr:
        """What a name is for one of the values."""
        if nome in self._tables:
            if nome not in self._taken:
                self._taken[nome] = self._rows(self._tables[nome])
            return self._taken[nome][at]
        if nome not in self._bodies:
            self._bodies[nome] = self.without_tables(self.known.definizioni[nome])
        return self._bodies[nome]

    def _rows(self, table: t.Table) -> list[t.Expr]:
        """For each value what it takes; where a row is not known, its condition, which is not."""
        taken = [table.otherwise] * len(self.values)
        left = self._among(0, len(self.values))
        for row in table.rows:
            held, fails = self._split(row.when, left)
            for at in _bits(held):
                taken[at] = row.value
            for at in _bits(left & ~held & ~fails):
                taken[at] = row.when
            left = fails
        return taken

    def _split(self, node: t.Expr, among: int) -> tuple[int, int]:
        """Of some values, those for which a condition is true, and those for which it is false."""
        match node:
            case _ if not self._reads(node):
                zones = [among]
            case t.And(args=args):
                return self._all(args, among)
            case t.Or(args=args):
                fails, held = self._all(tuple(map(t.Not, args)), among)
                return held, fails
            case t.Not(arg=arg):
                fails, held = self._split(arg, among)
                return held, fails
            case (
                t.Compare(left=t.Fact(name=self.nome), right=other)
                | t.Compare(left=other, right=t.Fact(name=self.nome))
            ) if not self._reads(other):
                zones = self._around(other)
            case t.In(arg=t.Fact(name=self.nome), values=some):
                zones = self._apart(some)
            case _:
                zones = [1 << at for at in _bits(among)]
        return self._by_zone(node, [zone & among for zone in zones])

    def _all(self, args: Sequence[t.Expr], among: int) -> tuple[int, int]:
        held, fails = among, 0
        for arg in args:
            holds, not_this = self._split(arg, among & ~fails)
            held, fails = held & holds, fails | not_this
        return held, fails

    def _by_zone(self, node: t.Expr, zones: Iterable[int]) -> tuple[int, int]:
        """The same, where a condition is the same for all the values of each zone."""
        held = {True: 0, False: 0, None: 0}
        for zone in filter(None, zones):
            held[truth(node, self.envs[zone.bit_length() - 1])] |= zone
        return held[True], held[False]

    def _around(self, other: t.Expr) -> list[int]:
        """The values below something, equal to it, and above it."""
        end = len(self.values)
        edge = value(other, self.envs[0])
        if edge is None:
            return [self._among(0, end)]
        first, last = bisect_left(self.values, edge), bisect_right(self.values, edge)
        return [self._among(0, first), self._among(first, last), self._among(last, end)]

    def _apart(self, some: Iterable[t.Expr]) -> list[int]:
        """The values that are one of some, and the others."""
        known = {value(each, self.envs[0]) for each in some}
        found = sum(1 << at for each in known if (at := self._places.get(each)) is not None)
        return [found, self._among(0, len(self.values)) & ~found]

    def _reads(self, node: t.Expr) -> bool:
        """Whether the fact stands in a tree, or in a definition that it names."""
        return any(
            each.name == self.nome
            if isinstance(each, t.Fact)
            else isinstance(each, t.Definition) and self._read_by(each.name)
            for each in walk(node)
        )

    def _read_by(self, nome: str) -> bool:
        if nome not in self._reading:
            self._reading[nome] = self._reads(self.known.definizioni[nome])
        return self._reading[nome]

    @staticmethod
    def _among(first: int, end: int) -> int:
        """The bits of the values from one to before another."""
        return (1 << end) - (1 << first)


class _Definitions(dict[str, t.Expr]):
    """What the names are for one of the values; each is looked up when it is first asked."""

    def __init__(self, trials: _Trials, at: int) -> None:
        """Those of the value at a place."""
        super().__init__()
        self._trials, self._at = trials, at

    def __missing__(self, nome: str) -> t.Expr:
        return self._trials.definition(nome, self._at)


def _other(old: t.Expr, new: t.Expr) -> bool:
    return old is not new


def _bits(among: int) -> Iterator[int]:
    while among:
        last = among.bit_length() - 1
        yield last
        among ^= 1 << last
