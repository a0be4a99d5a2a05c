"""`casa-model confronta` and `casa-model popolazione`, as an office runs them."""

from __future__ import annotations

import json
import sys
from datetime import date
from typing import TYPE_CHECKING

import pytest

from casa_model.casa import edizione
from casa_model.casa.confronta import Versione, confronta, effetti
from casa_model.cli._risorse import su_linea
from casa_model.cli._uscite import Sbaglio

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

    Run = Callable[..., Result]

CRS = "crs-difficolta"
DAYS = ("energia-l1", "energia-l1", "--prima-il", "2025-01-01", "--ora-il", "2026-06-01")


def other(path: Path, tmp_path: Path, *swaps: tuple[str, str], name: str = "altro.toml") -> Path:
    """A copy of a file with some words in place of others."""
    text = path.read_text("utf-8")
    for old, new in swaps:
        assert old in text
        text = text.replace(old, new)
    found = tmp_path / name
    found.write_text(text, "utf-8")
    return found


class TestConfronta:
    """What changes, in words and on a population."""

    def test_a_measure_on_two_days(self, casa_model: Run) -> None:
        """The threshold of the support for energy, in both languages and forms."""
        result = casa_model("confronta", *DAYS)

        assert result.exit_code == 0
        assert "1. Cambiato: Soglia ISEE" in result.stdout
        assert "15.000,00 €" in result.stdout
        english = casa_model("confronta", *DAYS, "--lang", "en", "--formato", "markdown")
        assert "Changed: ISEE threshold" in english.stdout
        html = casa_model("confronta", *DAYS, "--formato", "html")
        assert html.stdout.startswith("<!DOCTYPE html>")

    def test_two_files(self, casa_model: Run, misura: Path, tmp_path: Path) -> None:
        """Two versions of a measure, on one day."""
        result = casa_model(
            "confronta", misura, other(misura, tmp_path, ("9360.00", "8000.00")),
            "--al", "2024-01-01",
        )  # fmt: skip

        assert result.exit_code == 0
        assert "9.360,00 €" in result.stdout
        assert "8.000,00 €" in result.stdout

    def test_nothing_changes(self, casa_model: Run, misura: Path, tmp_path: Path) -> None:
        """Loudly: exit 1, and whether the texts differ at all."""
        same = other(misura, tmp_path)
        result = casa_model("confronta", misura, same, "--al", "2024-01-01")
        assert result.exit_code == 1
        assert "Non cambia nulla" in result.stdout
        assert "Anche i testi dicono le stesse cose" in result.stdout
        words = other(misura, tmp_path, ('it = "soglia ISEE"', 'it = "limite ISEE"'), name="b.toml")
        result = casa_model("confronta", misura, words, "--al", "2024-01-01")
        assert result.exit_code == 1
        assert "I testi sono diversi" in result.stdout

    def test_notices_on_a_population(
        self, casa_model: Run, avviso: Path, misura: Path, domande: Path, tmp_path: Path
    ) -> None:
        """A notice with a higher threshold: who gains, the cost, the new ranking."""
        raised = '\n[parametri.soglia]\nvalore = "20000.00"\nfonte = "prova"\ngrado = "derivata"\n'
        changed = other(avviso, tmp_path, ("[risorse]", f"{raised}[risorse]"))
        args = ("confronta", avviso, changed, domande, "--misure", misura, "--decimali", "plain")
        result = casa_model(*args)

        assert result.exit_code == 0
        assert "ammesse ora e non prima: 1 (per esempio " in result.stdout
        assert "La nuova graduatoria" in result.stdout
        found = json.loads(casa_model(*args, "--json").stdout)
        assert found["effetti"]["quante"]["guadagna"] == 1
        assert found["effetti"]["costo"]["prima"]["dotazione"] == "1000.00"
        assert [c["nome"] for c in found["cambiamenti"]] == ["soglia"]
        assert found["effetti"]["motivi"][0]["codice"] == "isee"
        assert found["effetti"]["movimenti"][0]["effetto"] == "guadagna"
        assert len(found["effetti"]["graduatoria"]) == 3

    def test_a_measure_and_its_notice(self, casa_model: Run, avviso: Path, misura: Path) -> None:
        """The measure is that of the day of the notice, or of a day that is given."""
        plain = casa_model("confronta", "prova-cli", avviso, "--misure", misura, "--json")
        assert json.loads(plain.stdout)["prima"]["giorno"] == "2024-03-01"
        result = casa_model(
            "confronta", "prova-cli", avviso, "--misure", misura, "--al", "2024-03-01", "--json"
        )

        assert result.exit_code == 0
        found = json.loads(result.stdout)
        assert {c["parte"] for c in found["cambiamenti"]} >= {"graduatoria", "dotazione"}
        assert found["effetti"] is None
        assert {c["prima"] for c in found["cambiamenti"]} == {None}
        assert json.loads(
            casa_model(
                "confronta", avviso, "prova-cli", "--misure", misura, "--al", "2024-03-01", "--json"
            ).stdout
        )["cambiamenti"][0]["ora"] is None  # fmt: skip

    def test_imaginary(self, casa_model: Run) -> None:
        """It is said aloud, first of all; the same seed gives the same counts."""
        result = casa_model("confronta", *DAYS, "--sintetica", "50", "--seme", "3")

        assert result.exit_code == 0
        assert "Nuclei IMMAGINARI: 50, seme 3" in result.stdout
        assert "Questi nuclei non esistono" in result.stdout
        assert (
            result.stdout == casa_model("confronta", *DAYS, "--sintetica", 50, "--seme", 3).stdout
        )

    def test_ndjson_and_broken_rows(self, casa_model: Run, tmp_path: Path) -> None:
        """A file of lines; a broken one is told, and the exit code says so."""
        rows = tmp_path / "d.ndjson"
        rows.write_text('{"riferimento": "a", "isee": "16000.00"}\n{"riferimento": 1}\n', "utf-8")
        result = casa_model("confronta", *DAYS, rows)

        assert result.exit_code == 1
        assert "d.ndjson:2" in result.stderr
        assert casa_model("confronta", *DAYS, rows, "--membri", rows).exit_code == 2

    def test_rows_that_were_dropped(self, casa_model: Run, tmp_path: Path) -> None:
        """They are counted; where none is left, nothing is said of the population."""
        rows = tmp_path / "d.ndjson"
        rows.write_text('{"riferimento": "a", "isee": "16000.00"}\n{"riferimento": 1}\n', "utf-8")
        quick = ("confronta", *DAYS, rows, "--senza-prove")
        some = casa_model(*quick)
        assert "Righe lette 2 = decise 1 + scartate 1." in some.stdout
        assert "Su questa popolazione" in some.stdout
        rows.write_text('{"riferimento": 1}\n', "utf-8")
        none = casa_model(*quick, "--linea", "l-1")
        assert none.exit_code == 1
        assert "Righe lette 1 = decise 0 + scartate 1." in none.stdout
        assert "di questa popolazione non si può dire nulla" in none.stdout
        assert "Su questa popolazione" not in none.stdout
        found = json.loads(casa_model(*quick, "--json").stdout)
        assert found["effetti"] is None
        assert found["righe"] == {"lette": 1, "decise": 0, "scartate": 1}

    def test_the_members_of_a_csv(self, casa_model: Run, tmp_path: Path) -> None:
        """As `decidi` reads them."""
        rows, members = tmp_path / "d.csv", tmp_path / "m.csv"
        rows.write_text("riferimento;isee\na;16000.00\n", "utf-8")
        members.write_text("riferimento;eta\na;40\n", "utf-8")
        more = ("--membri", members, "--decimali", "plain")

        assert casa_model("confronta", *DAYS, rows, *more).exit_code == 0

    def test_money(self, casa_model: Run) -> None:
        """On a line of the programme, or on an endowment that is given."""
        args = ("confronta", *DAYS, "--sintetica", "50")
        result = casa_model(*args, "--linea", "l-1")
        assert result.exit_code == 0
        assert "Linea l-1, dotazione" in result.stdout
        unknown = casa_model(*args, "--linea", "l-9")
        assert unknown.exit_code == 2
        assert "`l-9` non è una linea del programma; usa `l-1`" in unknown.stderr
        assert casa_model(*args, "--dotazione", "tanto").exit_code == 2
        assert casa_model(*args, "--dotazione", "100.00").exit_code == 0

    def test_a_line_without_an_endowment(self) -> None:
        """Before any was announced."""
        misura = edizione().misure["energia-l1"]
        days = date(2025, 1, 1), date(2026, 6, 1)
        law = confronta(*(Versione(misura, on=on) for on in days))

        with pytest.raises(Sbaglio, match="no known endowment"):
            su_linea("l-1", effetti(law, []), date(2000, 1, 1))

    def test_a_line_for_rules_that_pay_nothing(self, casa_model: Run) -> None:
        """There is no cost to weigh."""
        result = casa_model(
            "confronta", "accesso-sap", "accesso-sap", "--prima-il", "2025-01-01", "--ora-il",
            "2026-01-01", "--sintetica", "5", "--linea", "l-1",
        )  # fmt: skip

        assert result.exit_code == 2
        assert "queste regole non pagano" in result.stderr

    @pytest.mark.parametrize(
        ("args", "words"),
        [
            ((CRS, CRS, "--al", "2024-01-01"), "sono la stessa cosa"),
            ((CRS, CRS), "serve il giorno della legge"),
            ((CRS, "energia-l1", "--al", "2025-01-01"), "di `energia-l1`: si confrontano"),
            ((*DAYS, "x.csv", "--sintetica", "5"), "una popolazione alla volta"),
            ((*DAYS, "--linea", "l-1"), "`--linea` serve con una popolazione"),
            ((CRS, CRS, "--prima-il", "2010-01-01", "--ora-il", "2024-01-01"), "non è in vigore"),
            ((*DAYS, "--sintetica", "0"), "numero intero da 1 a 100000"),
        ],
    )
    def test_slips(self, casa_model: Run, args: tuple[str, ...], words: str) -> None:
        """Each with its mend."""
        result = casa_model("confronta", *args)

        assert result.exit_code in {1, 2}
        assert words in result.stderr

    def test_advice_does_not_fail(self, casa_model: Run, misura: Path, tmp_path: Path) -> None:
        """It is told, and what was asked is answered."""
        rough = other(misura, tmp_path, ("isee < soglia", "isee < 777"))
        result = casa_model("confronta", misura, rough, "--al", "2024-01-01", "--senza-prove")

        assert result.exit_code == 0
        assert "numero-nudo" in result.stderr

    def test_a_population_of_other_facts(self, casa_model: Run, tmp_path: Path) -> None:
        """A column that is a fact of neither is refused, with a near miss."""
        rows = tmp_path / "d.csv"
        rows.write_text("riferimento;iseee\na;1\n", "utf-8")
        result = casa_model("confronta", *DAYS, rows, "--decimali", "plain")

        assert result.exit_code == 3
        assert "forse intendevi `isee`?" in result.stderr

    def test_slips_of_notices(self, casa_model: Run, avviso: Path, misura: Path) -> None:
        """The same notice twice, a day for a notice, the measure of another."""
        more = ("--misure", misura)
        assert "sono lo stesso avviso" in casa_model("confronta", avviso, avviso, *more).stderr
        around = avviso.parent / ".." / avviso.parent.name / avviso.name
        assert "sono lo stesso avviso" in casa_model("confronta", avviso, around, *more).stderr
        result = casa_model("confronta", CRS, avviso, "--al", "2024-03-01", *more)
        assert "si confrontano due versioni della stessa misura" in result.stderr
        assert result.exit_code == 2
        result = casa_model("confronta", avviso, avviso, "--ora-il", "2024-03-01", *more)
        assert "ha già il giorno della sua legge" in result.stderr
        result = casa_model("confronta", "prova-cli", avviso, "--al", "2024-04-01", *more)
        assert result.exit_code == 2
        assert "ha già il giorno della sua legge, 2024-03-01; togli `--al`" in result.stderr


class TestProve:
    """A household for each effect, by proof."""

    def test_shown(self, casa_model: Run) -> None:
        """In words and as JSON; not where it is not wanted."""
        assert (
            "C'è chi guadagna l'ammissione" in casa_model("confronta", *DAYS, "--tempo", 5).stdout
        )
        assert "C'è chi" not in casa_model("confronta", *DAYS, "--senza-prove").stdout
        found = json.loads(casa_model("confronta", *DAYS, "--json").stdout)["prove"]
        assert found[0]["esempio"]["fatti"]["isee"] == "15000.01"
        assert found[0]["esempio"]["importi"] == [None, "0.00"]
        assert found[1] == {
            "effetto": "perde",
            "risposta": "no",
            "perche": None,
            "termini_a_parte": False,
            "nei_termini": None,
            "membri": None,
            "non_letti": [],
            "senza_non_letti": False,
            "nella_popolazione": None,
            "esempio": None,
        }
        assert json.loads(casa_model("confronta", *DAYS, "--json", "--senza-prove").stdout)[
            "prove"
        ] is None  # fmt: skip

    def test_nobody_like_that(self, casa_model: Run, tmp_path: Path) -> None:
        """Proof finds who gains, and the population has nobody like that: it is said."""
        rows = tmp_path / "d.ndjson"
        rows.write_text('{"riferimento": "a", "isee": "100.00"}\n', "utf-8")
        result = casa_model("confronta", *DAYS, rows)

        said = result.stdout.replace("\n", " ")
        assert (
            "La prova ha trovato chi guadagna l'ammissione, e in questa popolazione non c'è nessuno"
            in said
        )
        assert "La prova ha trovato chi perde" not in said
        found = json.loads(casa_model("confronta", *DAYS, rows, "--json").stdout)["prove"]
        assert found[0]["nella_popolazione"] == 0

    def test_without_the_extra(self, casa_model: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        """It says how to install it, and does the rest."""
        monkeypatch.setitem(sys.modules, "z3", None)
        result = casa_model("confronta", *DAYS)

        assert result.exit_code == 0
        assert 'pip install "casa-model[proof]"' in result.stderr
        assert "Soglia ISEE" in result.stdout
