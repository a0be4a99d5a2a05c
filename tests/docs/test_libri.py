"""The rule books under `docs/libri` are what the rules say today."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def _pages() -> dict[str, str]:
    spec = importlib.util.spec_from_file_location("libri", ROOT / "tools" / "libri.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    found: dict[str, str] = module.pages()
    return found


PAGES = _pages()


@pytest.mark.parametrize("name", PAGES)
def test_a_book_is_up_to_date(name: str) -> None:
    """After a change of a rule or of a word: `python tools/libri.py`."""
    assert PAGES[name] == (ROOT / "docs" / "libri" / name).read_text("utf-8")


def test_no_other_book() -> None:
    """A measure or a notice that is no more has no book."""
    assert set(PAGES) == {path.name for path in (ROOT / "docs" / "libri").glob("*.md")}


def test_every_measure_and_notice_has_two() -> None:
    """Four measures and seven notices, in both languages, and the index."""
    assert len(PAGES) == 2 * (4 + 7) + 1
