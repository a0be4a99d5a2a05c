"""A table drawn by rich, for a person at a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from rich.console import Console
from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from casa_model.cli._pagina import Tavola


def disegna(tavola: Tavola) -> None:
    """Draw a table on standard output; remarks stand in the last column, which wraps."""
    # `Text`, and not a string: rich would read `[dall'atto]` as a style of its own.
    remarks = any(riga.note for riga in tavola.righe)
    table = Table(title=Text(tavola.titolo), title_justify="left", show_lines=remarks)
    for number, colonna in enumerate(tavola.colonne):
        justify: Literal["left", "right"] = "right" if number in tavola.destra else "left"
        table.add_column(Text(colonna), justify=justify, overflow="fold")
    if remarks:
        table.add_column(Text(""), overflow="fold", ratio=1)
    for riga in tavola.righe:
        last = [Text("\n".join(riga.note))] if remarks else []
        table.add_row(*map(Text, riga.celle), *last)
    Console().print(table)
