"""The patterns of a schema are exact, and mean the same in every engine."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from casa_model.casa import edizione, leggi_avviso
from casa_model.exchange._celle import Guasto, cella, giorno
from casa_model.exchange._colonne import colonne_domande
from casa_model.exchange.json_schema import schema_domanda, schema_esito, schema_verdict
from casa_model.exchange.json_schema._giorni import giorni, inizi, nascite
from casa_model.exchange.json_schema._numeri import numero
from casa_model.exchange.json_schema._pattern import words
from casa_model.exchange.json_schema._testi import protocollo, riferimento
from casa_model.nuclei.fatti import eta_compiuta
from casa_model.rules.types import NumberType

if TYPE_CHECKING:
    from collections.abc import Iterator


Write = "Callable[[Avviso | Misura], str]"
WRITERS = (schema_domanda, schema_esito, schema_verdict)
RULES = (
    *(leggi_avviso(path.read_bytes()).valore for path in sorted(Path("esempi/avvisi").iterdir())),
    *edizione().misure.values(),
)
LOOKS = re.compile(r"\\[dDwWsSbBAZzpPkGuU](?!(?<=u)[0-9a-f]{4})|\(\?[^:]")
"""What engines disagree about: classes of signs, looks around, names; `\\u` has four digits."""

small = st.integers(-400, 400)
ends = st.tuples(small, small).map(sorted)
spelt = st.from_regex(r"-?[0-9]{1,3}(?:\.[0-9]{0,3})?", fullmatch=True)


@given(ends, st.none() | st.integers(0, 3), spelt)
@example([0, 0], 0, "-0")
@example([-100, 100], None, "-1.00")
def test_a_number(span: list[int], scale: int | None, text: str) -> None:
    """Exactly the texts that a cell takes: of money where there is no scale, or of a number."""
    lo, hi = span
    tipo = NumberType(2 if scale is None else scale, euro=scale is None, lo=lo, hi=hi)
    read = not isinstance(cella(tipo, "plain")(text), Guasto)

    assert read == bool(re.fullmatch(numero(lo, hi, tipo.scale, intero=tipo.euro), text))


@given(st.integers(-(2**63), 2**63), st.integers(0, 10**6), st.integers(0, 9), st.integers(-3, 3))
def test_the_ends_of_any_range(lo: int, size: int, scale: int, off: int) -> None:
    """One unit more or less is the difference."""
    hi = lo + size
    pattern = re.compile(numero(lo, hi, scale, intero=False))

    def within(units: int) -> bool:
        return pattern.fullmatch(f"{Decimal(units).scaleb(-scale):f}") is not None

    assert [within(lo + off), within(hi + off)] == [
        lo <= lo + off <= hi,
        lo <= hi + off <= hi,
    ]


days = st.dates(date(1895, 1, 1), date(2105, 12, 31))
ever = days | st.dates()


@given(st.tuples(ever, ever).map(sorted), ever, st.integers(1, 12), st.integers(0, 32))
def test_a_day(span: list[date], near: date, month: int, number: int) -> None:
    """Exactly the days of the calendar between two."""
    lo, hi = span
    text = f"{near.year:04}-{month:02}-{number:02}"
    found = giorno(text, "plain")

    assert (found is not None and lo <= found <= hi) == bool(re.fullmatch(giorni(lo, hi), text))


@pytest.mark.parametrize("year", [1900, 1904, 2000, 2023, 2024, 2100])
def test_the_29th_of_february(year: int) -> None:
    """Of a leap year only."""
    leap = year % 4 == 0 and year not in (1900, 2100)
    pattern = giorni(date(1890, 3, 1), date(2110, 1, 1))

    assert leap == bool(re.fullmatch(pattern, f"{year}-02-29"))


@given(st.tuples(ever, ever).map(sorted), ever)
@example([date(2024, 2, 29), date(2024, 2, 29)], date(2024, 2, 29))
@example([date(2000, 1, 1), date(2099, 12, 31)], date(2100, 1, 1))
def test_how_a_day_begins(span: list[date], day: date) -> None:
    """The short pattern tells days apart as the whole one does."""
    lo, hi = span

    assert (lo <= day <= hi) == bool(re.match(inizi(lo, hi), day.isoformat()))


@given(ever, st.tuples(days, days).map(sorted), days)
@example(date(2023, 2, 28), [date(1901, 1, 1), date(2099, 12, 31)], date(2004, 2, 29))
@example(date(2024, 2, 29), [date(1901, 1, 1), date(2099, 12, 31)], date(2004, 2, 29))
@example(date(1, 1, 1), [date.min, date(30, 1, 1)], date.min)
@example(date(9999, 1, 1), [date(9990, 1, 1), date.max], date.max)
def test_who_has_which_age(on: date, span: list[date], born: date) -> None:
    """Each day of birth has one age, that of `fatti_di`."""
    lo, hi = span
    ages = list(nascite(on, lo, hi))
    born = min(max(born, lo), hi)
    one = timedelta(days=1)

    assert [eta_compiuta(born, on=on)] == [age for age, a, b in ages if a <= born <= b]
    assert (ages[0][2], ages[-1][1]) == (hi, lo)
    assert [b + one for _, _, b in ages[1:]] == [a for _, a, _ in ages[:-1]]


@given(st.lists(st.from_regex(r"[0-9-]{3}", fullmatch=True), min_size=1, unique=True))
def test_words(some: list[str]) -> None:
    """Exactly those words."""
    pattern = re.compile(words(sorted(some)))
    tried = {*some, *(word[::-1] for word in some)}

    assert {word for word in tried if pattern.fullmatch(word)} == {*some}


letters = st.characters() | st.sampled_from("aZ09 ,;.'’-=+@\n\u00e0\u0661\u200b\u00ad\ud800\u4e00")
shapes = st.text(letters, max_size=8) | st.from_regex(
    r"[ -]?[A-Za-z]{6}[0-9LV]{2}[A-Z][0-9l]{2}[A-Z][0-9]{3}[A-Z][ é1]?", fullmatch=True
)


@given(shapes)
def test_a_reference_and_a_number(text: str) -> None:
    """Any text is a reference, or a protocol number, as the reader says."""
    columns = colonne_domande(edizione().misure["energia-l1"], "json")
    expected = [columns[name].leggi(text) == text for name in ("riferimento", "protocollo")]

    assert expected == [
        Draft202012Validator(schema).is_valid(text) for schema in (riferimento(), protocollo())
    ]


def _patterns(schema: object) -> Iterator[str]:
    if isinstance(schema, dict):
        for key, value in schema.items():
            if key == "pattern" and isinstance(value, str):
                yield value
            else:
                yield from _patterns(value)
    if isinstance(schema, list):
        for each in schema:
            yield from _patterns(each)


@pytest.mark.parametrize("write", WRITERS)
def test_a_schema_is_one(write: Write) -> None:
    """By the metaschema of 2020-12; the same text twice; its patterns mean one thing."""
    for rules in RULES:
        text = write(rules)
        schema = json.loads(text)
        Draft202012Validator.check_schema(schema)
        found = list(_patterns(schema))

        assert write(rules) == text
        assert found
        assert [each for each in found if LOOKS.search(each)] == []
