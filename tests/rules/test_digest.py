"""Digests stay the same for ever, change with every answer, and with nothing else."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from attrs import field, frozen
from hypothesis import given, settings
from hypothesis import strategies as st

from casa_model.casa import edizione
from casa_model.rules.digest import (
    digest_of,
    facts_digest,
    law_digest,
    law_parts,
)
from casa_model.rules.facts import Fatti
from casa_model.testing._households import households
from casa_model.testing._measures import measures

GOLDEN = Path(__file__).with_name("digests.json")
ON = date(2026, 3, 1)
CRS = edizione().misure["crs-difficolta"]
ENERGIA = edizione().misure["energia-l1"]

COUNT = """
import json
from datetime import date
from casa_model.casa import edizione
from casa_model.rules.digest import law_digest
on = date(2026, 3, 1)
print(json.dumps({c: law_digest(m, on=on) for c, m in edizione().misure.items()}))
"""


class TestForEver:
    """The same text has the same digest wherever and whenever it is taken."""

    def test_golden(self) -> None:
        """Those of the shipped measures, as they were when they were first filed.

        Where the law or its reading changed on purpose, `digests.json` is written anew and the
        changelog has a star.
        """
        found = {code: law_digest(misura, on=ON) for code, misura in edizione().misure.items()}

        assert json.loads(GOLDEN.read_text("utf-8")) == found

    @pytest.mark.parametrize("seed", ["0", "1", "4242"])
    def test_another_process(self, seed: str) -> None:
        """Python's own hashes differ from process to process; digests do not."""
        env = {**os.environ, "PYTHONHASHSEED": seed}
        run = subprocess.run(
            [sys.executable, "-c", COUNT], env=env, capture_output=True, text=True, check=True
        )

        assert json.loads(GOLDEN.read_text("utf-8")) == json.loads(run.stdout)

    @settings(max_examples=50)
    @given(st.data())
    def test_the_order_of_a_dictionary(self, data: st.DataObject) -> None:
        """Facts are named: in which order they were put down says nothing."""
        fatti = data.draw(households(data.draw(measures())))
        names = data.draw(st.permutations(list(fatti.valori)))
        other = Fatti({nome: fatti.valori[nome] for nome in names}, fatti.membri)

        assert facts_digest(fatti) == facts_digest(other)

    def test_the_zeros_of_a_number(self) -> None:
        """2, 2.0 and 2.00 are one number, 20 is another."""
        digests = {facts_digest(Fatti({"n": Decimal(n)})) for n in ("2", "2.0", "2.00", "0.2e1")}

        assert len(digests) == 1
        assert facts_digest(Fatti({"n": Decimal(20)})) not in digests
        assert facts_digest(Fatti({"n": Decimal("-0")})) == facts_digest(Fatti({"n": Decimal(0)}))

    def test_a_number_is_whole(self) -> None:
        """Every digit counts, and an exponent is not written out: both are exact, and cheap."""
        long = "1" * 300
        numbers = (
            "1E+999999999",
            "1E+999999998",
            "1E-999999999",
            long,
            long[:-1] + "2",
            "-" + long,
        )
        digests = {facts_digest(Fatti({"n": Decimal(n)})) for n in numbers}

        assert len(digests) == len(numbers)
        assert facts_digest(Fatti({"n": 10**5000})) != facts_digest(Fatti({"n": 10**5000 + 1}))

    def test_a_field_of_a_later_version(self) -> None:
        """A field that is added to a class, at its default, changes nothing that was filed."""

        @frozen
        class Domanda:
            nome: str

        earlier = digest_of(Domanda("a"))

        @frozen
        class Domanda:  # type: ignore[no-redef]
            nome: str
            altri: Fatti = field(factory=Fatti)
            poi: date | None = None
            vero: bool = False

        assert earlier == digest_of(Domanda("a"))
        assert earlier != digest_of(Domanda("a", vero=0))  # type: ignore[call-arg]
        assert earlier != digest_of(Domanda("a", altri=Fatti({"x": True})))  # type: ignore[call-arg]
        assert earlier != digest_of(Domanda("b"))

    def test_two_days_of_one_law(self) -> None:
        """Nothing in force differs, and the digest is the same."""
        assert law_digest(CRS, on=date(2024, 1, 1)) == law_digest(CRS, on=date(2025, 12, 31))

    def test_the_day_a_parameter_changes(self) -> None:
        """The threshold of L.1 rose on 23 February 2026, and that is what is named."""
        one, other = (law_parts(ENERGIA, on=date(2026, 2, day)) for day in (22, 23))

        assert {name for name in one if one[name] != other[name]} == {"parametro/soglia_isee"}
