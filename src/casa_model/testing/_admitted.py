"""A household that a measure admits, or comes as near to it as a simple search does."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

from attrs import evolve

from casa_model.readers.environment import days_of, environment
from casa_model.readers.evaluate import evaluate
from casa_model.readers.meaning import Env, plain, truth
from casa_model.rules import tree as t
from casa_model.rules.calendar import add_months
from casa_model.rules.facts import Fatti, Value
from casa_model.rules.names import COMPONENTI
from casa_model.rules.reach import in_force, of_members, reached
from casa_model.rules.types import BoolType, ChoiceType, DateType, NumberType
from casa_model.testing._moves import resized, valued
from casa_model.testing._values import CODES, number_of, simplest
from casa_model.values import Euro

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from casa_model.rules.facts import Fatto
    from casa_model.rules.misura import Misura, Requisito
    from casa_model.rules.types import Type

ROUNDS = 3
"""How many times every fact is tried again: one that helps may ask for another."""

SIZES = (2, 3, 5)
MONTHS = (0, -1, -12, -24, -36, -60, -120, -240, -480, 12)
"""How far from the days of the question a day may have to be: half a life, half a year."""


def admitted(misura: Misura, on: date) -> Fatti:
    """The simplest household that is admitted, of those that changing one fact at a time finds.

    It knows the facts that the measure reads on `on` and no other. When none is found to be
    admitted, the one that lacks least.
    """
    evaluate(misura, Fatti(), on=on)  # refuses a day on which the measure does not answer
    asked = in_force(misura, on)
    env = environment(misura, Fatti(), on)

    def failing(fatti: Fatti) -> int:
        known = env_of(env, fatti)
        return sum(_lacking_of(requisito, known) for requisito in asked)

    nodes = reached(misura, asked)
    members = of_members(nodes)
    read = {node.name for node in nodes if isinstance(node, t.Fact | t.MemberFact)}
    facts = [fatto for fatto in misura.fatti if fatto.nome in read]
    said = [*_said(misura, nodes, on)]
    best = _first(facts, members=members)
    fewest = failing(best)
    for change in [*_changes(facts, said, members=members)] * ROUNDS:
        if not fewest:
            break
        found = change(best)
        if (fails := failing(found)) < fewest:
            best, fewest = found, fails
    return best


def env_of(env: Env, fatti: Fatti) -> Env:
    """What the trees mean for another household, seen from its first member."""
    rows = [{nome: plain(v) for nome, v in row.items()} for row in fatti.membri or ()]
    return evolve(
        env,
        fatti={nome: plain(v) for nome, v in fatti.valori.items()},
        membri=rows or None,
        membro=rows[0] if rows else None,
        definiti={},
        mancanti={},
    )


def _lacking_of(requisito: Requisito, env: Env) -> int:
    ways = [] if requisito.condizione is None else [requisito.condizione]
    ways += [deroga.condizione for deroga in requisito.deroghe]
    return min((_lacking(way, env) for way in ways), default=0)


def _lacking(node: t.Expr, env: Env) -> int:
    """How many things at least must change for a condition to hold: what a search goes by."""
    match node:
        case t.And(args=args):
            return sum(_lacking(arg, env) for arg in args)
        case t.Or(args=args):
            return min(_lacking(arg, env) for arg in args)
        case t.Definition(name=name):
            return _lacking(env.definizioni[name], env)
        case _:
            return 0 if truth(node, env) else 1


def _first(facts: Sequence[Fatto], *, members: bool) -> Fatti:
    """The simplest value of every fact, and one member where members are asked about."""
    simple = [(fatto, simplest(fatto.tipo)) for fatto in facts]
    alone = Fatti({fatto.nome: value for fatto, value in simple if not fatto.membro})
    if not members:
        return alone
    return resized(
        Fatti(alone.valori, [{fatto.nome: value for fatto, value in simple if fatto.membro}]), 1
    )


def _changes(
    facts: Sequence[Fatto], said: Sequence[Value], *, members: bool
) -> Iterator[Callable[[Fatti], Fatti]]:
    """Every way to change one fact: of the household, of each of some members, of the last."""
    for fatto in facts:
        for value in _values(fatto.tipo, said):
            if fatto.membro:
                yield partial(_of_members, nome=fatto.nome, value=value, many=None)
                yield partial(_of_last, nome=fatto.nome, value=value)
                for many in SIZES:
                    yield partial(_of_members, nome=fatto.nome, value=value, many=many)
            elif fatto.nome != COMPONENTI or not members:
                yield partial(_of_household, nome=fatto.nome, value=value)
    if members:
        yield from (partial(resized, many=many) for many in SIZES)


def _of_household(fatti: Fatti, nome: str, value: Value) -> Fatti:
    return Fatti({**fatti.valori, nome: value}, fatti.membri)


def _of_members(fatti: Fatti, nome: str, value: Value, many: int | None) -> Fatti:
    known = fatti if many is None else resized(fatti, many)
    return Fatti(known.valori, [{**row, nome: value} for row in known.membri or ()])


def _of_last(fatti: Fatti, nome: str, value: Value) -> Fatti:
    *others, last = fatti.membri or ({},)
    return Fatti(fatti.valori, (*others, {**last, nome: value}))


def _values(tipo: Type, said: Sequence[Value]) -> Iterator[Value]:
    """Values of a type that may matter, the simplest first."""
    match tipo:
        case BoolType():
            yield from (False, True)
        case NumberType(lo=lo, hi=hi):
            yield simplest(tipo)
            near = (
                unit + off for each in said for unit in _units(tipo, each) for off in (0, 1, -1)
            )
            yield from (valued(tipo, unit) for unit in (*near, lo, hi) if lo <= unit <= hi)
        case DateType(lo=first, hi=last):
            yield simplest(tipo)
            days = (each for each in said if isinstance(each, date))
            yield from (day for day in (*days, first, last) if first <= day <= last)
        case ChoiceType(values=labels):
            yield from labels
        case _:
            yield from dict.fromkeys((*(each for each in said if isinstance(each, str)), *CODES))


def _units(tipo: NumberType, value: Value) -> Iterator[int]:
    """A number that was said, in the units of a type, when it is of its kind."""
    if isinstance(value, Euro) and tipo.euro:
        yield value.cents
    if isinstance(value, Decimal) and not tipo.euro:
        yield int(value.scaleb(tipo.scale))


def _said(misura: Misura, nodes: Sequence[t.Expr], on: date) -> Iterator[Value]:
    """What the rule itself says: its numbers, its labels, its days and those near to them."""
    for parametro in misura.parametri:
        for riga in parametro.righe:
            if (periodo := riga.storia.il(on)) is not None:
                yield periodo.valore
    yield from (number_of(n.units, n.scale) for n in nodes if isinstance(n, t.Number))
    yield from (node.value for node in nodes if isinstance(node, t.Day | t.Label))
    for day in days_of(misura, on).values():
        yield from (add_months(day, months) for months in MONTHS)
