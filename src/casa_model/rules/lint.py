"""Advice about a tree that is well typed: what an act would not say this way.

Three habits are told: a legal number without a source, `conta(…) >= 1` (which asks for more facts
than `qualcuno`), and an upper bound on time without the order of the two days beside it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from casa_model.rules import tree as t
from casa_model.rules.show import number_text, show
from casa_model.rules.walk import children

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    Tell = Callable[..., None]
    """Called with a finding's code, the node and the words of the sentence."""

STRUCTURAL = (0, 1, 2)
"""Whole numbers that count things rather than measure them: they need no source, nor does 0.00."""

_MIRROR = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}
_UPPER = ("<", "<=", "==")
_SOMEONE = ((">=", t.Number(1)), (">", t.Number(0)), ("!=", t.Number(0)))


def lint(node: t.Expr, tell: Tell, ordered: Iterable[t.Expr] = ()) -> None:
    """Tell every finding of `node`; `ordered` are the conditions that hold beside it."""
    _lint(node, tell, tuple(ordered), _UPPER)


def _lint(node: t.Expr, tell: Tell, beside: tuple[t.Expr, ...], upper: tuple[str, ...]) -> None:
    """`upper` are the signs that say "at most" here: `not` turns them over."""
    together = isinstance(node, t.And) and upper == _UPPER
    if isinstance(node, t.And) and together:
        beside += node.args
    if isinstance(node, t.Number) and not _structural(node):
        tell("numero-nudo", node, numero=number_text(node.units, node.scale))
    if isinstance(node, t.Compare):
        _compare(node, tell, beside, upper)
    if isinstance(node, t.Not):
        upper = (">", ">=", "!=") if upper == _UPPER else _UPPER
    for child in () if isinstance(node, t.Param) else children(node):
        _lint(child, tell, beside if together or isinstance(node, t.Not) else (), upper)


def _structural(node: t.Number) -> bool:
    return node.units == 0 or (node.scale == 0 and node.units in STRUCTURAL)


def _compare(
    node: t.Compare, tell: Tell, beside: tuple[t.Expr, ...], upper: tuple[str, ...]
) -> None:
    for op, left, right in (
        (node.op, node.left, node.right),
        (_MIRROR.get(node.op, node.op), node.right, node.left),
    ):
        if isinstance(left, t.Count) and (op, right) in _SOMEONE:
            tell("conta-almeno-uno", node)
        if isinstance(left, t.MonthsBetween | t.YearsBetween) and op in upper:
            guard = t.Compare("<=", left.first, left.last)
            others = (
                t.Compare("<", left.first, left.last),
                t.Compare(">=", left.last, left.first),
                t.Compare(">", left.last, left.first),
            )
            if not any(each in beside for each in (guard, *others)):
                tell("limite-mesi", node, rimedio=show(guard))
