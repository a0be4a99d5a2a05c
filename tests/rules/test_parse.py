"""From the text of a rule to its tree: what is read, and what is refused and where."""

from __future__ import annotations

from datetime import date

import pytest

from casa_model.errors import InvalidExpression
from casa_model.rules import tree as t
from casa_model.rules.names import Kind
from casa_model.rules.parse import MAX_DEPTH, MAX_TEXT, parse, parse_located
from casa_model.rules.walk import walk

KINDS = {
    "isee": Kind.FATTO,
    "spesa": Kind.FATTO,
    "pagato": Kind.FATTO,
    "area": Kind.FATTO,
    "eta": Kind.MEMBRO,
    "soglia": Kind.PARAMETRO,
    "scala": Kind.PARAMETRO,
    "quanto": Kind.DEFINIZIONE,
    "data_requisiti": Kind.GIORNO,
}
ISEE, SPESA, PAGATO, AREA = t.Fact("isee"), t.Fact("spesa"), t.Fact("pagato"), t.Fact("area")
SOGLIA = t.Param("soglia")

READ: dict[str, t.Expr] = {
    "vero": t.Truth(value=True),
    "falso": t.Truth(value=False),
    "isee": ISEE,
    "eta": t.MemberFact("eta"),
    "soglia": SOGLIA,
    "quanto": t.Definition("quanto"),
    "data_requisiti": t.Calendar("data_requisiti"),
    "0": t.Number(0),
    "0.50": t.Number(50, 2),
    "-0.50": t.Number(-50, 2),
    "- 5": t.Number(-5),
    "999999999999999999.123456789": t.Number(999999999999999999123456789, 9),
    '"protezione"': t.Label("protezione"),
    "'a 1e3 b'": t.Label("a 1e3 b"),
    "isee < soglia": t.Compare("<", ISEE, SOGLIA),
    " \n\tisee\n<=\r\nsoglia ": t.Compare("<=", ISEE, SOGLIA),
    "isee == soglia": t.Compare("==", ISEE, SOGLIA),
    "isee + spesa - 1 * 2": t.Sub(t.Add(ISEE, SPESA), t.Mul(t.Number(1), t.Number(2))),
    "isee - -1": t.Sub(ISEE, t.Number(-1)),
    "pagato and pagato or not pagato": t.Or((t.And((PAGATO, PAGATO)), t.Not(PAGATO))),
    "pagato and (pagato and pagato)": t.And((PAGATO, t.And((PAGATO, PAGATO)))),
    "isee if pagato else spesa": t.If(PAGATO, ISEE, SPESA),
    'area in {"a", "b"}': t.In(AREA, (t.Label("a"), t.Label("b"))),
    "area not in {1, -2.5}": t.Not(t.In(AREA, (t.Number(1), t.Number(-25, 1)))),
    "scala[1]": t.Param("scala", (t.Number(1),)),
    "scala[min(isee, 5), area]": t.Param("scala", (t.Min((ISEE, t.Number(5))), AREA)),
    'data("2024-02-29") < data_requisiti': t.Compare(
        "<", t.Day(date(2024, 2, 29)), t.Calendar("data_requisiti")
    ),
}


@pytest.mark.parametrize(("text", "tree"), READ.items())
def test_a_text_is_read(text: str, tree: t.Expr) -> None:
    """Numbers keep the decimals that they were written with."""
    assert parse(text, KINDS) == tree


REFUSED: dict[str, tuple[str, int]] = {
    "": ("espressione-sintassi", 1),
    "   ": ("espressione-sintassi", 3),
    "isee <": ("espressione-sintassi", 6),
    "(isee": ("espressione-sintassi", 1),
    '"abc': ("espressione-sintassi", 1),
    "isee = 3": ("espressione-non-ammessa", 6),
    "isee isee": ("espressione-sintassi", 6),
    "\uff49see < soglia": ("espressione-non-ammessa", 1),
    "isee < soglia # nota": ("espressione-non-ammessa", 15),
    "isee; isee": ("espressione-non-ammessa", 5),
    '"a\\n"': ("espressione-non-ammessa", 3),
    '"città"': ("espressione-non-ammessa", 6),
    "isee\0": ("espressione-non-ammessa", 5),
    '"a\x07"': ("espressione-non-ammessa", 3),
    'area == "a\nb"': ("espressione-non-ammessa", 9),
    "isee < 0x10": ("numero-malformato", 8),
    "1e3": ("numero-malformato", 1),
    "1E400": ("numero-malformato", 1),
    "1_000": ("numero-malformato", 1),
    "1j": ("numero-malformato", 1),
    "007": ("numero-malformato", 1),
    ".5": ("numero-malformato", 1),
    "5.": ("numero-malformato", 1),
    "1.2.3": ("numero-malformato", 1),
    "0.1234567891": ("numero-malformato", 1),
    "1000000000000000000": ("numero-malformato", 1),
    "1if pagato else 2": ("numero-malformato", 1),
    "'a' 'b'": ("espressione-non-ammessa", 1),
    "r'a'": ("espressione-non-ammessa", 1),
    "b'a'": ("espressione-non-ammessa", 1),
    "u'a'": ("espressione-non-ammessa", 1),
    "'''a'''": ("espressione-non-ammessa", 1),
    'f"{isee}"': ("espressione-non-ammessa", 1),
    "True": ("espressione-non-ammessa", 1),
    "None": ("espressione-non-ammessa", 1),
    "...": ("espressione-non-ammessa", 1),
    "-isee": ("espressione-non-ammessa", 1),
    "+5": ("espressione-non-ammessa", 1),
    "~isee": ("espressione-non-ammessa", 1),
    "-0": ("espressione-non-ammessa", 1),
    '-"a"': ("espressione-non-ammessa", 1),
    "isee / 2": ("espressione-non-ammessa", 6),
    "(isee) // 2": ("espressione-non-ammessa", 8),
    "isee ** 2": ("espressione-non-ammessa", 1),
    "isee % 2": ("espressione-non-ammessa", 1),
    "pagato & pagato": ("espressione-non-ammessa", 1),
    "isee < spesa < soglia": ("espressione-non-ammessa", 1),
    "isee is spesa": ("espressione-non-ammessa", 1),
    "area in area": ("espressione-non-ammessa", 1),
    "area in {}": ("espressione-non-ammessa", 1),
    "area in (1, 2)": ("espressione-non-ammessa", 1),
    "area in {isee}": ("espressione-non-ammessa", 9),
    "isee.cents": ("espressione-non-ammessa", 1),
    "(lambda: 1)": ("espressione-non-ammessa", 2),
    "[isee]": ("espressione-non-ammessa", 1),
    "(isee, isee)": ("espressione-non-ammessa", 1),
    "(isee := 1)": ("espressione-non-ammessa", 2),
    "isee[1]": ("espressione-non-ammessa", 1),
    "scala[()]": ("espressione-non-ammessa", 1),
    "scala[1:2]": ("espressione-non-ammessa", 7),
    "scala[1][2]": ("espressione-non-ammessa", 1),
    "isee.min(1, 2)": ("espressione-non-ammessa", 1),
    "eval('1')": ("espressione-non-ammessa", 1),
    "min(*isee)": ("espressione-non-ammessa", 1),
    "min(isee, n=2)": ("espressione-non-ammessa", 1),
    "min < 3": ("espressione-non-ammessa", 1),
    "membri": ("espressione-non-ammessa", 1),
    "  patrimonio": ("nome-ignoto", 3),
    "pubblicazione": ("nome-ignoto", 1),
}


@pytest.mark.parametrize(("text", "fault"), REFUSED.items(), ids=[ascii(text) for text in REFUSED])
def test_a_text_is_refused(text: str, fault: tuple[str, int]) -> None:
    """With the catalogue's code, at the character that a person would point at."""
    with pytest.raises(InvalidExpression) as raised:
        parse(text, KINDS)

    first = min(raised.value.faults, key=lambda each: each.place)
    assert (first.code, first.place.column) == fault


@pytest.mark.parametrize(
    "text",
    [
        "-" * 1999 + "1",
        "-" * 5000 + "1",
        "+" * 1999 + "1",
        "not " * 499 + "vero",
        "(" * 1999,
        "[" * 1999,
        "isee" + ".x" * 900,
        "1" + "+1" * 900,
        "1" + "-1" * 900,
        "scala" + "[1]" * 600,
        "min(" * 90 + "1" + ",1)" * 90,
        "9" * 1999,
        "'" * 1999,
        "{" * 99,
        "a if b else " * 150 + "c",
    ],
    ids=lambda text: f"{text[:8]} x {len(text)}",
)
def test_a_hostile_text_is_refused(text: str) -> None:
    """Thousands of signs, brackets or levels are a fault like another, never a crash."""
    with pytest.raises(InvalidExpression):
        parse(text, KINDS)


def test_brackets_are_no_levels() -> None:
    """Only nodes count."""
    assert parse("(" * 150 + "isee" + ")" * 150, KINDS) == ISEE


def test_the_limits_are_those_of_the_design() -> None:
    """2,000 characters, 50 levels; at the limit a text is still read."""
    assert (MAX_TEXT, MAX_DEPTH) == (2000, 50)
    assert parse("vero".ljust(MAX_TEXT), KINDS) == t.Truth(value=True)
    assert parse("not " * 49 + "vero", KINDS)
    with pytest.raises(InvalidExpression, match="over 2000 characters"):
        parse("vero".ljust(MAX_TEXT + 1), KINDS)
    with pytest.raises(InvalidExpression, match="nested over 50 levels"):
        parse("not " * 50 + "vero", KINDS)


def test_every_fault_is_told_at_once() -> None:
    """In the order of the text, and a number that cannot be read does not hide the others."""
    with pytest.raises(InvalidExpression) as raised:
        parse("ise < 1e3 and eval(spesa) or isee / 2 and spesa.x", KINDS)

    told = [(fault.code, fault.place.column) for fault in raised.value.faults]
    assert told == [
        ("nome-ignoto", 1),
        ("numero-malformato", 7),
        ("espressione-non-ammessa", 15),
        ("espressione-non-ammessa", 35),
        ("espressione-non-ammessa", 43),
    ]


@pytest.mark.parametrize(
    ("text", "near"),
    [("ise", "isee"), ("falsa", "falso"), ("qualcun(membri, vero)", "qualcuno"), ("zzz", None)],
)
def test_a_near_miss_is_offered(text: str, near: str | None) -> None:
    """Among the names of the rule and the words of the language."""
    with pytest.raises(InvalidExpression) as raised:
        parse(text, KINDS)

    assert [fault.vicino for fault in raised.value.faults] == [near]


def test_a_word_of_the_language_is_not_offered_to_itself() -> None:
    """A function without brackets is told how it is written."""
    with pytest.raises(InvalidExpression, match=r"write `min\(…\)`$"):
        parse("min", KINDS)
    with pytest.raises(InvalidExpression, match=r"write `qualcuno\(membri, …\)`$"):
        parse("membri", KINDS)
    with pytest.raises(InvalidExpression, match=r"without names$"):
        parse("arrotonda(isee, decimali=2)", KINDS)


def test_columns_are_characters() -> None:
    """Not the bytes of UTF-8: two accents before a fault move it by two."""
    with pytest.raises(InvalidExpression) as raised:
        parse("'à' == area", KINDS)

    assert raised.value.faults[0].place.column == 2


def test_every_node_is_located() -> None:
    """A membership under `not in` too; nothing is kept of parts that are in no node."""
    text = '  arrotonda(isee, 2) < 1 and area not in {"a"} and data("2024-01-01") < data_requisiti'

    tree, offsets = parse_located(text, KINDS)

    assert set(offsets) == {id(node) for node in walk(tree)}
    assert [text[offsets[id(node)] :][:4] for node in walk(tree)] == [
        "arro", "arro", "arro", "isee", "1 an",
        "area", "area", "area", '"a"}',
        "data", "data", "data",
    ]  # fmt: skip


def test_a_text_that_python_itself_gives_up_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a Python that recurses less, or deep in the caller's own calls: a fault like another."""
    for error in (RecursionError, MemoryError):

        def give_up(*_: object, error: type[BaseException] = error, **__: object) -> None:
            raise error

        monkeypatch.setattr("casa_model.rules.parse.ast.parse", give_up)

        with pytest.raises(InvalidExpression, match=r"nested over 50 levels"):
            parse("not vero", KINDS)
