"""Every sentence of the catalogue keeps the house's form in both languages."""

from __future__ import annotations

import re
from string import Formatter
from typing import TYPE_CHECKING

import pytest

from casa_model.errors import CATALOGUE, Fault, Place

if TYPE_CHECKING:
    from casa_model.errors import Entry

EVERY = pytest.mark.parametrize(("code", "entry"), CATALOGUE.items(), ids=list(CATALOGUE))


def fields(sentence: str) -> set[str]:
    """Collect the words in braces of a sentence."""
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


@EVERY
def test_a_code_is_in_kebab_case(code: str, entry: Entry) -> None:
    """A code is small ASCII words joined by hyphens, and its sentences are not blank."""
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code)
    assert entry.it.strip()
    assert entry.en.strip()


@EVERY
def test_a_sentence_starts_small_and_has_no_final_stop(code: str, entry: Entry) -> None:
    """A sentence follows a place and a code on its line: no capital, no stop."""
    starts = {code: (entry.it[0].isupper(), entry.en[0].isupper())}
    ends = {code: (entry.it[-1] in ".!;: ", entry.en[-1] in ".!;: ")}

    assert starts == {code: (False, False)}
    assert ends == {code: (False, False)}


@EVERY
def test_both_languages_are_filled_with_the_same_words(code: str, entry: Entry) -> None:
    """English may have its own variant of a word, marked `_en`; Italian has none."""
    italian, english = fields(entry.it), fields(entry.en)

    assert not any(name.endswith("_en") for name in italian)
    assert {code: {name.removesuffix("_en") for name in english}} == {code: italian}


@EVERY
def test_a_fault_fills_every_brace(code: str, entry: Entry) -> None:
    """With a word for each field, no brace is left in either language."""
    words = dict.fromkeys(fields(entry.it) | fields(entry.en), "parola")
    fault = Fault(code, Place("file.toml", 1, 1), words)

    assert not set("{}") & set(fault.testo("it") + fault.testo("en"))
