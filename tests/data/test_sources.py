"""What is shipped has a source: every number, every requirement, every example."""

from __future__ import annotations

import re
import tomllib
from decimal import Decimal
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from casa_model.values import Grado, Norma

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
FACTS = ROOT.parent / "shared" / "facts" / "FACTS.md"
LONGEST = 300
COPIED = 8

_NUMBER = re.compile(r"\d+(?:\.\d{3})*(?:,\d+)?(?:%| per cent)?")
_WORD = re.compile(r"[^\W_]+")

Found = tuple[str, dict[str, Any]]


def _tomls() -> Iterator[tuple[str, str]]:
    shipped = files("casa_model.data")
    rooms = (shipped, shipped / "norme", shipped / "misure", shipped / "programma")
    for folder in (*rooms, ROOT / "esempi" / "avvisi"):
        yield from _in(folder)


def _in(folder: Traversable | Path) -> Iterator[tuple[str, str]]:
    for each in sorted(folder.iterdir(), key=lambda file: file.name):
        if each.name.endswith(".toml"):
            yield each.name, each.read_text(encoding="utf-8")


RULES = {name: tomllib.loads(text) for name, text in _tomls()}


def _tables(where: str, node: object) -> Iterator[Found]:
    """Every table of a file, with the path that leads to it."""
    if isinstance(node, dict):
        yield where, node
        for key, value in node.items():
            yield from _tables(f"{where}/{key}", value)
    elif isinstance(node, list):
        for at, value in enumerate(node):
            yield from _tables(f"{where}[{at}]", value)


def _all_tables() -> Iterator[Found]:
    for name, rules in RULES.items():
        yield from _tables(name, rules)


def _rows(*path: str) -> Iterator[Found]:
    """The tables at a path of any file: the entries of a table of tables, or of an array."""
    for name, rules in RULES.items():
        node: Any = rules
        for key in path:
            node = node.get(key, {})
        entries = enumerate(node) if isinstance(node, list) else node.items()
        for key, row in entries:
            yield f"{name}/{'/'.join(path)}[{key}]", row


def _values() -> Iterator[Found]:
    """Every table that states a number, a day or a truth of the law or of a notice."""
    for where, table in _all_tables():
        if {"valore", "dotazione", "alloggi"} & table.keys():
            yield where, table


def _texts() -> Iterator[tuple[str, str]]:
    for where, table in _all_tables():
        for lang in ("it", "en"):
            if isinstance(table.get(lang), str):
                yield f"{where}/{lang}", table[lang]


def _sourced(table: dict[str, Any]) -> bool:
    return "norma" in table or bool(str(table.get("fonte", "")).strip())


def _number(value: object) -> str | None:
    """A stated value as the frozen list writes it; None for what is no number."""
    if type(value) is int or (isinstance(value, str) and re.fullmatch(r"\d+(?:\.\d+)?%?", value)):
        return _plain(str(value))
    return None


def _plain(text: str) -> str:
    sign = "%" if text.endswith("%") else ""
    return f"{Decimal(text.removesuffix('%')).normalize():f}{sign}"


def _frozen() -> set[str]:
    lines = (HERE / "sourced_values.txt").read_text(encoding="utf-8").splitlines()
    return {_plain(line) for line in lines if line and not line.startswith("#")}


def _facts() -> str:
    """The fact sheet where it is at hand, else nothing: a checkout alone has only the list."""
    return FACTS.read_text(encoding="utf-8") if FACTS.exists() else ""


def _stated(facts: str) -> set[str]:
    found = set()
    for text in _NUMBER.findall(facts):
        bare = text.replace(" per cent", "%").replace(".", "").replace(",", ".")
        found |= {_plain(bare), _plain(bare.removesuffix("%"))}
    return found


def _shingles(text: str) -> set[tuple[str, ...]]:
    words = _WORD.findall(text.casefold())
    return {tuple(words[at : at + COPIED]) for at in range(len(words) - COPIED + 1)}


@pytest.mark.parametrize(
    "name", ["fatti.toml", "crs-difficolta.toml", "linee.toml", "tradate-2023.toml"]
)
def test_files_are_found(name: str) -> None:
    """The questions below are asked of the shipped files and of the notices."""
    assert name in RULES


def test_values_have_source_and_grade() -> None:
    """Every number says where it comes from and how it is known; recollection is no grade."""
    grades = {grado.value for grado in Grado}
    lost = [w for w, table in _values() if not _sourced(table) or table.get("grado") not in grades]

    assert lost == []


@pytest.mark.parametrize(
    "path", [("requisiti",), ("definizioni",), ("importo", "voci"), ("graduatoria", "riserve")]
)
def test_rules_have_a_source(path: tuple[str, ...]) -> None:
    """Every requirement, definition, item and reserve says where it comes from."""
    lost = [where for where, row in _rows(*path) if not _sourced(row)]

    assert lost == []


def test_derogations_have_source_and_grade() -> None:
    """Every way round a requirement says where it comes from and how it is known."""
    deroghe = [each for _, row in _rows("requisiti") for each in row.get("deroghe", ())]

    assert [d["codice"] for d in deroghe if not _sourced(d) or "grado" not in d] == []


def test_grades_are_known() -> None:
    """No grade is other than the three: what nobody has seen is not shipped."""
    grades = {table["grado"] for _, table in _all_tables() if "grado" in table}

    assert grades <= {grado.value for grado in Grado}


def test_numbers_are_in_the_fact_sheet_or_derived() -> None:
    """A number that no source states is of grade `derivata`."""
    frozen = _frozen()
    lost = []
    for where, table in _values():
        number = _number(table.get("valore", table.get("dotazione", table.get("alloggi"))))
        if number is not None and table["grado"] != Grado.DERIVATA and number not in frozen:
            lost.append(where)

    assert lost == []


def test_frozen_list_is_that_of_the_fact_sheet() -> None:
    """The list that stands in for the fact sheet holds nothing that the sheet does not state."""
    facts = _facts()
    strangers = _frozen() - _stated(facts) if facts else set()

    assert strangers == set()


def test_numbers_with_a_grade_of_the_act_cite_it() -> None:
    """Grade `atto` goes with a place in an act."""
    lost = [where for where, t in _all_tables() if t.get("grado") == "atto" and "norma" not in t]

    assert lost == []


def test_acts_cited_are_declared_once() -> None:
    """Every act that a rule cites is declared, in one file only."""
    declared = [where.rsplit("[", 1)[1].removesuffix("]") for where, _ in _rows("atti")]
    cited = {Norma.parse(table["norma"]).atto for _, table in _all_tables() if "norma" in table}

    assert cited - set(declared) == set()
    assert len(declared) == len(set(declared))


def test_derived_values_of_the_law_say_why() -> None:
    """A number of the law that is derived has a note, or is the zero of a table."""
    shipped = {each.name for each in _shipped()}
    lost = [
        where
        for where, table in _values()
        if where.split("/")[0] in shipped
        and table["grado"] == Grado.DERIVATA
        and "nota" not in table
        and _number(table["valore"]) != "0"
    ]

    assert lost == []


def _shipped() -> Iterator[Traversable]:
    for folder in ("norme", "misure"):
        yield from (files("casa_model.data") / folder).iterdir()


def test_texts_are_short_and_not_blank() -> None:
    """Texts for people are not blank and fit on a few lines."""
    lost = [where for where, text in _texts() if not text.strip() or len(text) > LONGEST]

    assert lost == []


def test_texts_are_in_both_languages() -> None:
    """A text in one language stands beside the same in the other."""
    lost = [where for where, table in _all_tables() if ("it" in table) != ("en" in table)]

    assert lost == []


def test_no_sentence_is_copied() -> None:
    """Texts but titles of acts are our own words: no eight in a row are the fact sheet's."""
    theirs = _shingles(_facts())
    ours = [(where, text) for where, text in _texts() if "/atti/" not in where]
    copied = [where for where, text in ours if _shingles(text) & theirs]

    assert copied == []


def test_placeholders_are_said() -> None:
    """A real notice whose days no source shows says that they are placeholders."""
    shown = {"tradate-2023.toml", "sesto-san-giovanni-2024.toml"}
    real = {n: r for n, r in RULES.items() if "avviso" in r and "immaginario" not in n}
    silent = [n for n, r in real.items() if "Segnaposto" not in str(r["avviso"].get("note"))]

    assert sorted(silent) == sorted(shown)


def test_imaginary_notices_say_so() -> None:
    """An imaginary notice says so in its title, and nothing in it claims a source."""
    imaginary = {n: r for n, r in RULES.items() if "immaginario" in n}
    titles = [rules["avviso"]["titolo"] for rules in imaginary.values()]
    grades = {t["grado"] for n, r in imaginary.items() for _, t in _tables(n, r) if "grado" in t}

    assert all("immaginario" in title["it"] for title in titles)
    assert grades == {"derivata"}


@pytest.mark.parametrize("path", sorted((ROOT / "esempi" / "domande").glob("*.csv")), ids=str)
def test_applications_are_said_to_be_synthetic(path: Path) -> None:
    """Every file of example applications says in its name that it is synthetic."""
    assert "-sintetiche" in path.stem
    assert (ROOT / "esempi" / "avvisi" / f"{path.stem.split('-sintetiche')[0]}.toml").exists()
