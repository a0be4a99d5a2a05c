"""The spelling check reads every sentence for people, and fails on a word that nobody knows."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

TOOL = Path(__file__).parents[2] / "tools" / "spelling.py"


def _check(root: Path, **files: str) -> tuple[int, list[str]]:
    for name, content in files.items():
        path = root / name.replace("__", "/").replace("_dot_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(TOOL), str(root)], capture_output=True, text=True, check=False
    )
    found = [line.split(" (near:")[0] for line in done.stdout.splitlines()]
    return done.returncode, found


def test_a_misspelt_label_of_a_rule_file_is_found_with_its_line(tmp_path: Path) -> None:
    """Both languages of a rule file are read, long texts too."""
    rules = 'x = 1\ntitolo = { it = "la sogglia", en = "the tresholdd" }\nit = """\nuna zqwx"""\n'

    assert _check(tmp_path, src__casa_model__data__m_dot_toml=rules) == (
        1,
        [
            "src/casa_model/data/m.toml:2: it sogglia",
            "src/casa_model/data/m.toml:2: en tresholdd",
            "src/casa_model/data/m.toml:3: it zqwx",
            "spelling: 6 words, 3 unknown",
        ],
    )


def test_a_misspelt_sentence_of_the_library_is_found_with_its_line(tmp_path: Path) -> None:
    """Keywords of any call, formatted and joined texts, and `Testo` without keywords."""
    code = (
        'a = Entry(it="il qwrtz è vuoto",\n  en=f"the {a} is wrrong")\n'
        'b = Testo("la kasa", "the " "howse")\n'
        'c = other("kasa")\n'
    )

    assert _check(tmp_path, src__casa_model__e_dot_py=code) == (
        1,
        [
            "src/casa_model/e.py:1: it qwrtz",
            "src/casa_model/e.py:2: en wrrong",
            "src/casa_model/e.py:3: it kasa",
            "src/casa_model/e.py:3: en howse",
            "spelling: 10 words, 4 unknown",
        ],
    )


def test_a_misspelt_word_of_a_page_is_found_with_its_line(tmp_path: Path) -> None:
    """A page is English until it says otherwise; code keeps its lines and is not read."""
    page = (
        "The hause\n\n```toml\nqqqq = 1\n```\n\n`qqqq\nqqqq` and an *avviso*\n"
        "<!-- lang: it -->\nla casa e la howse\n<!-- lang: en -->\nthe house\n"
    )

    assert _check(tmp_path, docs__page_dot_md=page) == (
        1,
        ["docs/page.md:1: en hause", "docs/page.md:10: it howse", "spelling: 11 words, 2 unknown"],
    )


@pytest.mark.parametrize(
    "words",
    [
        "`qqqq`",
        "{qqqq}",
        "QQQQ",
        "QQQQ's",
        "see https://qqqq.example",
        "qqqq.it",
        "[here](qqqq.md)",
        "<!-- qqqq -->",
        "12qqqq",
    ],
)
def test_data_are_no_words(tmp_path: Path, words: str) -> None:
    """What is between backticks or braces, in capitals, an address or a number is skipped."""
    code, _ = _check(tmp_path, README_dot_md=f"the house {words}\n")

    assert code == 0


def test_a_run_that_reads_nothing_fails(tmp_path: Path) -> None:
    """A check that has lost its files does not say that all is well."""
    assert _check(tmp_path) == (1, ["spelling: 0 words, 0 unknown"])
