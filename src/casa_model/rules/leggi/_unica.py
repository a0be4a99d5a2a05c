"""The claim `unica`: rows of a table never overlap.

Decided here by trying every case, where the rows look only at choices and truths; any other claim
is a question for all households, and is left to proof.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from casa_model.rules import tree as t
from casa_model.rules.types import BoolType, ChoiceType
from casa_model.rules.walk import walk

if TYPE_CHECKING:
    from collections.abc import Mapping

    from casa_model.rules.leggi._desk import Desk
    from casa_model.values.toml import KeyPath

MOST_CASES = 10_000
_INERT = (t.Truth, t.Label, t.Fact, t.And, t.Or, t.Not, t.In, t.Compare)
Case = "Mapping[str, str | bool]"


def check_unica(desk: Desk, table: t.Table, path: KeyPath) -> None:
    """Note two rows that hold together for some case."""
    nodes = [node for row in table.rows for node in walk(row.when)]
    names = sorted({node.name for node in nodes if isinstance(node, t.Fact)})
    spans = [_span(desk, name) for name in names]
    if not all(spans) or not all(isinstance(node, _INERT) for node in nodes):
        return
    cases = itertools.islice(itertools.product(*spans), MOST_CASES)
    for case in cases:
        known = dict(zip(names, case, strict=True))
        held = [at for at, row in enumerate(table.rows) if _holds(row.when, known)]
        if len(held) > 1:
            told = ", ".join(f"{name} = {value}" for name, value in known.items())
            desk.wrong("righe-sovrapposte", (*path, "tabella", held[1]), prima=held[0] + 1,
                       seconda=held[1] + 1, caso=f"`{told}`")  # fmt: skip
            return


def _span(desk: Desk, name: str) -> tuple[str | bool, ...]:
    match desk.fatti[name].tipo:
        case ChoiceType(values=values):
            return values
        case BoolType():
            return (True, False)
        case _:
            return ()


def _holds(node: t.Expr, known: Mapping[str, str | bool]) -> bool | str:
    """The value of a tree over choices and truths, all of them known."""
    match node:
        case t.Truth(value=value) | t.Label(value=value):
            return value
        case t.Fact(name=name):
            return known[name]
        case t.And(args=args):
            return all(_holds(arg, known) for arg in args)
        case t.Or(args=args):
            return any(_holds(arg, known) for arg in args)
        case t.Not(arg=arg):
            return not _holds(arg, known)
        case t.In(arg=arg, values=values):
            return _holds(arg, known) in [_holds(value, known) for value in values]
        case t.Compare(op=op, left=left, right=right):
            return (_holds(left, known) == _holds(right, known)) == (op == "==")
        case _:
            raise AssertionError(node)
