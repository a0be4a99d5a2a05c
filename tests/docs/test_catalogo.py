"""The catalogue of the shipped edition is the one that its tool writes."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from casa_model.casa import edizione

if TYPE_CHECKING:
    from types import ModuleType

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "catalogo.md").read_text(encoding="utf-8")


def _tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("catalogo", ROOT / "tools" / "catalogo.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_page_is_up_to_date() -> None:
    """After a change of the rule files: `python tools/catalogo.py`."""
    assert _tool().text() == PAGE


@pytest.mark.parametrize("codice", sorted(edizione().misure))
def test_every_code_of_a_measure_is_on_the_page(codice: str) -> None:
    """Requirements, derogations and items, under the heading of their measure."""
    misura = edizione().misure[codice]
    section = PAGE.split(f"\n### `{codice}`\n")[1].split("\n### ")[0].split("\n## ")[0]
    codes = [r.codice for r in misura.requisiti]
    codes += [deroga.codice for r in misura.requisiti for deroga in r.deroghe]
    codes += [voce.codice for voce in misura.importo.voci] if misura.importo else []

    assert [code for code in codes if f"`{code}`: " not in section] == []


def test_every_fact_has_one_row() -> None:
    """Also those that only a shared file or a measure declares."""
    edition = edizione()
    names = {fatto.nome for misura in edition.misure.values() for fatto in misura.fatti}
    rows = [line for line in PAGE.split("\n## I fatti\n")[1].splitlines() if line.count(" | ") == 4]
    found = [row.split("`")[1] for row in rows if row.startswith("| `")]

    assert (sorted(found), len(found)) == (sorted(names), len(names))
