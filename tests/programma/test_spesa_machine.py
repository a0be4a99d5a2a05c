"""A state machine drives the ledger beside a model that sums plain lists again."""

from __future__ import annotations

import os
from time import perf_counter
from typing import TYPE_CHECKING

from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test
from programma.ledger_machine import LedgerMachine

from casa_model.programma.spesa import Rifiuto

if TYPE_CHECKING:
    from collections.abc import Callable

STEPS = int(os.environ.get("CASA_SPESA_STEPS", "1000"))
"""The deep run is of 10.000 steps and more."""
EACH = 50


def test_ledger_and_model_agree_step_by_step(
    record_property: Callable[[str, object], None],
) -> None:
    """Nothing is lost, no invariant breaks, past states stay, every refusal has its reason."""
    LedgerMachine.done.clear()
    began = perf_counter()
    run_state_machine_as_test(
        LedgerMachine,
        settings=settings(
            max_examples=STEPS // EACH * 11 // 10 + 2,
            stateful_step_count=EACH,
            database=None,
        ),
    )
    done = LedgerMachine.done
    refused = {why: sum(n for key, n in done.items() if key.endswith(f" {why}")) for why in Rifiuto}
    record_property(
        "said",
        f"ledger: {done.total()} steps in {perf_counter() - began:.0f} s; "
        f"taken {sum(n for key, n in done.items() if key.endswith('taken'))}; refused "
        + ", ".join(f"{why.value} {n}" for why, n in refused.items()),
    )

    assert done.total() >= STEPS
    assert STEPS < 10_000 or all(refused.values())
