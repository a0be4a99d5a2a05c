"""Each piece of the page on notices works where the page says that it goes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from casa_model.casa import leggi_avviso
from casa_model.exchange import leggi_domande

PAGE = (Path(__file__).parents[2] / "docs" / "scrivere-un-avviso.md").read_text(encoding="utf-8")
_BLOCK = re.compile(r"^```(?P<kind>toml|text)\n(?P<text>.*?)^```$", re.DOTALL | re.MULTILINE)


def _blocks(kind: str) -> list[str]:
    return [found["text"] for found in _BLOCK.finditer(PAGE) if found["kind"] == kind]


SMALLEST, *OTHERS = _blocks("toml")
PIECES = [block for block in OTHERS if not block.startswith("formato")]


@pytest.mark.parametrize("piece", PIECES, ids=lambda piece: piece.splitlines()[0])
def test_a_piece_loads_at_the_end_of_the_smallest_notice(piece: str) -> None:
    """It makes a difference, and there is nothing to say about it."""
    letta = leggi_avviso(SMALLEST + piece)

    assert (letta.rilievi, letta.valore == leggi_avviso(SMALLEST).valore) == ((), False)


def test_the_applications_of_the_page_are_read_by_the_smallest_notice() -> None:
    """Both files are sound; the household with an empty cell is there too."""
    applications, members = (text for text in _blocks("text") if text.startswith("riferimento;"))
    lette = leggi_domande(
        applications, leggi_avviso(SMALLEST).valore, file="d.csv", decimali="it", membri=members
    )

    assert (len(lette.domande), lette.difetti) == (2, ())
