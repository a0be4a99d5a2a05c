"""`casa-model dimostra`: questions for all households, as a person asks them."""

from __future__ import annotations

import json
import re
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
HEAD = 'formato = 1\nmisura = "crs-difficolta"\n'
REPLACED = (
    '[[requisiti]]\nsostituisce = "quartiere"\ncodice = "zona"\n'
    'condizione = "not quartiere_coperto"\ntesto = { it = "x", en = "x" }\n'
)
SENTENCE = '[[proprieta]]\ncodice = "soglia"\nmai = "ammessa and isee >= soglia_isee"\n'


@pytest.fixture
def sentences(tmp_path: Path) -> Callable[[str], Path]:
    """Write a file of sentences about `crs-difficolta`."""

    def write(text: str) -> Path:
        path = tmp_path / "frasi.toml"
        path.write_text(HEAD + text, "utf-8")
        return path

    return write


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


class TestShipped:
    """Without files: the sentences of the edition."""

    def test_all_of_them(self, casa_model: Run) -> None:
        """About the shipped measures every answer is the one expected."""
        result = casa_model("dimostra")

        assert result.exit_code == 0
        assert "diverse da quelle attese: 0." in result.stdout

    def test_of_a_notice(self, casa_model: Run) -> None:
        """A real notice is asked the sentences of its measure: only what is so is told."""
        result = casa_model("dimostra", NOTICES / "energia-aler-milano-2025.toml")
        other = [line.split()[3] for line in result.stdout.splitlines() if "← atteso" in line]

        assert result.exit_code == 1
        assert other == ["meta-della-spesa"]
        assert "il nucleo, requisiti al 5 maggio 2025:" in result.stdout
        assert "→ energia-aler-milano-2025: ammessa, 600,00 €" in result.stdout
        assert "1901:" not in result.stdout
        (days,) = [line for line in result.stdout.splitlines() if "altri giorni" in line]
        assert days.endswith("`isee-dal-2026`, `prima-non-risponde`, `da-allora-risponde`.")

    def test_a_sentence_of_ones_own_about_other_days(
        self, casa_model: Run, sentences: Callable[[str], Path]
    ) -> None:
        """It is asked of a notice all the same: the day may keep what it says, or break it."""
        text = "".join(
            f'[[proprieta]]\ncodice = "{code}"\n'
            f"mai = 'data_requisiti {sign} data(\"2020-01-01\")'\n"
            for code, sign in (("vera", "<"), ("rotta", ">"))
        )
        result = casa_model("dimostra", NOTICES / "tradate-2023.toml", sentences(text), "--json")
        found = json.loads(result.stdout)

        assert result.exit_code == 1
        assert [(e["codice"], e["risposta"]) for e in found["risposte"]] == [
            ("vera", "si"),
            ("rotta", "no"),
        ]
        assert found["altri_giorni"] == []

    def test_not_known(self, casa_model: Run, sentences: Callable[[str], Path]) -> None:
        """Why nobody knows is told, and it is not the answer expected."""
        text = '[[proprieta]]\ncodice = "x"\ninutile = "componenti"\nattesa = "no"\n'
        result = casa_model("dimostra", NOTICES / "comune-immaginario-2025.toml", sentences(text))

        assert result.exit_code == 1
        assert "qualcuno a cui non serve? non lo so" in result.stdout
        assert "i componenti si contano anche dall'elenco dei membri" in result.stdout

    def test_a_notice_beside_its_measure(self, casa_model: Run) -> None:
        """Each says its own code, in the phrase and in the answer; both on the notice's days."""
        notice = NOTICES / "comune-immaginario-2025.toml"
        args = ("dimostra", notice, "--con", "crs-difficolta", "--mai")
        phrase = "non_ammessa_comune_immaginario_2025 and ammessa_crs_difficolta"
        result = casa_model(*args, phrase)
        (found,) = json.loads(casa_model(*args, "ammessa_crs_difficolta", "--json").stdout)[
            "risposte"
        ]
        (shown,) = found["esempi"]

        assert "→ comune-immaginario-2025: non ammessa" in result.stdout
        assert "→ crs-difficolta: ammessa" in result.stdout
        assert found["misure"] == ["comune-immaginario-2025", "crs-difficolta"]
        assert (shown["al"], shown["requisiti"]) == ("2025-09-15", "2025-10-01")

    def test_a_notice_that_says_up_to(self, casa_model: Run, tmp_path: Path) -> None:
        """`fino a 9.360` where the act says `inferiore`: the household at 9.360,00 is shown."""
        text = (NOTICES / "comune-immaginario-2025.toml").read_text("utf-8")
        wrong = text + (
            '\n[[requisiti]]\ncodice = "isee-avviso"\nsostituisce = "isee"\nfonte = "avviso"\n'
            'grado = "secondaria"\n'
            'testo = { it = "ISEE fino alla soglia", en = "ISEE up to the threshold" }\n'
            'condizione = "isee <= soglia_isee"\n'
        )
        path = tmp_path / "avviso.toml"
        path.write_text(wrong, "utf-8")
        result = casa_model("dimostra", path, "--mai", "ammessa and isee >= soglia_isee")

        assert result.exit_code == 1
        assert "9.360,00 €" in result.stdout

    @pytest.mark.parametrize(
        ("change", "does"),
        [
            ('[[togli]]\nrequisito = "quartiere"\nmotivo = { it = "x", en = "x" }\n', "toglie"),
            (REPLACED, "sostituisce"),
        ],
    )
    def test_a_requirement_that_the_notice_takes_away(
        self, casa_model: Run, tmp_path: Path, change: str, does: str
    ) -> None:
        """The sentences that name it are told, with what the notice did, and it is a finding."""
        text = (NOTICES / "energia-aler-milano-2025.toml").read_text("utf-8")
        path = tmp_path / "avviso.toml"
        path.write_text(f'{text}\n{change}fonte = "avviso"\ngrado = "secondaria"\n', "utf-8")
        result = casa_model("dimostra", path, "--json")
        (unasked,) = json.loads(result.stdout)["non_chieste"]
        (told,) = unasked["tolti"]

        assert result.exit_code == 1
        assert unasked["codice"] == "decide-quartiere"
        assert told.startswith(f"l'avviso {does} il requisito `quartiere`: la frase dell'atto ")
        assert told.endswith("non si può chiedere; guarda `casa-model conforme`")

    def test_a_requirement_of_another_name(self, casa_model: Run, tmp_path: Path) -> None:
        """A measure that lost what the sentences of the edition name: they are not left out."""
        path = tmp_path / "misura.toml"
        text = (DATA / "energia-l1.toml").read_text("utf-8")
        path.write_text(text.replace('codice = "quartiere"', 'codice = "quartieri"'), "utf-8")
        result = casa_model("dimostra", path)

        assert result.exit_code == 1
        assert "non si può           decide-quartiere\n    energia-l1.toml:" in result.stdout
        assert "`quartiere` non è un requisito della misura; forse `quartieri`?" in result.stdout
        assert "dell'edizione che di queste regole non si possono chiedere: 1. " in result.stdout
        assert "diverse da quelle attese: 0." in result.stdout

    def test_nothing_to_ask(self, casa_model: Run) -> None:
        """Rules of which no sentence speaks."""
        result = casa_model("dimostra", HERE / "misura.toml")

        assert "Nessuna frase" in result.stdout


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


class TestTerms:
    """The terms and the protocol of a notice are its door: no answer looks at them."""

    NOTICE = HERE / "avviso.toml"

    def test_admitted_if_in_time(self, casa_model: Run, misura: Path) -> None:
        """Who is admitted is said to be so within the terms, and these are told once."""
        args = ("dimostra", self.NOTICE, "--misure", misura, "--mai", "ammessa")
        result = casa_model(*args)
        (terms,) = json.loads(casa_model(*args, "--json").stdout)["termini_non_guardati"]
        *_, said, told = result.stdout.splitlines()

        assert re.search(r"→ avviso-di-prova: ammessa, .* €, se nei termini\n", result.stdout)
        assert said.startswith("Termini e protocollo non si guardano: ")
        assert told == (
            "`avviso-di-prova`: le domande si presentano dal 1º marzo 2024 e fino al 31 marzo 2024."
        )
        assert terms == {
            "avviso": "avviso-di-prova",
            "apertura": "2024-03-01",
            "chiusura": "2024-03-31",
            "detto": told,
        }

    def test_of_a_measure(self, casa_model: Run, misura: Path) -> None:
        """A measure has no terms."""
        args = ("dimostra", misura, "--mai", "ammessa")
        result = casa_model(*args)

        assert "ermini" not in result.stdout
        assert json.loads(casa_model(*args, "--json").stdout)["termini_non_guardati"] == []

    @pytest.mark.parametrize(
        "change",
        [
            (
                "chiusura = 2024-03-31",
                "chiusura = 2024-03-08",
                "le domande si presentano dal 1º marzo 2024 e fino all'8 marzo 2024.",
            ),
            ("apertura = 2024-03-01", "", "le domande si presentano fino al 31 marzo 2024."),
            ("chiusura = 2024-03-31", "", "le domande si presentano dal 1º marzo 2024."),
            ("apertura = 2024-03-01\nchiusura = 2024-03-31\n", "", "non fissa termini."),
        ],
    )
    def test_other_terms(
        self, casa_model: Run, misura: Path, tmp_path: Path, change: tuple[str, str, str]
    ) -> None:
        """Two notices of one code with other terms do not plainly give the same answer."""
        lines, other, told = change
        path = tmp_path / "altro.toml"
        path.write_text(self.NOTICE.read_text("utf-8").replace(lines, other), "utf-8")
        args = ("dimostra", self.NOTICE, "--con", path, "--stessa-risposta", "--misure", misura)
        result = casa_model(*args)
        (found,) = json.loads(casa_model(*args, "--json").stdout)["risposte"]

        assert result.exit_code == 1
        assert "sì: lo stesso esito e lo stesso importo" in result.stdout
        assert "`avviso-di-prova (avviso.toml)` e `avviso-di-prova (altro.toml)`" in result.stdout
        assert "    attenzione: i termini sono diversi" in result.stdout
        assert found["avvertenza"][2] == f"`avviso-di-prova (altro.toml)`: {told}"

    def test_the_same_terms(self, casa_model: Run, misura: Path, tmp_path: Path) -> None:
        """With the same terms it is a plain yes; two files of one name are told by their paths."""
        path = tmp_path / "avviso.toml"
        path.write_text(self.NOTICE.read_text("utf-8"), "utf-8")
        args = ("--con", path, "--stessa-risposta", "--misure", misura)
        result = casa_model("dimostra", self.NOTICE, *args)

        assert result.exit_code == 0
        assert "attenzione" not in result.stdout
        assert f"`avviso-di-prova ({path})`" in result.stdout


class TestJson:
    """The whole as JSON."""

    def test_a_household(self, casa_model: Run) -> None:
        """The household that shows an answer, with what was said of it."""
        result = casa_model(
            "dimostra", "crs-difficolta", "--mai", "ammessa and isee < 1.00", "--al", "2025-09-01",
            "--json",
        )  # fmt: skip
        (found,) = json.loads(result.stdout)["risposte"]
        (household,) = found["esempi"]

        assert result.exit_code == 1
        assert found["risposta"] == "no"
        assert found["confini"] == {"membri": None, "giorni": [["2025-09-01", "2025-09-01"]]}
        assert household["al"] == household["requisiti"] == "2025-09-01"
        assert found["detto"] == "mai `ammessa and isee < 1.00`? no: per qualcuno è vero"
        assert household["fatti"]["isee"] == "0.00"
        assert household["membri"] is None
        assert household["verdetti"] == [
            {
                "misura": "crs-difficolta",
                "esito": "ammesso",
                "importo": "0.00",
                "motivi": [],
                "mancano": [],
            }
        ]
        assert found["millisecondi"] >= 0
