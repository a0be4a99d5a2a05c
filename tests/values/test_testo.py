"""A text for people is in both languages, and blank in neither."""

from __future__ import annotations

import pytest

from casa_model.errors import IllTyped, InvalidValue
from casa_model.values import Testo


def test_renders_each_language() -> None:
    """Each language gives its own words."""
    testo = Testo(it="soglia", en="threshold")

    assert (testo.render("it"), testo.render("en")) == ("soglia", "threshold")


@pytest.mark.parametrize("blank", ["", "  ", "\n"])
def test_a_blank_text_is_refused(blank: str) -> None:
    """Neither language may be blank."""
    with pytest.raises(InvalidValue, match="the text `it` is empty"):
        Testo(it=blank, en="x")
    with pytest.raises(InvalidValue, match="the text `en` is empty"):
        Testo(it="x", en=blank)


def test_only_a_text_is_a_text() -> None:
    """A number is not a text."""
    with pytest.raises(IllTyped, match="`en` must be a text"):
        Testo(it="x", en=1)  # type: ignore[arg-type]
