"""The one namespace of a rule."""

from __future__ import annotations

import pytest

from casa_model.rules._calls import CALLS
from casa_model.rules.names import CODE, FUNCTIONS, NAME, RESERVED, Kind


def test_the_functions_are_those_that_are_read() -> None:
    """Sorted, and all reserved."""
    assert tuple(sorted(CALLS)) == FUNCTIONS
    assert set(FUNCTIONS) < RESERVED


def test_words_that_nobody_may_take() -> None:
    """The list of members, the truths and the days that a question brings with it."""
    assert {
        "membri", "vero", "falso", "data_requisiti", "pubblicazione", "apertura", "chiusura",
    } < RESERVED  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "it", "en"),
    [
        (Kind.FATTO, "fatto", "fact"),
        (Kind.MEMBRO, "fatto dei membri", "member fact"),
        (Kind.PARAMETRO, "parametro", "parameter"),
        (Kind.DEFINIZIONE, "definizione", "definition"),
        (Kind.GIORNO, "giorno", "day"),
    ],
)
def test_kinds_in_words(kind: Kind, it: str, en: str) -> None:
    """In both languages."""
    assert (kind.value, kind.en) == (it, en)


@pytest.mark.parametrize("name", ["isee", "riceve_energia_l1", "a1"])
def test_names(name: str) -> None:
    """Lowercase words joined by underscores."""
    assert NAME.fullmatch(name)


@pytest.mark.parametrize(
    "name", ["", "Isee", "1a", "a__b", "_a", "a_", "città", "\uff49see", "a-b"]
)
def test_what_is_no_name(name: str) -> None:
    """Nor what a language would normalise."""
    assert not NAME.fullmatch(name)


@pytest.mark.parametrize(
    ("code", "fits"),
    [("crs-difficolta", True), ("c1-j-bis", True), ("a_b", False), ("-a", False), ("A", False)],
)
def test_codes(code: str, fits: bool) -> None:  # noqa: FBT001 - a truth of the table
    """Kebab-case."""
    assert bool(CODE.fullmatch(code)) == fits
