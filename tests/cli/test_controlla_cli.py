"""`casa-model controlla`: all that is wrong with a rule file, each thing with its place."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result

    Run = Callable[..., Result]

NORMS = """formato = 1
[norme]
codice = "norme-di-prova"
titolo = { it = "Norme", en = "Norms" }
[atti.rr-9-2020]
nome = "r.r. 9/2020"
titolo = { it = "Regolamento", en = "Regulation" }
[parametri.soglia_nuova]
etichetta = { it = "soglia", en = "threshold" }
tipo = "euro"
storia = [{ dal = 2020-01-01, valore = "1.00", norma = "rr-9-2020, art. 1", grado = "atto" }]
"""
FACTS = """formato = 1
[fatti.fatto_nuovo]
tipo = "bool"
etichetta = { it = "nuovo", en = "new" }
"""
MEASURE = """formato = 1
[misura]
codice = "misura-nuova"
titolo = { it = "Nuova", en = "New" }
norma = "rr-9-2020, art. 1"
grado = "atto"
usa = ["norme-di-prova"]
vigenza = { dal = 2020-01-01 }
[[requisiti]]
codice = "uno"
norma = "rr-9-2020, art. 1"
testo = { it = "uno", en = "one" }
condizione = "fatto_nuovo and isee < soglia_nuova"
"""
NOTICE = """formato = 1
[avviso]
codice = "nuovo"
titolo = { it = "Nuovo", en = "New" }
ente = "Comune"
misura = "misura-nuova"
fonte = "x"
grado = "derivata"
pubblicazione = 2024-03-01
"""


@pytest.fixture
def written(tmp_path: Path) -> Callable[..., list[Path]]:
    """Write texts as rule files."""

    def write(**texts: str) -> list[Path]:
        paths = []
        for name, text in texts.items():
            path = tmp_path / f"{name}.toml"
            path.write_text(text, "utf-8")
            paths.append(path)
        return paths

    return write


class TestSound:
    """A sound file is said to be sound, with its kind."""

    def test_each_kind(self, casa_model: Run, written: Callable[..., list[Path]]) -> None:
        """Facts, norms, measures and notices are told apart; each knows those before it."""
        paths = written(fatti=FACTS, norme=NORMS, misura=MEASURE, avviso=NOTICE)
        result = casa_model("controlla", *paths)

        assert result.stdout == "".join(f"{path}: {path.stem}, va bene\n" for path in paths)
        assert result.exit_code == 0

    def test_a_ledger(self, casa_model: Run) -> None:
        """Its entries are taken one after the other, as `stato` does."""
        path = Path(__file__).parents[2] / "esempi" / "registri" / "l-1-immaginario.toml"
        broken = Path(__file__).parents[1] / "broken" / "oltre-dotazione.registro.toml"
        result = casa_model("controlla", path, broken)

        assert f"{path}: registro, va bene\n" in result.stdout
        assert "oltre-dotazione.registro.toml:32:1: oltre-dotazione: " in result.stdout
        assert result.exit_code == 1

    def test_more_measures(self, casa_model: Run, misura: Path, avviso: Path) -> None:
        """A notice over a measure of one's own is checked with `--misure`."""
        result = casa_model("controlla", avviso, "--misure", misura, "--lang", "en")

        assert result.stdout == f"{avviso}: notice, sound\n"


class TestFaults:
    """Every fault has file, line, column, code, sentence and near miss."""

    def test_near_miss(self, casa_model: Run, written: Callable[..., list[Path]]) -> None:
        """A wrong name is told with the name that was probably meant."""
        (path,) = written(avviso=NOTICE.replace("misura-nuova", "crs-dificolta"))
        result = casa_model("controlla", path)

        assert result.exit_code == 1
        assert result.stdout.startswith(f"{path}:6:10: misura-ignota: la misura `crs-dificolta`")
        assert result.stdout.endswith("forse intendevi `crs-difficolta`?\n")

    def test_finding(self, casa_model: Run, written: Callable[..., list[Path]]) -> None:
        """Advice is a finding too: the run exits with 1."""
        text = MEASURE.replace(
            "isee < soglia_nuova", "mesi_tra(data_contratto, data_requisiti) < 9"
        )
        paths = written(fatti=FACTS, norme=NORMS, misura=text)
        result = casa_model("controlla", *paths)

        assert result.exit_code == 1
        assert "numero-nudo" in result.stdout

    def test_head_near_miss(self, casa_model: Run, written: Callable[..., list[Path]]) -> None:
        """A head table that is misspelt is told with the one that was probably meant."""
        (path,) = written(avviso=NOTICE.replace("[avviso]", "[aviso]"))
        result = casa_model("controlla", path)

        assert result.stdout.startswith(f"{path}:2:2: chiave-ignota: la chiave `aviso`")
        assert "forse intendevi `avviso`?" in result.stdout

    def test_no_head(self, casa_model: Run, written: Callable[..., list[Path]]) -> None:
        """A file without a head table says which there are."""
        (path,) = written(altro="formato = 1\n[zzz]\n")
        result = casa_model("controlla", path)

        assert result.exit_code == 1
        assert "chiave-mancante" in result.stdout
        assert "`[avviso]`, `[misura]`, `[norme]`, `[fatti]`" in result.stdout

    def test_syntax(self, casa_model: Run, written: Callable[..., list[Path]]) -> None:
        """A file that is not TOML is a finding with its place."""
        (path,) = written(rotto="formato = \n")
        result = casa_model("controlla", path)

        assert result.exit_code == 1
        assert f"{path}:1:11: toml-sintassi:" in result.stdout

    def test_json(self, casa_model: Run, written: Callable[..., list[Path]]) -> None:
        """`--json` gives the faults as objects."""
        (path,) = written(avviso=NOTICE.replace("misura-nuova", "crs-dificolta"))
        found = json.loads(casa_model("controlla", path, "--json").stdout)

        (fault,) = found["difetti"]

        assert fault.pop("testo").endswith("forse intendevi `crs-difficolta`?")
        assert fault == {
            "file": str(path),
            "riga": 6,
            "colonna": 10,
            "codice": "misura-ignota",
            "grave": True,
        }


class TestUnreadable:
    """What cannot be read at all exits with 3."""

    def test_not_utf8(self, casa_model: Run, tmp_path: Path) -> None:
        """A file that is not UTF-8."""
        path = tmp_path / "x.toml"
        path.write_bytes(b"formato = 1\n\xff")
        result = casa_model("controlla", path)

        assert result.exit_code == 3
        assert f"{path}:2:1: non-utf8:" in result.stdout

    def test_missing(self, casa_model: Run) -> None:
        """A file that is not there."""
        result = casa_model("controlla", "nessuno.toml")

        assert result.exit_code == 3
        assert result.stderr == ("nessuno.toml: il file non c'è; controlla il percorso\n")
