"""The shipped edition of the programme: Aler, presidi, services, money, with their sources."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from casa_model.programma.leggi import FileDelProgramma, leggi_programma

if TYPE_CHECKING:
    from datetime import date

    from casa_model.programma.programma import Programma

DATA: Final = files("casa_model").joinpath("data", "programma")


def programma(*, on: date) -> Programma:
    """Return the programme as it stood on a day: see `Programma.il`.

    The edition is read once and is immutable. Raises `IllTyped` when `on` is not a day without
    time.
    """
    return programma_intero().il(on)


@cache
def programma_intero() -> Programma:
    """Return every entry of the shipped edition, of all days. It is immutable: read once."""
    found = sorted(DATA.iterdir(), key=lambda each: each.name)
    texts = [FileDelProgramma(e.read_bytes(), e.name) for e in found if e.name.endswith(".toml")]
    return leggi_programma(texts, trusted=True)
