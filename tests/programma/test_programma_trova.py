"""Everything of a programme is found by its code."""

from __future__ import annotations

import pytest
from programma.edition import edition

from casa_model.errors import IllTyped, UnknownName
from casa_model.programma.presidi import Presidio
from casa_model.programma.programma import WORDS, Programma
from casa_model.programma.territorio import Aler, Comune

PROGRAMMA = edition()


class TestTrova:
    """Everything is looked up by its code."""

    def test_each_kind(self) -> None:
        """Every entry of every kind is found again, and is of the kind asked for."""
        sections = (
            PROGRAMMA.province, PROGRAMMA.comuni, PROGRAMMA.aler, PROGRAMMA.quartieri,
            PROGRAMMA.professioni, PROGRAMMA.servizi, PROGRAMMA.presidi, PROGRAMMA.piani,
            PROGRAMMA.linee, PROGRAMMA.dotazioni, PROGRAMMA.concessioni, PROGRAMMA.progetti,
            PROGRAMMA.fondi,
        )  # fmt: skip
        found = [PROGRAMMA.trova(type(e), e.codice) is e for row in sections for e in row]

        assert all(found)
        assert len(found) == 16

    def test_a_helpful_miss(self) -> None:
        """A near miss if there is one, else what there is."""
        with pytest.raises(UnknownName, match="is not a presidio of the programme; use `uno`"):
            PROGRAMMA.trova(Presidio, "un")
        with pytest.raises(UnknownName, match="use `paese`, `altrove`"):
            PROGRAMMA.trova(Comune, "zzzzzz")
        with pytest.raises(UnknownName, match="use a file with some"):
            Programma().trova(Presidio, "uno")

    def test_what_is_no_kind(self) -> None:
        """A class of Python is none."""
        with pytest.raises(IllTyped, match="Presidio"):
            PROGRAMMA.trova(int, "uno")

    def test_bodies(self) -> None:
        """Aler and comuni own presidi and get grants."""
        assert isinstance(PROGRAMMA.ente("aler-prova"), Aler)
        assert isinstance(PROGRAMMA.ente("paese"), Comune)
        with pytest.raises(UnknownName):
            PROGRAMMA.ente("nessuno")

    def test_every_kind_has_a_word(self) -> None:
        """In both languages."""
        assert all(word.it and word.en for word in WORDS.values())
