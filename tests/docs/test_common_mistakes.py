"""The common mistakes that the pages of the rule language list are made, told and mended so."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from casa_model.casa import leggi_avviso
from casa_model.errors import InvalidFile

if TYPE_CHECKING:
    from casa_model.errors import Lang

DOCS = Path(__file__).parents[2] / "docs"
PAGES: dict[Lang, str] = {"it": "linguaggio.md", "en": "rule-language.md"}
_ROW = re.compile(
    r"^\| `(?P<wrong>[^`]+)`[^|]*\| (?P<said>[^|]+) \| `(?P<right>[^`]+)` \|$", re.MULTILINE
)
_HEADING = re.compile(r"^## (?:Errori comuni|Common mistakes)$", re.MULTILINE)
NOTICE = """
formato = 1
[avviso]
codice = "prova"
titolo = {{ it = "prova", en = "trial" }}
ente = "Comune immaginario"
misura = "crs-difficolta"
fonte = "esempio inventato"
grado = "derivata"
pubblicazione = 2024-09-02
[[requisiti]]
codice = "prova"
fonte = "esempio inventato"
testo = {{ it = "prova", en = "trial" }}
condizione = '''{}'''
"""


def _rows(lang: Lang) -> list[tuple[str, str, str]]:
    table = _HEADING.split((DOCS / PAGES[lang]).read_text(encoding="utf-8"))[1]
    return [(row["wrong"], row["said"], row["right"]) for row in _ROW.finditer(table)]


def _told(rule: str, lang: Lang) -> list[str]:
    try:
        faults = leggi_avviso(NOTICE.format(rule)).rilievi
    except InvalidFile as error:
        faults = error.faults
    return [fault.testo(lang) for fault in faults]


@pytest.mark.parametrize(
    ("lang", "wrong", "said", "right"),
    [pytest.param(lang, *row, id=f"{lang}: {row[0]}") for lang in PAGES for row in _rows(lang)],
)
def test_a_mistake_is_told_as_the_page_says_and_mended_as_it_says(
    lang: Lang, wrong: str, said: str, right: str
) -> None:
    """The first message is the one of the page; the mend leaves nothing to say."""
    told = (_told(wrong, lang)[0], _told(right, lang))

    assert told == (said, [])


def test_both_pages_list_the_same_mistakes() -> None:
    """Whoever reads one language misses nothing."""
    italian, english = ([(wrong, right) for wrong, _, right in _rows(lang)] for lang in PAGES)

    assert italian == english
