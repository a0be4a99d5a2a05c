"""A secret in every fact is in no output of the command line, whatever happens."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result

    Run = Callable[..., Result]

# No figure is part of the bounds that a message tells, such as 999.999.999,99.
SECRETS = ("7777", "8.888", "8888", "1977", "1966", "SECRET", "113", "6.666", "6666")
HEADER = (
    "riferimento;protocollo;data_domanda;isee;servizi_anno;data_assegnazione;isp;"
    "decadenza;componenti\n"
)
ROWS = {
    "sound": "A-1;SECRET-1;2024-03-05;7777.77;8888.88;1977-07-07;6666.66;c1-j-bis;2\n",
    "refused": "A-1;SECRET-1;2024-03-05;97777.77;8888.88;1977-07-07;6666.66;c1-j-bis;2\n",
    "late": "A-1;SECRET-1;1977-03-05;7777.77;8888.88;1977-07-07;6666.66;c1-j-bis;2\n",
    "missing": "A-1;SECRET-1;2024-03-05;;8888.88;1977-07-07;6666.66;c1-j-bis;2\n",
    "unreadable": "A-1;SECRET-1;SECRET;7777,77;8888;1977;SECRET;SECRET;SECRET\n",
    "out of range": "A-1;SECRET-1;2024-03-05;-7777.77;8888.88;1877-07-07;6666.66;c1-j-bis;113\n",
    "too short": "A-1;SECRET-1;7777.77\n",
    "quotes": 'A-1;"SECRET-1;7777.77\n',
    "repeated": (
        "A-1;SECRET-1;2024-03-05;7777.77;8888.88;1977-07-07;6666.66;c1-j-bis;2\n"
        "A-2;SECRET-1;2024-03-05;7777.77;8888.88;1977-07-07;6666.66;c1-j-bis;\n"
    ),
    "tie": (
        "A-1;;2024-03-05;7777.77;8888.88;1977-07-07;6666.66;c1-j-bis;2\n"
        "A-2;SECRET-1;2024-03-05;7777.77;8888.88;1977-07-07;6666.66;c1-j-bis;2\n"
    ),
}
COMMANDS = (
    ["decidi"],
    ["decidi", "--json"],
    ["decidi", "--lang", "en"],
    ["spiega"],
    ["spiega", "--lang", "en"],
    ["spiega", "--provvedimento"],
    ["spiega", "--json"],
    ["cosa-manca"],
    ["cosa-manca", "--lang", "en"],
    ["cosa-manca", "--json"],
)


@pytest.fixture
def tmp_path(tmp_path: Path) -> Path:
    """A folder whose name holds every secret: it is facts that are looked for, not folders."""
    folder = tmp_path / "-".join(SECRETS)
    folder.mkdir()
    return folder


@pytest.fixture
def casa_model(casa_model: Run, tmp_path: Path) -> Run:
    """The command, with the folders of the test taken out of what it says, and nothing else."""

    def call(*args: object) -> Result:
        result = casa_model(*args)
        for folder in (tmp_path, Path(__file__).parent):
            result.stdout_bytes = result.stdout_bytes.replace(bytes(folder), b"(folder)")
            result.stderr_bytes = result.stderr_bytes.replace(bytes(folder), b"(folder)")
        return result

    return call


def clean(result: Result) -> None:
    """No secret is in what a run said."""
    said = result.stdout + result.stderr + repr(result.exception)

    assert [secret for secret in SECRETS if secret in said] == []


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("rows", ROWS.values(), ids=ROWS)
def test_csv(
    casa_model: Run, base: list[object], tmp_path: Path, rows: str, command: list[str]
) -> None:
    """Not in outcomes, explanations, notices, errors; nor in those of the members' file."""
    path = tmp_path / "d.csv"
    path.write_text(HEADER + rows, "utf-8")
    members = tmp_path / "m.csv"
    members.write_text("riferimento;eta;data_nascita\nA-1;113;\nA-1;;1966-06-06\n", "utf-8")
    verb, *options = command

    clean(casa_model(verb, base[0], path, *base[2:], "--membri", members, *options))


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_ndjson(casa_model: Run, base: list[object], tmp_path: Path, command: list[str]) -> None:
    """Not in those of NDJSON either."""
    path = tmp_path / "d.ndjson"
    sound = {"riferimento": "A-1", "protocollo": "SECRET", "isee": "7777.77"}
    broken = {"riferimento": "A-2", "isee": "SECRET", "SECRET KEY": 7777}
    lines = [json.dumps(sound), json.dumps(broken), '{"isee": 7777.77', "SECRET"]
    path.write_text("\n".join(lines), "utf-8")
    verb, *options = command

    clean(casa_model(verb, base[0], path, *base[2:4], *options))


def test_files(casa_model: Run, base: list[object], tmp_path: Path) -> None:
    """Nor in the files that a run writes."""
    path = tmp_path / "d.csv"
    path.write_text(HEADER + ROWS["sound"], "utf-8")
    out = tmp_path / "out"
    clean(casa_model("decidi", base[0], path, *base[2:], "--out", out))
    written = "".join(each.read_text("utf-8") for each in out.iterdir())

    assert written
    assert [secret for secret in SECRETS if secret in written] == []


def test_rows_that_a_record_keeps(casa_model: Run, base: list[object], tmp_path: Path) -> None:
    """A row that gave no application leaves none of its cells in the record, nor in `rifai`."""
    path, record = tmp_path / "d.csv", tmp_path / "v.ndjson"
    broken = ("unreadable", "out of range", "too short", "quotes")
    rows = "".join(ROWS[name].rstrip("\n").replace("A-1", f"A-{i}") + "\n"
                   for i, name in enumerate(broken))  # fmt: skip
    path.write_text(HEADER + rows, "utf-8")
    result = casa_model("decidi", base[0], path, *base[2:], "--verbale", record)
    written = record.read_text("utf-8").partition("\n")[2]

    assert result.exit_code == 1
    assert written.count("RigaScartata") == len(broken)
    assert [secret for secret in SECRETS if secret in written] == []
    clean(casa_model("rifai", record))
    clean(casa_model("rifai", record, "--json"))
