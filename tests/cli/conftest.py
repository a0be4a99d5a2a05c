"""A trial measure, two notices over it, a file of applications, and the command as users run it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click
import pytest
from cli.casi import CASES
from click.testing import CliRunner, Result

from casa_model.cli._run import run

if TYPE_CHECKING:
    from collections.abc import Callable

HERE = Path(__file__).parent


@click.command(
    add_help_option=False,
    context_settings={"ignore_unknown_options": True, "allow_extra_args": True},
)
@click.argument("args", nargs=-1, type=click.UNPROCESSED)
def _command(args: tuple[str, ...]) -> None:
    """Everything goes to `run`, as the entry point does."""
    sys.exit(run(args))


@pytest.fixture
def casa_model() -> Callable[..., Result]:
    """Run `casa-model` with arguments; the result has `stdout`, `stderr` and `exit_code`."""

    def call(*args: object) -> Result:
        result = CliRunner().invoke(_command, [str(arg) for arg in args], catch_exceptions=False)
        assert isinstance(result, Result)
        return result

    return call


@pytest.fixture
def misura() -> Path:
    """The trial measure."""
    return HERE / "misura.toml"


@pytest.fixture
def avviso() -> Path:
    """A notice over the trial measure: ranked, paid from 1.000,00 euro."""
    return HERE / "avviso.toml"


@pytest.fixture
def domande() -> Path:
    """Four applications: two admitted, one not, one to be completed."""
    return HERE / "domande.csv"


@pytest.fixture
def base(misura: Path, avviso: Path, domande: Path) -> list[object]:
    """The arguments of a sound run."""
    return [avviso, domande, "--misure", misura, "--decimali", "plain"]


@pytest.fixture
def casi(tmp_path: Path) -> Callable[..., Path]:
    """A file of one case, which expects an outcome."""

    def write(esito: str, name: str = "miei.casi.toml", text: str = CASES) -> Path:
        path = tmp_path / name
        path.write_text(text.replace("{esito}", esito), encoding="utf-8")
        return path

    return write


HEAD = 'formato = 1\nmisura = "crs-difficolta"\n'


@pytest.fixture
def sentences(tmp_path: Path) -> Callable[[str], Path]:
    """Write a file of sentences about `crs-difficolta`."""

    def write(text: str) -> Path:
        path = tmp_path / "frasi.toml"
        path.write_text(HEAD + text, "utf-8")
        return path

    return write
