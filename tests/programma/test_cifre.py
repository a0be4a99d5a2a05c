"""Numbers as their sources give them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from programma.edition import FONTE

from casa_model.errors import IllTyped, InvalidEntry
from casa_model.programma.cifre import Cifra, Conteggio, Precisione
from casa_model.values import Euro

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    ("precisione", "it", "en"),
    [
        (Precisione.ESATTA, "1.234,50 €", "€1,234.50"),
        (Precisione.CIRCA, "circa 1.234,50 €", "about €1,234.50"),
        (Precisione.OLTRE, "oltre 1.234,50 €", "over €1,234.50"),
    ],
)
def test_an_amount_is_written_as_it_is_known(precisione: Precisione, it: str, en: str) -> None:
    """A bound is not an amount."""
    cifra = Cifra(Euro(123_450), FONTE, precisione)

    assert (it, en) == (cifra.render("it"), cifra.render("en"))


def test_a_count_is_written_as_each_language_does() -> None:
    """Points in Italian, commas in English."""
    count = Conteggio(71_057, FONTE, Precisione.CIRCA, date(2023, 12, 31))

    assert ("circa 71.057", "about 71,057") == (count.render("it"), count.render("en"))


@pytest.mark.parametrize("build", [lambda: Cifra(Euro(-1), FONTE), lambda: Conteggio(-1, FONTE)])
def test_nothing_is_below_zero(build: Callable[[], object]) -> None:
    """And the error says so in both languages."""
    with pytest.raises(InvalidEntry, match="below zero") as caught:
        build()

    assert [each.code for each in caught.value.problems] == ["numero-negativo"]
    assert caught.value.testo("it") == "il numero è sotto zero; scrivilo da zero in su"


WRONG: list[Any] = [True, 1.5, "3", None]


@pytest.mark.parametrize("value", WRONG)
def test_types_are_exact(value: Any) -> None:  # noqa: ANN401 - whatever a caller may pass
    """A truth is no count, and a number is no money."""
    with pytest.raises(IllTyped):
        Conteggio(value, FONTE)
    with pytest.raises(IllTyped):
        Cifra(value, FONTE)
