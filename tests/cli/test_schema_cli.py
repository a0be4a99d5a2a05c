"""`casa-model schema`: the JSON Schema of what a notice takes in and gives out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft202012Validator

from casa_model.casa import edizione
from casa_model.exchange import schema_domanda, schema_esito, schema_verdict

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result

    Run = Callable[..., Result]

BROKEN = Path(__file__).parents[1] / "broken"
DATA = Path("src/casa_model/data")


def test_a_notice(casa_model: Run, avviso: Path, misura: Path) -> None:
    """Its applications, to standard output and nothing else."""
    result = casa_model("schema", avviso, "--misure", misura)
    schema = json.loads(result.stdout)

    assert (result.stderr, result.exit_code) == ("", 0)
    assert schema["$id"].startswith("urn:casa-model:domanda:avviso:")
    assert Draft202012Validator(schema).is_valid({"riferimento": "A-1"})


@pytest.mark.parametrize(
    ("options", "write"),
    [([], schema_domanda), (["--esito"], schema_esito), (["--verdetto"], schema_verdict)],
)
def test_a_shipped_measure_by_its_code(
    casa_model: Run, options: list[str], write: Callable[..., str]
) -> None:
    """The language of the command changes nothing of the schema, which speaks both."""
    expected = write(edizione().misure["energia-l1"])

    assert casa_model("schema", "energia-l1", *options).stdout == expected
    assert casa_model("schema", "energia-l1", *options, "--lang", "en").stdout == expected


def test_a_measure_by_its_file(casa_model: Run, misura: Path) -> None:
    """Or by its code, once `--misure` has read it."""
    by_file = casa_model("schema", misura)
    codice = json.loads(by_file.stdout)["$id"].rpartition(":")[2]

    assert (by_file.stderr, by_file.exit_code) == ("", 0)
    assert casa_model("schema", codice, "--misure", misura).stdout == by_file.stdout


def test_advice_about_the_file(casa_model: Run, tmp_path: Path, avviso: Path, misura: Path) -> None:
    """It goes to standard error, and the command ends with 1."""
    odd = tmp_path / "misura.toml"
    odd.write_text(misura.read_text("utf-8").replace("isee < soglia", "isee < 10.00"), "utf-8")
    result = casa_model("schema", avviso, "--misure", odd, "--esito")

    assert "numero-nudo" in result.stderr
    assert (json.loads(result.stdout)["type"], result.exit_code) == ("object", 1)


@pytest.mark.parametrize(
    ("name", "it", "en"),
    [
        ("energia-l2", "forse intendevi `energia-l1`?", "did you mean `energia-l1`?"),
        ("pippo", "o uno tra `accesso-sap`, ", "or one of `accesso-sap`, "),
        ("pippo.toml", "pippo.toml: il file non c'è", "pippo.toml: there is no such file"),
        ("docs", "docs: è una cartella", "docs: it is a folder"),
        (DATA / "fatti.toml", "è un file di fatti; serve", "it is a file of facts; the"),
        (DATA / "norme/isee.toml", "è un file di norme; serve", "it is a file of norms; the"),
        ("README.md", "README.md:3:1: toml-sintassi", "README.md:3:1: toml-sintassi"),
        (BROKEN / "chiave-ignota.avviso.toml", "forse intendevi `pubblicazione`", "did you mean"),
    ],
)
def test_what_is_neither(casa_model: Run, name: object, it: str, en: str) -> None:
    """What was found, what is wanted, and the near miss; nothing on standard output."""
    for words, options in ((it, ()), (en, ("--lang", "en"))):
        result = casa_model("schema", name, *options)

        assert words in result.stderr
        assert (result.stdout, result.exit_code) == ("", 3)


def test_one_schema_at_a_time(casa_model: Run) -> None:
    """Of an outcome or of a verdict."""
    result = casa_model("schema", "energia-l1", "--esito", "--verdetto")

    assert "`--esito` e `--verdetto` non stanno insieme" in result.stderr
    assert result.exit_code == 2
