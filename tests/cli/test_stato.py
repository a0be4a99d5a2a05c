"""`stato`: how far the money of some lines has gone."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result

    Run = Callable[..., Result]

BROKEN = Path(__file__).parents[1] / "broken"


class TestStato:
    """The state of implementation, from files of entries."""

    @pytest.fixture
    def registro(self, tmp_path: Path) -> Path:
        """A ledger of a thousand euro: six hundred committed, four hundred paid."""
        text = (BROKEN / "oltre-dotazione.registro.toml").read_text("utf-8")
        path = tmp_path / "l-1.toml"
        path.write_text(text.rpartition("\n[[movimenti]]")[0], "utf-8")
        return path

    def test_as_tables(self, casa_model: Run, registro: Path) -> None:
        """By line, body and year, with percentages."""
        result = casa_model("stato", registro)

        assert "Linee al 2025-03-01" in result.stdout
        assert "600,00 € (60,00 %)" in result.stdout
        assert "400,00 € (66,67 %)" in result.stdout

    def test_at_a_past_day(self, casa_model: Run, registro: Path) -> None:
        """Before anything was committed; of nothing there is no percentage."""
        found = json.loads(casa_model("stato", registro, "--al", "2024-12-31", "--json").stdout)
        early = casa_model("stato", registro, "--al", "2024-12-31", "--lang", "en").stdout

        assert found["totale"]["stanziato"] == "0.00"
        assert found["totale"]["percentuale_impegnato"] is None
        assert "%" not in early

    def test_as_json(self, casa_model: Run, registro: Path) -> None:
        """Amounts are texts, and nothing is a float."""
        found = json.loads(casa_model("stato", registro, "--json").stdout)

        assert found["formato"] == 1
        assert found["linee"][0]["impegnato"] == "600.00"
        assert found["enti"] == [
            {
                "ente": "aler-milano",
                "impegnato": "600.00",
                "liquidato": "400.00",
                "economie": "0.00",
                "revoche": "0.00",
                "percentuale_liquidato": "66.67",
            }
        ]
        assert [each["anno"] for each in found["anni"]] == [2025]

    def test_years_are_told_as_they_ended(self, casa_model: Run, registro: Path) -> None:
        """A year without entries stands as the one before; each share is of what it is told of."""
        with registro.open("a", encoding="utf-8") as file:
            file.write(
                '\n[[movimenti]]\ntipo = "stanziamento"\ncodice = "2027-1"\ngiorno = 2027-01-01\n'
                'importo = "500.00"\nfonte = "prova"\ngrado = "derivata"\n'
            )
        found = json.loads(casa_model("stato", registro, "--json").stdout)
        table = casa_model("stato", registro).stdout.splitlines()
        rows = [line.split("  ") for line in table if line.startswith("202")]

        assert [
            (each["anno"], each["stanziato"], each["disponibile"], each["percentuale_impegnato"])
            for each in found["anni"]
        ] == [
            (2025, "1000.00", "400.00", "60.00"),
            (2026, "1000.00", "400.00", "60.00"),
            (2027, "1500.00", "900.00", "40.00"),
        ]
        assert [[cell.strip() for cell in row if cell] for row in rows] == [
            ["2025", "1.000,00 €", "600,00 € (60,00 %)", "400,00 € (40,00 %)", "400,00 €"],
            ["2026", "1.000,00 €", "600,00 € (60,00 %)", "400,00 € (40,00 %)", "400,00 €"],
            ["2027", "1.500,00 €", "600,00 € (40,00 %)", "400,00 € (26,67 %)", "900,00 €"],
        ]

    def test_two_ledgers_of_one_line(self, casa_model: Run, registro: Path) -> None:
        """One line has one."""
        result = casa_model("stato", registro, registro)

        assert result.exit_code == 1
        assert "ha due registri" in result.stderr

    def test_an_entry_that_is_refused(self, casa_model: Run) -> None:
        """Its place, and why."""
        result = casa_model("stato", BROKEN / "oltre-dotazione.registro.toml")

        assert result.exit_code == 3
        assert ":32:1: oltre-dotazione" in result.stderr

    def test_ledgers_without_entries(self, casa_model: Run, tmp_path: Path) -> None:
        """Have no last day."""
        path = tmp_path / "vuoto.toml"
        path.write_text('formato = 1\n[registro]\nlinea = "k-1"\n', "utf-8")

        assert "scrivi il giorno con `--al`" in casa_model("stato", path).stderr
        assert casa_model("stato", path, "--al", "2025-01-01").exit_code == 0

    @pytest.mark.parametrize(
        ("text", "code"),
        [
            ("formato = 1\n", "chiave-mancante"),
            ('formato = 1\n[registro]\nlinea = "K.1"\n', "nome-malformato"),
            (
                'formato = 1\n[registro]\nlinea = "k-1"\n[[movimenti]]\ntipo = 1\n',
                "chiave-mancante",
            ),
            (
                (
                    'formato = 1\n[registro]\nlinea = "k-1"\n[[movimenti]]\ntipo = "impegno"\n'
                    'codice = "i"\ngiorno = 2025-01-01\nimporto = "1.00"\n'
                    'beneficiario = "Aler Milano"\n'
                    'fonte = "prova"\ngrado = "derivata"\n'
                ),
                "nome-malformato",
            ),
        ],
    )
    def test_a_file_that_is_not_sound(
        self, casa_model: Run, tmp_path: Path, text: str, code: str
    ) -> None:
        """Told with its code."""
        path = tmp_path / "rotto.toml"
        path.write_text(text, "utf-8")

        assert f": {code}: " in casa_model("stato", path).stderr


class TestDoubts:
    """What does not agree with the edition is told aside; the ledger may know more."""

    def told(self, casa_model: Run, path: Path, linea: str, *entries: tuple[str, str]) -> list[str]:
        """The doubts on a ledger of one endowment and some commitments."""
        head = f'formato = 1\n[registro]\nlinea = "{linea}"\n'
        common = 'giorno = 2025-10-06\nfonte = "prova"\ngrado = "derivata"\n'
        (_, endowed), *committed = entries
        text = (
            f'[[movimenti]]\ntipo = "stanziamento"\ncodice = "s"\nimporto = "{endowed}"\n{common}'
        )
        for number, (body, amount) in enumerate(committed):
            text += (
                f'[[movimenti]]\ntipo = "impegno"\ncodice = "i{number}"\nimporto = "{amount}"\n'
                f'beneficiario = "{body}"\n{common}'
            )
        path.write_text(head + text, "utf-8")
        result = casa_model("stato", path)
        assert result.exit_code == 0
        return result.stderr.splitlines()

    def test_each_of_them(self, casa_model: Run, tmp_path: Path) -> None:
        """More than is endowed, more than is granted, a body that is none."""
        path = tmp_path / "k.toml"
        bodies = [("legnano", "338000.01"), ("aler-milan", "1.00"), ("zzz", "1.00")]
        told = self.told(casa_model, path, "k-1", ("", "12965090.01"), *bodies)

        start = "avvertenza: linea `k-1`: "
        assert all(line.startswith(start) for line in told)
        assert [line.removeprefix(start) for line in told] == [
            (
                "lo stanziato, 12.965.090,01 €, è più della dotazione nota quel giorno, "
                "12.965.090,00 €: controlla gli importi"
            ),
            (
                "`aler-milan` non è un'Aler né un comune dell'edizione; "
                "forse intendevi `aler-milano`?"
            ),
            (
                "a `legnano` è impegnato 338.000,01 €, più di quanto si sa concesso, "
                "338.000,00 €: controlla gli importi"
            ),
            "`zzz` non è un'Aler né un comune dell'edizione",
        ]

    def test_at_the_limit(self, casa_model: Run, tmp_path: Path) -> None:
        """Nothing is told; of what is granted about so much, or not known, nothing can be."""
        path = tmp_path / "k.toml"
        bodies = [("legnano", "338000.00"), ("aler-milano", "9000000.00"), ("milano", "1.00")]

        assert self.told(casa_model, path, "k-1", ("", "12965090.00"), *bodies) == []

    def test_a_line_of_which_no_endowment_is_known_that_day(
        self, casa_model: Run, tmp_path: Path
    ) -> None:
        """Or only about so much: it is compared with nothing."""
        path = tmp_path / "k.toml"
        self.told(casa_model, path, "k-1", ("", "99000000.00"))
        early = path.read_text("utf-8").replace("2025-10-06", "2020-01-01")
        path.write_text(early, "utf-8")

        assert casa_model("stato", path).stderr == ""
        path.write_text(early.replace("2020-01-01", "2024-01-01"), "utf-8")
        assert casa_model("stato", path).stderr == ""

    def test_a_line_that_is_none(self, casa_model: Run, tmp_path: Path) -> None:
        """With the one that is near."""
        (told,) = self.told(casa_model, tmp_path / "k.toml", "k-11", ("", "1.00"))

        assert told.endswith("il suo denaro non si confronta; forse intendevi `k-1`?")
