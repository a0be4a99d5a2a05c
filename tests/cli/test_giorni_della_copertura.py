"""`casa-model copertura`: how many days about the changes of the law were looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

    Run = Callable[..., Result]

RULE = """formato = 1
[misura]
codice = "prova"
titolo = {{ it = "Prova", en = "Trial" }}
fonte = "per prova"
grado = "secondaria"
vigenza = {{ {} }}
[[requisiti]]
codice = "tetto"
fonte = "per prova"
grado = "secondaria"
testo = {{ it = "un tetto scritto nella condizione", en = "a cap written in the condition" }}
condizione = "isee < 5000.00"
"""


@pytest.mark.parametrize(
    ("vigenza", "days"),
    [
        ("dal = 2020-01-01", 2),
        ("dal = 2020-01-01, al = 2020-12-31", 3),
        ("dal = 2020-01-01, al = 2020-01-01", 1),
    ],
)
def test_days_on_which_the_measure_answers(
    casa_model: Run, tmp_path: Path, vigenza: str, days: int
) -> None:
    """Neither the eve of the first day nor the day after the last is one: nothing answers then."""
    path = tmp_path / "prova.toml"
    path.write_text(RULE.format(vigenza), "utf-8")

    result = casa_model("copertura", path)

    assert f"giorni: {days} intorno ai cambi della legge; in ognuno risponde" in result.stdout
