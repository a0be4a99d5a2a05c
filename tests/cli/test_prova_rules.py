"""`casa-model prova`: which rules the cases are of; `controlla` on files of cases."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from cli.casi import CASES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

    Run = Callable[..., Result]


class TestRules:
    """Which rules the cases are tried on."""

    def test_a_notice_beside_the_file(
        self, casa_model: Run, casi: Callable[..., Path], avviso: Path, misura: Path
    ) -> None:
        """A path is from the folder of the file of cases; the notice fixes the day."""
        text = f'formato = 1\nregole = "{avviso}"\n[[casi]]\ncodice = "niente"\n'
        path = casi("", text=text)
        result = casa_model("prova", path, "--misure", misura)

        assert "caso `niente`: da scrivere" in result.stdout

    def test_cases_of_other_rules(
        self, casa_model: Run, casi: Callable[..., Path], avviso: Path, misura: Path
    ) -> None:
        """They are tried on those that are given, and it is said for which they were written."""
        text = 'formato = 1\nregole = "{of}"\n[[casi]]\ncodice = "niente"\n'
        written = "è scritto per le regole"
        others = [
            (casi("", "a.casi.toml", text.replace("{of}", "energia-l1")), True),
            (casi("", "b.casi.toml", text.replace("{of}", "altro.toml")), True),
            (casi("", "c.casi.toml", text.replace("{of}", str(avviso))), False),
            (casi("", "d.casi.toml", text.replace('regole = "{of}"\n', "")), False),
        ]

        for path, told in others:
            result = casa_model("prova", avviso, path, "--misure", misura)
            assert (written in result.stderr) is told
            assert "caso `niente`: da scrivere" in result.stdout

    def test_a_csv(self, casa_model: Run, casi: Callable[..., Path]) -> None:
        """Its head says what a TOML file says with keys."""
        rows = "codice;al;isee;attesi.esito\nuno;2024-09-02;9.360,00;non-ammesso\n"
        head = "# regole: crs-difficolta\n"

        assert casa_model("prova", casi("", "a.casi.csv", head + rows), "--decimali", "it"
                          ).exit_code == 0  # fmt: skip
        undeclared = casa_model("prova", casi("", "b.casi.csv", head + rows))
        assert undeclared.exit_code == 3
        assert "aggiungi `--decimali it`" in undeclared.stderr

    def test_any_name_will_do(self, casa_model: Run, casi: Callable[..., Path]) -> None:
        """A file with a table of cases is one of cases."""
        assert casa_model("prova", casi("non-ammesso", "miei.toml")).exit_code == 0

    def test_faults_of_every_file(self, casa_model: Run, casi: Callable[..., Path]) -> None:
        """All of them at once, and no case is tried."""
        one = casi("amesso", "a.casi.toml")
        two = casi("ammesso", "b.casi.toml", CASES.replace("esito =", "eisto ="))
        three = casi("ammesso", "c.casi.toml")
        result = casa_model("prova", "crs-difficolta", one, two, three)

        assert result.exit_code == 3
        assert not result.stdout
        told = result.stderr.splitlines()
        assert [line.rsplit("; ", 1)[-1] for line in told] == [
            "forse intendevi `ammesso`?",
            "forse intendevi `esito`?",
        ]

    @pytest.mark.parametrize("command", ["prova", "controlla"])
    def test_rules_under_a_misspelt_name(
        self, casa_model: Run, casi: Callable[..., Path], command: str
    ) -> None:
        """Where it stands, and what was meant."""
        path = casi("ammesso", text=CASES.replace("regole =", "regola ="))
        result = casa_model(command, path)
        line = CASES[: CASES.index("regole =")].count("\n") + 1

        assert result.exit_code == {"prova": 3, "controlla": 1}[command]
        said = result.stdout + result.stderr
        assert f"{path}:{line}:1: chiave-ignota: la chiave `regola` non esiste qui" in said
        assert "forse intendevi `regole`?" in said

    @pytest.mark.parametrize(
        ("args", "code", "says"),
        [
            (["crs-dificolta"], 3, "forse intendevi `crs-difficolta`?"),
            (["{avviso}", "--misure", "{misura}"], 2, "aggiungi il loro file"),
            (["niente.casi.toml"], 3, "il file non c'è"),
            (["{senza}"], 2, "non dice le sue regole"),
            (["{senza}", "{avviso}"], 2, "gli argomenti sembrano scambiati"),
            (["crs-difficolta", "--al", "ieri"], 2, "`--al` non è un giorno"),
        ],
    )
    def test_what_cannot_be_tried(  # noqa: PLR0913, PLR0917 - fixtures
        self,
        casa_model: Run,
        casi: Callable[..., Path],
        avviso: Path,
        misura: Path,
        args: list[str],
        code: int,
        says: str,
    ) -> None:
        """Said in words, with the mend."""
        senza = casi("ammesso", text=CASES.replace("regole =", "# regole ="))
        result = casa_model(
            "prova", *(arg.format(avviso=avviso, misura=misura, senza=senza) for arg in args)
        )

        assert result.exit_code == code
        assert says in result.stderr

    def test_the_mend_is_in_the_form_of_the_file(self, casa_model: Run, tmp_path: Path) -> None:
        """What to write in a CSV, and where a path starts."""
        rows = "codice;isee;attesi.esito\nuno;1.00;ammesso\n"
        path = tmp_path / "a.casi.csv"
        path.write_text(rows, encoding="utf-8")
        bare = casa_model("prova", path)
        path.write_text(f"# regole: avvisi/no.toml\n{rows}", encoding="utf-8")
        absent = casa_model("prova", path)

        assert bare.exit_code == 2
        assert "scrivi in testa `# regole: crs-difficolta`" in bare.stderr
        assert absent.exit_code == 3
        assert (
            f"il file `{tmp_path / 'avvisi/no.toml'}` non c'è; scrivi il percorso" in absent.stderr
        )
        assert "dalla cartella dei casi, per esempio `../avvisi/no.toml`" in absent.stderr

    def test_what_a_csv_cannot_state(self, casa_model: Run, tmp_path: Path) -> None:
        """Members, `come`, `ignoti`, `voci`: each is refused, and TOML is named."""
        path = tmp_path / "a.casi.csv"
        head = (
            "# regole: crs-difficolta\ncodice;come;membri;ignoti;attesi.voci.servizi;attesi.esito"
        )
        path.write_text(f"{head}\nuno;a;b;c;1;ammesso\n", encoding="utf-8")
        told = casa_model("prova", path).stderr

        assert told.count("è una cosa che un CSV di casi non sa dire") == 4
        assert "mettila in un file di casi TOML, che ha anche `[[casi.membri]]`, `come`" in told

    def test_advice_about_the_rules(
        self, casa_model: Run, casi: Callable[..., Path], tmp_path: Path, misura: Path
    ) -> None:
        """Told once, however many files are tried on them; the exit code speaks of the cases."""
        advised = tmp_path / "m.toml"
        text = misura.read_text("utf-8")
        advised.write_text(text.replace('"isee < soglia"', '"isee < 9360.00"'), "utf-8")
        head = 'formato = 1\nal = 2024-12-01\n[[casi]]\ncodice = "a"\n'
        case = casi("", text=f'{head}[casi.attesi]\nesito = "da-completare"\n')
        result = casa_model("prova", advised, case, case)

        assert result.stderr.count("numero-nudo") == 1
        assert result.exit_code == 0
        assert json.loads(casa_model("prova", advised, case, "--json").stdout)["difetti"]


class TestControlla:
    """`casa-model controlla` knows files of cases too."""

    def test_a_sound_file(self, casa_model: Run, casi: Callable[..., Path]) -> None:
        """Whether they pass is for `prova` to say."""
        path = casi("ammesso")
        result = casa_model("controlla", path)

        assert (result.exit_code, result.stdout) == (0, f"{path}: casi, va bene\n")

    def test_one_over_a_notice(
        self, casa_model: Run, casi: Callable[..., Path], avviso: Path, misura: Path
    ) -> None:
        """With the measures of the command."""
        path = casi("", text=f'formato = 1\nregole = "{avviso}"\n[[casi]]\ncodice = "a"\n')

        assert casa_model("controlla", path, "--misure", misura).exit_code == 0

    @pytest.mark.parametrize(
        ("name", "text", "told"),
        [
            ("a.casi.toml", CASES, ":11:9: esito-ignoto: "),
            ("a.casi.toml", CASES.replace("regole", "# regole"), ":1:1: chiave-mancante: "),
            ("a.casi.toml", CASES.replace("crs-d", "crs-"), ":2:10: valore-rifiutato: "),
            ("a.casi.csv", "codice;al\nuno;2024-09-02\n", ":1:1: chiave-mancante: "),
            ("a.casi.csv", "# regole: crs-difficolta\ncodice;aera\nuno;x\n", ":2:8: colonna-"),
        ],
    )
    def test_a_broken_one(
        self, casa_model: Run, casi: Callable[..., Path], name: str, text: str, told: str
    ) -> None:
        """In the place where a person would point."""
        path = casi("amesso", name, text)
        result = casa_model("controlla", path)

        assert result.exit_code == 1
        assert result.stdout.startswith(f"{path}{told}")
