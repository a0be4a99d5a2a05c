"""A small programme that holds together, and the same with one thing changed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from casa_model.programma.leggi import FileDelProgramma, leggi_programma
from casa_model.values import Fonte, Grado

if TYPE_CHECKING:
    from casa_model.programma.programma import Programma

TESTO = (Path(__file__).parents[1] / "broken" / "contesto" / "programma.toml").read_text("utf-8")
FONTE = Fonte(Grado.DERIVATA, testo="prova")


def edition(*changes: tuple[str, str]) -> Programma:
    """The programme of the test file, each change made where its text stands once."""
    text = TESTO
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return leggi_programma([FileDelProgramma(text, "prova.toml")])
