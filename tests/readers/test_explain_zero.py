"""`explain` states the true expense of each item, and why not all of it is granted."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import pytest
from attrs import evolve

from casa_model.rules import build as b
from casa_model.rules.misura import DetraeDa
from casa_model.values import Euro

if TYPE_CHECKING:
    from collections.abc import Callable

    from casa_model.readers.explain import Spiegazione
    from casa_model.rules.misura import Misura

    Tell: TypeAlias = Callable[..., Spiegazione]


def paying(measure: Misura, **changes: object) -> Misura:
    """The trial measure with another amount."""
    assert measure.importo is not None
    return evolve(measure, importo=evolve(measure.importo, **changes))


@pytest.fixture
def heating(measure: Misura) -> Misura:
    """Half of the expense only if in order, and never above the ceiling."""
    assert measure.importo is not None
    first, half = measure.importo.voci
    only = evolve(half, se=b.fatto("in_regola"), massimo=b.parametro("soglia"))
    return paying(measure, voci=(first, only), massimo=None, detrae=(), detrae_da=None)


def test_a_condition_that_is_not_met(heating: Misura, told: Tell) -> None:
    """The fact that it reads is shown, the expense is the true one, and zero has its reason."""
    text = told(misura=heating).testo()
    english = told(misura=heating, lang="en").testo()

    assert (
        "- metà della spesa: spesa 500,00 €, riconosciuto 0,00 € (la condizione non è soddisfatta) "
        "— x [derivata]\n"
        "  - solo se «in regola»: sì\n"
        "    - in regola: no\n"
        "  - massimo della voce: 9.360,00 €\n"
        "    - soglia ISEE: 9.360,00 € — r.r. 1/2020, art. 6 [dall'atto]\n"
        "Spetta: 125,00 €"
    ) in text
    assert "expense €500.00, granted €0.00 (the condition is not met) — x [derived]\n" in english
    assert "  - only if “in order”: yes\n    - in order: no\n" in english


def test_a_condition_that_is_met(heating: Misura, told: Tell) -> None:
    """It is shown too, and needs no reason."""
    text = told(misura=heating, in_regola=True).testo()

    assert "spesa 500,00 €, riconosciuto 500,00 € — x [derivata]\n" in text
    assert "  - solo se «in regola»: sì\n    - in regola: sì\n" in text


def test_an_expense_that_nobody_needed(heating: Misura, told: Tell) -> None:
    """Where the condition is not met, what was spent may be not known, and so its cap."""
    assert heating.importo is not None
    _, half = heating.importo.voci
    only = evolve(half, massimo=b.fatto("spesa"))
    text = told(misura=paying(heating, voci=(only,)), unknown=("spesa",)).testo()

    assert "  - massimo della voce: non noto\n    - spesa dell'anno: non noto\n" in text
    assert "spesa non nota, riconosciuto 0,00 € (la condizione non è soddisfatta)" in text


def test_the_cap_of_an_item(heating: Misura, told: Tell) -> None:
    """What is above it is not granted."""
    text = told(misura=heating, in_regola=True, spesa=Euro.parse("20000.00")).testo()

    assert "spesa 10.000,00 €, riconosciuto 9.360,00 € (il massimo della voce è raggiunto)" in text


def test_hidden(heating: Misura, told: Tell) -> None:
    """A reason tells a fact: it stands only where values do."""
    text = told(misura=heating, valori=False).testo()

    assert "- metà della spesa: spesa …, riconosciuto … — x" in text
    assert "    - in regola: …\n" in text
    assert "non è soddisfatta" not in text
    assert "soddisfatta" not in repr(told(misura=heating))


@pytest.mark.parametrize(
    ("da", "lines"),
    [
        (
            DetraeDa.SPESA,
            (
                "spesa 125,00 €, riconosciuto 115,00 € (ridotto da ciò che si toglie dalla spesa)",
                "spesa 500,00 €, riconosciuto 385,00 € (il massimo è raggiunto)",
            ),
        ),
        (
            DetraeDa.CONTRIBUTO,
            (
                "spesa 125,00 €, riconosciuto 125,00 € —",
                "365,00 € (il massimo è raggiunto; ridotto da ciò che si toglie dal contributo)",
            ),
        ),
    ],
)
def test_what_is_taken_off_and_the_cap(
    measure: Misura, told: Tell, da: DetraeDa, lines: tuple[str, ...]
) -> None:
    """Each item says what made it smaller, in the order in which the amount is worked out."""
    text = told(misura=paying(measure, detrae_da=da)).testo()

    for line in lines:
        assert line in text
