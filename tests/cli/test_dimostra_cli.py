"""`casa-model dimostra`: questions for all households, as a person asks them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result

    Run = Callable[..., Result]

HERE = Path(__file__).parent
NOTICES = HERE.parents[1] / "esempi" / "avvisi"
DATA = HERE.parents[1] / "src" / "casa_model" / "data" / "misure"
SENTENCE = '[[proprieta]]\ncodice = "soglia"\nmai = "ammessa and isee >= soglia_isee"\n'


class TestFiles:
    """Sentences from files: each with its answer; the exit says whether all are as expected."""

    def test_as_expected(self, casa_model: Run, sentences: Callable[[str], Path]) -> None:
        """Yes where yes was expected is no finding, and shows nobody."""
        result = casa_model("dimostra", sentences(SENTENCE))

        assert result.exit_code == 0
        assert "sì" in result.stdout
        assert "Risposte: 1; diverse da quelle attese: 0." in result.stdout
        assert "date dal 1901 al 2099" in result.stdout
        assert "il nucleo" not in result.stdout

    def test_another_answer(self, casa_model: Run, sentences: Callable[[str], Path]) -> None:
        """Another answer than expected is a finding, with the household and the article."""
        text = '[[proprieta]]\ncodice = "x"\nsuperfluo = "isee"\nal = 2025-09-01\n'
        result = casa_model("dimostra", "--lang", "en", sentences(text))

        assert result.exit_code == 1
        assert "no " in result.stdout
        assert "← expected: yes" in result.stdout
        assert "the household, 1 September 2025" in result.stdout
        assert "€9,360.00" in result.stdout
        assert "→ crs-difficolta: not admitted" in result.stdout
        assert "art. 6" in result.stdout

    def test_the_words_of_the_sentence(
        self, casa_model: Run, sentences: Callable[[str], Path]
    ) -> None:
        """The words and the article of the sentence are told."""
        text = (
            SENTENCE + 'testo = { it = "Soglia esclusa", en = "x" }\nnorma = "rr-11-2019, art. 6"\n'
        )
        result = casa_model("dimostra", "crs-difficolta", sentences(text))

        assert "Soglia esclusa (rr-11-2019, art. 6)" in result.stdout

    def test_a_no_that_nobody_shows(
        self, casa_model: Run, sentences: Callable[[str], Path]
    ) -> None:
        """Where no household can be shown, what was found is said beside the words."""
        text = (
            '[[proprieta]]\ncodice = "x"\nsovrappone = ["ammessa", "isee >= soglia_isee"]\n'
            'al = 2025-09-01\ntesto = { it = "si può", en = "it may be" }\n'
        )
        result = casa_model("dimostra", sentences(text))

        assert result.exit_code == 1
        assert "\n    si può\n    nessun nucleo fa questo: per nessuno sono" in result.stdout

    def test_a_broken_file(self, casa_model: Run, sentences: Callable[[str], Path]) -> None:
        """Faults of form are told at their places, and nothing is asked."""
        result = casa_model("dimostra", sentences(SENTENCE + 'nomra = "x"\n'))

        assert result.exit_code == 3
        assert "frasi.toml:6:1: chiave-ignota" in result.stderr
        assert "forse intendevi `norma`" in result.stderr

    @pytest.mark.parametrize("rules", [(), ("crs-difficolta",)])
    def test_a_name_that_the_rules_have_not(
        self, casa_model: Run, sentences: Callable[[str], Path], rules: tuple[str, ...]
    ) -> None:
        """Its sentence is told, with its place and what was meant; the others are asked."""
        absent = (
            '[[proprieta]]\ncodice = "y"\nsuperfluo = "ise"\n[[proprieta]]\ncodice = "z"\n'
            'mai = "amessa"\ntesto = { it = "le parole", en = "the words" }\n'
        )
        result = casa_model("dimostra", *rules, sentences(absent + SENTENCE))

        assert result.exit_code == 1
        assert "sì" in result.stdout
        assert "non si può           y\n" in result.stdout
        assert "frasi.toml:5:13: valore-rifiutato" in result.stdout
        assert "`ise` non è un requisito della misura; forse `isee`?" in result.stdout
        assert "non si può           z\n    le parole\n" in result.stdout
        assert "frasi.toml:8:8: nome-ignoto" in result.stdout
        assert "ciò che queste regole non hanno: 2. " in result.stdout
        assert "Risposte: 1; diverse da quelle attese: 0." in result.stdout

    @pytest.mark.parametrize("rules", [(), ("crs-difficolta",)])
    def test_no_other_sentence(
        self, casa_model: Run, sentences: Callable[[str], Path], rules: tuple[str, ...]
    ) -> None:
        """Where no sentence can be asked none of the edition is asked instead."""
        path = sentences('[[proprieta]]\ncodice = "y"\nsuperfluo = "tolto"\n')
        result = casa_model("dimostra", "--lang", "en", *rules, path)
        whole = json.loads(casa_model("dimostra", "--json", *rules, path).stdout)
        (unasked,) = whole["non_chieste"]
        (fault,) = unasked["difetti"]

        assert result.exit_code == 1
        assert "Sentences not asked, for they name what these rules have not: 1." in result.stdout
        assert "Answers" not in result.stdout
        assert "No sentence" not in result.stdout
        assert whole["risposte"] == []
        assert (unasked["codice"], fault["riga"], fault["colonna"]) == ("y", 5, 13)
        assert (unasked["file"], unasked["riga"], unasked["colonna"]) == (str(path), 3, 1)
        assert (unasked["testo"], unasked["tolti"]) == (None, [])


class TestAdvice:
    """Advice about the rules is shown, and stops nobody."""

    def test_a_bare_number(self, casa_model: Run, misura: Path, tmp_path: Path) -> None:
        """The answer is the one expected: the exit code says so."""
        rough = tmp_path / "m.toml"
        rough.write_text(misura.read_text("utf-8").replace("isee < soglia", "isee < 777"), "utf-8")
        result = casa_model("dimostra", rough, "--mai", "ammessa and isee > 800.00")

        assert "numero-nudo: consiglio:" in result.stderr
        assert result.exit_code == 0
