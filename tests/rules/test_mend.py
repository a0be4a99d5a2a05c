"""The mistakes that people make most in a rule are told with their own mend."""

from __future__ import annotations

import pytest
from rules.scope import KINDS, SCOPE

from casa_model.errors import InvalidExpression
from casa_model.rules import _agree as agree
from casa_model.rules import tree as t
from casa_model.rules.check import check
from casa_model.rules.parse import parse

POINT = "scrivi il punto per i decimali e nessun segno per le migliaia: `{}`, meglio un parametro"
MISSING = "togli il confronto: un fatto che manca lascia la domanda da completare"
PERCENT = "scrivi `{}` per il {}%, meglio un parametro"
DAY = 'scrivi `data("{}")`'
EITHER = "scrivi `a if c else b`"


def _told(text: str) -> tuple[str, int, str]:
    with pytest.raises(InvalidExpression) as caught:
        parse(text, KINDS)
    (fault,) = caught.value.faults
    assert fault.code == "espressione-non-ammessa"
    return fault.data["cosa"], fault.place.column, fault.data["rimedio"]


@pytest.mark.parametrize(
    ("text", "what", "column", "mend"),
    [
        ("isee ≥ spesa", "≥", 6, "scrivi `>=`"),
        ("isee ≤ spesa", "≤", 6, "scrivi `<=`"),
        ("area == “accesso”", "“", 9, "usa le virgolette dritte"),
        ("si; si", ";", 3, "una regola è una sola espressione: toglilo"),
        ("si # nota", "#", 4, "scrivi il commento fuori dalle virgolette"),
        ("isee < €5", "€", 8, "scrivi solo il numero, meglio un parametro"),
        ("città", "à", 5, "usa solo lettere senza accento"),
        ("si AND si", "AND", 4, "scrivi `and`"),
        ("si e si", "e", 4, "scrivi `and`"),
        ("si oppure si", "oppure", 4, "scrivi `or`"),
        ("non si", "non", 1, "scrivi `not`"),
        ("si && si || si", "&&", 4, "scrivi `and`"),
        ("! si", "!", 1, "scrivi `not`"),
        ("area = 'e non o'", "=", 6, "scrivi `==`"),
        ("isee => spesa", "=>", 6, "scrivi `>=`"),
        ("isee =< spesa", "=<", 6, "scrivi `<=`"),
        ("isee <> spesa", "<>", 6, "scrivi `!=`"),
        ("isee === spesa", "===", 6, "scrivi `==`"),
        ("isee < 1.000,00", "1.000,00", 8, POINT.format("1000.00")),
        ("isee < 9360,00", "9360,00", 8, POINT.format("9360.00")),
        ("isee < 9360,50", "9360,50", 8, POINT.format("9360.50")),
        ("1.000.000,00 < isee", "1.000.000,00", 1, POINT.format("1000000.00")),
        ("(isee < 9360,50", "9360,50", 9, POINT.format("9360.50")),
        ("min(isee, 1000,00)", "1000,00", 11, POINT.format("1000.00")),
        ("min(5,25) AND si", "AND", 11, "scrivi `and`"),
        ("x < 25%", "25%", 5, PERCENT.format("0.25", "25")),
        ("x + 10%", "10%", 5, PERCENT.format("0.10", "10")),
        ("x < 12,5 %", "12,5 %", 5, PERCENT.format("0.125", "12.5")),
        ("x < 10,00%", "10,00%", 5, PERCENT.format("0.1000", "10.00")),
        ("x < 1.100,5%", "1.100,5%", 5, PERCENT.format("11.005", "1100.5")),
        ("isee > = spesa", "> =", 6, "scrivi `>=`"),
        ("isee <  = spesa", "<  =", 6, "scrivi `<=`"),
        ("isee ! = spesa", "! =", 6, "scrivi `!=`"),
        ("isee = = spesa", "= =", 6, "scrivi `==`"),
        ("inizio >= 2023-01-01", "2023-01-01", 11, DAY.format("2023-01-01")),
        ("inizio >= 2023-12-31", "2023-12-31", 11, DAY.format("2023-12-31")),
        ("inizio > 01/02/2020", "01/02/2020", 10, DAY.format("2020-02-01")),
        ("inizio > 1.2.2020 or si", "1.2.2020", 10, DAY.format("2020-02-01")),
        ("inizio > 31-12-2020", "31-12-2020", 10, DAY.format("2020-12-31")),
        ("inizio > 2023/1/31", "2023/1/31", 10, DAY.format("2023-01-31")),
        ("inizio > 31/02/2020", "31/02/2020", 10, DAY.format("2024-09-01")),
        ("data(2023-01-01) < inizio", "2023-01-01", 6, DAY.format("2023-01-01")),
        ("isee minore di spesa", "minore di", 6, "scrivi `<`"),
        ("isee è inferiore alla spesa", "è inferiore alla", 6, "scrivi `<`"),
        ("isee maggiore o uguale a spesa", "maggiore o uguale a", 6, "scrivi `>=`"),
        ("isee less than or equal to spesa", "less than or equal to", 6, "scrivi `<=`"),
        ("isee non superiore alla spesa", "non superiore alla", 6, "scrivi `<=`"),
        ("isee non è superiore a spesa", "non è superiore a", 6, "scrivi `<=`"),
        ("isee non sia maggiore di spesa", "non sia maggiore di", 6, "scrivi `<=`"),
        ("isee non oltre spesa", "non oltre", 6, "scrivi `<=`"),
        ("isee non supera spesa", "non supera", 6, "scrivi `<=`"),
        ("isee non > spesa", "non >", 6, "scrivi `<=`"),
        ("isee non è >= spesa", "non è >=", 6, "scrivi `<`"),
        ("isee not more than spesa", "not more than", 6, "scrivi `<=`"),
        ("isee non inferiore a spesa", "non inferiore a", 6, "scrivi `>=`"),
        ("isee no less than spesa", "no less than", 6, "scrivi `>=`"),
        ("isee non uguale a spesa", "non uguale a", 6, "scrivi `!=`"),
        ("isee not equal to spesa", "not equal to", 6, "scrivi `!=`"),
        ("isee non diverso da spesa", "non diverso da", 6, "scrivi `==`"),
        ("isee non minore o uguale a spesa", "non minore o uguale a", 6, "scrivi `>`"),
        ("isee non è pari o superiore a spesa", "non è pari o superiore a", 6, "scrivi `<`"),
        ("isee non compreso tra 1 e 2", "non compreso tra", 6, "scrivi `not (a <= x and x <= b)`"),
        ("isee non == spesa", "non ==", 6, "scrivi `!=`"),
        ("isee non è != spesa", "non è !=", 6, "scrivi `==`"),
        ("isee pari o inferiore a spesa", "pari o inferiore a", 6, "scrivi `<=`"),
        ("isee uguale o superiore a spesa", "uguale o superiore a", 6, "scrivi `>=`"),
        ("isee fino alla spesa", "fino alla", 6, "scrivi `<=`"),
        ("isee supera la spesa", "supera", 6, "scrivi `>`"),
        ("isee è più di spesa", "è più di", 6, "scrivi `>`"),
        ("area diversa da 'a'", "diversa da", 6, "scrivi `!=`"),
        ("n uguale a 1", "uguale a", 3, "scrivi `==`"),
        ("n compreso tra 1 e 5", "compreso tra", 3, "scrivi `a <= x and x <= b`"),
        ("se si allora isee altrimenti spesa", "se", 1, EITHER),
        ("(se si allora isee)", "se", 2, EITHER),
        ("if si then isee else spesa", "if", 1, EITHER),
        ("isee if si", "if", 6, EITHER),
        ("isee se si altrimenti spesa", "se", 6, "scrivi `if`"),
        ("isee if si altrimenti spesa", "altrimenti", 12, "scrivi `else`"),
        ("area in {nord, sud}", "{nord, sud}", 9, 'scrivi `{"nord", "sud"}`'),
        ("area in {'nord', sud}", "{'nord', sud}", 9, 'scrivi `{"nord", "sud"}`'),
        ("si is None", "si is None", 1, MISSING),
        ("si == None", "None", 7, MISSING),
        ("isee is spesa", "isee is spesa", 1, "scrivi `==`"),
        ("isee is not spesa", "isee is not spesa", 1, "scrivi `!=`"),
    ],
)
def test_a_sign_or_word_of_another_language_is_told_with_ours(
    text: str, what: str, column: int, mend: str
) -> None:
    """At its character; what stands inside a text is not looked at."""
    assert _told(text) == (what, column, mend)


def test_a_declared_name_is_no_word_of_another_language() -> None:
    """Nor is a number that only looks like a day, nor a day inside a text."""
    kinds = {**KINDS, "minore": KINDS["si"], "se": KINDS["si"]}
    with pytest.raises(InvalidExpression) as caught:
        parse("se minore", kinds)

    assert [fault.code for fault in caught.value.faults] == ["espressione-sintassi"]
    with pytest.raises(InvalidExpression, match="write `not`"):
        parse("si non minore", kinds)
    with pytest.raises(InvalidExpression) as caught:
        parse("non > 5 )", {**KINDS, "non": KINDS["n"]})

    assert [fault.code for fault in caught.value.faults] == ["espressione-sintassi"]
    assert parse("2023 - 12 - 31 < n", KINDS)
    assert parse('data("2023-01-01") < inizio', KINDS)


def test_a_value_in_braces_that_is_no_value_is_told_as_such() -> None:
    """A declared name cannot stand there, and quotes would not mend it."""
    assert _told("area in {isee}")[2] == "scrivi valori tra graffe"


def test_a_function_that_is_unknown_is_told_with_those_known() -> None:
    """All of them."""
    assert _told("abs(isee)")[2].startswith("usa una di queste: min, max, arrotonda, ")


def test_a_name_may_be_a_word_of_another_language() -> None:
    """Where it is declared, it is no operator."""
    with pytest.raises(InvalidExpression) as caught:
        parse("e e", {**KINDS, "e": KINDS["si"]})

    assert [fault.code for fault in caught.value.faults] == ["espressione-sintassi"]


def test_two_whole_numbers_of_a_list_are_no_decimal_number() -> None:
    """A comma between them says nothing."""
    assert parse("min(5,25)", KINDS) == t.Min((t.Number(5), t.Number(25)))


ALONE = "scrivi il nome da solo: `{0}` oppure `not {0}`"


@pytest.mark.parametrize(
    ("text", "mend"),
    [
        ("si == vero", ALONE.format("si")),
        ("falso != si", ALONE.format("si")),
        ('si == "no"', ALONE.format("si")),
        ("si == si", "due sì o no si uniscono con `and`, `or` e `not`"),
        ("vero == falso", "due sì o no si uniscono con `and`, `or` e `not`"),
    ],
)
def test_a_yes_or_no_is_not_compared(text: str, mend: str) -> None:
    """Its name alone is already a condition."""
    told: list[tuple[str, object]] = []
    found = check(
        parse(text, KINDS), SCOPE, lambda code, _, **words: told.append((code, words["rimedio"]))
    )

    assert (found, told) == (None, [("espressione-non-ammessa", mend)])


@pytest.mark.parametrize("text", ["isee == si", "isee == vero", "si < isee"])
def test_a_yes_or_no_beside_a_number_is_a_clash(text: str) -> None:
    """Nobody knows which of the two was meant."""
    told: list[str] = []
    check(parse(text, KINDS), SCOPE, lambda code, *_, **__: told.append(code))

    assert told == ["tipi-incompatibili"]


def test_days_and_labels_still_clash() -> None:
    """The sentence names the comparison."""
    told: list[object] = []
    agree.uncomparable(
        lambda *_, **words: told.append(words["operazione"]),
        t.Compare("<", t.Fact("inizio"), t.Label("a")),
        [SCOPE.fatti["inizio"], SCOPE.fatti["area"]],
    )

    assert told == ["il confronto `<`"]
