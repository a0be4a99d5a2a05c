"""Each row of each table of the specification, and the page that prints them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from spec.form import NOTHING, UNKNOWN, SpecTable
from spec.tables import DEROGA, TABLES, VERDICT, markdown

from casa_model.readers.compiled import compiled
from casa_model.readers.evaluate import evaluate
from casa_model.readers.meaning import Env, Plain, missing, value
from casa_model.rules import tree as t
from casa_model.rules.facts import Fatti, Fatto
from casa_model.rules.misura import Deroga, Misura, Requisito
from casa_model.rules.names import Kind
from casa_model.rules.parse import parse
from casa_model.rules.types import BoolType
from casa_model.values import Fonte, Grado, Testo, Vigenza

if TYPE_CHECKING:
    from casa_model.rules.esito import Finding, Verdict

PAGE = Path(__file__).parents[2] / "docs" / "ignoto.md"
DAY = date(2024, 1, 1)
FONTE = Fonte(Grado.DERIVATA, testo="a table of the specification")
SCALA = {(1,): Decimal("1.00"), (2,): Decimal("1.57"), (3,): Decimal("2.04")}


def read(cell: str) -> Plain | None:
    """The value that a cell writes."""
    if cell in ("vero", "falso"):
        return cell == "vero"
    if cell == UNKNOWN:
        return None
    if cell[:4].isdigit() and cell[4:5] == "-":
        return date.fromisoformat(cell)
    return Decimal(cell) if cell.lstrip("-")[:1].isdigit() else cell


def known(cells: dict[str, str]) -> dict[str, Plain]:
    """The facts that are known."""
    return {name: found for name, cell in cells.items() if (found := read(cell)) is not None}


def rows_of(cells: dict[str, str]) -> list[dict[str, Plain]] | None:
    """The members: a lone `?` is a list that is not known."""
    if set(cells.values()) <= {UNKNOWN}:
        return None
    columns = {name: [each.strip() for each in cell.split(",")] for name, cell in cells.items()}
    return [
        known(dict(zip(columns, row, strict=True))) for row in zip(*columns.values(), strict=True)
    ]


def kinds(table: SpecTable) -> dict[str, Kind]:
    """What the names of a table stand for."""
    found = dict.fromkeys(table.facts, Kind.FATTO) | dict.fromkeys(table.members, Kind.MEMBRO)
    return found | {"scala": Kind.PARAMETRO, "fascia": Kind.DEFINIZIONE}


def fascia(table: SpecTable) -> dict[str, t.Expr]:
    """The definition of a table that has one."""
    if not table.rows_of_table:
        return {}
    names = kinds(table)
    *rows, (_, last) = table.rows_of_table
    cases = tuple(t.Row(parse(when, names), parse(vale, names)) for when, vale in rows)
    return {"fascia": t.Table(cases, parse(last, names))}


CASES = [
    pytest.param(table, cells, id=f"{table.title}: {' | '.join(cells)}")
    for table in TABLES
    for cells in table.cells
]


@pytest.mark.parametrize(("table", "cells"), CASES)
def test_a_row_of_a_table(table: SpecTable, cells: tuple[str, ...]) -> None:
    """Each expression gives what its cell says, and needs the facts that the last cell names."""
    facts, rest = cells[: len(table.facts)], cells[len(table.facts) :]
    members, results = rest[: len(table.members)], rest[len(table.members) :]
    env = Env(
        fatti=known(dict(zip(table.facts, facts, strict=True))),
        membri=rows_of(dict(zip(table.members, members, strict=True))),
        parametri={"scala": SCALA},
        definizioni=fascia(table),
        giorni={},
    )
    trees = [parse(text, kinds(table)) for text in table.texts]
    needed = ", ".join(sorted(missing(trees[0], env))) or NOTHING

    found = [value(tree, env) for tree in trees]

    assert found == [read(cell) for cell in results[: len(trees)]]
    assert not table.missing or needed == results[-1]


def decided(cells: tuple[str, ...], *requisiti: Requisito) -> Verdict:
    """The verdict about a household with two facts, `a` and `b`."""
    words = Testo(it="prova", en="test")
    misura = Misura(
        "prova",
        words,
        FONTE,
        Vigenza(DAY),
        fatti=(Fatto("a", BoolType(), words), Fatto("b", BoolType(), words)),
        parametri=(),
        definizioni=(),
        requisiti=requisiti,
    )
    fatti = Fatti(known(dict(zip("ab", cells, strict=False))))
    found = evaluate(misura, fatti, on=DAY)

    assert found == compiled(misura, on=DAY).verdict(fatti)

    return found


@pytest.mark.parametrize("cells", VERDICT.cells, ids=" | ".join)
def test_a_verdict(cells: tuple[str, ...]) -> None:
    """Two requirements give the outcome and the missing facts of the row."""
    words = Testo(it="prova", en="test")
    two = (Requisito(name, words, FONTE, t.Fact(name)) for name in "ab")

    verdict = decided(cells, *two)

    assert (verdict.esito.value, ", ".join(verdict.mancano) or NOTHING) == cells[2:]


@pytest.mark.parametrize("cells", DEROGA.cells, ids=" | ".join)
def test_a_derogation(cells: tuple[str, ...]) -> None:
    """A requirement with a derogation gives the finding of the row."""
    words = Testo(it="prova", en="test")
    deroga = Deroga("b", t.Fact("b"), FONTE)
    one = Requisito("r", words, FONTE, t.Fact("a"), (deroga,))

    (finding,) = decided(cells, one).findings

    assert told(finding) == (read(cells[2]), cells[3], cells[4])


def told(finding: Finding) -> tuple[bool | None, str, str]:
    """What a finding says, as cells."""
    needed = ", ".join(finding.mancano) or NOTHING
    return finding.esito, finding.deciso_da or NOTHING, needed


def test_the_page_of_the_documentation() -> None:
    """`docs/ignoto.md` holds the very tables that are tested here."""
    page = PAGE.read_text(encoding="utf-8")

    assert markdown() in page


def test_every_row_is_as_wide_as_its_head() -> None:
    """A cell for each fact, member fact and expression, and one for what is missing."""
    wide = [
        len(table.facts) + len(table.members) + len(table.texts) + table.missing
        for table in (*TABLES, DEROGA, VERDICT)
        for _ in table.rows
    ]

    assert [len(cells) for table in (*TABLES, DEROGA, VERDICT) for cells in table.cells] == wide
