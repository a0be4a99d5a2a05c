from __future__ import annotations

import json
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from casa_model.errors import CasaError, IllTyped, InvalidValue, Problem
from casa_model.exchange import Lette, from_json, to_json
from casa_model.exchange.json import LIVELLI
from casa_model.graduatorie import Posizione
from casa_model.nuclei import Domanda
from casa_model.rules import tree as t
from casa_model.rules.facts import Fatti
from casa_model.rules.params import Parametro
from casa_model.rules.types import ChoiceType, NumberType, Type
from casa_model.values import Cig, Euro, Fonte, Norma, Storia, Testo, Vigenza

if TYPE_CHECKING:
    from casa_model.rules.misura import Misura

TREE = t.Compare("<", t.Fact("isee"), t.Param("soglia", (t.Number(5),)))


def _root(tipo: str, valore: object, **more: object) -> str:
    return json.dumps({"formato": 1, "tipo": tipo, "valore": valore} | more)


def test_a_tree_names_its_nodes() -> None:
    """And is read back as its own class or as any node."""
    text = to_json(TREE)

    assert json.loads(text) == {
        "formato": 1,
        "tipo": "Compare",
        "valore": {
            "nodo": "Compare",
            "op": "<",
            "left": {"nodo": "Fact", "name": "isee"},
            "right": {
                "nodo": "Param",
                "name": "soglia",
                "keys": [{"nodo": "Number", "units": 5, "scale": 0}],
            },
        },
    }
    assert (from_json(text, t.Compare), from_json(text, t.Expr)) == (TREE, TREE)


def test_what_has_a_text_of_its_own_is_that_text() -> None:
    """Money, days, citations, codes; a value of a fact says its type."""
    domanda = Domanda(
        "A",
        datetime(2023, 11, 30, 12),  # noqa: DTZ001 - wall time in Italy
        fatti=Fatti(
            {"isee": Euro(936000), "a": True, "b": 3, "c": Decimal("0.50"), "d": date(2020, 1, 2)},
            ({"ruolo": "figlio"},),
        ),
    )
    written = json.loads(to_json(domanda))["valore"]

    assert (written["presentata"], written["fatti"]) == (
        "2023-11-30T12:00:00",
        {
            "valori": {
                "isee": {"euro": "9360.00"},
                "a": {"bool": True},
                "b": {"numero": "3"},
                "c": {"numero": "0.50"},
                "d": {"data": "2020-01-02"},
            },
            "membri": [{"ruolo": {"testo": "figlio"}}],
        },
    )
    assert [json.loads(to_json(x))["valore"] for x in (Cig("A000000000"), Norma("lr-1-2020"))] == [
        "A000000000",
        "lr-1-2020",
    ]
    assert from_json(to_json(domanda), Domanda) == domanda


def test_a_rule_of_fifty_levels_fits() -> None:
    """The deepest that the loader lets in, in the form that nests most."""
    node: t.Expr = t.Truth(value=True)
    for _ in range(49):
        node = t.And((node, t.Fact("a")))

    assert from_json(to_json(node), t.Expr) == node


@pytest.mark.parametrize(
    ("text", "cls", "said"),
    [
        ("{", Euro, "well-formed"),
        ("[]", Euro, "well-formed"),
        ("\ufeff{}", Euro, "well-formed"),
        ('{"formato": 1, "formato": 1}', Euro, "well-formed"),
        ("[" * 100_000, Euro, "well-formed"),
        (f'{{"formato": {"[" * LIVELLI}{"]" * LIVELLI}}}', Euro, "well-formed"),
        ('{"formato": 1' + "0" * 5000 + "}", Euro, "well-formed"),
        ("{}", Euro, "`formato` must be 1"),
        ('{"formato": 2}', Euro, "`formato` must be 1"),
        ('{"formato": true}', Euro, "`formato` must be 1"),
        ('{"formato": 1}', Euro, "the root has"),
        (_root("Euro", "1.00", altro=1), Euro, "the root has"),
        (_root("Testo", "1.00"), Euro, "`tipo` is not that of the class"),
        (_root("Fact", {"nodo": "Label", "value": "a"}), t.Fact, "`tipo` is not that"),
        (_root("Fact", {}), Testo, "`tipo` is not that"),
    ],
)
def test_a_root_that_will_not_do_is_refused(text: str, cls: type, said: str) -> None:
    """Before anything in it is looked at."""
    with pytest.raises(InvalidValue, match=said):
        from_json(text, cls)


@pytest.mark.parametrize(
    ("cls", "valore", "said"),
    [
        (Euro, 9360, "`.`: an amount in quotes .a point and two decimals. is expected"),
        (Euro, 9360.0, "a number with decimals without quotes"),
        (Euro, "9.360,00", "an amount in quotes .a point and two decimals. is expected"),
        (Testo, {"it": "a"}, "the key `en` is missing"),
        (Testo, {"it": "a", "en": "a", "fr": "a"}, "the key `fr` does not exist here"),
        (Testo, {"it": "a", "en": ""}, "`en`: the text is empty"),
        (Fonte, {"grado": "visto"}, "`grado`: one of"),
        (Fonte, {"grado": "atto", "norma": "art. 6"}, "`norma`"),
        (Vigenza, {"dal": "2020-02-30"}, "`dal`: a date in quotes"),
        (t.Not, {"nodo": "Not", "arg": {"nodo": "Nil"}}, "`arg`: .* mend `nodo`"),
        (t.Not, {"nodo": "Not", "arg": {"nodo": ["Not"]}}, "`arg`: .* mend `nodo`"),
        (t.Not, {"nodo": "Not", "arg": 1}, "`arg`: .* mend `nodo`"),
        (t.Not, {"nodo": "Not", "arg": None}, "`arg`: .* mend `nodo`"),
        (t.Not, {"arg": {"nodo": "Truth", "value": True}}, "mend `nodo`"),
        (t.Truth, {"nodo": "Truth", "value": 1}, "`value`: true or false"),
        (t.In, {"nodo": "In", "arg": {"nodo": "Fact", "name": "a"},
                "values": [{"nodo": "Fact", "name": "a"}]}, r"`values\[0\]`: .* mend `nodo`"),
        (ChoiceType, {"tipo": "ChoiceType", "values": "a"}, "`values`: a list"),
        (Fatti, {"valori": {"a": 1}}, r"`valori(\.|\[).*a value with its type"),
        (Fatti, {"valori": {"a": {"euro": "1.00", "bool": True}}}, "a value with its type"),
        (Fatti, {"valori": {"a": {"float": 1}}}, "a value with its type"),
        (Fatti, {"valori": {"a": {"euro": "NaN"}}}, "an amount in quotes"),
        (Fatti, {"membri": []}, "`membri`"),
        (Posizione, {"rango": 1, "riferimento": "A", "spettante": None, "pagato": None,
                     "voci": [["a", "1.00", 2]], "stato": "parziale"}, r"`voci\[0\]`: .* 2 things"),
        (Posizione, {"rango": 1, "riferimento": "A", "spettante": None, "pagato": None,
                     "voci": ["a"], "stato": "parziale"}, r"`voci\[0\]`: .* 2 things"),
        (Posizione, {"rango": 1, "riferimento": "A", "spettante": None, "pagato": None,
                     "voci": [["a", 1]], "stato": "parziale"}, r"`voci\[0\]"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_refused_with_its_path(cls: type, valore: object, said: str) -> None:
    """Nothing is coerced, nothing is left over, and no error of another library shows."""
    with pytest.raises(InvalidValue, match=said) as refusal:
        from_json(_root(cls.__name__, valore), cls)

    assert (refusal.value.__cause__, refusal.value.__context__) == (None, None)


def test_all_that_is_wrong_is_told_at_once() -> None:
    """In both languages."""
    with pytest.raises(InvalidValue) as refusal:
        from_json(_root("Vigenza", {"dal": 1, "al": "x", "el": 1}), Vigenza)

    assert refusal.value.testo("it").count("; scrivi") == 2
    assert "`el`" in refusal.value.testo("it")


@pytest.mark.parametrize("obj", [1, "a", None, {"a": 1}, [Euro(1)], Decimal(1)])
def test_what_is_not_ours_is_not_written(obj: object) -> None:
    """Nor read."""
    with pytest.raises(IllTyped):
        to_json(obj)
    with pytest.raises(IllTyped):
        from_json("{}", type(obj))


@pytest.mark.parametrize(
    "obj",
    [
        Fatti({"a": 1.5}),  # type: ignore[dict-item]
        Fatti({"a": datetime(2020, 1, 1)}),  # type: ignore[dict-item]  # noqa: DTZ001
        Lette((), (), object()),  # type: ignore[arg-type]
        Problem("csv-vuoto", (), {"nome": object()}),  # type: ignore[dict-item]
    ],
)
def test_what_holds_something_of_others_is_not_written(obj: object) -> None:
    """A float is no value of a fact."""
    with pytest.raises(IllTyped):
        to_json(obj)


def test_a_type_and_a_history_are_read_by_what_they_are_part_of(misura: Misura) -> None:
    """A family of classes reads any of its classes."""
    tipo = NumberType(2, euro=True, lo=0, hi=1)

    assert from_json(to_json(tipo), Type) == tipo
    with pytest.raises(InvalidValue, match="`tipo` is not that"):
        from_json(to_json(tipo), ChoiceType)
    assert from_json(to_json(misura), type(misura)) == misura


@pytest.mark.parametrize("cls", [Storia, Parametro])
def test_the_class_is_asked_for_by_name(cls: type) -> None:
    """`tipo` at the root says what was written."""
    with pytest.raises(CasaError, match="`tipo`"):
        from_json(_root("Misura", {}), cls)


def test_the_inner_name_must_be_that_of_the_root() -> None:
    """A root that says one node and holds another is refused."""
    wrong: dict[str, Any] = {"nodo": "Label", "value": "a"}
    with pytest.raises(InvalidValue, match="`tipo` is not that"):
        from_json(_root("Fact", wrong), t.Fact)


def test_a_moment_keeps_its_hour() -> None:
    """And a day stays a day."""
    noon = datetime(2023, 11, 30, 12)  # noqa: DTZ001 - wall time in Italy
    found = [
        from_json(to_json(Domanda("A", when)), Domanda).presentata for when in (noon, noon.date())
    ]

    assert list(map(type, found)) == [datetime, date]
