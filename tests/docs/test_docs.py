"""What the documentation shows works: its code runs, its rule files load."""

from __future__ import annotations

import re
import tomllib
from importlib.util import find_spec
from pathlib import Path

import pytest

from casa_model.casa import edizione, leggi_avviso
from casa_model.exchange.casi import leggi_casi, regole_dei_casi
from casa_model.programma.leggi import leggi_registro
from casa_model.rules.leggi import leggi_misura
from casa_model.rules.quesiti import leggi_proprieta

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
_BLOCK = re.compile(r"^```(?P<kind>python|toml)\n(?P<code>.*?)^```$", re.DOTALL | re.MULTILINE)


def _name(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def _blocks(page: Path, kind: str) -> list[str]:
    """Return the blocks of one kind, each after as many empty lines as stand before it."""
    source = page.read_text(encoding="utf-8")
    return [
        "\n" * (source.count("\n", 0, found.start()) + 1) + found["code"]
        for found in _BLOCK.finditer(source)
        if found["kind"] == kind
    ]


def _with(kind: str) -> list[Path]:
    return [page for page in PAGES if _blocks(page, kind)]


@pytest.mark.parametrize("page", _with("python"), ids=_name)
def test_the_code_of_a_page_runs_from_top_to_bottom(
    page: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One namespace a page, run where the reader of the page stands: in the project's folder.

    What is proven needs the extra `proof`, which the core does without.
    """
    monkeypatch.chdir(ROOT)
    namespace: dict[str, object] = {"__name__": page.stem}

    for code in _blocks(page, "python"):
        if "casa_model.proof" in code and find_spec("z3") is None:
            continue
        exec(compile(code, str(page), "exec", dont_inherit=True), namespace)

    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("page", _with("toml"), ids=_name)
def test_the_toml_of_a_page_is_well_formed(page: Path) -> None:
    """Every block, whole file or part of one."""
    assert all(tomllib.loads(code) for code in _blocks(page, "toml"))


def _whole(code: str) -> bool:
    return code.lstrip().startswith("formato = ")


@pytest.mark.parametrize(
    "page", [p for p in PAGES if any(map(_whole, _blocks(p, "toml")))], ids=_name
)
def test_a_whole_rule_file_of_a_page_loads_without_advice(page: Path) -> None:
    """A block that begins with `formato = ` is a whole file: rules, a ledger, cases."""
    shipped = edizione()
    whole = [code for code in _blocks(page, "toml") if _whole(code)]
    cases = [code for code in whole if "\n[[casi]]\n" in code]
    asked = [code for code in whole if "\n[[proprieta]]\n" in code]
    other = [*cases, *asked]
    files = [code for code in whole if "\n[registro]\n" not in code and code not in other]

    letture = [
        leggi_avviso(code, file=_name(page))
        if "\n[avviso]\n" in code
        else leggi_misura(code, file=_name(page), fatti=shipped.fatti, norme=shipped.norme)
        for code in files
    ]

    assert [letta.rilievi for letta in letture] == [()] * len(files)
    for code in asked:
        assert leggi_proprieta(code, file=_name(page), misure=shipped.misure)
    for code in cases:
        misura = shipped.misure[str(regole_dei_casi(code, file=_name(page)))]
        assert leggi_casi(code, misura, file=_name(page)).casi
    for code in whole:
        if code not in files and code not in other:
            assert leggi_registro(code, file=_name(page)).movimenti
