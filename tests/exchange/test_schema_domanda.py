"""What the schema of an application accepts `decidi` decides, and the other way round."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal, localcontext
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from exchange.json_documents import documents
from generative.strategies import measures
from generative.vocabulary import DAYS, FONTE
from hypothesis import event, given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from casa_model.casa import decidi, edizione, leggi_avviso
from casa_model.exchange import leggi_domande_ndjson
from casa_model.exchange.json_schema import schema_domanda
from casa_model.rules.avviso import Avviso
from casa_model.rules.facts import Fatto
from casa_model.rules.misura import Calendario, Misura
from casa_model.rules.types import (
    LIMIT,
    BoolType,
    ChoiceType,
    CodeType,
    DateType,
    NumberType,
)
from casa_model.values import Testo, Vigenza

if TYPE_CHECKING:
    from casa_model.rules.types import Type

SAID = Testo(it="detto", en="said")
NOTICES = sorted(Path("esempi/avvisi").glob("*.toml"))
MEASURES = sorted(edizione().misure)


@cache
def validator(avviso_o_misura: Avviso | Misura) -> Draft202012Validator:
    """The validator of an application, with the numbers of its schema as they are written."""
    schema = json.loads(schema_domanda(avviso_o_misura), parse_float=Decimal)
    return Draft202012Validator(schema)


def accepted(avviso_o_misura: Avviso | Misura, text: str) -> bool:
    """Whether the schema accepts a document, its numbers as they are written."""
    with localcontext(prec=1000):  # `1e400` has a remainder too
        document = json.loads(text, parse_float=Decimal)
        return bool(validator(avviso_o_misura).is_valid(document))


def decided(avviso: Avviso, text: str) -> bool:
    """Whether the reader reads a document and `decidi` decides it."""
    lette = leggi_domande_ndjson(text, avviso, file="d.ndjson")
    decisione = decidi(avviso, lette.domande)
    assert len(decisione.esiti) + len(decisione.scarti) + lette.guaste == 1
    return bool(decisione.esiti)


@cache
def notice(path: Path) -> Avviso:
    """A notice of the examples."""
    return leggi_avviso(path.read_bytes()).valore


def notice_of(misura: Misura, on: date) -> Avviso:
    """A notice of a measure that changes nothing of it; it holds requisites on the day `on`."""
    fixed = misura.calendario or Calendario(on, on)
    return Avviso("avviso", SAID, "ente", misura.codice, evolve(misura, calendario=fixed), FONTE)


def agree(schema_of: Avviso | Misura, avviso: Avviso, text: str) -> None:
    """The schema and the two that read say the same of a document."""
    expected = decided(avviso, text)
    event(f"decided: {expected}")

    assert expected == accepted(schema_of, text), text


@pytest.mark.parametrize("path", NOTICES, ids=lambda path: path.stem)
@given(st.data())
def test_example_notices(path: Path, data: st.DataObject) -> None:
    """Of every notice of the examples."""
    avviso = notice(path)
    assert avviso.misura.calendario is not None
    text = data.draw(documents(avviso.misura, avviso.misura.calendario.data_requisiti))

    agree(avviso, avviso, text)


@pytest.mark.parametrize("codice", MEASURES)
@given(st.data())
def test_shipped_measures(codice: str, data: st.DataObject) -> None:
    """Of every shipped measure, by any notice of it."""
    misura = edizione().misure[codice]
    text = data.draw(documents(misura, None))

    agree(misura, notice_of(misura, date(2026, 3, 1)), text)


@given(st.data())
def test_random_measures(data: st.DataObject) -> None:
    """Of any measure, with any amount, ranking and calendar."""
    avviso = notice_of(data.draw(measures()), data.draw(st.sampled_from(DAYS)))
    assert avviso.misura.calendario is not None
    text = data.draw(documents(avviso.misura, avviso.misura.calendario.data_requisiti))

    agree(avviso, avviso, text)


NAMES = ("componenti", "data_domanda", "data_nascita", "eta", "isee", "protocollo", "riferimento")


@st.composite
def types(draw: st.DrawFn) -> Type:
    """A type with any range."""
    kind = draw(st.integers(0, 5))
    if kind <= 1:
        near = st.integers(-200, 200) | st.integers(-LIMIT, LIMIT)
        lo, hi = sorted((draw(near), draw(near)))
        scale = 2 if kind else draw(st.integers(0, 9))
        return NumberType(scale, euro=bool(kind), lo=lo, hi=hi)
    if kind == 2:  # noqa: PLR2004
        some = st.dates(date(1890, 1, 1), date(2110, 12, 31)) | st.dates()
        return DateType(*sorted((draw(some), draw(some))))
    return draw(st.sampled_from((BoolType(), ChoiceType(("a", "b 1", "1")), CodeType())))


@st.composite
def any_facts(draw: st.DrawFn) -> Misura:
    """A measure whose facts have any type, those that an application derives too."""
    names = draw(st.lists(st.sampled_from(NAMES), unique=True))
    counted = NumberType(0, euro=False, lo=draw(st.integers(0, 3)), hi=draw(st.integers(3, 90)))
    usual: dict[str, Type] = {"componenti": counted, "eta": counted, "data_nascita": DateType()}
    facts = [
        Fatto(
            nome,
            usual[nome] if nome in usual and draw(st.booleans()) else draw(types()),
            SAID,
            membro=draw(st.booleans()),
        )
        for nome in names
    ]
    return Misura(
        codice="misura",
        titolo=SAID,
        fonte=FONTE,
        vigenza=Vigenza(DAYS[0]),
        fatti=tuple(facts),
        parametri=(),
        definizioni=(),
        requisiti=(),
        calendario=Calendario(DAYS[0], draw(st.dates(date(1901, 1, 1), date(2099, 12, 31)))),
    )


@given(st.data())
def test_random_facts(data: st.DataObject) -> None:
    """Of any declared facts: also where a derived fact can never fit."""
    avviso = notice_of(data.draw(any_facts()), DAYS[0])
    assert avviso.misura.calendario is not None
    text = data.draw(documents(avviso.misura, avviso.misura.calendario.data_requisiti))

    agree(avviso, avviso, text)
