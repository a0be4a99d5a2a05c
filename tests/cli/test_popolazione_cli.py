"""`casa-model popolazione`, as an office runs it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result

    Run = Callable[..., Result]

EXAMPLE = Path(__file__).parents[2] / "esempi" / "avvisi" / "comune-immaginario-2025.toml"
CRS = "crs-difficolta"


class TestPopolazione:
    """Imaginary applications in a file."""

    def test_to_files_that_decidi_reads(
        self, casa_model: Run, avviso: Path, misura: Path, tmp_path: Path
    ) -> None:
        """As CSV and as NDJSON: the same outcomes."""
        args = ("popolazione", avviso, "--quante", 30, "--misure", misura)
        rows, lines = tmp_path / "x" / "d.csv", tmp_path / "d.ndjson"
        result = casa_model(*args, "--out", rows)
        assert result.exit_code == 0
        assert "Nuclei IMMAGINARI: 30, seme 1" in result.stderr
        assert casa_model(*args, "--out", lines).exit_code == 0
        one = casa_model("decidi", avviso, rows, "--misure", misura, "--decimali", "plain")
        two = casa_model("decidi", avviso, lines, "--misure", misura)
        assert one.exit_code == 0
        assert one.stdout == two.stdout
        assert casa_model(*args, "--out", rows).exit_code == 2
        assert "c'è già" in casa_model(*args, "--out", rows).stderr
        assert casa_model(*args).stdout == lines.read_text("utf-8")

    def test_members_beside(self, casa_model: Run, tmp_path: Path) -> None:
        """A notice that looks at members has two files; a measure needs a day."""
        assert casa_model("popolazione", CRS, "--quante", "20").exit_code == 2
        out = tmp_path / "d.csv"
        assert casa_model("popolazione", EXAMPLE, "--quante", "20", "--out", out).exit_code == 0
        assert out.exists()
        assert (tmp_path / "d-membri.csv").exists()

    def test_own_assumptions(self, casa_model: Run, tmp_path: Path) -> None:
        """From a file; its faults are told."""
        own = tmp_path / "i.toml"
        own.write_text("formato = 1\n", "utf-8")
        args = ("popolazione", CRS, "--quante", "2", "--al", "2025-01-01", "--ipotesi")
        result = casa_model(*args, own)
        assert result.exit_code == 3
        assert "`ipotesi`" in result.stderr
        assert casa_model(*args, tmp_path / "no.toml").exit_code == 3

    def test_where_it_cannot_be_written(self, casa_model: Run, tmp_path: Path) -> None:
        """Another kind of file, a place that is none; advice about the rules is told."""
        args = ("popolazione", CRS, "--quante", "2", "--al", "2025-01-01", "--out")
        assert "finisci il nome" in casa_model(*args, tmp_path / "d.xlsx").stderr
        blocked = tmp_path / "f"
        blocked.write_text("", "utf-8")
        assert "non si può scrivere" in casa_model(*args, blocked / "d.csv").stderr

    def test_advice(self, casa_model: Run, misura: Path, tmp_path: Path) -> None:
        """A bare number in the rules: told, and the files are good all the same."""
        rough = tmp_path / "m.toml"
        rough.write_text(misura.read_text("utf-8").replace("isee < soglia", "isee < 777"), "utf-8")
        result = casa_model("popolazione", rough, "--quante", 2, "--al", "2025-01-01")

        assert result.exit_code == 0
        assert "consiglio: " in result.stderr
        assert "numero-nudo" in result.stderr

    def test_how_many(self, casa_model: Run) -> None:
        """None, or more than are imagined, is a slip of the command line."""
        for many in (0, 100_001):
            result = casa_model("popolazione", CRS, "--al", "2025-01-01", "--quante", many)
            assert result.exit_code == 2
            assert "`--quante` vuole un numero intero da 1 a 100000" in result.stderr
