"""Identifiers: the standard wants UUIDs, and the same thing has the same one in every export."""

from __future__ import annotations

from typing import Final
from uuid import UUID, uuid5

NAMESPACE: Final = UUID("6a7b1c52-8c0e-5d0f-9a3e-2f4d6b8a0c1e")
"""Ours, chosen once: what was exported is found again by it."""


def identifier(kind: str, code: str) -> str:
    """The UUID, version 5, of a thing by its kind and code."""
    return str(uuid5(NAMESPACE, f"{kind}/{code}"))
