"""Random ledgers: what may be recorded on a commitment."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import find

from casa_model.programma.spesa import Economia, Liquidazione, Rettifica, Revoca
from casa_model.testing._places import _on


@pytest.mark.parametrize(
    ("unpaid", "kinds"),
    [(0, {Revoca}), (1, {Revoca, Liquidazione, Economia, Rettifica})],
    ids=["paid in full", "a cent is left"],
)
def test_what_is_recorded_on_a_commitment(unpaid: int, kinds: set[type]) -> None:
    """What is paid in full is only revoked; what is left is paid, saved or corrected too."""
    choices = _on("m-1", unpaid, "m-2", date(2025, 3, 1))

    assert {type(find(choice, lambda _: True)) for choice in choices} == kinds
