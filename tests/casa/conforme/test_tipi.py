"""What is asked and what is found have the types that they say."""

from __future__ import annotations

import pytest
from attrs import evolve
from casa.conforme.notices import found, law, notice, requirement

from casa_model.casa.conforme import conforme
from casa_model.errors import IllTyped


def test_limits_of_another_kind() -> None:
    """Are refused before anything is asked, whatever their truth."""
    for limiti in (5, 0):
        with pytest.raises(IllTyped, match="`limiti` is no `Limiti`"):
            conforme(notice(), law(), limiti=limiti)  # type: ignore[arg-type]


def test_what_is_found_has_its_types() -> None:
    """A finding, what was looked at, the whole."""
    result = found(requirement("isee", "isee < 9000.00"))
    (rilievo, *_), esame = result.rilievi, result.esami[0]

    for whole, field in (
        (rilievo, "codice"),
        (rilievo, "verso"),
        (rilievo, "chiesti"),
        (esame, "rilievi"),
        (esame, "titolo"),
        (result, "avviso"),
        (result, "esami"),
        (result, "con_non_letti"),
    ):
        with pytest.raises(IllTyped, match=f"`{field}`"):
            evolve(whole, **{field: 3})
