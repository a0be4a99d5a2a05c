"""Help, version and usage errors, in the language of the command line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click
import pytest

import casa_model as casa_model_package
from casa_model.cli._errori import lingua_di, messaggio_uso
from casa_model.cli._run import run

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result

    Run = Callable[..., Result]

USAGE = "Uso: casa-model decidi [OPZIONI] AVVISO DOMANDE\n"
HELP = "\nper l'aiuto: casa-model decidi --help\n"


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (["x.toml"], "manca l'argomento `DOMANDE`"),
        (["x", "y", "--outt", "z"], "l'opzione `--outt` non esiste; forse intendevi `--out`?"),
        (["x", "y", "--zzz"], "l'opzione `--zzz` non esiste"),
        (["x", "y", "z"], "troppi argomenti: `z`"),
        (["x", "y", "--decimali"], "l'opzione `--decimali` vuole un valore"),
        (["x", "y", "--json=si"], "l'opzione `--json` non vuole valori"),
        (["x", "y", "--decimali", "k"], "il valore di `--decimali` non va bene; valori: it, plain"),
    ],
)
def test_usage_errors(casa_model: Run, args: list[str], sentence: str) -> None:
    """A usage error says how the command is written, what is wrong and where help is."""
    result = casa_model("decidi", *args)

    assert result.stderr == f"{USAGE}errore: {sentence}{HELP}"
    assert result.exit_code == 2


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        ([], "manca il comando"),
        (["decdi"], "il comando `decdi` non esiste; forse intendevi `decidi`?"),
        (["xyz"], "il comando `xyz` non esiste"),
        (["controlla"], "manca l'argomento `FILE`"),
    ],
)
def test_commands(casa_model: Run, args: list[str], sentence: str) -> None:
    """So does a command that is missing or does not exist."""
    result = casa_model(*args)

    assert f"errore: {sentence}\n" in result.stderr
    assert result.exit_code == 2


def test_english(casa_model: Run) -> None:
    """In English too, wherever `--lang en` stands."""
    result = casa_model("--lang", "en", "decidi", "x.toml")

    assert result.stderr == (
        "Usage: casa-model decidi [OPTIONS] AVVISO DOMANDE\n"
        "error: the argument `DOMANDE` is missing\n"
        "for help: casa-model decidi --help\n"
    )


@pytest.mark.parametrize(
    ("args", "lang"),
    [
        ([], "it"),
        (["--lang", "en"], "en"),
        (["--lang=en"], "en"),
        (["--lang=en", "--lang", "it"], "it"),
        (["en"], "it"),
        (["--lang=fr"], "it"),
        (["--lang"], "it"),
    ],
)
def test_language(args: list[str], lang: str) -> None:
    """The last language asked for holds; without one it is Italian."""
    assert lingua_di(args) == lang


def test_unknown_language(casa_model: Run) -> None:
    """A language that there is not is a usage error."""
    result = casa_model("decidi", "x", "y", "--lang", "fr")

    assert "il valore di `--lang` non va bene; valori: it, en" in result.stderr


def test_errors_of_click_that_have_no_words_of_ours() -> None:
    """What click alone knows to say is said as click says it."""
    assert messaggio_uso(click.UsageError("something"), "it") == "errore: something"


def test_missing_option() -> None:
    """A missing option is told by its longest name."""
    error = click.MissingParameter(param=click.Option(["-x", "--lungo"]))

    assert messaggio_uso(error, "it") == "errore: manca l'opzione `--lungo`"


def test_help(casa_model: Run) -> None:
    """Help is in Italian: headings, commands, options."""
    result = casa_model("--help")

    assert result.stdout.startswith("Uso: casa-model [OPZIONI] COMANDO [ARGOMENTI]...\n")
    assert "\nOpzioni:\n" in result.stdout
    assert re.search(r"\nComandi:\n  decidi +Decide le domande di un avviso\.\n", result.stdout)
    assert result.exit_code == 0


@pytest.mark.parametrize("command", ["decidi", "spiega", "controlla"])
def test_help_in_english(casa_model: Run, command: str) -> None:
    """Every command has its help in English too, with no word of Italian around it."""
    result = casa_model(command, "--help", "--lang", "en")

    assert result.stdout.startswith(f"Usage: casa-model {command} [OPTIONS] ")
    assert "\nOptions:\n" in result.stdout
    assert "Show this help and exit." in result.stdout


def test_version(casa_model: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """`--version` tells the version of the library."""
    monkeypatch.setitem(vars(casa_model_package), "__version__", "9.9.9")
    result = casa_model("--version")

    assert result.stdout == "casa-model 9.9.9\n"
    assert result.exit_code == 0


def test_interrupted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stopped from the keyboard, the run ends as shells expect, without a traceback."""

    def stop(*_args: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("casa_model.cli.controlla.misure_di", stop)

    assert run(["controlla", "x.toml"]) == 130


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (["dimostra", "--tempo", "abc"], "`--tempo` vuole un numero intero da 1 a 3600"),
        (["dimostra", "--tempo", "0"], "`--tempo` vuole un numero intero da 1 a 3600"),
        (["cosa-manca", "--passi", "x"], "`--passi` vuole un numero intero, almeno 1"),
        (["confronta", "--sintetica", "dieci"], "`--sintetica` vuole un numero intero da 1 a "),
        (["popolazione", "--quante", "tante"], "`--quante` vuole un numero intero da 1 a 100000"),
        (["popolazione", "--seme", "uno"], "`--seme` vuole un numero intero\n"),
    ],
)
def test_numbers(casa_model: Run, args: list[str], sentence: str) -> None:
    """What is not a number, or is out of bounds, is told in the language asked for."""
    result = casa_model(*args, "x", "y")

    assert result.exit_code == 2
    assert sentence in result.stderr
