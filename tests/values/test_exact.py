"""Exact types: a subclass is not the type that a field asks for."""

from __future__ import annotations

from datetime import datetime

import pytest

from casa_model.errors import IllTyped
from casa_model.values import Euro, Vigenza


def test_names_the_field_and_the_type_in_both_languages() -> None:
    """The message says which field and what it wants, never what it got."""
    with pytest.raises(IllTyped) as caught:
        Euro(cents=True)

    assert caught.value.testo("it") == (
        "`cents` deve essere un numero intero; passa un valore di quel tipo"
    )
    assert str(caught.value) == "`cents` must be a whole number; pass a value of that type"


def test_a_type_without_words_is_named_as_it_is() -> None:
    """Where there is no everyday word, the type's own name stands in backticks."""
    with pytest.raises(IllTyped, match="`dal` must be a day without time"):
        Vigenza(datetime(2024, 1, 1))  # noqa: DTZ001
