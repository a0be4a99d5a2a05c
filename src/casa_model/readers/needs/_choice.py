"""Which fact to ask next: the one that can still decide most.

Of the facts that are missing, the first by these four counts, in this order, and at last by the
order in which the measure reads them: requirement by requirement, the condition before its
derogations. (Not by the order of their declarations: the dictionary of facts goes paper by paper,
and would ask for the day of a lease before asking whether there is a contribution that needs it.)

1. the requirements that some value of it, alone, makes false: then nothing more is asked;
2. the requirements that some value of it, alone, decides either way;
3. the requirements that wait for it;
4. the other parts that wait for it: the amount, keys of the ranking, reserves.

An application that fails should fail at once: it is the only way to stop asking before the end,
and so the first count comes first. What only the amount or the ranking needs is asked last: it
matters to those admitted alone. How likely a value is plays no part: the library knows no
households, and two offices must be asked in the same order.

"Some value" is every value of a yes or no and of a choice. Of a number or a day it is the ends of
its range, and the numbers and days that the requirement compares with and those next to them: the
counts may then be too low, which can change the order and never what is asked.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import frozen

from casa_model.readers.meaning import EXACT, Env, missing, value
from casa_model.readers.needs._state import domain, some_value, span_of
from casa_model.readers.needs._trials import truths
from casa_model.readers.needs._uses import Part, Use, answers
from casa_model.rules import tree as t
from casa_model.rules.facts import misfit
from casa_model.rules.names import MEMBRI
from casa_model.rules.reach import below
from casa_model.rules.types import DateType, NumberType
from casa_model.values import Euro

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence

    from casa_model.readers.meaning import Plain
    from casa_model.readers.needs._state import State
    from casa_model.rules.facts import Fatto


@frozen
class Choice:
    """The fact to ask, and the parts that wait for it."""

    nome: str
    waiting: tuple[Use, ...]


@frozen
class _Open:
    """A part that waits, its trees, and the names that it waits for."""

    use: Use
    trees: tuple[t.Expr, ...]
    names: frozenset[str]


def choose(state: State, candidates: Container[str], counting: str) -> Choice | None:
    """The fact to ask among some; None when nothing waits for any of them.

    `counting` is the name under which the members are counted: who waits for their list, waits
    for it.
    """
    parts = list(_open(state, counting))
    best: tuple[tuple[int, ...], Choice] | None = None
    for nome in dict.fromkeys(_reading(state, parts, counting)):
        waiting = [part for part in parts if nome in part.names]
        if nome not in candidates or not waiting:
            continue
        score = _score(state, nome, waiting)
        if best is None or score > best[0]:
            best = score, Choice(nome, tuple(part.use for part in waiting))
    return None if best is None else best[1]


def _reading(state: State, parts: Iterable[_Open], counting: str) -> Iterator[str]:
    """The facts that some parts read, in the order in which they read them."""
    for part in parts:
        for tree in part.trees:
            for node in below(state.misura, (tree,)):
                if isinstance(node, t.Fact):
                    yield node.name
                elif isinstance(node, t.AGGREGATES):
                    yield counting


def _open(state: State, counting: str) -> Iterator[_Open]:
    for use, trees in answers(state.misura, state.on):
        names = frozenset[str]().union(*(missing(tree, state.env) for tree in trees))
        if names:
            yield _Open(use, trees, names | {counting} if MEMBRI in names else names)


def _score(state: State, nome: str, waiting: Sequence[_Open]) -> tuple[int, ...]:
    asked = [part for part in waiting if part.use.part is Part.REQUISITO]
    fatto = state.declared().get(nome)
    found = [_truths(state, fatto, part.trees) for part in asked if fatto is not None]
    fails = sum(False in truths for truths in found)
    decides = sum(truths != {None} for truths in found)
    return fails, decides, len(asked), len(waiting) - len(asked)


def _truths(state: State, fatto: Fatto, trees: Sequence[t.Expr]) -> set[bool | None]:
    """What a requirement may come to when one more fact is known."""
    (tree,) = trees
    return truths(state, fatto.nome, _values(state, fatto, trees), tree)


def _values(state: State, fatto: Fatto, trees: Sequence[t.Expr]) -> Iterable[Plain]:
    """Values of a fact that may tell a requirement apart."""
    few = domain(fatto)
    if few:
        return few
    ends = span_of(fatto) or ()
    found = dict.fromkeys(_plain(end) for end in ends)
    for each in _written(state, trees):
        found |= dict.fromkeys(_near(each, fatto))
    return [each for each in found if _fits(fatto, each)] or [some_value(fatto)]


def _written(state: State, trees: Sequence[t.Expr]) -> Iterator[Plain]:
    """The constants of some trees: written in them, of the law, of the calendar."""
    for node in below(state.misura, trees):
        match node:
            case t.Number() | t.Day() | t.Label():
                yield _plain(node)
            case t.Param(name=name):
                yield from state.env.parametri[name].values()
            case t.Calendar(name=name) if name in state.env.giorni:
                yield state.env.giorni[name]
            case _:
                pass


def _plain(node: t.Expr) -> Plain:
    """A constant as it is computed with."""
    found = value(node, _NOWHERE)
    assert found is not None  # noqa: S101 - the callers pass constants
    return found


_NOWHERE = Env({}, None, {}, {}, {})


def _near(found: Plain, fatto: Fatto) -> Iterator[Plain]:
    """A value, and for a number or a day those just below and above it."""
    yield found
    match found, fatto.tipo:
        case Decimal(), NumberType(scale=scale):
            unit = Decimal((0, (1,), -scale))
            yield from (EXACT.subtract(found, unit), EXACT.add(found, unit))
        case date(), DateType():
            yield from (found + timedelta(days=off) for off in (-1, 1))
        case _:
            pass


def _fits(fatto: Fatto, found: Plain) -> bool:
    """Whether the fact may have this value."""
    match found, fatto.tipo:
        case Decimal(), NumberType(euro=True):
            cents = found.scaleb(2, EXACT)
            return cents == int(cents) and misfit(fatto.tipo, Euro(int(cents))) is None
        case _:
            return misfit(fatto.tipo, found) is None
