"""How many random examples a slow test draws, in proportion to the profile that is loaded."""

from __future__ import annotations

from hypothesis import settings


def many(count: int) -> settings:
    """`count` examples where the profile draws a hundred; beside other libraries a fifth of them.

    A number that a test sets itself would be drawn whole whatever the profile says.
    """
    whole = settings()
    return settings(whole, max_examples=max(1, count * whole.max_examples // 100), deadline=None)
