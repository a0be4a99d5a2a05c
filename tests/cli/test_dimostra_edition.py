"""`casa-model dimostra` without a file: the sentences of the edition."""

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


REPLACED = (
    '[[requisiti]]\nsostituisce = "quartiere"\ncodice = "zona"\n'
    'condizione = "not quartiere_coperto"\ntesto = { it = "x", en = "x" }\n'
)


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
