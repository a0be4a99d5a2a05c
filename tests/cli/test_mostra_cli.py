"""`casa-model mostra`: the rules in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

    Run = Callable[..., Result]


class TestMostra:
    """What a person of the office reads beside the article."""

    def test_a_notice(self, casa_model: Run, avviso: Path, misura: Path) -> None:
        """Its days, its money, its rules; the title of the measure is told."""
        result = casa_model("mostra", avviso, "--misure", misura)

        assert result.exit_code == 0
        assert "Applica la misura: Misura di prova" in result.stdout
        assert (
            "«ISEE del nucleo, in corso di validità» è inferiore a «soglia ISEE» (9.360,00 €)"
            in (result.stdout.replace("\n     ", " "))
        )

    def test_a_measure_by_its_code(self, casa_model: Run) -> None:
        """Without a day every history is told, and no value stands beside its name."""
        result = casa_model("mostra", "crs-difficolta")

        assert result.exit_code == 0
        assert "Nessun giorno è stato scelto" in result.stdout
        assert "è inferiore a «Soglia ISEE»\n" in result.stdout

    def test_a_day(self, casa_model: Run) -> None:
        """The law of that day, in English."""
        args = ("mostra", "energia-l1", "--lang", "en", "--al")

        assert "“ISEE threshold” (€15,000.00)" in casa_model(*args, "2025-01-01").stdout
        assert "“ISEE threshold” (€25,000.00)" in casa_model(*args, "2026-03-01").stdout

    @pytest.mark.parametrize(
        ("formato", "start"), [("markdown", "# "), ("html", "<!DOCTYPE html>")]
    )
    def test_forms(self, casa_model: Run, formato: str, start: str) -> None:
        """Markdown and one HTML page."""
        result = casa_model("mostra", "energia-l1", "--formato", formato)

        assert result.stdout.startswith(start)

    def test_advice_is_told(self, casa_model: Run, misura: Path, tmp_path: Path) -> None:
        """A sound file with a bare number in a rule: shown, and told on the other stream."""
        other = tmp_path / "m.toml"
        other.write_text(misura.read_text("utf-8").replace("isee < soglia", "isee < 777"), "utf-8")
        result = casa_model("mostra", other)

        assert result.exit_code == 1
        assert "numero-nudo" in result.stderr
        assert "Chi è ammesso" in result.stdout


class TestRefusals:
    """Each says what to write instead."""

    @pytest.mark.parametrize(
        ("args", "code", "words"),
        [
            (("crs-difficolta", "--al", "2 settembre"), 2, "scrivilo come 2024-09-02"),
            (
                ("crs-difficolta", "--al", "2001-01-01"),
                1,
                "non è in vigore il 2001-01-01, ma dal 2020-01-01; chiedi un giorno in cui lo è",
            ),
            (("crs-dificolta",), 3, "forse intendevi `crs-difficolta`?"),
            (("niente.toml",), 3, "il file non c'è"),
            ((), 2, "manca l'argomento `FILE`"),
            (("energia-l1", "--formato", "pdf"), 2, "valori: testo, markdown, html"),
        ],
    )
    def test_a_wrong_word(
        self, casa_model: Run, args: tuple[str, ...], code: int, words: str
    ) -> None:
        """On standard error, with its exit code."""
        result = casa_model("mostra", *args)

        assert (result.exit_code, words in result.stderr) == (code, True)

    @pytest.mark.parametrize(
        ("head", "words"),
        [
            ("[altro]", "chiave-mancante: manca la chiave `avviso`"),
            ("[fatti.isee]", "è un file di fatti; serve il file di un avviso o di una misura"),
        ],
    )
    def test_a_file_of_another_kind(
        self, casa_model: Run, tmp_path: Path, head: str, words: str
    ) -> None:
        """What it is, where that can be told."""
        other = tmp_path / "altro.toml"
        other.write_text(f"formato = 1\n{head}\na = 1\n", "utf-8")
        result = casa_model("mostra", other)

        assert result.exit_code == 3
        assert words in result.stderr

    def test_a_day_for_a_notice(self, casa_model: Run, avviso: Path, misura: Path) -> None:
        """It has its own."""
        result = casa_model("mostra", avviso, "--misure", misura, "--al", "2025-01-01")

        assert result.exit_code == 2
        assert "l'avviso ha già il giorno della sua legge" in result.stderr
