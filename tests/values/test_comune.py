"""The ISTAT code of a comune is six digits, zeros included."""

from __future__ import annotations

import pytest

from casa_model.values import CodiceComune


@pytest.mark.parametrize("text", ["015146", "001001", "108033", "111107", "119001"])
def test_six_digits_are_a_code(text: str) -> None:
    """The text is kept as it is."""
    assert str(CodiceComune.parse(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "15146",
        "0151460",
        "O15146",
        " 015146",
        "015146\n",
        "000146",
        "015000",
        "215146",
        "\u0660\u0661\u0665\u0661\u0664\u0666",
    ],
)
def test_anything_else_is_not(text: str) -> None:
    """A lost zero, a letter, province or comune 000, a metropolitan city's 2xx are refused."""
    assert not CodiceComune.is_valid(text)
