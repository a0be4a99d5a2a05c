"""No row of a CSV is lost, whatever it says."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from casa_model.exchange import leggi_domande

if TYPE_CHECKING:
    from casa_model.exchange import Lette
    from casa_model.rules.misura import Misura

FILE = "d.csv"
CELLS = st.one_of(
    st.sampled_from(["", "A", "B", "1,00", "vero", "2024-01-01", '"', "accesso", "3"]),
    st.text(st.characters(exclude_characters="\r\n", codec="utf-8"), max_size=5),
)


class TestNothingIsLost:
    """Every row of the file is an application or a broken row with a fault at its line."""

    @given(st.lists(st.text(st.characters(codec="utf-8")), max_size=8))
    def test_in_any_text(self, misura: Misura, lines: list[str]) -> None:
        """Whatever follows a sound header."""
        text = "riferimento;isee;canone_pagato\n" + "\n".join(lines)
        self._check(leggi_domande(text, misura, file=FILE, decimali="it"))

    @given(
        st.lists(st.tuples(CELLS, CELLS, CELLS), max_size=8),
        st.lists(st.tuples(CELLS, CELLS), max_size=8),
    )
    def test_in_any_cells(
        self, misura: Misura, rows: list[tuple[str, ...]], members: list[tuple[str, ...]]
    ) -> None:
        """With members that fit or do not; each row that has a cell is counted."""
        lette = leggi_domande(
            _csv(("riferimento", "isee", "componenti"), rows),
            misura,
            file=FILE,
            decimali="it",
            membri=_csv(("riferimento", "eta"), members),
        )
        self._check(lette)

        assert lette.righe == sum(any(cell.strip() for cell in row) for row in rows)

    def _check(self, lette: Lette) -> None:
        broken = {f.place.line for f in lette.difetti if f.place.file == FILE}

        assert lette.righe == len(lette.domande) + len(broken)


def _csv(header: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=";", quoting=csv.QUOTE_ALL)
    writer.writerows([header, *rows])
    return buffer.getvalue()
