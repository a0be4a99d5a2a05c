"""The CUP is a letter, two digits, a letter, eleven digits. The codes here are made up."""

from __future__ import annotations

import pytest

from casa_model.values import Cup


def test_fifteen_characters_in_their_places_are_a_code() -> None:
    """The text is kept as it is."""
    assert str(Cup.parse("B81G00000000001")) == "B81G00000000001"


@pytest.mark.parametrize(
    "text",
    [
        *["", "B81G0000000001", "B81G000000000011", "b81g00000000001", "881G00000000001"],
        *["B8AG00000000001", "B81100000000001", "B81G0000000000A", "B81G00000000001\n"],
    ],
)
def test_anything_else_is_not(text: str) -> None:
    """Another length, small letters, a digit for a letter are refused."""
    assert not Cup.is_valid(text)
