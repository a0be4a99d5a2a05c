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
from hypothesis import event, given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from casa_model.casa import decidi, edizione, leggi_avviso
from casa_model.exchange import leggi_domande_ndjson
from casa_model.exchange.json_schema import schema_domanda
from casa_model.exchange.json_schema._fatto import unita
from casa_model.exchange.json_schema._scrivi import scrivi
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
from casa_model.testing._measures import measures
from casa_model.testing._vocabulary import DAYS, FONTE
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
    if kind == 2:
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


def test_every_fact_has_its_words() -> None:
    """Label, unit and range, proof; and a label for each choice."""
    schema = json.loads(schema_domanda(edizione().misure["crs-difficolta"]))
    isee, area = (schema["properties"][name] for name in ("isee", "area"))

    assert isee["title"] == "ISEE del nucleo, in corso di validità"
    assert isee["description"] == (
        "Importo in euro da 0,00 € a 999.999.999,99 €. Lo prova: attestazione ISEE. "
        "Le regole lo leggono. — "
        "Household ISEE, valid on the day. Amount in euro from €0.00 to €999,999,999.99. "
        "Proof: ISEE attestation. The rules read it."
    )
    assert {"const": "protezione", "title": "area della protezione — protection area"} in area[
        "oneOf"
    ]


@pytest.mark.parametrize(
    ("tipo", "it", "en"),
    [
        (BoolType(), "Sì (`true`) o no (`false`)", "Yes (`true`) or no (`false`)"),
        (NumberType(0, euro=False, lo=1, hi=30), "Numero intero da 1 a 30", "Whole number from 1"),
        (
            NumberType(2, euro=False, lo=-5, hi=1999),
            "Numero con 2 decimali al massimo, da -0,05 a 19,99",
            "Number with 2 decimals at most, from -0.05 to 19.99",
        ),
        (DateType(), "Giorno dal 1901-01-01 al 2099-12-31", "Day from 1901-01-01 to 2099-12-31"),
        (ChoiceType(("a",)), "Una delle scelte elencate", "One of the listed choices"),
        (CodeType(), "Codice, come testo", "Code, as a text"),
    ],
)
def test_every_type_has_its_unit(tipo: Type, it: str, en: str) -> None:
    """In both languages, decimals as each writes them."""
    assert unita(tipo, "it") == it
    assert unita(tipo, "en").startswith(en)


def test_the_name_of_a_schema() -> None:
    """A URN, as it stands at no address; whose it is, in both languages."""
    avviso = notice(Path("esempi/avvisi/tradate-2023.toml"))
    of_notice = json.loads(schema_domanda(avviso))
    of_measure = json.loads(schema_domanda(edizione().misure["energia-l1"]))

    assert of_notice["$id"] == "urn:casa-model:domanda:avviso:tradate-2023"
    assert of_measure["$id"] == "urn:casa-model:domanda:misura:energia-l1"
    assert of_notice["title"].startswith("Una domanda per l'avviso ")
    assert " — One application for the measure " in of_measure["title"]
    assert "day of requisites" in of_measure["$comment"]
    assert "day of requisites" not in of_notice["$comment"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('{"riferimento": "A", "isee": 1, "isee": 1}', "colonna-ripetuta"),
        ('{"riferimento": "A"}\n{"riferimento": "A"}', "riferimento-ripetuto"),
    ],
)
def test_what_no_schema_can_say(text: str, told: str) -> None:
    """A key that stands twice and a reference on two lines: the reader refuses them."""
    avviso = notice(Path("esempi/avvisi/tradate-2023.toml"))
    lette = leggi_domande_ndjson(text, avviso, file="d.ndjson")

    assert all(accepted(avviso, line) for line in text.splitlines())
    assert told in [fault.code for fault in lette.difetti]


def test_short_things_stand_on_one_line() -> None:
    """And long ones are opened, lists too; patterns are in ASCII, labels as they are."""
    long = ["è" * 80, {"pattern": "\U0001f3e0"}, Decimal("1.50"), []]

    assert scrivi({"a": {"b": 1}}) == '{"a": {"b": 1}}\n'
    assert scrivi({"title": long, "type": "x" * 200}) == (
        '{\n "title": ["' + "è" * 80 + '", {"pattern": "\\ud83c\\udfe0"}, 1.50, []],\n'
        ' "type": "' + "x" * 200 + '"\n}\n'
    )
    assert scrivi({"a": long * 2}).count("\n") == 12
