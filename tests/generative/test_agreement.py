"""The most valuable test of the house: every reader and every engine gives the same answer.

Random rules, each asked about random households with unknowns, members, month ends and extreme
values: outcome, amount, items, definitions, ranking keys, reserves, and the failed, unknown and
missing bits are the same, to the last digit. `make agree` asks more, and says how many and which
seeds.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from generative import definition
from generative.readers import READERS, Reader
from hypothesis import given, seed, settings
from hypothesis import strategies as st

from casa_model.readers.environment import environment
from casa_model.rules.bits import AMMESSO, DA_COMPLETARE, NON_AMMESSO, bits_of, names_of
from casa_model.rules.reach import in_force
from casa_model.testing._households import households
from casa_model.testing._measures import measures
from casa_model.testing._vocabulary import DAYS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from casa_model.rules.misura import Misura

RULES = int(os.environ.get("CASA_AGREE_RULES", "2000" if os.environ.get("CI") else "200"))
HOUSEHOLDS = 20
SEEDS = tuple(int(s) for s in os.environ.get("CASA_AGREE_SEEDS", "1 2 3 4 5 6 7 8").split())
"""One shard for each, so that several processes share the work."""


def day_of(misura: Misura, data: st.DataObject) -> date:
    """A day on which a measure answers."""
    fixed = misura.calendario
    return data.draw(st.sampled_from(DAYS)) if fixed is None else fixed.giorno_norma


def agree(readers: Mapping[str, Reader], data: st.DataObject, *, households_each: int) -> None:
    """Draw a rule and households, one after another, and ask every reader about each.

    The first household on which two readers differ ends the case, so that a failing one shrinks to
    one rule and one household.
    """
    misura = data.draw(measures(), label="rule")
    on = day_of(misura, data)
    asks = {name: reader(misura, on) for name, reader in readers.items()}
    for _ in range(households_each):
        fatti = data.draw(households(misura), label="household")
        said = {name: ask(fatti) for name, ask in asks.items()}
        for name, answer in said.items():
            assert said["evaluate"] == answer, name


@pytest.mark.parametrize("shard", SEEDS)
def test_every_reader_gives_the_answer_of_the_reference(
    shard: int, record_property: Callable[[str, object], None]
) -> None:
    """Over random rules and households, `evaluate` is what every other reader says."""
    asked = 0

    @seed(shard)
    @settings(max_examples=max(1, RULES // len(SEEDS)), derandomize=False, database=None)
    @given(st.data())
    def every_reader_agrees(data: st.DataObject) -> None:
        nonlocal asked
        agree(READERS, data, households_each=HOUSEHOLDS)
        asked += 1

    every_reader_agrees()
    record_property(
        "said",
        f"agreement: seed {shard}, {asked} rules x {HOUSEHOLDS} households, {', '.join(READERS)}",
    )

    assert asked >= RULES // len(SEEDS)


class TestBits:
    """The masks of a verdict say what its findings say."""

    @settings(max_examples=60)
    @given(st.data())
    def test_of_requirements(self, data: st.DataObject) -> None:
        """A requirement is failed, unknown, or neither: each by its place among those in force."""
        misura = data.draw(measures())
        on = day_of(misura, data)
        answer = READERS["evaluate"](misura, on)(data.draw(households(misura)))
        told = {finding.codice: finding.esito for finding in answer.verdict.findings}
        bits = answer.bits

        for at, requisito in enumerate(in_force(misura, on)):
            failed, unknown = bits.failed >> at & 1, bits.unknown >> at & 1

            assert {True: (0, 0), False: (1, 0), None: (0, 1)}[told[requisito.codice]] == (
                failed,
                unknown,
            )

    @settings(max_examples=60)
    @given(st.data())
    def test_of_facts(self, data: st.DataObject) -> None:
        """The missing bits are the missing facts, by the definition on the tree."""
        misura = data.draw(measures())
        on = day_of(misura, data)
        fatti = data.draw(households(misura))
        verdict = READERS["evaluate"](misura, on)(fatti).verdict
        bits = bits_of(verdict, misura)
        named = {nome for at, nome in enumerate(names_of(misura)) if bits.missing >> at & 1}
        failed = verdict.findings and any(f.esito is False for f in verdict.findings)
        env = environment(misura, fatti, on)
        expected = set() if failed else definition.missing_of(misura, verdict, env, on)

        assert expected == named

    @settings(max_examples=60)
    @given(st.data())
    def test_of_the_outcome(self, data: st.DataObject) -> None:
        """A failed requirement refuses; an unknown one or a missing fact leaves it open."""
        misura = data.draw(measures())
        bits = READERS["evaluate"](misura, day_of(misura, data))(data.draw(households(misura))).bits
        expected = (
            NON_AMMESSO
            if bits.failed
            else DA_COMPLETARE
            if bits.unknown | bits.missing
            else AMMESSO
        )

        assert expected == bits.esito
