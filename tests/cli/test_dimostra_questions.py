"""`casa-model dimostra`: questions on the command line."""

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


class TestQuestions:
    """Questions on the command line."""

    def ask(self, casa_model: Run, *args: str) -> dict[str, str]:
        """The answers by their codes, on a day."""
        result = casa_model("dimostra", "crs-difficolta", *args, "--al", "2025-09-01", "--json")
        return {each["codice"]: each["risposta"] for each in json.loads(result.stdout)["risposte"]}

    def test_phrases(self, casa_model: Run) -> None:
        """Each question of phrases."""
        found = self.ask(
            casa_model,
            "--mai", "ammessa and isee == soglia_isee",
            "--sempre", "importo <= massimale_annuo",
            "--implica", "ammessa", "requisito_isee",
            "--equivale", "requisito_isee", "isee < soglia_isee",
            "--sovrappone", "ammessa", "riceve_crs_indigenza",
            "--monotona", "isee", "--monotona", "isp:piu",
        )  # fmt: skip

        assert found == {
            "mai-1": "si",
            "sempre-1": "si",
            "implica-1": "si",
            "equivale-1": "si",
            "sovrappone-1": "si",
            "monotona-isee": "si",
            "monotona-isp-piu": "no",
        }

    def test_a_yes_that_says_nothing(self, casa_model: Run, misura: Path) -> None:
        """A premise that is true of nobody is told, and is a finding, in text and in JSON."""
        asked = ("dimostra", misura, "--implica", "ammessa and isee >= soglia", "isee > 100")
        result, whole = casa_model(*asked), casa_model(*asked, "--json")

        assert (result.exit_code, whole.exit_code) == (1, 1)
        assert result.stdout.startswith("sì")
        assert "la prima frase non è vera per nessuno, e questo sì non dice niente" in result.stdout
        assert "diverse da quelle attese: 0" in result.stdout
        assert [each["a_vuoto"] for each in json.loads(whole.stdout)["risposte"]] == [True]

    @pytest.mark.parametrize(("al", "asked"), [("2023-12-31", False), ("2024-01-01", True)])
    def test_what_is_not_law_yet_is_not_superfluous(
        self, casa_model: Run, misura: Path, tmp_path: Path, al: str, *, asked: bool
    ) -> None:
        """A requirement is looked for on the days on which it is asked."""
        later = tmp_path / "misura.toml"
        later.write_text(
            misura.read_text("utf-8").replace(
                "[importo]",
                '[[requisiti]]\ncodice = "poi"\nfonte = "x"\ngrado = "derivata"\n'
                'vigenza = { dal = 2024-01-01 }\ntesto = { it = "x", en = "x" }\n'
                'condizione = "isee > 1.00"\n\n[importo]',
                1,
            ),
            "utf-8",
        )
        result = casa_model("dimostra", later, "--superflui", "--al", al)

        assert ("superfluo-poi" in result.stdout) is asked
        assert result.exit_code == 0

    @pytest.mark.parametrize("phrase", ["isee < soglia", "isee >= soglia"])
    def test_a_question_claims_nothing(self, casa_model: Run, misura: Path, phrase: str) -> None:
        """Whether two phrases are both true for somebody: either answer will do."""
        result = casa_model("dimostra", misura, "--sovrappone", "ammessa", phrase)
        answer = "sì" if "<" in phrase else "no"

        assert result.exit_code == 0
        assert result.stdout.startswith(answer)
        assert "←" not in result.stdout

    def test_requirements_that_never_decide(self, casa_model: Run) -> None:
        """One question a requirement."""
        found = self.ask(casa_model, "--superflui")

        assert set(found.values()) == {"no"}
        assert "superfluo-isee" in found

    @pytest.mark.parametrize("unique", [False, True])
    def test_tables_and_facts_asked_in_vain(
        self, casa_model: Run, tmp_path: Path, *, unique: bool
    ) -> None:
        """A row that nobody takes, whom none takes, two that overlap, a fact that cannot matter.

        That rows overlap is a slip only where the table says that they do not; that some are left
        to `altrimenti` is told, and no slip by itself.
        """
        text = (HERE / "misura.toml").read_text("utf-8")
        wrong = text + (
            '\n[definizioni.classe]\nfonte = "prova"\ngrado = "derivata"\naltrimenti = "0"\n'
            'tabella = [{ quando = "isee < 5.00", vale = "1" },'
            ' { quando = "isee < 3.00", vale = "2" }]\n'
            f"unica = {'true' if unique else 'false'}\n"
            '[[requisiti]]\ncodice = "classe"\nfonte = "prova"\ngrado = "derivata"\n'
            'testo = { it = "classe", en = "class" }\ncondizione = "classe >= 0"\n'
            '[[requisiti]]\ncodice = "inutile"\nfonte = "prova"\ngrado = "derivata"\n'
            'testo = { it = "inutile", en = "idle" }\n'
            'condizione = "quartiere_coperto or not quartiere_coperto"\n'
        )
        path = tmp_path / "misura.toml"
        path.write_text(wrong, "utf-8")
        result = casa_model("dimostra", path, "--tabelle", "--inutili", "--json")
        found = {e["codice"]: e["risposta"] for e in json.loads(result.stdout)["risposte"]}

        assert found["riga-vuota-classe-1"] == "no"
        assert found["riga-vuota-classe-2"] == "si"
        assert found["scoperto-classe"] == "si"
        assert found.get("unica-classe") == ("no" if unique else None)
        assert found["inutile-quartiere_coperto"] == "si"
        assert found["inutile-isee"] == "no"

    def test_a_hole_is_no_slip(self, casa_model: Run, tmp_path: Path) -> None:
        """Who is left to `altrimenti` is shown, and the exit code stays."""
        text = (HERE / "misura.toml").read_text("utf-8") + (
            '\n[definizioni.classe]\nfonte = "prova"\ngrado = "derivata"\naltrimenti = "0"\n'
            'tabella = [{ quando = "isee < 5.00", vale = "1" }]\n'
            '[[requisiti]]\ncodice = "classe"\nfonte = "prova"\ngrado = "derivata"\n'
            'testo = { it = "classe", en = "class" }\ncondizione = "classe > 0"\n'
        )
        path = tmp_path / "misura.toml"
        path.write_text(text, "utf-8")
        result = casa_model("dimostra", path, "--tabelle")

        assert result.exit_code == 0
        assert "gli tocca `altrimenti`: guarda se è voluto" in result.stdout
        assert "5,00 €" in result.stdout
        assert "←" not in result.stdout

    def test_the_same_answer(self, casa_model: Run) -> None:
        """Two measures side by side."""
        result = casa_model(
            "dimostra", "crs-difficolta", "--stessa-risposta", "--con", "crs-indigenza"
        )

        assert result.exit_code == 1
        assert "→ crs-difficolta" in result.stdout
        assert "→ crs-indigenza" in result.stdout

    def test_the_way_of_a_fact(self, casa_model: Run) -> None:
        """`più` is `piu`."""
        assert self.ask(casa_model, "--monotona", "isp:più") == {"monotona-isp-piu": "no"}
        assert self.ask(casa_model, "--monotona", "isp:meno") == {"monotona-isp": "si"}

    @pytest.mark.parametrize("text", ["isee:boh", "isee: piu", "isee:"])
    def test_no_such_way(self, casa_model: Run, text: str) -> None:
        """Another word is never taken for the opposite question."""
        result = casa_model("dimostra", "crs-difficolta", "--monotona", text)

        assert result.exit_code == 2
        assert "scrivi `piu` o `meno`" in result.stderr

    def test_no_such_fact(self, casa_model: Run) -> None:
        """A slip of the option, as one in a phrase."""
        result = casa_model("dimostra", "crs-difficolta", "--monotona", "iseee")

        assert result.exit_code == 2
        assert "errore: `--monotona iseee`: `iseee` non è un numero" in result.stderr
        assert "forse `isee`?" in result.stderr

    @pytest.mark.parametrize("command", ["dimostra", "prova"])
    def test_a_day_beside_a_notice(self, casa_model: Run, command: str) -> None:
        """A notice has its day: another is refused, not ignored."""
        notice = NOTICES / "tradate-2023.toml"
        cases = NOTICES.parent / "casi" / "tradate-2023.casi.toml"
        files = (notice, cases) if command == "prova" else (notice,)
        result = casa_model(command, *files, "--al", "2025-09-01")

        assert result.exit_code == 2
        assert "l'avviso ha già il giorno della sua legge" in result.stderr

    def test_a_number_that_the_list_gives(
        self, casa_model: Run, misura: Path, tmp_path: Path
    ) -> None:
        """Whether it is asked in vain is no question: who lists the members has said it."""
        path = tmp_path / "m.toml"
        asks = '"isee < soglia and tutti(membri, eta > 0) and componenti > 1"'
        path.write_text(misura.read_text("utf-8").replace('"isee < soglia"', asks), "utf-8")
        said = casa_model("dimostra", path, "--inutili", "--al", "2024-05-01", "--json").stdout

        codes = {each["codice"] for each in json.loads(said)["risposte"]}
        assert "inutile-isee" in codes
        assert "inutile-componenti" not in codes

    def test_a_sentence_about_other_rules(self, casa_model: Run, tmp_path: Path) -> None:
        """It is answered, and told: a yes about other rules is none about these."""
        path = tmp_path / "frasi.toml"
        row = 'codice = "x"\nmisura = "crs-indigenza"\nmai = "ammessa and isee > 3000.00"\n'
        path.write_text(f"formato = 1\n[[proprieta]]\n{row}", "utf-8")
        result = casa_model("dimostra", "energia-l1", path, "--al", "2025-01-01")
        alone = casa_model("dimostra", "crs-indigenza", path, "--al", "2025-01-01")

        assert (result.exit_code, alone.exit_code) == (1, 0)
        assert "attenzione: parla di `crs-indigenza`, e non di `energia-l1`" in result.stdout
        assert "attenzione" not in alone.stdout

    def test_a_misspelt_section(self, casa_model: Run, tmp_path: Path) -> None:
        """A file of sentences is known by what its section was meant to be."""
        path = tmp_path / "frasi.toml"
        path.write_text('formato = 1\n[[propieta]]\ncodice = "x"\n', "utf-8")
        result = casa_model("dimostra", path, "--al", "2025-01-01")

        assert result.exit_code == 3
        assert "forse intendevi `proprieta`?" in result.stderr

    @pytest.mark.parametrize("lang", ["it", "en"])
    def test_wrong_usage(self, casa_model: Run, lang: str) -> None:
        """What is wrong with the command is told with the mend."""
        alone = casa_model("dimostra", "--lang", lang, "--mai", "ammessa")
        broken = casa_model("dimostra", "--lang", lang, "crs-difficolta", "--mai", "amessa")
        other = casa_model("dimostra", "--lang", lang, "crs-difficolta", "--stessa-risposta")
        asked = ("energia-l1", "--stessa-risposta", "--con", "energia-l1")
        same = casa_model("dimostra", "--lang", lang, *asked)

        assert [each.exit_code for each in (alone, broken, other, same)] == [2, 2, 2, 2]
        assert "casa-model dimostra crs-difficolta --mai" in alone.stderr
        assert "`ammessa`" in broken.stderr
        assert "`--con`" in other.stderr
        assert "un altro file" in same.stderr or "another file" in same.stderr
