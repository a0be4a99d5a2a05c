"""A check that cannot fail checks nothing: each invariant left out is found by the machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test
from programma.ledger_machine import LedgerMachine

from casa_model.programma.spesa import Registro, _controlli
from casa_model.programma.spesa._conti import Conti
from casa_model.programma.spesa._strati import Strati

if TYPE_CHECKING:
    from casa_model.programma.spesa import Movimento
    from casa_model.programma.spesa._conti import Effetto

SETTINGS = settings(
    max_examples=400,
    stateful_step_count=40,
    database=None,
    derandomize=True,
    deadline=None,
    phases=[Phase.generate],
    report_multiple_bugs=False,
    suppress_health_check=list(HealthCheck),
)


def run(examples: int = 400) -> None:
    """Drive the ledger until model and ledger differ, or so many ledgers are done."""
    run_state_machine_as_test(LedgerMachine, settings=settings(SETTINGS, max_examples=examples))


CHECKS = (
    "new_code",
    "day_in_order",
    "above_zero",
    "within_endowment",
    "above_committed",
    "within_commitment",
    "above_paid",
    "still_positive",
    "still_open",
)


@pytest.mark.parametrize("check", CHECKS)
def test_an_invariant_that_is_not_checked_is_found(
    check: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each check in turn lets everything pass."""
    monkeypatch.setattr(_controlli, check, lambda *_args: None)
    with pytest.raises(AssertionError):
        run()


def test_every_check_is_planted() -> None:
    """The list above misses no check; `known` gives the commitment, and cannot be left out."""
    checks = {name for name, each in vars(_controlli).items() if callable(each)}
    own = {name for name in checks if getattr(_controlli, name).__module__ == _controlli.__name__}

    assert own - {"known"} == set(CHECKS)


def test_a_ledger_that_writes_into_an_older_one_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is shared between ledgers may not change: here an entry shows in the older one."""

    def shared(self: Strati[object], key: str, value: object) -> Strati[object]:
        if not self._layers:
            return Strati(({key: value},))
        self._layers[-1][key] = value
        return self

    monkeypatch.setattr(Strati, "plus", shared)
    with pytest.raises(AssertionError):
        run()


def test_an_economy_that_frees_nothing_for_the_line_is_found(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A slip in the balances: the commitment gets smaller, the line does not hear of it."""
    whole = Conti.plus

    def slip(self: Conti, movimento: Movimento, effetto: Effetto) -> Conti:
        after = whole(self, movimento, effetto)
        freed = effetto.saldi.conto.economie
        conto = after.saldi.conto
        wrong = evolve(after.saldi, conto=evolve(conto, impegnato=conto.impegnato + freed))
        return evolve(after, saldi=wrong)

    monkeypatch.setattr(Conti, "plus", slip)
    with pytest.raises(AssertionError):
        run()


def test_a_past_day_that_reads_too_far_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """The state of a past day that is always the state of today."""
    monkeypatch.setattr(Registro, "_until", lambda self, _day: self._conti)
    with pytest.raises(AssertionError):
        run()


def test_no_bug_no_difference() -> None:
    """With nothing planted there is nothing to find."""
    run(10)
