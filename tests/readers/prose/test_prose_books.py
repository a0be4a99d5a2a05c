"""Every measure has a book, in both languages and three forms."""

from __future__ import annotations

import html.parser
import re
from datetime import date
from decimal import Context, Inexact, localcontext
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from examples import many
from generative.test_agreement import day_of
from hypothesis import given
from hypothesis import strategies as st
from readers.trial import BASE, requirement

from casa_model.casa import edizione
from casa_model.errors import WrongDay
from casa_model.readers.prose import Libro, prose
from casa_model.testing._measures import measures
from casa_model.values import Testo

if TYPE_CHECKING:
    from casa_model.errors import Lang

LANGS: tuple[Lang, ...] = ("it", "en")
CRS = edizione().misure["crs-difficolta"]


class Checker(html.parser.HTMLParser):
    """Whether every tag is closed in its place; and what the page says."""

    VOID = frozenset({"meta"})

    def __init__(self) -> None:
        """Nothing is open yet."""
        super().__init__()
        self.open: list[str] = []
        self.said = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag that opens; headers say what they head."""
        assert tag != "script"
        if tag == "th":
            assert dict(attrs)["scope"] in ("col", "row")
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """A tag that closes is the last that opened."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """A text."""
        self.said += data


def check_html(libro: Libro) -> str:
    """The text of a page that is well formed."""
    checker = Checker()
    checker.feed(libro.html())
    assert checker.open == []
    assert f'<html lang="{libro.lang}">' in libro.html()
    return checker.said


HOSTILE = "<script>alert(1)</script> & | `x` *y* _z_ [a](b) # ~ $"


class TestForms:
    """The same book as text, Markdown and HTML."""

    def test_nothing_of_a_text_is_a_sign(self) -> None:
        """A title that would be markup is only a title."""
        words = Testo(it=HOSTILE, en=HOSTILE)
        libro = prose(evolve(BASE, titolo=words, note=(words,)), lang="it")
        markdown = libro.markdown()

        assert "<script>" not in libro.html()
        assert HOSTILE in check_html(libro)
        assert r"\<script\>" in markdown
        assert re.search(r"(?<!\\)[`*\[|<]", markdown.splitlines()[0]) is None
        assert HOSTILE in libro.testo()

    @pytest.mark.parametrize(
        ("text", "line"),
        [
            ("- none", r"- \- none"),
            ("+ none", r"- \+ none"),
            ("---", r"- \---"),
            ("2. none", r"- 2\. none"),
            ("3) none", r"- 3\) none"),
            ("2.5 is none", "- 2.5 is none"),
        ],
    )
    def test_nothing_of_a_text_begins_a_list(self, text: str, line: str) -> None:
        """Nor a rule across the page: a note keeps its own signs."""
        libro = prose(evolve(BASE, note=(Testo(it=text, en=text),)), lang="it")

        assert line in libro.markdown().splitlines()

    def test_lines_of_a_terminal(self) -> None:
        """No line is too long, and what is read in one breath is not parted."""
        text = prose(CRS, on=date(2024, 9, 2), lang="it").testo()

        assert max(map(len, text.splitlines())) <= 100
        assert not [line for line in text.splitlines() if line.endswith((" art.", " c.", "00"))]

    def test_a_condition_is_a_list(self) -> None:
        """A heading over its sentences, as deep as it goes."""
        nested = requirement("r", "pagato and (isee < 5 or not (isee > 3))")
        libro = prose(evolve(BASE, requisiti=(nested,)), lang="it")
        tail = libro.testo().partition("È soddisfatto quando:\n")[2].splitlines()[:6]

        assert tail == [
            "   - valgono tutte queste cose:",
            "     - «prova»: sì",
            "     - vale almeno una di queste cose:",
            "       - «prova» è inferiore a 5",
            "       - non vale questo:",
            "         - «prova» supera 3",
        ]
        assert (
            "  - vale almeno una di queste cose:\n    - «prova» è inferiore a 5" in libro.markdown()
        )
        assert "<li>non vale questo:<ul><li>«prova» supera 3</li></ul></li>" in libro.html()


class TestAnyBook:
    """Every measure has a book, in both languages and three forms."""

    @many(60)
    @given(st.data(), st.sampled_from(LANGS), st.booleans())
    def test_of_random_measures(self, data: st.DataObject, lang: Lang, day: bool) -> None:  # noqa: FBT001
        """Whatever is in it, with a day and without."""
        misura = data.draw(measures())
        on = day_of(misura, data) if day else None
        libro = prose(misura, on=on, lang=lang)

        assert libro.testo().endswith("\n")
        assert libro.markdown().startswith("# ")
        check_html(libro)
        for each in misura.requisiti:
            shown = on is None or each.vigenza is None or each.vigenza.contiene(on)
            assert (each.testo.render(lang).capitalize() in libro.testo()) == shown

    @pytest.mark.parametrize("context", [Context(prec=2), Context(prec=2, traps=[Inexact])])
    def test_it_is_no_matter_of_the_callers_decimals(self, context: Context) -> None:
        """An application that rounds or traps for its own ends gets the same book."""
        before = prose(CRS, on=date(2024, 9, 2), lang="it")
        with localcontext(context):
            found = prose(CRS, on=date(2024, 9, 2), lang="it")

        assert before == found

    @pytest.mark.parametrize("lang", LANGS)
    @pytest.mark.parametrize("codice", edizione().misure)
    def test_of_the_shipped_measures(self, codice: str, lang: Lang) -> None:
        """Every number with its grade, every requirement with its article."""
        misura = edizione().misure[codice]
        text = prose(misura, lang=lang).testo()

        for requisito in misura.requisiti:
            assert requisito.fonte.grado.render(lang) in text
        assert re.search(r"\bNone\b(?! goes)", text) is None
        assert "{" not in text

    def test_a_day_on_which_it_does_not_answer(self) -> None:
        """As for every reader."""
        with pytest.raises(WrongDay):
            prose(CRS, on=date(2001, 1, 1), lang="it")


@pytest.mark.parametrize("lang", LANGS)
def test_the_words_are_those_of_explanations(lang: Lang) -> None:
    """A label, a value and a source are told as `explain` tells them."""
    text = prose(CRS, on=date(2024, 9, 2), lang=lang).testo()

    assert {"it": "9.360,00 €", "en": "€9,360.00"}[lang] in text
    assert CRS.fatti[0].etichetta.render(lang) in text
