"""What is missing in a rule that cannot be read is told, at the sign beside it."""

from __future__ import annotations

import pytest
from rules.scope import KINDS

from casa_model.errors import InvalidExpression
from casa_model.rules.parse import parse

EMPTY = "è vuota: scrivila, per esempio `isee < soglia_isee`"
BEFORE = "prima di `{0}` manca una parte: scrivila, o togli `{0}`"
AFTER = "dopo `{0}` manca una parte: scrivila, o togli `{0}`"
SIGN = "prima di `{}` manca un segno, come `<` o `and`: scrivilo"
OPEN = "la parentesi `{}` non si chiude: aggiungi `{}`"
CLOSED = "la parentesi `{0}` non si apre: aggiungi `{1}` prima, o togli `{0}`"
ANY = "controlla parentesi, virgolette e segni"


@pytest.mark.parametrize(
    ("text", "column", "mend"),
    [
        ("", 1, EMPTY),
        ("  \n", 3, EMPTY),
        ("(isee < spesa", 1, OPEN.format("(", ")")),
        ("min(isee, spesa", 4, OPEN.format("(", ")")),
        ("isee < spesa and (si or si", 18, OPEN.format("(", ")")),
        ("area in {'a', 'b'", 9, OPEN.format("{", "}")),
        ("scala[n) < isee", 6, OPEN.format("[", "]")),
        ("isee < spesa)", 13, CLOSED.format(")", "(")),
        ("si and", 4, AFTER.format("and")),
        ("si and ", 4, AFTER.format("and")),
        ("(si and) or si", 5, AFTER.format("and")),
        ("not", 1, AFTER.format("not")),
        ("isee <", 6, AFTER.format("<")),
        ("isee - ", 6, AFTER.format("-")),
        ("area not in", 6, AFTER.format("not in")),
        ("and si", 1, BEFORE.format("and")),
        ("si and or si", 8, BEFORE.format("or")),
        ("min(, isee)", 5, BEFORE.format(",")),
        ("isee spesa", 6, SIGN.format("spesa")),
        ("si not si", 4, SIGN.format("not")),
        ("min(isee,) spesa", 12, SIGN.format("spesa")),
        ("isee < -1 (2) spesa", 15, SIGN.format("spesa")),
        ("isee < not si", 8, ANY),
        ("isee @@ spesa", 7, ANY),
        ("'abc", 1, ANY),
        ("si and 'abc", 8, ANY),
        ("si and '", 8, ANY),
    ],
)
def test_what_is_missing_is_told(text: str, column: int, mend: str) -> None:
    """What cannot be told for sure is told as before."""
    with pytest.raises(InvalidExpression) as caught:
        parse(text, KINDS)
    (fault,) = caught.value.faults

    assert (fault.code, fault.place.column, fault.data["rimedio"]) == (
        "espressione-sintassi",
        column,
        mend,
    )
