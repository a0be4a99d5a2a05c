"""`casa-model prova`: the rules tried on cases worked by hand."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from cli.casi import CASES

from casa_model import edizione

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

    Run = Callable[..., Result]


class TestProva:
    """What a person of the office reads."""

    def test_all_pass(self, casa_model: Run, casi: Callable[..., Path]) -> None:
        """One line, and 0."""
        result = casa_model("prova", "crs-difficolta", casi("non-ammesso"))

        assert result.exit_code == 0
        assert result.stdout == ("casi 1: superati 1, falliti 0, da scrivere 0, non provati 0\n")

    def test_one_fails(self, casa_model: Run, casi: Callable[..., Path]) -> None:
        """Where it is, what it is about, what was expected and got, why and by which article."""
        path = casi("ammesso")
        result = casa_model("prova", path)

        assert result.exit_code == 1
        assert result.stdout == (
            f"{path}:3: caso `isee-alla-soglia`: fallito\n"
            "  ISEE di 9.360,00 euro esatti — r.r. 11/2019, art. 6, c. 1, lett. c)\n"
            "  - esito: atteso `ammesso`, ottenuto `non-ammesso`\n"
            "  - `isee` non è rispettato: ISEE in corso di validità inferiore alla soglia — "
            "r.r. 11/2019, art. 6, c. 1, lett. c) [dall'atto]\n\n"
            "casi 1: superati 0, falliti 1, da scrivere 0, non provati 0\n"
        )

    def test_a_requirement_that_was_dropped(
        self, casa_model: Run, casi: Callable[..., Path]
    ) -> None:
        """Its case fails, and says what the rules have not; the others are tried."""
        other = CASES[CASES.index("[[casi]]") :].replace("isee-alla-soglia", "altro")
        text = CASES + 'motivi = ["isse"]\n' + other
        path = casi("non-ammesso", text=text)
        said = "queste regole non hanno un motivo `isse`; forse intendevi `isee`?"

        result = casa_model("prova", path)
        whole = json.loads(casa_model("prova", path, "--json").stdout)

        assert result.exit_code == 1
        assert result.stdout.startswith(f"{path}:3: caso `isee-alla-soglia`: fallito\n")
        assert f"  - motivi: atteso `isse`, ottenuto `isee`\n  - {said}\n" in result.stdout
        assert "casi 2: superati 1, falliti 1, da scrivere 0, non provati 0\n" in result.stdout
        assert [each["stato"] for each in whole["casi"]] == ["fallito", "superato"]
        assert whole["casi"][0]["perche"][0] == said

    def test_what_controlla_says_of_it(self, casa_model: Run, casi: Callable[..., Path]) -> None:
        """Where the name stands, as advice: the file is read all the same."""
        path = casi("non-ammesso", text=CASES + 'motivi = ["isse"]\n')

        result = casa_model("controlla", path)

        assert result.exit_code == 1
        assert f"{path}:12:11: motivo-ignoto: consiglio: queste regole" in result.stdout

    def test_nobody_has_written_it(self, casa_model: Run, casi: Callable[..., Path]) -> None:
        """It fails until a person does; in English too."""
        result = casa_model("prova", casi(""), "--lang", "en")

        assert result.exit_code == 1
        assert "case `isee-alla-soglia`: to be written" in result.stdout
        assert "read the article" in result.stdout

    def test_the_cases_of_the_edition(self, casa_model: Run) -> None:
        """A code alone: those that are shipped with it."""
        for codice in edizione().misure:
            result = casa_model("prova", codice)

            assert result.exit_code == 0, result.stdout

    def test_the_day_of_who_asks(self, casa_model: Run, casi: Callable[..., Path]) -> None:
        """For the cases that do not say it."""
        path = casi("non-ammesso", text=CASES.replace("al = 2024-09-02\n", ""))

        assert "manca il giorno" in casa_model("prova", path).stdout
        assert casa_model("prova", path, "--al", "2024-09-02").exit_code == 0

    def test_json(self, casa_model: Run, casi: Callable[..., Path]) -> None:
        """The same for programs."""
        path = casi("ammesso")
        told = json.loads(casa_model("prova", path, "--json").stdout)

        assert told["totali"] == {
            "superato": 0,
            "fallito": 1,
            "da-scrivere": 0,
            "non-provato": 0,
        }
        (case,) = told["casi"]
        assert (case["file"], case["riga"], case["stato"]) == (str(path), 3, "fallito")
        assert case["scostamenti"] == [
            {"aspetto": "esito", "atteso": ["ammesso"], "ottenuto": ["non-ammesso"]}
        ]
        assert case["perche"][0].startswith("`isee` non è rispettato")
