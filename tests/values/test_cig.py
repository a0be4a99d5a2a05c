"""The CIG and its check digits.

No code here is a real tender's: each is computed with the formula of the fact sheet (section F),
written again in this file, so that the module is not checked against itself.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casa_model.values import Cig


def ordinary(number: int) -> str:
    """Compute an ordinary CIG: seven digits, then the seven times 211 modulo 4091."""
    return f"{number:07d}{number * 211 % 4091:03X}"


def smart(letter: str, number: int) -> str:
    """Compute a SmartCIG: the seven hexadecimal times 211 modulo 251, then the seven."""
    return f"{letter}{number * 211 % 251:02X}{number:07X}"


@pytest.mark.parametrize(
    ("computed", "by_hand"),
    [
        (ordinary(1), "00000010D3"),  # 211 is 0D3
        (ordinary(20), "0000020081"),  # 4220 - 4091 = 129 is 081
        (smart("X", 1), "XD30000001"),  # 211 is D3
        (smart("Z", 2), "ZAB0000002"),  # 422 - 251 = 171 is AB
    ],
)
def test_codes_worked_by_hand_are_codes(computed: str, by_hand: str) -> None:
    """The formula of this file is anchored to sums that fit on a line."""
    assert computed == by_hand
    assert str(Cig.parse(by_hand)) == by_hand


@given(st.integers(0, 9_999_999), st.integers(0, 0xFFF))
def test_an_ordinary_code_has_its_check_digits(number: int, check: int) -> None:
    """The right three hexadecimal digits are accepted, and no others."""
    right = ordinary(number)
    other = f"{number:07d}{check:03X}"

    assert Cig.is_valid(right)
    assert Cig.is_valid(other) == (other == right)


@given(st.sampled_from("XYZ"), st.integers(0, 0xFFFFFFF), st.integers(0, 0xFF))
def test_a_smart_code_has_its_check_digits(letter: str, number: int, check: int) -> None:
    """The right two hexadecimal digits are accepted, and no others."""
    right = smart(letter, number)
    other = f"{letter}{check:02X}{number:07X}"

    assert Cig.is_valid(right)
    assert Cig.is_valid(other) == (other == right)


@given(st.sampled_from("ABCDEFGHIJKLMNOPQRSTU"), st.integers(0, 0xFFFFFFFFF))
def test_a_recent_code_has_a_form_only(letter: str, number: int) -> None:
    """A letter from A to U and nine hexadecimal digits: no check is public."""
    assert Cig.is_valid(f"{letter}{number:09X}")


@pytest.mark.parametrize(
    "text",
    [
        *["", "00000010D", "00000010D30", "00000010d3", "00000010D3\n", "V000000000", "W000000000"],
        *["A00000000G", "A00000000", "000000A0D3", "zab0000002", "\u06600000010D3"],
    ],
)
def test_anything_else_is_not(text: str) -> None:
    """Another length, small letters, V and W, letters past F are refused."""
    assert not Cig.is_valid(text)
