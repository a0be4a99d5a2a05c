"""The one fault of a text that is no TOML."""

from __future__ import annotations

import pytest

from casa_model.errors import Fault, InvalidFile
from casa_model.values.toml import read_toml


def fault(text: str) -> Fault:
    """What is wrong with it, at its place."""
    with pytest.raises(InvalidFile) as caught:
        read_toml(text, "f")
    (found,) = caught.value.faults
    return found


def told(text: str) -> str:
    """Its code, line and column."""
    found = fault(text)
    return f"{found.code} {found.place.line}:{found.place.column}"
