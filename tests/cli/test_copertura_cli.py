"""`casa-model copertura`: what the cases try of the rules, and the missing ones."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from casa_model import edizione, leggi_avviso
from casa_model.casa import file_dei_casi
from casa_model.exchange.casi import leggi_casi
from casa_model.readers.cases import prova

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result

    from casa_model.rules.misura import Misura

    Run = Callable[..., Result]

ROOT = Path(__file__).parents[2]
NOTICE = ROOT / "esempi" / "avvisi" / "brusaporto-2023.toml"
CASES = """formato = 1
regole = "energia-l1"
al = 2024-09-02
[[casi]]
codice = "isee-alla-soglia"
[casi.fatti]
isee = "15000.00"
[casi.attesi]
esito = "da-completare"
"""

# A number of the law written in a condition.
ADVISED = """formato = 1
[misura]
codice = "prova"
titolo = { it = "Prova", en = "Trial" }
fonte = "per prova"
grado = "secondaria"
vigenza = { dal = 2020-01-01 }
[[requisiti]]
codice = "tetto"
fonte = "per prova"
grado = "secondaria"
testo = { it = "un tetto scritto nella condizione", en = "a cap written in the condition" }
condizione = "isee < 5000.00"
"""


@pytest.fixture
def casi(tmp_path: Path) -> Path:
    """A file of one case."""
    path = tmp_path / "miei.casi.toml"
    path.write_text(CASES, encoding="utf-8")
    return path


@pytest.mark.parametrize("codice", edizione().misure)
def test_the_edition_is_covered(casa_model: Run, codice: str) -> None:
    """Nothing is missing: 0, and a line about the days."""
    result = casa_model("copertura", codice)

    assert result.exit_code == 0
    assert f"`{codice}`: copertura 100 % (" in result.stdout
    assert "✗" not in result.stdout
    assert "in ognuno risponde una regola sola e ogni parametro ha un valore" in result.stdout


def _complete(path: Path, rules: Misura) -> None:
    """Write in each case the answer of the rule, as a person who agrees with it would."""
    read = leggi_casi(path.read_text("utf-8"), rules, file=path.name).casi
    blocks = path.read_text("utf-8").split("[casi.attesi]\n")
    verdicts = [each.verdict for each in prova(rules, read) if each.verdict is not None]
    for at, verdict in enumerate(verdicts, start=1):
        written = blocks[at].replace('esito = ""', f'esito = "{verdict.esito}"')
        why = ", ".join(f'"{f.codice}"' for f in verdict.findings if f.esito is False)
        left = ", ".join(f'"{name}"' for name in verdict.mancano)
        written = written.replace("motivi = []", f"motivi = [{why}]")
        written = written.replace("mancano = []", f"mancano = [{left}]")
        blocks[at] = written.replace('importo = ""', f'importo = "{verdict.importo}"')
    path.write_text("[casi.attesi]\n".join(blocks), "utf-8")


def test_something_is_missing(casa_model: Run, casi: Path) -> None:
    """Which points, and 1."""
    result = casa_model("copertura", "energia-l1", casi)

    assert result.exit_code == 1
    assert "requisito `isee`\n  condizione: vera ✓  falsa ✗ manca" in result.stdout


def test_the_missing_cases_are_written(casa_model: Run, casi: Path, tmp_path: Path) -> None:
    """They are to be completed; with them nothing is missing, and as they are they fail."""
    new = tmp_path / "nuovi" / "altri.casi.toml"
    result = casa_model("copertura", casi, "--manca", new)

    assert result.exit_code == 1
    assert "casi da completare: leggi l'articolo e scrivi l'esito" in result.stderr
    assert new.read_text("utf-8").startswith("# Casi generati da `casa-model copertura --manca`")
    unwritten = casa_model("copertura", casi, new)
    assert unwritten.exit_code == 1
    assert "CASI CHE NON CONTANO: " in unwritten.stdout
    tried = casa_model("prova", new)
    assert tried.exit_code == 1
    assert "superati 0, falliti 0" in tried.stdout
    rules = json.loads(casa_model("copertura", casi, new, "--json").stdout)["regole"][0]
    assert rules["casi_da_scrivere"]
    assert rules["casi_falliti"] == []
    assert rules["casi_senza_importo"] == []
    _complete(new, edizione().misure["energia-l1"])
    assert casa_model("copertura", casi, new).exit_code == 0
    wrong = tmp_path / "sbagliato.casi.toml"
    wrong.write_text(CASES.replace("da-completare", "ammesso").replace("isee-a", "x-a"), "utf-8")
    failed = casa_model("copertura", casi, new, wrong)
    assert failed.exit_code == 1
    assert "copertura 100 %" in failed.stdout
    assert "CASI CHE NON CONTANO: 1 fallito" in failed.stdout


def test_a_case_that_cannot_be_asked(casa_model: Run, tmp_path: Path) -> None:
    """Nothing is missing, but a case that does not count is a finding."""
    shipped = tmp_path / "atto.casi.toml"
    shipped.write_text(file_dei_casi("energia-l1")[0], "utf-8")
    early = tmp_path / "prima.casi.toml"
    early.write_text(CASES.replace("2024-09-02", "2019-01-01"), "utf-8")

    assert casa_model("copertura", shipped).exit_code == 0
    result = casa_model("copertura", shipped, early)

    assert result.exit_code == 1
    assert "copertura 100 %" in result.stdout
    assert "`isee-alla-soglia`" in result.stdout


def test_no_file_without_cases(
    casa_model: Run, casi: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file without cases is none that can be read: where nothing is missing none is written."""
    new = tmp_path / "nuovi.casi.toml"
    result = casa_model("copertura", "energia-l1", "--manca", new)

    assert result.exit_code == 0
    assert f"{new}: non scritto, perché nessun caso manca\n" in result.stderr
    assert not new.exists()
    monkeypatch.setattr("casa_model.readers.copertura._prossimo.STEPS", 0)
    lost = casa_model("copertura", casi, "--manca", new)
    assert lost.exit_code == 1
    assert "non si è trovato nessun nucleo da proporre\n" in lost.stderr
    assert not new.exists()


def test_of_a_notice_without_cases(casa_model: Run, tmp_path: Path) -> None:
    """The first file of cases of a notice names it from its own folder."""
    new, page = tmp_path / "brusaporto.casi.toml", tmp_path / "pagina.html"
    result = casa_model("copertura", NOTICE, "--manca", new, "--html", page)

    assert result.exit_code == 1
    assert "copertura 0 %" in result.stdout
    assert casa_model("copertura", new).exit_code == 1
    _complete(new, leggi_avviso(NOTICE.read_bytes()).valore.misura)
    assert casa_model("copertura", new).exit_code == 0
    html = page.read_text("utf-8")
    assert html.startswith("<!DOCTYPE html>")
    assert "✗ manca" in html


def test_a_page_of_a_measure(casa_model: Run, tmp_path: Path) -> None:
    """Everything covered, in English."""
    page = tmp_path / "page.html"

    assert casa_model("--lang", "en", "copertura", "energia-l1", "--html", page).exit_code == 0
    assert "✗ missing:" in page.read_text("utf-8")


def test_as_json(casa_model: Run, casi: Path) -> None:
    """Each point with its state, its cases, and why it is impossible."""
    whole = json.loads(casa_model("copertura", "energia-l1", casi, "--json").stdout)

    (rules,) = whole["regole"]
    assert rules["codice"] == "energia-l1"
    assert rules["coperti"] + rules["mancanti"] + rules["impossibili"] == len(rules["punti"])
    states = {point["codice"]: point for point in rules["punti"]}
    assert states["isee-vero"]["stato"] == "coperto"
    assert states["isee-vero"]["casi"] == ["isee-alla-soglia"]
    assert states["isee-pari"]["testo"] == "requisito `isee`: esattamente alla soglia"
    assert states["isee-falso"]["stato"] == "mancante"
    assert rules["giorni"] == []
    access = json.loads(casa_model("copertura", "accesso-sap", "--json").stdout)["regole"][0]
    reasons = {p["codice"]: p["perche"] for p in access["punti"] if p["stato"] == "impossibile"}
    assert reasons["esito-ammesso"] == "dimostrato: nessun nucleo può arrivarci"


def test_several_rules(casa_model: Run, casi: Path, tmp_path: Path) -> None:
    """They are told one after another; a file is written of one alone."""
    other = tmp_path / "altri.casi.toml"
    text = CASES.replace("energia-l1", "crs-indigenza")
    other.write_text(text, encoding="utf-8")

    result = casa_model("copertura", casi, other)
    refused = casa_model("copertura", casi, other, "--manca", tmp_path / "x.casi.toml")

    assert "`energia-l1`: copertura" in result.stdout
    assert "`crs-indigenza`: copertura" in result.stdout
    assert refused.exit_code == 2
    assert "prova una regola alla volta" in refused.stderr


def test_a_file_of_cases_is_never_overwritten(casa_model: Run, casi: Path) -> None:
    """It may hold a person's work."""
    result = casa_model("copertura", "energia-l1", casi, "--manca", casi)

    assert result.exit_code == 2
    assert "può avere il lavoro di una persona" in result.stderr
    assert casi.read_text("utf-8") == CASES


@pytest.mark.parametrize(("name", "own"), [("n.casi.csv", "n.casi.toml"), ("n", "n.casi.toml")])
def test_missing_cases_are_toml(
    casa_model: Run, casi: Path, tmp_path: Path, name: str, own: str
) -> None:
    """A file of another name would be read as what it is not: nothing is written."""
    page = tmp_path / "pagina.html"
    result = casa_model("copertura", casi, "--manca", tmp_path / name, "--html", page)

    assert result.exit_code == 2
    assert f"`{tmp_path / name}` non finisce in `.toml`" in result.stderr
    assert f"scegli un nome come `{tmp_path / own}`" in result.stderr
    assert [*tmp_path.iterdir()] == [casi]


def test_a_page_is_made_over_a_page_alone(casa_model: Run, casi: Path, tmp_path: Path) -> None:
    """Not over the cases, nor anything else that is no page."""
    page, new = tmp_path / "pagina.HTM", tmp_path / "nuovi.casi.toml"
    page.write_text("vecchia", encoding="utf-8")

    over = casa_model("copertura", "energia-l1", casi, "--html", casi, "--manca", new)
    again = casa_model("copertura", "energia-l1", casi, "--html", page)

    assert over.exit_code == 2
    assert "può avere il lavoro di una persona" in over.stderr
    assert casi.read_text("utf-8") == CASES
    assert not new.exists()
    assert again.exit_code == 1
    assert page.read_text("utf-8").startswith("<!DOCTYPE html>")


def test_where_nothing_can_be_written(casa_model: Run, casi: Path) -> None:
    """A folder that is a file."""
    result = casa_model("copertura", "energia-l1", casi, "--html", casi / "pagina.html")

    assert result.exit_code == 2
    assert "non si può scrivere" in result.stderr


def test_a_day_for_the_cases(casa_model: Run, tmp_path: Path) -> None:
    """Where they do not say it; and advice about the rules is told."""
    path = tmp_path / "senza.casi.toml"
    path.write_text(CASES.replace("al = 2024-09-02\n", ""), encoding="utf-8")

    without = casa_model("copertura", "energia-l1", path)
    day = casa_model("copertura", "energia-l1", path, "--al", "2024-09-02")

    assert "casi che non si possono provare: `isee-alla-soglia`" in without.stdout
    assert "non si possono provare" not in day.stdout


def test_advice_on_the_rules(casa_model: Run, tmp_path: Path) -> None:
    """It is told beside what is covered; the exit code speaks of the cases."""
    path, cases = tmp_path / "misura.toml", tmp_path / "miei.casi.toml"
    path.write_text(ADVISED, encoding="utf-8")
    cases.write_text(
        "formato = 1\nal = 2024-09-02\n"
        + "".join(
            f'[[casi]]\ncodice = "{codice}"\n[casi.fatti]\n{isee}[casi.attesi]\nesito = "{esito}"\n'
            for codice, isee, esito in (
                ("sotto", 'isee = "4999.99"\n', "ammesso"),
                ("pari", 'isee = "5000.00"\n', "non-ammesso"),
                ("sopra", 'isee = "5000.01"\n', "non-ammesso"),
                ("ignoto", "", "da-completare"),
            )
        ),
        encoding="utf-8",
    )
    result = casa_model("copertura", path, cases)

    assert f"{path}:" in result.stderr
    assert "numero-nudo" in result.stderr
    assert "copertura 100 %" in result.stdout
    assert result.exit_code == 0
