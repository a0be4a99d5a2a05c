"""The claim `unica`: rows of a table never overlap.

Decided here by trying every case, where the rows look only at choices and truths; any other claim
is a question for all households, and is left to proof.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, TypeAlias

from casa_model.rules import tree as t
from casa_model.rules.types import BoolType, ChoiceType
from casa_model.rules.walk import walk

if TYPE_CHECKING:
    from collections.abc import Mapping

    from casa_model.rules.leggi._desk import Desk
    from casa_model.values.toml import KeyPath

MAX_CASES = 20_000
"""The most cases tried for one table: a claim that would need more is left to proof too."""

_INERT = (t.Truth, t.Label, t.Fact, t.And, t.Or, t.Not, t.In, t.Compare)
Case: TypeAlias = "Mapping[str, str | bool]"


def check_unica(desk: Desk, table: t.Table, path: KeyPath) -> None:
    """Note the first two rows that hold together for some case."""
    budget = MAX_CASES
    for (one, first), (other, second) in itertools.combinations(enumerate(table.rows), 2):
        names = _names(first.when, second.when)
        spans = None if names is None else [_span(desk, name) for name in names]
        if names is None or spans is None or not all(spans):
            continue
        for values in itertools.product(*spans):
            budget -= 1
            if budget < 0:
                return
            case = dict(zip(names, values, strict=True))
            if _holds(first.when, case) and _holds(second.when, case):
                told = ", ".join(f"{name} = {_word(value)}" for name, value in case.items())
                desk.wrong(
                    "righe-sovrapposte",
                    (*path, "tabella", other),
                    prima=one + 1,
                    seconda=other + 1,
                    caso=f"`{told}`",
                )
                return


def _names(*trees: t.Expr) -> list[str] | None:
    """The facts that the trees look at; None when they look at anything else."""
    nodes = [node for tree in trees for node in walk(tree)]
    if not all(isinstance(node, _INERT) for node in nodes):
        return None
    return sorted({node.name for node in nodes if isinstance(node, t.Fact)})


def _span(desk: Desk, name: str) -> tuple[str | bool, ...]:
    """Every value of a choice or a truth; nothing for any other fact."""
    match desk.names.scope.fatti.get(name):
        case ChoiceType(values=values):
            return values
        case BoolType():
            return (True, False)
        case _:
            return ()


def _word(value: str | bool) -> str:  # noqa: FBT001 - the value of a fact
    return {"True": "vero", "False": "falso"}.get(str(value), str(value))


def _holds(node: t.Expr, case: Case) -> bool | str:
    """The value of an inert tree, everything known."""
    match node:
        case t.Truth(value=value) | t.Label(value=value):
            return value
        case t.Fact(name=name):
            return case[name]
        case t.And(args=args):
            return all(_holds(arg, case) for arg in args)
        case t.Or(args=args):
            return any(_holds(arg, case) for arg in args)
        case t.Not(arg=arg):
            return not _holds(arg, case)
        case t.In(arg=arg, values=values):
            return _holds(arg, case) in [_holds(value, case) for value in values]
        case _:
            assert isinstance(node, t.Compare)  # noqa: S101 - the last of the inert nodes
            return (_holds(node.left, case) == _holds(node.right, case)) == (node.op == "==")
