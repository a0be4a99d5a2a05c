"""The form of a table of the specification, and how it is printed."""

from __future__ import annotations

from attrs import field, frozen

UNKNOWN = "?"
NOTHING = "–"
PLAIN = ("missing", "verdict", "holds", "by")


@frozen
class SpecTable:
    """Some facts, some expressions over them, and what each expression gives.

    A row holds the cells of `facts`, of `members`, of the `texts`, and with `missing` one more: the
    facts that the first expression still needs. `rows_of_table` are those of the definition
    `fascia`, whose last row is `altrimenti`.
    """

    title: str
    words: str
    facts: tuple[str, ...]
    texts: tuple[str, ...]
    rows: tuple[str, ...] = field(converter=tuple)
    members: tuple[str, ...] = ()
    missing: bool = False
    rows_of_table: tuple[tuple[str, str], ...] = ()

    @property
    def cells(self) -> tuple[tuple[str, ...], ...]:
        """The rows, cell by cell."""
        return tuple(tuple(cell.strip() for cell in row.split("|")) for row in self.rows)


def section(table: SpecTable) -> str:
    """A table as Markdown, under its title."""
    head = [*table.facts, *table.members, *table.texts, *(("missing",) if table.missing else ())]
    titles = [
        name if name in ("missing", "verdict", "holds", "by") else f"`{name}`" for name in head
    ]
    lines = [f"## {table.title}", "", table.words, ""]
    if table.rows_of_table:
        lines += ["| `fascia`: when | value |", "|---|---|"]
        lines += [f"| `{when}` | `{value}` |" for when, value in table.rows_of_table]
        lines += ["", "It gives:", ""]
    lines += [_line(titles), "|" + "---|" * len(head)]
    lines += [_line([_cell(cell) for cell in cells]) for cells in table.cells]
    return "\n".join([*lines, ""])


def _cell(cell: str) -> str:
    return cell if cell in ("", UNKNOWN, NOTHING) else f"`{cell}`"


def _line(cells: tuple[str, ...] | list[str]) -> str:
    return f"| {' | '.join(cells)} |"
