"""The NUTS 3 code is two letters and three letters or digits."""

from __future__ import annotations

import pytest

from casa_model.values import Nuts3


@pytest.mark.parametrize("text", ["ITC4C", "ITC41", "ITC4D"])
def test_a_province_of_the_fact_sheet_is_a_code(text: str) -> None:
    """Codes of Lombardy are read as they are."""
    assert str(Nuts3.parse(text)) == text


@pytest.mark.parametrize("text", ["", "ITC4", "ITC4CC", "itc4c", "1TC4C", "ITC4C\n", "ITC-4"])
def test_anything_else_is_not(text: str) -> None:
    """Another length, small letters and signs are refused."""
    assert not Nuts3.is_valid(text)
