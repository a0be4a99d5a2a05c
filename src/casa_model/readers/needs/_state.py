"""A household while it is asked: what is known, what is missing, what cannot matter any more."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias

from attrs import evolve, frozen

from casa_model.readers.amount import amount
from casa_model.readers.environment import environment
from casa_model.readers.findings import finding_of, needed, outcome
from casa_model.readers.meaning import EXACT, Env
from casa_model.readers.needs._members import flat, written_out
from casa_model.readers.needs._rest import Rest, Span, constant
from casa_model.readers.needs._uses import answers
from casa_model.rules import tree as t
from casa_model.rules.esito import Finding
from casa_model.rules.misura import Misura
from casa_model.rules.names import MEMBRI
from casa_model.rules.reach import in_force
from casa_model.rules.types import BoolType, ChoiceType, DateType, NumberType
from casa_model.rules.walk import walk

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from casa_model.readers.meaning import Plain
    from casa_model.readers.needs._rest import Signature
    from casa_model.rules.esito import Esito
    from casa_model.rules.facts import Fatti, Fatto

Domain: TypeAlias = tuple["Plain", ...]
"""Every value that a fact may take."""


@frozen
class State:
    """What a measure answers about what is known, with the facts that cannot matter set aside.

    `misura` has its members written out where their list is known. `env` holds, for each fact of
    `indifferent`, one of its values: any of them gives the same answer. `missing` are the facts,
    members and days that the answer still needs; None when nothing can change it.
    """

    misura: Misura
    env: Env
    findings: tuple[Finding, ...]
    missing: frozenset[str] | None
    indifferent: frozenset[str]
    on: date

    @property
    def esito(self) -> Esito:
        """The outcome of what is known."""
        return outcome(self.findings, self.missing)

    def given(self, nome: str, found: Plain) -> Env:
        """The environment in which one more fact is known."""
        return given(self.env, nome, found)

    def declared(self) -> dict[str, Fatto]:
        """The facts, those of members written out, in order of declaration."""
        return {fatto.nome: fatto for fatto in self.misura.fatti}


def state_of(misura: Misura, fatti: Fatti, on: date) -> State:
    """The state of a household of which so much is known."""
    if fatti.membri is not None:
        misura, fatti = written_out(misura, len(fatti.membri)), flat(fatti)
    env = environment(misura, fatti, on)
    aside: frozenset[str] = frozenset()
    while True:
        findings, missing = _asked(misura, env, on)
        found = State(misura, env, findings, missing, aside, on)
        idle = {} if missing is None else dict(_idle(found))
        if not idle:
            return found
        env = evolve(env, fatti={**env.fatti, **idle}, definiti={}, mancanti={})
        aside |= idle.keys()


def given(env: Env, nome: str, found: Plain) -> Env:
    """An environment in which one more fact is known."""
    return evolve(env, fatti={**env.fatti, nome: found}, definiti={}, mancanti={})


def _asked(misura: Misura, env: Env, on: date) -> tuple[tuple[Finding, ...], frozenset[str] | None]:
    findings = tuple(finding_of(requisito, env) for requisito in in_force(misura, on))
    paid = None if misura.importo is None else amount(misura.importo, env)
    return findings, needed(misura, findings, paid, env)


def _idle(state: State) -> Iterator[tuple[str, Plain]]:
    """Missing facts that cannot change the answer, each with one of its values.

    A fact cannot when it stands in nothing that is left, or when what is left is the same for
    every value that it may take. Only one of the second kind is given at a time: two may cancel
    out only together.
    """
    missing = state.missing or frozenset()
    declared = {nome: fatto for nome, fatto in state.declared().items() if nome in missing}
    spans = dict(_spans(state))
    trees = [tree for _, some in answers(state.misura, state.on) for tree in some]
    rest = Rest(state.env, spans)
    left = [(tree, names(rest.signature(tree))) for tree in trees]
    standing = {nome: [tree for tree, found in left if nome in found] for nome in declared}
    unread = [nome for nome in declared if not standing[nome]]
    if unread:
        yield from ((nome, some_value(declared[nome])) for nome in unread)
        return
    for nome, fatto in declared.items():
        values = domain(fatto)
        if values and all(_alike(state, tree, nome, values, spans) for tree in standing[nome]):
            yield nome, values[0]
            return


def _alike(
    state: State, tree: t.Expr, nome: str, values: Domain, spans: Mapping[str, Span]
) -> bool:
    """Whether the same is left of a tree for every value of a fact."""
    found = (Rest(state.given(nome, each), spans).signature(tree) for each in values)
    first = next(found)
    return all(each == first for each in found)


def names(signature: Signature) -> frozenset[str]:
    """The facts that stand in what is left; the members too, where their list is not known."""
    tree, definitions = signature
    found: set[str] = set()
    for each in (tree, *(body for _, body in definitions)):
        for node in walk(each):
            if isinstance(node, t.Fact):
                found.add(node.name)
            elif isinstance(node, t.AGGREGATES):
                found.add(MEMBRI)
    return frozenset(found)


def _spans(state: State) -> Iterator[tuple[str, Span]]:
    for nome, fatto in state.declared().items():
        if nome not in state.env.fatti and (ends := span_of(fatto)) is not None:
            yield nome, ends


def span_of(fatto: Fatto) -> Span | None:
    """The least and the greatest value of a number or a day."""
    match fatto.tipo:
        case NumberType(scale=scale, lo=lo, hi=hi):
            return t.Number(lo, scale), t.Number(hi, scale)
        case DateType(lo=first, hi=last):
            return t.Day(first), t.Day(last)
        case _:
            return None


def domain(fatto: Fatto) -> Domain:
    """Every value of a fact where they are few: a yes or no, a choice."""
    match fatto.tipo:
        case BoolType():
            return (False, True)
        case ChoiceType(values=values):
            # A value that no rule can write would look in a tree like a fact not known.
            return tuple(values) if all(constant(each) for each in values) else ()
        case _:
            return ()


def some_value(fatto: Fatto) -> Plain:
    """A value that a fact may take."""
    match fatto.tipo:
        case BoolType():
            return False
        case NumberType(scale=scale, lo=lo):
            return Decimal(lo).scaleb(-scale, EXACT)
        case DateType(lo=first):
            return first
        case ChoiceType(values=values):
            return values[0]
        case _:
            return "0"
