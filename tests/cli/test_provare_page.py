"""What the page on trying rules shows is what a clerk sees."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from casa_model.casa import edizione
from casa_model.cli._app import app
from casa_model.errors import InvalidFile
from casa_model.exchange.casi import leggi_casi

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "provare-le-regole.md").read_text(encoding="utf-8")
_BLOCK = re.compile(r"^```(?P<kind>toml|text)\n(?P<code>.*?)^```$", re.DOTALL | re.MULTILINE)
BLOCKS = [(found["kind"], found["code"]) for found in _BLOCK.finditer(PAGE)]
CASES = next(code for kind, code in BLOCKS if kind == "toml")
CSV = next(code for kind, code in BLOCKS if code.startswith("# regole"))
SHOWN = [
    code
    for kind, code in BLOCKS
    if kind == "text" and not code.startswith(("casa-model", "# regole"))
]
FILE = "miei.casi.toml"


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands run in the folder of the file, as the page has it."""
    monkeypatch.chdir(tmp_path)


def _prova(text: str, name: str = FILE) -> str:
    """What `casa-model prova` prints."""
    Path(name).write_text(text, encoding="utf-8")
    return CliRunner().invoke(app("it"), ["prova", name], standalone_mode=False).stdout


def test_the_cases_of_the_page_pass() -> None:
    """And the line that says so is on the page."""
    assert _prova(CASES) == SHOWN[0]


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ('esito = "non-ammesso"\nmotivi = ["isee"]', 'esito = "ammesso"', 1),
        ('motivi = ["isee"]', 'motivi = ["isse"]', 3),
        ('esito = "non-ammesso"\nmotivi = ["isee"]', 'esito = ""', 4),
    ],
)
def test_a_case_that_does_not_come_out(before: str, after: str, shown: int) -> None:
    """It is told as the page tells it."""
    assert before in CASES
    told = _prova(CASES.replace(before, after, 1))

    assert told.split("\n\n")[0] + "\n" == SHOWN[shown]


def test_slips_of_the_pen() -> None:
    """All at once, as the page shows them."""
    slips = CASES.replace("esito =", "eisto =", 1).replace('"2000.00"', "2000.00", 1)

    with pytest.raises(InvalidFile) as refused:
        leggi_casi(slips, edizione().misure["crs-difficolta"], file=FILE)

    assert refused.value.testo("it") + "\n" == SHOWN[2]


def test_the_csv_of_the_page_passes() -> None:
    """Every row of it."""
    assert _prova(CSV, "tanti.casi.csv").startswith("casi 3: superati 3,")


def test_every_shown_block_is_checked() -> None:
    """None was added that nobody compares."""
    assert len(SHOWN) == 5
