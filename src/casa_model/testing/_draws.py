"""The three draws that everything is made of, built once: to build a strategy costs ten draws."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final, TypeVar

from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Sequence

T = TypeVar("T")

TRUTH: Final = st.booleans()


@cache
def whole(lo: int, hi: int) -> st.SearchStrategy[int]:
    """Whole numbers between two."""
    return st.integers(lo, hi)


def pick(draw: st.DrawFn, options: Sequence[T]) -> T:
    """One of some options, the first the simplest."""
    return options[draw(whole(0, len(options) - 1))]
