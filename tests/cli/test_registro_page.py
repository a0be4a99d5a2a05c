"""What the page on ledgers shows is what the command prints."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import pytest

from casa_model.programma.leggi import leggi_registro
from casa_model.programma.spesa import Movimento

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "registro-della-spesa.md").read_text(encoding="utf-8")
LEDGER = "esempi/registri/l-1-immaginario.toml"
_FENCE = re.compile(r"^```text\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_SHOWN = _FENCE.findall(PAGE)


@pytest.mark.parametrize(
    ("command", "printed"), list(zip(_SHOWN[::2], _SHOWN[1::2], strict=True)), ids=["now", "then"]
)
def test_the_page_shows_what_is_printed(
    command: str, printed: str, casa_model: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each command of the page is followed by its output."""
    monkeypatch.chdir(ROOT)
    name, *args = command.split()

    assert name == "casa-model"
    assert casa_model(*args).stdout.strip("\n") == printed.strip("\n")


def test_the_example_has_an_entry_of_each_kind() -> None:
    """And the page a row for each."""
    found = leggi_registro((ROOT / LEDGER).read_bytes(), file=LEDGER)

    assert {type(each) for each in found.movimenti} == {*get_args(Movimento)}
    assert all(f"| `{cls.__name__.lower()}` |" in PAGE for cls in get_args(Movimento))
