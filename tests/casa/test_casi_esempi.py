"""The worked cases of the notices of `esempi/`."""

from __future__ import annotations

from pathlib import Path

import pytest

from casa_model import prova
from casa_model.casa import leggi_avviso
from casa_model.exchange.casi import leggi_casi

ESEMPI = Path(__file__).parents[2] / "esempi"
NOTICES = sorted((ESEMPI / "avvisi").glob("*.toml"))


@pytest.mark.parametrize("path", NOTICES, ids=lambda path: path.stem)
def test_every_notice_has_cases_that_pass(path: Path) -> None:
    """They name it, and each is about a household of its own day."""
    avviso = leggi_avviso(path.read_bytes(), file=path.name).valore
    cases = ESEMPI / "casi" / f"{path.stem}.casi.toml"
    read = leggi_casi(cases.read_bytes(), avviso, file=cases.name)

    assert [e.caso.codice for e in prova(avviso.misura, read.casi) if not e.superato] == []
    assert read.regole == f"../avvisi/{path.name}"
    assert len(read.casi) > 4
