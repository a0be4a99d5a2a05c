"""Every outcome and every verdict that is written is valid by the schema of its notice."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from casa_model.casa import decidi, edizione, leggi_avviso
from casa_model.exchange import esiti_ndjson, to_json
from casa_model.exchange.json_schema import schema_esito, schema_verdict
from casa_model.nuclei import Domanda
from casa_model.readers.evaluate import evaluate
from casa_model.rules.facts import Fatti
from casa_model.testing._decided import notices
from casa_model.testing._households import Question, fuller, households, questions
from casa_model.testing._vocabulary import DAYS
from casa_model.values import Testo

if TYPE_CHECKING:
    from collections.abc import Callable

    from casa_model.casa import Decisione
    from casa_model.rules.avviso import Avviso
    from casa_model.rules.misura import Misura

SAID = Testo(it="detto", en="said")
NOTICES = sorted(Path("esempi/avvisi").glob("*.toml"))


@cache
def notice(path: Path) -> Avviso:
    """A notice of the examples."""
    return leggi_avviso(path.read_bytes()).valore


@cache
def outcomes_of(avviso: Avviso) -> Draft202012Validator:
    """The validator of a line of outcomes."""
    return Draft202012Validator(json.loads(schema_esito(avviso)))


@cache
def verdicts_of(avviso_o_misura: Avviso | Misura) -> Draft202012Validator:
    """The validator of a verdict."""
    return Draft202012Validator(json.loads(schema_verdict(avviso_o_misura)))


def all_valid(decisione: Decisione) -> None:
    """Every line of the outcomes, in both languages, and every verdict is valid."""
    for lang in ("it", "en"):
        for line in esiti_ndjson(decisione, lang=lang).splitlines():
            outcomes_of(decisione.avviso).validate(json.loads(line))
    for esito in decisione.esiti:
        verdicts_of(decisione.avviso).validate(json.loads(to_json(esito.verdict)))


@st.composite
def applications(draw: st.DrawFn, misura: Misura, first: Fatti) -> list[Domanda]:
    """Some applications, of which some repeat a number, say none, or contradict themselves."""
    whole = draw(fuller(misura, first))
    facts = [first, whole, draw(households(misura)), Fatti({}, [{}] * 31)]
    return [
        Domanda(str(at), protocollo=draw(st.sampled_from((None, "1", str(at)))), fatti=_free(fatti))
        for at, fatti in enumerate(facts)
    ]


def _free(fatti: Fatti) -> Fatti:
    """Facts without those that an application says on its own."""
    known = {name: value for name, value in fatti.valori.items() if name != "protocollo"}
    return Fatti(known, fatti.membri)


@given(st.data())
def test_random_notices(data: st.DataObject) -> None:
    """Of any notice: with a ranking or none, paid in euro, in dwellings, or by an unknown sum."""
    avviso = data.draw(notices())
    first = data.draw(households(avviso.misura, known=5))

    all_valid(decidi(avviso, data.draw(applications(avviso.misura, first))))


@given(questions(known=5))
def test_random_verdicts(question: Question) -> None:
    """Of any measure, on any day."""
    verdict = evaluate(question.misura, question.fatti, on=question.on)

    verdicts_of(question.misura).validate(json.loads(to_json(verdict)))


@pytest.mark.parametrize("path", NOTICES, ids=lambda path: path.stem)
@given(st.data())
def test_example_notices(path: Path, data: st.DataObject) -> None:
    """Of every notice of the examples."""
    avviso = notice(path)
    some = data.draw(households(avviso.misura, known=5))

    all_valid(decidi(avviso, data.draw(applications(avviso.misura, some))))


def _line(**changed: Any) -> dict[str, Any]:  # noqa: ANN401 - what JSON has
    """An outcome of Tradate, changed."""
    sound = {
        "riferimento": "A",
        "esito": "non-ammesso",
        "importo": None,
        "rango": None,
        "stato": None,
        "pagato": None,
        "motivi": [{"codice": "isee", "testo": "x", "fonte": "y"}],
        "mancano": [],
        "avvertenze": [],
    }
    return sound | changed


@pytest.mark.parametrize(
    "changed",
    [
        {"riferimento": " "},
        {"esito": "ammesso"},
        {"esito": "forse"},
        {"importo": "1.00"},
        {"rango": 1},
        {"motivi": []},
        {"motivi": [{"codice": "altro", "testo": "x", "fonte": "y"}]},
        {"motivi": [{"codice": "isee", "testo": "x"}]},
        {"mancano": ["isee"]},
        {"altro": 1},
        {"esito": "da-completare", "motivi": []},
        {"esito": "da-completare", "motivi": [], "mancano": ["eta"]},
        {"esito": "ammesso", "motivi": [], "importo": "1.0", "rango": 1, "stato": "in-attesa"},
        {"esito": "non-decisa", "motivi": []},
    ],
)
def test_what_no_decision_writes_is_refused(changed: dict[str, Any]) -> None:
    """The schema says what goes with what."""
    avviso = notice(Path("esempi/avvisi/tradate-2023.toml"))

    assert outcomes_of(avviso).is_valid(_line())
    assert not outcomes_of(avviso).is_valid(_line(**changed))


def test_a_measure_has_the_schema_of_a_notice_that_changes_nothing() -> None:
    """And of a notice the day of the law is one."""
    misura = edizione().misure["crs-difficolta"]
    verdict = evaluate(misura, Fatti({}), on=DAYS[2])
    of_measure = verdicts_of(misura)
    of_notice = verdicts_of(notice(Path("esempi/avvisi/tradate-2023.toml")))

    assert of_measure.is_valid(json.loads(to_json(verdict)))
    assert not of_notice.is_valid(json.loads(to_json(verdict)))


def _enums(schema: object) -> list[object]:
    """Every list of values of a schema."""
    if isinstance(schema, list):
        return [found for each in schema for found in _enums(each)]
    if not isinstance(schema, dict):
        return []
    own = [schema["enum"]] if isinstance(schema.get("enum"), list) else []
    return own + [found for each in schema.values() for found in _enums(each)]


@pytest.mark.parametrize("write", [schema_esito, schema_verdict])
@pytest.mark.parametrize("codice", sorted(edizione().misure))
def test_no_list_of_values_is_empty(write: Callable[[Misura], str], codice: str) -> None:
    """Some readers of schemas refuse one: that nothing may stand there is said otherwise."""
    assert [] not in _enums(json.loads(write(edizione().misure[codice])))


def test_the_day_of_a_verdict_is_all_of_it() -> None:
    """Nothing comes after the day, also for readers to which `format` is only a note."""
    day = json.loads(schema_verdict(edizione().misure["energia-l1"]))
    on = day["properties"]["valore"]["properties"]["on"]

    assert Draft202012Validator(on).is_valid("2024-01-01")
    assert not Draft202012Validator(on).is_valid("2024-01-01xyz")
    assert not Draft202012Validator(on).is_valid("2024-01-01\n")
