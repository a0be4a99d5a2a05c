"""`casa-model dimostra`: the terms of notices, and the answer as JSON."""

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

    def test_applications_within_them(self, casa_model: Run, misura: Path, tmp_path: Path) -> None:
        """The day of an application is one of the terms; where they differ, any day."""
        dated = tmp_path / "avviso.toml"
        ranked = self.NOTICE.read_text("utf-8").replace('["isee", ', '["isee", "data_domanda", ')
        dated.write_text(ranked, "utf-8")
        args = ("dimostra", dated, "--misure", misura)
        result = casa_model(*args, "--mai", "ammessa", "--json")
        (shown,) = json.loads(result.stdout)["risposte"][0]["esempi"]
        late = casa_model(*args, "--mai", "ammessa and data_domanda > chiusura")
        other = tmp_path / "altro.toml"
        other.write_text(ranked.replace("chiusura = 2024-03-31", "chiusura = 2024-04-30"), "utf-8")
        both = casa_model(
            *args, "--con", other, "--mai", 'data_domanda > data("2024-04-30")', "--lang", "en"
        )

        assert "2024-03-01" <= shown["fatti"]["data_domanda"] <= "2024-03-31"
        assert late.stdout.startswith("sì")
        assert "`data_domanda > chiusura` da sola non è vera per nessuno" in late.stdout
        assert both.stdout.startswith("no")

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
        assert found["confini"] == {
            "membri": None,
            "giorni": [["2025-09-01", "2025-09-01"]],
            "non_letti": [],
            "senza_valore": [],
        }
        assert household["al"] == household["requisiti"] == "2025-09-01"
        assert found["detto"] == "mai `ammessa and isee < 1.00`? no: per qualcuno è vero"
        assert household["fatti"]["isee"] == "0.00"
        assert household["membri"] is None
        assert household["verdetti"] == [
            {
                "misura": "crs-difficolta",
                "al": "2025-09-01",
                "esito": "ammesso",
                "importo": "0.00",
                "motivi": [],
                "mancano": [],
            }
        ]
        assert found["millisecondi"] >= 0


def test_a_pair_of_one_phrase(casa_model: Run) -> None:
    """Two are wanted, each in quotes: at the end of the line, or before another option."""
    for option in ("--implica", "--equivale", "--sovrappone"):
        last = casa_model("dimostra", "crs-difficolta", option, "ammessa")
        before = casa_model("dimostra", "crs-difficolta", option, "ammessa", "--al", "2024-09-02")

        assert (last.exit_code, before.exit_code) == (2, 2)
        assert f"l'opzione `{option}` vuole due valori, ognuno fra virgolette" in last.stderr
        assert f"`{option}` vuole due frasi, ognuna fra virgolette" in before.stderr
