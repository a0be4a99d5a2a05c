"""DESIGN 4.2: the unknown is a value. Each docstring is a sentence of it."""

from __future__ import annotations

import itertools

import pytest
from design.files import ON, advice, asked, decide, holds, measure, refused, requisito
from hypothesis import given, settings
from hypothesis import strategies as st

from casa_model.errors import InvalidFacts
from casa_model.readers.evaluate import evaluate
from casa_model.rules.esito import Esito
from casa_model.rules.facts import Fatti
from casa_model.rules.names import FUNCTIONS
from casa_model.testing._households import Question, questions
from casa_model.values import Euro

VALUES = {"vero": True, "falso": False, "?": None}


def kleene(sign: str, *known: bool | None) -> bool | None:
    """Kleene's strong tables, by trying what an unknown may turn out to be."""
    spans = [(True, False) if each is None else (each,) for each in known]
    found = {x and y if sign == "and" else x or y for x, y in itertools.product(*spans)}
    return found.pop() if len(found) == 1 else None


@pytest.mark.parametrize("sign", ["and", "or"])
@pytest.mark.parametrize(("a", "b"), list(itertools.product(VALUES, repeat=2)))
def test_kleene(sign: str, a: str, b: str) -> None:
    """Truth is `True`, `False` or `None`, by Kleene's strong tables."""
    known = {"pagato": VALUES[a], "attestato": VALUES[b]}

    found = holds(f"pagato {sign} attestato", **{n: v for n, v in known.items() if v is not None})

    assert found is kleene(sign, VALUES[a], VALUES[b])


@pytest.mark.parametrize("text", ["isee * 0 == 0", "isee - isee == 0", "isee == isee"])
def test_arithmetic_on_an_unknown(text: str) -> None:
    """Arithmetic on an unknown is unknown."""
    assert holds(text) is None


def test_an_if_with_an_unknown_condition() -> None:
    """So is `a if c else b` with `c` unknown."""
    assert holds("vero if pagato else vero") is None


@settings(max_examples=30)
@given(questions(known=1), st.booleans())
def test_learning(question: Question, paid: bool) -> None:  # noqa: FBT001 - a drawn value
    """**Learning a fact never overturns a verdict** (one fact here, all in `tests/generative`)."""
    misura, fatti, on = question.misura, question.fatti, question.on
    learnt = Fatti({"canone_pagato": paid, **fatti.valori}, fatti.membri)

    before, after = (evaluate(misura, each, on=on).esito for each in (fatti, learnt))

    assert before in (Esito.DA_COMPLETARE, after)


def test_there_is_no_is_known() -> None:
    """The reason why there is no "is known" operator."""
    assert not {"noto", "conosciuto", "is_known", "known"} & set(FUNCTIONS)
    assert asked("isee is None")[0] == "espressione-non-ammessa"


def test_not_known_zero_and_does_not_apply() -> None:
    """*Not known*, *zero* and *does not apply* are three things."""
    misura = measure(requisito('isee <= 0 or area == "nessuna"'))

    assert decide(misura, ON, area="accesso").esito is Esito.DA_COMPLETARE
    assert decide(misura, ON, isee=Euro(0)).esito is Esito.AMMESSO
    assert decide(misura, ON, area="nessuna").esito is Esito.AMMESSO


def table(*rows: str, altrimenti: str | None = "falso", more: str = "") -> str:
    """The definition `d`, a table of truths."""
    cases = ", ".join(
        f"{{ quando = '''{when}''', vale = '''{vale}''' }}"
        for when, vale in (row.split(" => ") for row in rows)
    )
    last = "" if altrimenti is None else f"altrimenti = '''{altrimenti}'''"
    return f"\n[definizioni.d]\ntabella = [{cases}]\n{last}\n{more}\n"


def test_first_row_that_holds() -> None:
    """Tables: the first row that holds."""
    misura = measure(table("pagato => vero", "attestato => falso"), requisito("d"))

    assert decide(misura, ON, pagato=True, attestato=True).esito is Esito.AMMESSO
    assert decide(misura, ON, pagato=False, attestato=True).esito is Esito.NON_AMMESSO


def test_an_unknown_row() -> None:
    """An unknown `quando` reached before it makes the value unknown."""
    misura = measure(table("pagato => vero", "attestato => vero"), requisito("d"))

    assert decide(misura, ON, attestato=True).mancano == ("pagato",)
    assert decide(misura, ON, pagato=True).esito is Esito.AMMESSO


def test_altrimenti_is_compulsory() -> None:
    """`altrimenti` is compulsory."""
    part = table("pagato => vero", altrimenti=None)

    assert refused(part, requisito("pagato")) == ["definizione-incompleta"]


OVERLAP = ("area == 'accesso' => vero", "area in {'accesso', 'protezione'} => falso")


def test_unica_changes_no_answer() -> None:
    """`unica = true` changes no answer."""
    rows = ("area == 'accesso' => vero", "area == 'protezione' => falso")
    claims = [measure(table(*rows, more=more), requisito("d")) for more in ("", "unica = true")]

    told = [
        [decide(misura, ON, area=area).esito for area in ("accesso", "protezione", "nessuna")]
        for misura in claims
    ]

    assert told[0] == told[1]


def test_unica_is_decided_at_load() -> None:
    """It is a claim that rows never overlap, decided at load where only `scelte` appear."""
    assert refused(table(*OVERLAP, more="unica = true"), requisito("d")) == ["righe-sovrapposte"]
    assert measure(table(*OVERLAP), requisito("d"))


def test_unica_of_numbers_is_left_to_proof() -> None:
    """Otherwise by proof."""
    rows = ("componenti <= 2 => vero", "componenti >= 2 => falso")

    assert measure(table(*rows, more="unica = true"), requisito("d"))


OLD, YOUNG, NOBODY = {"eta": 70}, {"eta": 7}, {}


def test_any_and_all_over_members() -> None:
    """`qualcuno` and `tutti` are any and all over the members."""
    told = [
        [holds(f"{word}(membri, eta > minimo_mesi)", *members) for word in ("qualcuno", "tutti")]
        for members in ((OLD, NOBODY), (YOUNG, NOBODY), (OLD, OLD), (YOUNG, YOUNG), (OLD, YOUNG))
    ]

    assert told == [[True, None], [None, False], [True, True], [False, False], [True, False]]


def test_count_is_known_when_each_is() -> None:
    """`conta(membri, c)` is known when `c` is known for each member."""
    assert holds("conta(membri, eta > minimo_mesi) < 2", OLD, YOUNG) is True
    assert holds("conta(membri, eta > minimo_mesi) < 2", OLD, NOBODY) is None


def test_sum_needs_the_value_of_those_who_count() -> None:
    """`somma(membri, v, c)` also needs `v` where `c` is true."""
    text = "somma(membri, reddito, eta > minimo_mesi) < soglia"

    assert holds(text, {**OLD, "reddito": Euro(5)}, YOUNG) is True
    assert holds(text, OLD, YOUNG) is None
    assert holds(text, {**OLD, "reddito": Euro(5)}, NOBODY) is None


@pytest.mark.parametrize(
    "text",
    [
        "qualcuno(membri, vero)", "tutti(membri, vero)", "conta(membri, vero) >= 0",
        "somma(membri, eta) >= 0",
    ],
)  # fmt: skip
def test_an_unknown_list(text: str) -> None:
    """Any aggregate over an unknown list is unknown."""
    assert holds(text, componenti=3) is None
    assert decide(measure(requisito(text))).mancano == ("membri",)


def test_no_rows_are_an_unknown_list() -> None:
    """A nucleo has at least one member, so no member rows means *unknown list*."""
    with pytest.raises(TypeError, match="leave it `None`"):
        Fatti({}, ())


def test_as_many_rows_as_componenti() -> None:
    """Where `componenti` is known, another number of rows is a fault."""
    with pytest.raises(InvalidFacts, match="not as many as `componenti`"):
        holds("qualcuno(membri, eta > 1)", OLD, componenti=2)


def test_no_aggregate_inside_an_aggregate() -> None:
    """No aggregate inside an aggregate."""
    assert asked("qualcuno(membri, conta(membri, eta > 2) > 1)") == ["aggregato-annidato"]


def test_no_shadowing() -> None:
    """A member fact may not shadow a household fact."""
    part = '\n[fatti.isee2]\ntipo = "bool"\netichetta = { it = "x", en = "x" }\nmembro = true\n'

    assert measure(part, requisito("pagato"))
    assert "nome-ripetuto" in refused(
        '\n[parametri.eta]\ntipo = "numero(0)"\netichetta = { it = "x", en = "x" }\n'
        'storia = [{ dal = 2020-01-01, valore = 1, fonte = "x", grado = "atto" }]\n',
        requisito("pagato"),
    )


def test_count_at_least_one() -> None:
    """`conta(…) >= 1` is a finding: say `qualcuno`."""
    assert advice(requisito("conta(membri, eta > 2) >= 1")) == ["conta-almeno-uno"]
    assert advice(requisito("qualcuno(membri, eta > 2)")) == []


DEROGA = "deroghe = [{ codice = 'd', fonte = 'x', condizione = 'attestato' }]"


def test_derogations() -> None:
    """A requirement holds when its condition *or any* `deroga` holds, by Kleene."""
    misura = measure(requisito("pagato", more=DEROGA))

    told = [
        decide(misura, ON, **known).findings[0].esito
        for known in (
            {"pagato": False, "attestato": True},
            {"attestato": True},
            {"pagato": False},
            {"pagato": False, "attestato": False},
        )
    ]

    assert told == [True, True, None, False]


def test_the_finding_names_what_decided() -> None:
    """The Finding names the one that decided, the condition first."""
    misura = measure(requisito("pagato", more=DEROGA))
    both = decide(misura, ON, pagato=True, attestato=True).findings[0]
    other = decide(misura, ON, pagato=False, attestato=True).findings[0]
    neither = decide(misura, ON, pagato=False, attestato=False).findings[0]

    assert [both.deciso_da, other.deciso_da, neither.deciso_da] == ["condizione", "d", None]


def test_unread_requirements() -> None:
    """`non_visto` requirements make DA_COMPLETARE the best outcome."""
    unread = requisito("pagato", "u").replace("condizione = '''pagato'''", "non_visto = true")
    misura = measure(requisito("pagato"), unread)

    assert decide(misura, ON, pagato=True).esito is Esito.DA_COMPLETARE
    assert decide(misura, ON, pagato=False).esito is Esito.NON_AMMESSO


@pytest.mark.parametrize(
    ("text", "known", "names"),
    [
        ("pagato", {}, {"pagato"}),
        ("pagato and attestato", {"pagato": True}, {"attestato"}),
        ("pagato or isee < soglia", {}, {"pagato", "isee"}),
        ("isee < soglia if pagato else attestato", {}, {"pagato"}),
        ("isee < soglia if pagato else attestato", {"pagato": True}, {"isee"}),
        ("isee < soglia if pagato else attestato", {"pagato": False}, {"attestato"}),
        ("isee + spesa < soglia", {"isee": Euro(1)}, {"spesa"}),
        ("qualcuno(membri, eta > 2)", {}, {"membri"}),
    ],
)
def test_missing_facts(text: str, known: dict[str, object], names: set[str]) -> None:
    """A fact gives itself; all/any its unknown children; `if` its condition, then the arm taken."""
    assert set(decide(measure(requisito(text)), ON, **known).mancano) == names


def test_missing_facts_of_members() -> None:
    """An aggregate its unknown member facts, or `membri`."""
    misura = measure(requisito("tutti(membri, eta > 2 or ruolo == 'figlio')"))
    both = Fatti({}, ({"eta": 5}, {}))

    assert evaluate(misura, both, on=ON).mancano == ("eta", "ruolo")


def test_missing_facts_of_a_definition() -> None:
    """A definition that of its expression."""
    part = '\n[definizioni.d]\nvale = "isee - spesa"\n'

    assert decide(measure(part, requisito("d < soglia"))).mancano == ("isee", "spesa")


def test_missing_facts_of_a_verdict() -> None:
    """Of a verdict: nothing when a requirement is false, else requirements, amount and keys."""
    misura = measure(
        requisito("pagato", "a"),
        requisito("attestato", "b"),
        "\n[importo]\nvoci = [{ codice = 'v', vale = 'spesa' }]\n",
        "\n[graduatoria]\nordine = ['isee', 'protocollo']\n",
    )

    assert set(decide(misura).mancano) == {"pagato", "attestato", "spesa", "isee", "protocollo"}
    assert decide(misura, ON, pagato=False).mancano == ()
