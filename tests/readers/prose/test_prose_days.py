"""A day after a preposition: the eighth and the eleventh begin with a vowel in Italian."""

from __future__ import annotations

from datetime import date

import pytest

from casa_model.readers.prose._valori import con


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (1, ("il 1º", "dal 1º", "al 1º", "del 1º")),
        (2, ("il 2", "dal 2", "al 2", "del 2")),
        (8, ("l'8", "dall'8", "all'8", "dell'8")),
        (11, ("l'11", "dall'11", "all'11", "dell'11")),
        (18, ("il 18", "dal 18", "al 18", "del 18")),
    ],
)
def test_a_day_after_a_preposition(day: int, words: tuple[str, ...]) -> None:
    """With an apostrophe and no space where the number is said with a vowel first."""
    when = date(2021, 10, day)
    said = (con("il", when, "it"), con("dal", when, "it"))
    more = (con("al", when, "it"), con("del", when, "it"))

    assert (*said, *more) == tuple(f"{each} ottobre 2021" for each in words)
    assert con("al", when, "en") == f"until {day} October 2021"
