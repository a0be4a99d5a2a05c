"""The entry point: it speaks UTF-8, and says which line mends what is not installed."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from casa_model.cli import main

if TYPE_CHECKING:
    from importlib.machinery import ModuleSpec

SRC = Path(__file__).parents[2] / "src"


class _Without:
    """An import machinery that lacks some modules."""

    def __init__(self, *names: str) -> None:
        self.names = names

    def find_spec(self, name: str, *_rest: object) -> ModuleSpec | None:
        """Refuse the modules that are not to be found."""
        if name in self.names:
            raise ModuleNotFoundError(name=name)
        return None


@pytest.fixture
def without(monkeypatch: pytest.MonkeyPatch) -> _Without:
    """Make the command line load anew, without some modules."""
    lacking = _Without()
    for name in list(sys.modules):
        if name.partition(".")[0] in {"click", "rich"} or name.startswith("casa_model.cli._run"):
            monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(sys, "meta_path", [lacking, *sys.meta_path])
    return lacking


def test_without_click(without: _Without, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without click it prints the one line that mends it, on whatever standard error is."""
    told = io.StringIO()
    monkeypatch.setattr(sys, "stderr", told)
    without.names = ("click",)
    with pytest.raises(SystemExit) as caught:
        main()

    assert caught.value.code == 2
    assert told.getvalue() == 'pip install "casa-model[cli]"\n'


def test_without_something_of_ours(without: _Without) -> None:
    """A module of ours that is missing is no missing extra: the error shows."""
    without.names = ("casa_model.cli._run",)
    with pytest.raises(ModuleNotFoundError):
        main()


def test_exit_code(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """The process exits with the code of the command."""
    monkeypatch.setattr(sys, "argv", ["casa-model", "controlla", "nessuno.toml"])
    with pytest.raises(SystemExit) as caught:
        main()

    assert caught.value.code == 3
    assert "nessuno.toml" in capsys.readouterr().err


def test_process(base: list[object]) -> None:
    """In a pipe of an old terminal the output is UTF-8 all the same."""
    found = subprocess.run(
        [
            sys.executable,
            "-c",
            "from casa_model.cli import main; main()",
            "decidi",
            *map(str, base),
        ],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(SRC), "PYTHONIOENCODING": "ascii"},
    )

    assert found.returncode == 0
    assert "ammessa        700,00 €" in found.stdout.decode("utf-8")
    assert found.stderr == b""
