"""Columns that the rules read and no file has, and files without applications."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

    Run = Callable[..., Result]

HEADER = "riferimento;protocollo;data_domanda;isee;servizi_anno\n"
ABSENT = "colonne assenti: `isee`, `data_domanda`, quindi non note per tutti\n"


class TestAdvice:
    """What the files lack is told, and is no finding."""

    def test_absent_columns(self, casa_model: Run, base: list[object], tmp_path: Path) -> None:
        """Facts that the rules read and nobody could have stated."""
        rows = tmp_path / "d.csv"
        rows.write_text("riferimento;protocollo;servizi_anno\nA-1;p1;1.00\n", "utf-8")
        result = casa_model("decidi", base[0], rows, *base[2:])
        as_json = json.loads(casa_model("decidi", base[0], rows, *base[2:], "--json").stdout)

        assert result.stderr == (
            "colonne assenti: `isee`, `data_domanda`, quindi non note per tutti\n"
        )
        assert result.exit_code == 0
        assert as_json["colonne_assenti"] == ["isee", "data_domanda"]

    def test_whoever_reads_applications_says_it(
        self, casa_model: Run, base: list[object], avviso: Path, tmp_path: Path
    ) -> None:
        """Counts of a file without the ISEE are no counts: also where versions are compared."""
        rows, later = tmp_path / "d.csv", tmp_path / "ora.toml"
        rows.write_text("riferimento;protocollo;servizi_anno\nA-1;p1;1.00\n", "utf-8")
        later.write_text(avviso.read_text("utf-8").replace("2024-03-31", "2024-04-30"), "utf-8")
        options = (rows, *base[2:])

        assert ABSENT in casa_model("cosa-manca", avviso, *options).stderr
        compared = casa_model("confronta", avviso, later, *options, "--senza-prove")
        assert ABSENT in compared.stderr

    def test_what_members_give(
        self, casa_model: Run, base: list[object], misura: Path, tmp_path: Path
    ) -> None:
        """Their number and their age come from the list and the day of birth."""
        lax = tmp_path / "m.toml"
        text = misura.read_text("utf-8")
        asks = "isee < soglia and tutti(membri, eta > 0) and componenti > 0"
        lax.write_text(text.replace('"isee < soglia"', f'"{asks}"'), "utf-8")
        members = tmp_path / "m.csv"
        members.write_text("riferimento;data_nascita\nA-1;1980-01-01\n", "utf-8")
        args = [*base[:2], "--misure", lax, "--decimali", "plain"]
        alone = casa_model("decidi", *args)
        together = casa_model("decidi", *args, "--membri", members)

        assert alone.stderr == "colonne assenti: `componenti`, `eta`, quindi non note per tutti\n"
        assert together.stderr == ""

    def test_what_the_law_no_longer_reads(
        self, casa_model: Run, base: list[object], misura: Path, tmp_path: Path
    ) -> None:
        """A column of a requirement that has ended counts for nothing, and it is no missing one."""
        old = tmp_path / "m.toml"
        own = (
            '[fatti.moroso]\ntipo = "bool"\netichetta = { it = "moroso", en = "in arrears" }\n'
            '[[requisiti]]\ncodice = "morosita"\nnorma = "rr-1-2020, art. 6"\n'
            'testo = { it = "non moroso", en = "no arrears" }\ncondizione = "not moroso"\n'
            "vigenza = { dal = 2020-01-01, al = 2021-12-31 }\n[importo]"
        )
        old.write_text(misura.read_text("utf-8").replace("[importo]", own, 1), "utf-8")
        rows = tmp_path / "d.csv"
        rows.write_text(HEADER.replace("\n", ";moroso\n") + "A-1;p1;2024-03-02;1.00;1.00;no\n")
        args = (base[0], rows, "--misure", old, "--decimali", "plain")
        result = casa_model("decidi", *args)
        without = casa_model("decidi", base[0], base[1], *args[2:])
        as_json = json.loads(casa_model("decidi", *args, "--json").stdout)

        assert result.stderr == (
            "colonne che la legge di questo avviso non legge: `moroso`; qui non contano\n"
        )
        assert (result.exit_code, without.stderr) == (0, "")
        assert as_json["colonne_non_lette"] == ["moroso"]

    def test_header_only(self, casa_model: Run, base: list[object], tmp_path: Path) -> None:
        """A file without applications is told."""
        rows = tmp_path / "d.csv"
        rows.write_text(HEADER, "utf-8")
        result = casa_model("decidi", base[0], rows, *base[2:])

        assert result.stderr == "nessuna domanda nel file delle domande\n"
        assert result.exit_code == 0
