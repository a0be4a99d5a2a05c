"""What a command reads: notices, measures, applications and members, or why it cannot."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

    Run = Callable[..., Result]


class TestUnreadable:
    """An input that cannot be read exits with 3 and says what to do."""

    def test_missing(self, casa_model: Run) -> None:
        """A file that is not there."""
        result = casa_model("decidi", "nessuno.toml", "nessuno.csv", "--lang", "en")

        assert result.exit_code == 3
        assert result.stderr == "nessuno.toml: there is no such file; check the path\n"

    def test_folder(self, casa_model: Run, tmp_path: Path) -> None:
        """A folder in place of a file."""
        result = casa_model("decidi", tmp_path, "x.csv")

        assert result.exit_code == 3
        assert result.stderr == f"{tmp_path}: è una cartella; scrivi il percorso di un file\n"

    def test_not_openable(
        self, casa_model: Run, avviso: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A file that nobody lets us open."""

        def refuse(_path: Path) -> bytes:
            raise PermissionError

        monkeypatch.setattr("pathlib.Path.read_bytes", refuse)
        result = casa_model("decidi", avviso, "x.csv")

        assert result.exit_code == 3
        assert result.stderr == f"{avviso}: il file non si apre; controlla i permessi\n"

    def test_refused_notice(self, casa_model: Run, tmp_path: Path, domande: Path) -> None:
        """A notice file with faults is refused with all of them."""
        notice = tmp_path / "a.toml"
        notice.write_text("formato = 2\n[avviso]\n", "utf-8")
        result = casa_model("decidi", notice, domande)

        assert result.exit_code == 3
        assert f"{notice}:1:11: formato-ignoto:" in result.stderr
        assert f"{notice}:2:1: chiave-mancante:" in result.stderr

    def test_applications_not_utf8(
        self, casa_model: Run, base: list[object], tmp_path: Path
    ) -> None:
        """Applications that are not UTF-8."""
        rows = tmp_path / "d.csv"
        rows.write_bytes(b"riferimento\nA\xff\n")
        result = casa_model("decidi", base[0], rows, *base[2:])

        assert result.exit_code == 3
        assert f"{rows}:2:2: non-utf8:" in result.stderr

    def test_decimals_not_declared(
        self, casa_model: Run, misura: Path, avviso: Path, domande: Path
    ) -> None:
        """How decimals are written is never guessed."""
        result = casa_model("decidi", avviso, domande, "--misure", misura)

        assert result.exit_code == 3
        assert result.stderr == (
            f"{domande}:1:37: decimali-non-dichiarati: decimali in `isee`, `servizi_anno`; "
            "dichiara se sono scritti `it` (9.360,00) o `plain` (9360.00)\n"
            "aggiungi `--decimali it` oppure `--decimali plain`\n"
        )

    @pytest.mark.parametrize(
        ("notice", "rows"), [("d.csv", "a.toml"), ("d.NDJSON", "d.csv"), ("a.toml", "a.toml")]
    )
    def test_swapped_arguments(self, casa_model: Run, notice: str, rows: str) -> None:
        """The notice comes first; nothing is opened."""
        result = casa_model("decidi", notice, rows)

        assert result.exit_code == 2
        assert (
            "gli argomenti sembrano scambiati: prima l'avviso (`.toml`), poi le domande"
            in result.stderr
        )


class TestApplications:
    """Applications come as CSV, with the members apart, or as NDJSON."""

    def test_members(self, casa_model: Run, base: list[object], tmp_path: Path) -> None:
        """A broken row of the members is told at its own file and line."""
        members = tmp_path / "m.csv"
        members.write_text("riferimento;eta\nA-1;41\nA-1;vecchio\n", "utf-8")
        result = casa_model("decidi", *base, "--membri", members)

        assert result.exit_code == 1
        assert f"{members}:3:5: valore-illeggibile:" in result.stderr
        assert "righe lette 4 = decise 3 + scartate 1" in result.stdout

    def test_ndjson(self, casa_model: Run, base: list[object], tmp_path: Path) -> None:
        """One JSON object a line; decimals need no declaration."""
        rows = tmp_path / "d.ndjson"
        row = {"riferimento": "A-1", "protocollo": "p", "data_domanda": "2024-03-05"}
        row |= {"isee": "10.00", "servizi_anno": "1.00"}
        rows.write_text(json.dumps(row) + "\n", "utf-8")
        result = casa_model("decidi", base[0], rows, *base[2:4])

        assert result.exit_code == 0
        assert "A-1          ammessa   1,00 €\n" in result.stdout

    def test_ndjson_with_members(self, casa_model: Run, base: list[object], tmp_path: Path) -> None:
        """A file of members beside NDJSON is a usage error."""
        result = casa_model("decidi", base[0], tmp_path / "d.ndjson", "--membri", "m.csv")

        assert result.exit_code == 2
        assert "i componenti stanno nella lista `membri` di ogni domanda" in result.stderr

    def test_advice_about_a_measure(
        self, casa_model: Run, misura: Path, avviso: Path, domande: Path, tmp_path: Path
    ) -> None:
        """A finding of a rule file is told, and the run exits with 1."""
        lax = tmp_path / "m.toml"
        text = misura.read_text("utf-8")
        lax.write_text(text.replace('"isee < soglia"', '"isee < soglia and componenti < 9"'))
        result = casa_model("decidi", avviso, domande, "--misure", lax, "--decimali", "plain")

        assert result.exit_code == 1
        assert "numero-nudo" in result.stderr
