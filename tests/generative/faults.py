"""What a drawn tree must never have."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from casa_model.rules import tree as t


def refuse(code: str, node: t.Expr, **words: object) -> None:
    """Fail: a tree of these strategies had a fault."""
    raise AssertionError(code, node, words)
