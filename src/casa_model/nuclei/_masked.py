"""What a `repr` may tell of a person: whether a thing is known, never the thing."""

from __future__ import annotations


def masked(value: object) -> str:
    """Stand in for a value in the `repr` of its entity."""
    return "<not known>" if value is None else "<known>"
