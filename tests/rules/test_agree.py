"""Whether some types go together."""

from __future__ import annotations

from datetime import date

from casa_model.rules import _agree as agree
from casa_model.rules import tree as t
from casa_model.rules.types import (
    BoolType,
    ChoiceType,
    CodeType,
    DateType,
    NumberType,
)

A, B = t.Fact("a"), t.Fact("b")
SAME = t.Compare("==", A, B)
EURO = NumberType(2, euro=True, lo=0, hi=9)
ONE, OTHER = ChoiceType(("x", "y")), ChoiceType(("y", "z"))


def never(code: str, node: t.Expr, **words: object) -> None:
    """No fault is told."""
    raise AssertionError(code, node, words)


def test_choices_are_joined_in_order() -> None:
    """Each value once."""
    assert agree.joined(never, A, [ONE, OTHER]) == ChoiceType(("x", "y", "z"))


def test_cases_of_one_type() -> None:
    """Truths, codes and days."""
    early, late = date(2020, 1, 1), date(2021, 1, 1)

    assert agree.joined(never, A, [BoolType(), BoolType()]) == BoolType()
    assert agree.joined(never, A, [CodeType(), CodeType()]) == CodeType()
    assert agree.joined(never, A, [DateType(late, late), DateType(early, early)]) == DateType(
        early, late
    )


def test_choices_that_share_a_value_can_be_equal() -> None:
    """Others cannot."""
    told: list[str] = []

    assert agree.same(never, SAME, ONE, OTHER) == BoolType()
    assert agree.same(never, SAME, CodeType(), CodeType()) == BoolType()
    assert agree.same(lambda code, *_, **__: told.append(code), SAME, ONE, CodeType()) is None
    assert told == ["tipi-incompatibili"]


def test_a_label_is_any_code() -> None:
    """A code is an outside thing: nobody here lists its values."""
    assert agree.known_label(never, t.Label("zzz"), CodeType()) == CodeType()


def test_what_is_unexpected_is_told_in_both_languages() -> None:
    """What was wanted and what was found."""
    told: list[object] = []

    agree.unexpected(
        lambda code, node, **words: told.extend((code, node, words)), A, ("un sì", "a yes"), EURO
    )

    assert told == [
        "tipo-inatteso",
        A,
        {
            "atteso": "un sì",
            "trovato": "un importo in euro",
            "atteso_en": "a yes",
            "trovato_en": "an amount in euro",
        },
    ]
