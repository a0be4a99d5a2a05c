"""Texts as numbers of the solver."""

from __future__ import annotations

from casa_model.proof._texts import Texts


def test_what_nobody_speaks_of_is_no_text_of_the_rules() -> None:
    """The solver gives 0 to a code that nothing bounds: never the value of another fact."""
    texts = Texts()
    code = texts.code("protezione")

    assert texts.text(code) == "protezione"
    assert texts.text(0) == "altro-0"


def test_an_invented_code_is_its_own() -> None:
    """A rule that speaks of `altro-7` leaves it to itself."""
    texts = Texts()
    texts.code("altro-7")

    assert texts.text(7) == "altro-7x"
