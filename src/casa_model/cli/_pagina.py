"""Tables on standard output: rich on a terminal, plain lines in a pipe, the same words in both."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING, Final

import click
from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator

RIGHE_RICH: Final = 500
"""Rows up to which a table is drawn: laying out more takes longer than reading them."""

LARGHEZZA_NOTE: Final = 40
"""Characters that remarks need beside the other columns; with fewer they stand below, in lines."""

_GAP: Final = "  "
_BORDER: Final = 3


@frozen
class Riga:
    """A row of a table, and the remarks that stand under it."""

    celle: tuple[str, ...]
    note: tuple[str, ...] = ()


@frozen
class Tavola:
    """A table; `destra` are the columns of numbers."""

    titolo: str
    colonne: tuple[str, ...]
    righe: tuple[Riga, ...]
    destra: frozenset[int] = frozenset()


def a_terminale() -> bool:
    """Whether a person is looking at standard output."""
    return sys.stdout.isatty()


def stampa(tavola: Tavola) -> None:
    """Write a table with a blank line before it; one without rows is not written."""
    if not tavola.righe:
        return
    click.echo()
    if a_terminale() and len(tavola.righe) <= RIGHE_RICH and _fits(tavola):
        try:
            from casa_model.cli._pagina_rich import disegna
        except ModuleNotFoundError:
            pass
        else:
            disegna(tavola)
            return
    click.echo("\n".join(_lines(tavola)))


def _fits(tavola: Tavola) -> bool:
    """Whether the terminal is wide enough to draw the table without breaking short cells."""
    remarks = any(riga.note for riga in tavola.righe)
    needed = sum(width + _BORDER for width in _widths(tavola)) + 1
    needed += (LARGHEZZA_NOTE + _BORDER) * remarks
    return needed <= shutil.get_terminal_size().columns


def _widths(tavola: Tavola) -> list[int]:
    rows = [tavola.colonne, *(riga.celle for riga in tavola.righe)]
    return [max(map(len, column)) for column in zip(*rows, strict=True)]


def _lines(tavola: Tavola) -> Iterator[str]:
    """Columns as wide as they need, remarks below: nothing is cut and nothing has to wrap."""
    widths = _widths(tavola)

    def line(cells: tuple[str, ...]) -> str:
        padded = (
            cell.rjust(width) if number in tavola.destra else cell.ljust(width)
            for number, (cell, width) in enumerate(zip(cells, widths, strict=True))
        )
        return _GAP.join(padded).rstrip()

    yield tavola.titolo
    yield line(tavola.colonne)
    for riga in tavola.righe:
        yield line(riga.celle)
        yield from (f"{_GAP}- {nota}" for nota in riga.note)
