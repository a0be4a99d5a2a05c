"""The pages under `docs/copertura` are what the shipped cases cover today."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from casa_model import edizione

ROOT = Path(__file__).parents[2]


def _pages() -> dict[str, str]:
    spec = importlib.util.spec_from_file_location("copertura", ROOT / "tools" / "copertura.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    found: dict[str, str] = module.pages()
    return found


PAGES = _pages()


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_up_to_date(name: str) -> None:
    """After a change of a rule or of a case: `python tools/copertura.py`."""
    assert PAGES[name] == (ROOT / "docs" / "copertura" / name).read_text("utf-8")


def test_a_page_a_measure_and_no_other() -> None:
    """And the index."""
    expected = {f"{codice}.md" for codice in edizione().misure} | {"index.md"}

    assert set(PAGES) == expected
    assert {path.name for path in (ROOT / "docs" / "copertura").glob("*.md")} == expected


@pytest.mark.parametrize("codice", edizione().misure)
def test_everything_is_covered(codice: str) -> None:
    """The report says so in its first line."""
    assert f"`{codice}`: copertura 100 % (" in PAGES[f"{codice}.md"]
