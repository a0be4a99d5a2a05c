"""`casa-model decidi --out`: the files of a decision in a folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result

    Run = Callable[..., Result]

HEADER = "riferimento;protocollo;data_domanda;isee;servizi_anno\n"


class TestFiles:
    """What offices keep and send."""

    def test_files(self, casa_model: Run, base: list[object], tmp_path: Path) -> None:
        """`--out` writes the outcomes twice and the ranking, in a folder that it makes."""
        out = tmp_path / "una" / "due"
        result = casa_model("decidi", *base, "--out", out)

        assert result.exit_code == 0
        assert f"scritto {out / 'graduatoria.csv'}" in result.stderr
        assert (out / "graduatoria.csv").read_text("utf-8") == (
            "\ufeffrango;riferimento;spettante;pagato;alloggi;stato;riserva\n"
            "1;A-1;700,00;700,00;;finanziata;\n"
            "2;A-2;700,00;300,00;;parziale;\n"
        )
        assert (out / "esiti.csv").read_text("utf-8").startswith("\ufeffriferimento;esito;")
        assert len((out / "esiti.ndjson").read_text("utf-8").splitlines()) == 4
        assert (out / "scartate.csv").read_text("utf-8") == (
            "\ufefffile;riga;colonna;codice;motivo;riferimento\n"
        )

    def test_files_of_an_earlier_decision(
        self, casa_model: Run, base: list[object], tmp_path: Path
    ) -> None:
        """They are replaced only when asked; a ranking that is no more goes away."""
        (tmp_path / "graduatoria.csv").write_text("mia", "utf-8")
        refused = casa_model("decidi", *base, "--out", tmp_path)
        notice = tmp_path / "a.toml"
        text = Path(str(base[0])).read_text("utf-8").partition("[risorse]")[0]
        notice.write_text(text, "utf-8")
        args = [notice, *base[1:], "--out", tmp_path, "--sovrascrivi"]

        assert refused.exit_code == 2
        assert f"in `{tmp_path}` c'è già `graduatoria.csv`; scegli" in refused.stderr
        assert casa_model("decidi", *args).exit_code == 0
        assert casa_model("decidi", *args).exit_code == 0
        assert sorted(each.name for each in tmp_path.iterdir()) == [
            "a.toml",
            "esiti.csv",
            "esiti.ndjson",
            "scartate.csv",
        ]

    def test_rejected_rows(self, casa_model: Run, base: list[object], tmp_path: Path) -> None:
        """`scartate.csv` says which, where and why."""
        rows = tmp_path / "d.csv"
        rows.write_text(HEADER + "A-1;p1;2024-03-05;5000;1.00\n", "utf-8")
        casa_model("decidi", base[0], rows, *base[2:], "--out", tmp_path / "out")
        why = (
            "il valore di `isee` non è un importo in euro con due decimali; "
            "scrivi per esempio `4000.00`"
        )
        written = (tmp_path / "out" / "scartate.csv").read_text("utf-8").splitlines()[1:]

        assert written == [
            f'{rows};2;19;valore-illeggibile;"{why}";A-1',
        ]

    def test_files_in_english(
        self, casa_model: Run, misura: Path, base: list[object], tmp_path: Path
    ) -> None:
        """Amounts of the files are written as the language writes them; dwellings are counted."""
        casa_model("decidi", *base, "--out", tmp_path, "--lang=en")
        rows = tmp_path / "d.csv"
        rows.write_text(
            "riferimento;protocollo;isee;servizi_anno;riceve_crs_indigenza\nA-1;p1;1.00;1.00;no\n",
            "utf-8",
        )
        homes = tmp_path / "homes"
        notice, unpaid = (misura.with_name(f"{n}.toml") for n in ("alloggi", "senza-importo"))
        casa_model(
            "decidi", notice, rows, "--misure", unpaid, "--decimali", "plain", "--out", homes
        )

        assert "1;A-1;700.00;700.00;;" in (tmp_path / "graduatoria.csv").read_text("utf-8")
        assert "1;A-1;;;1;finanziata;" in (homes / "graduatoria.csv").read_text("utf-8")

    def test_folder_that_cannot_be(
        self, casa_model: Run, base: list[object], tmp_path: Path
    ) -> None:
        """A folder that cannot be written in is a usage error."""
        taken = tmp_path / "file"
        taken.write_text("", "utf-8")
        result = casa_model("decidi", *base, "--out", taken)

        assert result.exit_code == 2
        assert f"in `{taken}` non si può scrivere; scegli un'altra cartella" in result.stderr
