"""`casa-model cosa-manca`: what would change an outcome; values of facts only when asked."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from casa_model import Fatti, evaluate, leggi_avviso
from casa_model.cli._ingressi import misura_di
from casa_model.cli._json_cambiamenti import plain
from casa_model.cli._porta import detta
from casa_model.readers.porta import at_the_door
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
        assert "nessun cambiamento" not in result.stdout

    def test_few_steps_for_programs(self, casa_model: Run, base: list[object]) -> None:
        """Beside each requirement, and once among all."""
        steps = ("--riferimento", "A-3", "--passi", "1", "--json")
        (one,) = _json(casa_model("cosa-manca", *base, *steps))
        (remedy,) = one["cambiamenti"]["rimedi"]

        assert remedy == {"requisito": "isee", "cambiamenti": [], "non_decisi": [["isee"]]}
        assert one["cambiamenti"]["non_decisi"] == [["isee"]]


class TestDoor:
    """What the door refused is not looked at; what it does not know stays open."""

    def test_late(self, casa_model: Run, base: list[object], tmp_path: Path) -> None:
        """That, and nothing else."""
        result = casa_model(
            "cosa-manca", *_with(base, tmp_path, "B-1;p1;2024-05-01;9400.00;1.00\n")
        )

        assert (
            "Domanda: B-1\nRespinta perché fuori dai termini: le domande si presentano dal 1º "
            "marzo 2024 e fino al 31 marzo 2024. Nessun dato del nucleo può cambiarlo.\n"
        ) in result.stdout
        assert "Che cosa" not in result.stdout

    def test_a_number_used_twice(self, casa_model: Run, base: list[object], tmp_path: Path) -> None:
        """The second is refused, and the first is not."""
        rows = "B-1;p1;2024-03-02;9400.00;1.00\nB-2;p1;2024-03-03;9400.00;1.00\n"
        result = casa_model("cosa-manca", *_with(base, tmp_path, rows))

        assert result.stdout.count("Respinta perché il suo numero di protocollo è già") == 1

    def test_when_is_not_known(self, casa_model: Run, base: list[object], tmp_path: Path) -> None:
        """It is told beside what the facts say."""
        result = casa_model("cosa-manca", *_with(base, tmp_path, "B-1;p1;;9400.00;1.00\n"))

        assert "Il giorno della domanda, o la sua ora, non è noto: le domande si" in result.stdout
        assert f"se «{ISEE}» avesse un valore più basso" in result.stdout

    def test_the_number_is_not_known(self, misura: Path, avviso: Path) -> None:
        """Likewise."""
        measure = misura_di(misura.read_bytes(), "m").valore
        known = {measure.codice: measure}
        notice = leggi_avviso(avviso.read_bytes(), file="a", misure=known).valore
        verdict = evaluate(notice.misura, Fatti(), on=date(2024, 3, 1))
        (said,) = detta(notice, at_the_door(notice, verdict, timely=True, unique=None), "it")

        assert said.startswith("Il numero di protocollo non è noto: non può essere quello di una")

    def test_a_measure_has_no_applications(
        self, casa_model: Run, base: list[object], tmp_path: Path
    ) -> None:
        """Nor its code: a notice is wanted, in words, by every command that reads applications."""
        broken = tmp_path / "rotto.toml"
        broken.write_text("[[", encoding="utf-8")
        for command, first, *others in (
            ("cosa-manca", "crs-difficolta", "--al", "2024-01-01"),
            ("spiega", base[3]),
            ("decidi", base[3]),
        ):
            result = casa_model(command, first, base[1], *others, "--decimali", "plain")

            assert result.exit_code == 2
            assert f"`{first}` è una misura, e le domande si fanno a un avviso" in result.stderr
        assert "toml-sintassi" in casa_model("cosa-manca", broken, base[1]).stderr

    def test_a_notice_states_its_day(self, casa_model: Run, base: list[object]) -> None:
        """`--al` is for commands that take a measure."""
        result = casa_model("cosa-manca", *base, "--al", "2024-01-01")

        assert result.exit_code == 2
        assert "un avviso dice da sé il giorno dei suoi requisiti" in result.stderr


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

    def test_the_most(self, casa_model: Run, base: list[object], tmp_path: Path) -> None:
        """By which the amount is greatest."""
        measure = tmp_path / "m.toml"
        own = (
            '[fatti.spesa]\ntipo = "euro"\netichetta = { it = "spesa", en = "expense" }\n'
            '[[importo.voci]]\ncodice = "spesa"\nvale = "spesa"\nnorma = "rr-1-2020, art. 8"\n'
        )
        measure.write_text(Path(str(base[3])).read_text("utf-8") + own, encoding="utf-8")
        rows = tmp_path / "d.csv"
        rows.write_text(HEADER.replace("\n", ";spesa\n") + "B-1;p1;2024-03-02;1.00;100.00;5.00\n")
        (found,) = _json(
            casa_model(
                "cosa-manca", base[0], rows, "--misure", measure, "--decimali", "plain",
                "--con-valori", "--json",
            )
        )  # fmt: skip
        (change,) = found["cambiamenti"]["persona"]

        assert change["importo"] == "105.01"
        assert change["al_massimo"]["importo"] == "700.00"
        assert change["al_massimo"]["dati"][0]["nuovo"] == "600.00"

    def test_each_requirement(self, casa_model: Run, tmp_path: Path) -> None:
        """What it would take by itself, and the obligations that nobody is advised to run up."""
        name = "brusaporto-2023"
        rows = (ESEMPI / f"domande/{name}-sintetiche.csv").read_text("utf-8").splitlines()
        cells = dict(zip(rows[0].split(","), rows[1].split(","), strict=True))
        cells |= {"isee": "9400.00", "isp": "90000.00", "decadenza": "c1-b"}
        path = tmp_path / "d.csv"
        path.write_text(f"{rows[0]}\n{','.join(cells.values())}\n", "utf-8")
        notice = ESEMPI / f"avvisi/{name}.toml"
        (found,) = _json(casa_model("cosa-manca", notice, path, "--decimali", "plain", "--json"))

        assert [each["requisito"] for each in found["cambiamenti"]["rimedi"]] == [
            "isee", "decadenza", "patrimonio",
        ]  # fmt: skip
        assert found["cambiamenti"]["obblighi"] == []

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
