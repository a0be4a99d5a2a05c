"""Tables: rich on a terminal, plain lines in a pipe; progress only when somebody looks."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from casa_model.cli import _pagina
from casa_model.cli._pagina import Riga, Tavola, stampa
from casa_model.cli._progresso import Progresso
from casa_model.values import Testo

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result

    Run = Callable[..., Result]

WORDS = Testo(it="righe", en="rows")
TABLE = Tavola(
    "Titolo", ("uno", "due"), (Riga(("a", "1,00 €"), ("nota [dall'atto]",)),), frozenset({1})
)


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody is looking at standard output."""
    monkeypatch.setattr(_pagina, "a_terminale", lambda: True)
    monkeypatch.setenv("COLUMNS", "100")


def test_pipe(capsys: pytest.CaptureFixture[str]) -> None:
    """In a pipe columns are as wide as they need and remarks stand below."""
    stampa(TABLE)

    assert capsys.readouterr().out == ("\nTitolo\nuno     due\na    1,00 €\n  - nota [dall'atto]\n")


def test_empty(capsys: pytest.CaptureFixture[str]) -> None:
    """A table without rows is not written."""
    stampa(Tavola("Titolo", ("uno",), ()))

    assert capsys.readouterr().out == ""


@pytest.mark.usefixtures("terminal")
def test_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    """On a terminal it is drawn, and nothing in brackets is lost."""
    stampa(TABLE)
    drawn = capsys.readouterr().out

    assert "│ a   │ 1,00 € │ nota [dall'atto]" in drawn


@pytest.mark.usefixtures("terminal")
def test_terminal_without_remarks(capsys: pytest.CaptureFixture[str]) -> None:
    """A table without remarks has no column for them."""
    stampa(Tavola("Titolo", ("uno",), (Riga(("a",)),)))

    assert "│ a   │" in capsys.readouterr().out


@pytest.mark.usefixtures("terminal")
def test_narrow(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """On a narrow terminal remarks would have no room: they stand below, in plain lines."""
    monkeypatch.setenv("COLUMNS", "50")
    stampa(TABLE)

    assert capsys.readouterr().out.endswith("\n  - nota [dall'atto]\n")


@pytest.mark.usefixtures("terminal")
def test_long(capsys: pytest.CaptureFixture[str]) -> None:
    """A long table is not drawn: it would take longer than reading it."""
    stampa(Tavola("Titolo", ("uno",), (Riga(("a",)),) * 501))

    assert "│" not in capsys.readouterr().out


@pytest.mark.usefixtures("terminal")
def test_without_rich(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Without rich a terminal gets plain lines."""
    monkeypatch.delitem(sys.modules, "casa_model.cli._pagina_rich", raising=False)
    monkeypatch.setitem(sys.modules, "rich.console", None)
    stampa(TABLE)

    assert capsys.readouterr().out.startswith("\nTitolo\nuno     due\n")


@pytest.mark.usefixtures("terminal")
def test_whole_report(casa_model: Run, base: list[object]) -> None:
    """The whole report can be drawn."""
    result = casa_model("decidi", *base)

    assert result.exit_code == 0
    assert "righe lette 4 = decise 4 + scartate 0" in result.stdout


class TestProgress:
    """A counter on standard error."""

    def test_looked_at(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Every thousand from two thousand on, on one line that ends once."""
        monkeypatch.setattr("sys.stderr.isatty", lambda: True)
        progresso = Progresso("it").con(WORDS)
        for righe in (1000, 2000, 2500, 3000):
            progresso(righe)
        progresso.fine()
        progresso.fine()

        assert capsys.readouterr().err == "\rrighe 2000\rrighe 3000\n"

    def test_pipe(self, capsys: pytest.CaptureFixture[str]) -> None:
        """In a pipe nothing is written."""
        progresso = Progresso("en").con(WORDS)
        progresso(5000)
        progresso.fine()

        assert capsys.readouterr().err == ""
