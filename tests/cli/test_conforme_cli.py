"""`casa-model conforme`, as an office runs it."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result

    Run = Callable[..., Result]


NOTICES = Path(__file__).parents[2] / "esempi" / "avvisi"
LOOSER = """
[[requisiti]]
sostituisce = "isee"
codice = "isee"
fonte = "avviso di prova"
grado = "derivata"
testo = { it = "ISEE fino alla soglia", en = "ISEE up to the threshold" }
condizione = "isee <= soglia"
"""


@pytest.fixture
def looser(avviso: Path, tmp_path: Path) -> Path:
    """The trial notice, with `up to` where the act says `below`."""
    found = tmp_path / "largo.toml"
    found.write_text(avviso.read_text("utf-8") + LOOSER, "utf-8")
    return found


def test_a_looser_notice(casa_model: Run, looser: Path, misura: Path) -> None:
    """The household with 9.360,00, in both languages and forms; exit 1."""
    args = ("conforme", looser, "--misure", misura)
    result = casa_model(*args)

    assert result.exit_code == 1
    assert "[requisito/isee/piu-largo]" in result.stdout
    assert "9.360,00 €" in result.stdout
    assert "Looser than the act" in casa_model(*args, "--lang", "en").stdout
    assert casa_model(*args, "--formato", "html").stdout.startswith("<!DOCTYPE html>")


def test_a_notice_that_conforms(
    casa_model: Run, avviso: Path, misura: Path, tmp_path: Path
) -> None:
    """Nothing to say, exit 0; nothing to accept, and no file is written."""
    draft = tmp_path / "accettati.toml"
    more = ("--membri", 3, "--tempo", 5, "--scrivi-accettati", draft)
    result = casa_model("conforme", avviso, "--misure", misura, *more)
    assert "non c'è nulla da accettare" in result.stderr
    assert not draft.exists()

    assert result.exit_code == 0
    assert "Nulla da dire" in result.stdout


def test_accepted_findings(casa_model: Run, looser: Path, misura: Path, tmp_path: Path) -> None:
    """A draft, refused while it is empty; filled in, the notice passes."""
    draft = tmp_path / "accettati.toml"
    args = ("conforme", looser, "--misure", misura)
    result = casa_model(*args, "--scrivi-accettati", draft)
    assert result.exit_code == 1
    assert "riempi motivo" in result.stderr
    assert casa_model(*args, "--scrivi-accettati", draft).exit_code == 2
    assert casa_model(*args, "--scrivi-accettati", tmp_path / "no" / "x.toml").exit_code == 2
    result = casa_model(*args, "--accettati", draft)
    assert result.exit_code == 3
    assert "scrivi perché l'avviso può fare così" in result.stderr
    assert "è vuoto; scrivi il ruolo" in result.stderr
    assert "``" not in result.stderr
    text = draft.read_text("utf-8").replace('motivo = ""', 'motivo = "delibera"')
    text = text.replace('ruolo = ""', 'ruolo = "ufficio-casa"')
    draft.write_text(text.replace("# giorno = 2025-05-05", "giorno = 2024-03-02"), "utf-8")
    result = casa_model(*args, "--accettati", draft)
    assert result.exit_code == 0
    assert "Rilievi già accettati: 2." in result.stdout
    found = json.loads(casa_model(*args, "--accettati", draft, "--json").stdout)
    assert found["nuovi"] == []
    assert found["accettati"][0]["motivo"] == "delibera"
    assert found["accettati"][0]["riga"] == 8
    looser.write_text(looser.read_text("utf-8").replace("isee <= soglia", "isee <= 99999.00"))
    result = casa_model(*args, "--accettati", draft)
    assert result.exit_code == 1
    assert "La regola accettata è cambiata: rivedila" in result.stdout.replace("\n  ", "")
    changed = json.loads(casa_model(*args, "--accettati", draft, "--json").stdout)
    assert [row["codice"] for row in changed["cambiati"]] == [
        row["codice"] for row in found["accettati"]
    ]
    shown = found["esami"][1]["rilievi"][0]
    assert shown["esempio"]["fatti"]["isee"] == "9360.00"
    assert shown["esempio"]["esiti"] == ["non-ammesso", "ammesso"]


def test_slips(casa_model: Run, misura: Path, avviso: Path, tmp_path: Path) -> None:
    """A measure, a baseline of another notice, advice about the files."""
    assert "è una misura" in casa_model("conforme", "crs-difficolta").stderr
    other = tmp_path / "altri.toml"
    other.write_text('formato = 1\n[conformita]\navviso = "altro"\n', "utf-8")
    result = casa_model("conforme", avviso, "--misure", misura, "--accettati", other)
    assert result.exit_code == 3
    assert "passa il suo" in result.stderr
    rough = tmp_path / "m.toml"
    rough.write_text(misura.read_text("utf-8").replace("isee < soglia", "isee < 777"), "utf-8")
    result = casa_model("conforme", avviso, "--misure", rough)
    assert result.exit_code == 0
    assert "numero-nudo" in result.stderr


REAL = {
    "aler-milano-2024": [
        "importo/piu-esigente",
        "importo/importo-piu-alto",
        "importo/importo-piu-basso",
    ],
    "brusaporto-2023": [],
    "energia-aler-milano-2025": ["importo/importo-piu-basso"],
    "sesto-san-giovanni-2024": ["data-requisiti/giorno-spostato", "data-requisiti/giorno-ignoto"],
    "tradate-2023": ["requisito/anagrafe/piu-severo"],
}
"""What is found of each difference of the real notices, checked by hand against their files."""


@pytest.mark.parametrize("nome", REAL)
def test_the_real_notices(casa_model: Run, nome: str) -> None:
    """None of them is anywhere looser than its act, as far as its source tells it."""
    found = json.loads(casa_model("conforme", NOTICES / f"{nome}.toml", "--json").stdout)
    alone = [r["codice"] for esame in found["esami"][1:] for r in esame["rilievi"]]

    assert alone == REAL[nome]
    assert not any("piu-largo" in code for code in found["nuovi"])


@pytest.mark.parametrize("nome", ["sesto-san-giovanni-2024", "tradate-2023"])
def test_the_accepted_findings_of_the_examples(casa_model: Run, nome: str) -> None:
    """With them nothing is new, and nothing is gone."""
    accepted = NOTICES.parent / "accettati" / f"{nome}.toml"
    result = casa_model("conforme", NOTICES / f"{nome}.toml", "--accettati", accepted)

    assert result.exit_code == 0
    assert "Rilievi nuovi: 0." in result.stdout
    assert "non c'è più" not in result.stdout


def test_without_the_extra(
    casa_model: Run, looser: Path, misura: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It says how to install it."""
    monkeypatch.setitem(sys.modules, "z3", None)
    result = casa_model("conforme", looser, "--misure", misura)

    assert result.exit_code == 1
    assert 'pip install "casa-model[proof]"' in result.stderr
