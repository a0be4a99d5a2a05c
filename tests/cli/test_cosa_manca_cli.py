"""`casa-model cosa-manca`: what would change an outcome; values of facts only when asked."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from casa_model.cli._json_cambiamenti import plain
from casa_model.values import Euro

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result

    Run = Callable[..., Result]

ESEMPI = Path(__file__).parents[2] / "esempi"
HEADER = "riferimento;protocollo;data_domanda;isee;servizi_anno\n"
ISEE = "ISEE del nucleo, in corso di validità"


class TestText:
    """One application, or all of them."""

    def test_one(self, casa_model: Run, base: list[object]) -> None:
        """Which fact and which way, and no value."""
        result = casa_model("cosa-manca", *base, "--riferimento", "A-3")

        assert result.exit_code == 0
        assert result.stdout.startswith("Domanda: A-3\n\nOra: domanda non ammessa; requisiti")
        assert f"  - se «{ISEE}» avesse un valore più basso, la domanda sarebbe ammessa." in (
            result.stdout
        )
        assert "9.3" not in result.stdout

    def test_with_values(self, casa_model: Run, base: list[object]) -> None:
        """`--con-valori` tells to the cent."""
        result = casa_model("cosa-manca", *base, "--riferimento", "A-3", "--con-valori")

        assert f"se «{ISEE}» fosse 9.359,99 € (ora è 9.360,00 €: 0,01 € in meno)" in result.stdout

    def test_all(self, casa_model: Run, base: list[object]) -> None:
        """In English if asked."""
        result = casa_model("cosa-manca", *base, "--lang", "en")

        assert [
            line for line in result.stdout.splitlines() if line.startswith("Application: ")
        ] == [f"Application: A-{number}" for number in (1, 2, 3, 4)]

    def test_to_be_completed(self, casa_model: Run, base: list[object]) -> None:
        """What to bring."""
        result = casa_model("cosa-manca", *base, "--riferimento", "A-4")

        assert f"Che cosa manca\n  - {ISEE} (lo prova: attestazione ISEE)" in result.stdout

    def test_few_steps(self, casa_model: Run, base: list[object]) -> None:
        """What was not decided is told."""
        result = casa_model("cosa-manca", *base, "--riferimento", "A-3", "--passi", "1")

        assert "Non deciso nei passi concessi" in result.stdout


class TestDoor:
    """What the door refused is not looked at; what it does not know stays open."""

    def test_late(self, casa_model: Run, base: list[object], tmp_path: Path) -> None:
        """That, and nothing else."""
        result = casa_model(
            "cosa-manca", *_with(base, tmp_path, "B-1;p1;2024-05-01;9400.00;1.00\n")
        )

        assert "Respinta prima di guardare i requisiti: " in result.stdout
        assert "Che cosa" not in result.stdout

    def test_a_number_used_twice(self, casa_model: Run, base: list[object], tmp_path: Path) -> None:
        """The second is refused, and the first is not."""
        rows = "B-1;p1;2024-03-02;9400.00;1.00\nB-2;p1;2024-03-03;9400.00;1.00\n"
        result = casa_model("cosa-manca", *_with(base, tmp_path, rows))

        assert result.stdout.count("Respinta prima di guardare i requisiti") == 1

    def test_when_is_not_known(self, casa_model: Run, base: list[object], tmp_path: Path) -> None:
        """It is told beside what the facts say."""
        result = casa_model("cosa-manca", *_with(base, tmp_path, "B-1;p1;;9400.00;1.00\n"))

        assert "Prima dei requisiti non è noto: " in result.stdout
        assert f"se «{ISEE}» avesse un valore più basso" in result.stdout


class TestJson:
    """The same for programs."""

    def test_with_values(self, casa_model: Run, base: list[object]) -> None:
        """Facts, values, outcome, requirement."""
        result = casa_model("cosa-manca", *base, "--riferimento", "A-3", "--con-valori", "--json")
        (one,) = json.loads(result.stdout)["domande"]
        (change,) = one["cambiamenti"]["persona"]

        assert change["dati"] == [
            {"nome": "isee", "membro": None, "valore": "9360.00", "nuovo": "9359.99"}
        ]
        assert (change["esito"], change["importo"], change["sana"]) == (
            "ammesso",
            "100.00",
            ["isee"],
        )
        assert one["capitoli"][0]["titolo"].startswith("Ora: domanda non ammessa")

    def test_without_values(self, casa_model: Run, base: list[object]) -> None:
        """None is there."""
        result = casa_model("cosa-manca", *base, "--riferimento", "A-3", "--json")
        (one,) = json.loads(result.stdout)["domande"]

        assert one["cambiamenti"]["persona"] == [
            {
                "dati": [{"nome": "isee", "membro": None}],
                "esito": "ammesso",
                "sana": ["isee"],
                "mancano": [],
                "legge": False,
            }
        ]
        assert "93" not in result.stdout

    def test_the_most(self, casa_model: Run) -> None:
        """By which the amount is greatest."""
        name = "brusaporto-2023"
        files = (ESEMPI / f"avvisi/{name}.toml", ESEMPI / f"domande/{name}-sintetiche.csv")
        one = ("--riferimento", "isee-9359-99", "--decimali", "plain", "--con-valori", "--json")
        (found,) = _json(casa_model("cosa-manca", *files, *one))
        (change,) = found["cambiamenti"]["persona"]

        assert change["importo"] == "1500.01"
        assert change["al_massimo"]["importo"] == "2700.00"
        assert change["al_massimo"]["dati"][0]["nuovo"] == "1500.00"

    def test_values_of_every_type(self) -> None:
        """As JSON has them."""
        some = (Euro(5), Decimal("1.50"), date(2024, 9, 1), True, "a", None)

        assert [*map(plain, some)] == ["0.05", "1.50", "2024-09-01", True, "a", None]

    def test_at_the_door(self, casa_model: Run, base: list[object], tmp_path: Path) -> None:
        """No changes."""
        found = _with(base, tmp_path, "B-1;p1;2024-05-01;9400.00;1.00\n")
        (one,) = _json(casa_model("cosa-manca", *found, "--json"))

        assert one["cambiamenti"] is None
        assert one["porta"][0].startswith("Respinta")


class TestFindings:
    """What cannot be looked at is told, and the exit code says so."""

    def test_a_reference_that_nobody_has(self, casa_model: Run, base: list[object]) -> None:
        """As in `spiega`."""
        result = casa_model("cosa-manca", *base, "--riferimento", "Z")

        assert result.exit_code == 2
        assert "nessuna domanda letta ha il riferimento `Z`" in result.stderr

    def test_a_broken_row(self, casa_model: Run, base: list[object], tmp_path: Path) -> None:
        """It exits with 1, and so does a contradiction."""
        rows = "B-1;p1;2024-03-02;novemila;1.00\n"
        result = casa_model("cosa-manca", *_with(base, tmp_path, rows), "--riferimento", "B-1")

        assert result.exit_code == 1
        assert "B-1: non decisa: la riga 2 è rotta" in result.stderr


def _with(base: list[object], tmp_path: Path, rows: str) -> list[object]:
    """The arguments with other applications."""
    path = tmp_path / "d.csv"
    path.write_text(HEADER + rows, encoding="utf-8")
    return [base[0], path, *base[2:]]


def _json(result: Result) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(result.stdout)["domande"]
    return found
