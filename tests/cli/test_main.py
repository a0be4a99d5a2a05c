"""The entry point: it speaks UTF-8, and says which line mends what is not installed."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from casa_model.cli import _run, main

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


FULL = Path("/dev/full")


@pytest.mark.skipif(not FULL.exists(), reason="a device that is always full, on Linux")
@pytest.mark.parametrize("args", [["mostra", "energia-l1"], ["--help"], ["--version"]])
def test_a_disk_that_is_full(args: list[str]) -> None:
    """One line says so, with a code of its own: it is no finding, and no traceback."""
    with FULL.open("w") as full:
        done = subprocess.run(
            [sys.executable, "-c", "from casa_model.cli import main; main()", *args],
            env={**os.environ, "PYTHONPATH": str(SRC)},
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            check=False,
        )

    assert (done.returncode, done.stderr.count("\n")) == (4, 1)
    assert "non si può scrivere: manca spazio sul disco" in done.stderr


def test_a_reader_that_has_gone() -> None:
    """`| head -1` is no error: nothing is told, and the code is that of shells."""
    command = f"{sys.executable} -c 'from casa_model.cli import main; main()' mostra energia-l1"
    done = subprocess.run(
        ["/bin/bash", "-c", f"{command} | head -1; exit ${{PIPESTATUS[0]}}"],
        env={**os.environ, "PYTHONPATH": str(SRC)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )

    assert done.stderr == ""
    assert done.returncode in {0, 141}
    assert done.stdout.count("\n") == 1


@pytest.mark.parametrize(("error", "code"), [(BrokenPipeError(), 141), (OSError(28, "full"), 4)])
def test_an_output_that_breaks(
    error: OSError, code: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whatever the stream under it is."""

    def fail(_lang: str) -> None:
        raise error

    monkeypatch.setattr(_run, "app", fail)

    assert _run.run(["--version"]) == code
    assert bool(capsys.readouterr().err) == (code == 4)


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
