"""The order of texts as in a register."""

from __future__ import annotations

from casa_model.values._natural import natural


def test_digits_count_as_a_number_and_no_two_texts_are_equal() -> None:
    """However long they are, with zeros in front or not."""
    wanted = ["", "07", "7", "2023/9", "2023/10", "2023/" + "9" * 5000, "fascia-2", "fascia-10"]

    assert wanted == sorted({*wanted}, key=natural)
