"""What an expression means: values, and what is still missing (see also `tests/spec`)."""

from __future__ import annotations

import decimal
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from casa_model.errors import IllTyped
from casa_model.readers.meaning import Env, Plain, missing, money, plain, truth, value
from casa_model.rules import tree as t
from casa_model.rules.names import Kind
from casa_model.rules.parse import parse
from casa_model.values import Euro

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

KINDS = dict.fromkeys(("x", "y", "giorno", "area", "a", "b"), Kind.FATTO) | {
    "eta": Kind.MEMBRO,
    "studia": Kind.MEMBRO,
    "soglia": Kind.PARAMETRO,
    "scala": Kind.PARAMETRO,
    "d": Kind.DEFINIZIONE,
    "e": Kind.DEFINIZIONE,
    "data_requisiti": Kind.GIORNO,
    "apertura": Kind.GIORNO,
}
TODAY = date(2024, 2, 29)


def env(
    fatti: Mapping[str, Plain] | None = None,
    membri: Sequence[Mapping[str, Plain]] | None = None,
    definizioni: Mapping[str, str] | None = None,
) -> Env:
    """What a text is evaluated in."""
    return Env(
        fatti or {},
        membri,
        {
            "soglia": {(): Decimal("9360.00")},
            "scala": {(n, area): Decimal(n) for n in (1, 2) for area in ("uno", "due")},
        },
        {nome: parse(text, KINDS) for nome, text in (definizioni or {}).items()},
        {"data_requisiti": TODAY},
    )


def read(text: str) -> t.Expr:
    """The tree of a text."""
    return parse(text, KINDS)


@pytest.mark.parametrize(
    ("given", "found"),
    [
        (True, True),
        (3, Decimal(3)),
        (Decimal("0.50"), Decimal("0.50")),
        (Euro(-5), Decimal("-0.05")),
        (TODAY, TODAY),
        ("accesso", "accesso"),
    ],
)
def test_a_declared_value_as_it_is_computed_with(given: bool | Euro, found: Plain) -> None:  # noqa: FBT001
    """Money is its amount in euro; a truth stays a truth."""
    assert plain(given) == found
    assert type(plain(given)) is type(found)


@pytest.mark.parametrize(
    ("number", "cents"),
    [("9360", 936_000), ("-0.05", -5), ("0.500", 50), ("92233720368547758.07", 2**63 - 1)],
)
def test_money(number: str, cents: int) -> None:
    """However large: a sum over members may have more than 15 digits."""
    assert money(Decimal(number)) == Euro(cents)


def test_a_fraction_of_a_cent_is_refused() -> None:
    """Only a tree that nobody has typed gives one; the message does not repeat it."""
    with pytest.raises(IllTyped, match=r"^an amount has fractions of a cent"):
        money(Decimal("1234.567"))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("vero", True),
        ("-0.50", Decimal("-0.50")),
        ('data("2024-01-31")', date(2024, 1, 31)),
        ('"uno"', "uno"),
        ("soglia", Decimal("9360.00")),
        ("data_requisiti", TODAY),
        ("scala[2, area]", Decimal(2)),
        ("scala[min(x, 2), area]", Decimal(2)),
        ("arrotonda(x * soglia, 2)", Decimal("37440.00")),
        ("arrotonda(0 - soglia * 0.0005, 2)", Decimal("-4.68")),
        ("max(x, y)", None),
        ("piu_mesi(data_requisiti, 12)", date(2025, 2, 28)),
        ("mesi_tra(giorno, data_requisiti)", None),
    ],
)
def test_a_value(text: str, found: Plain | None) -> None:
    """Exact, and unknown as soon as an operand is."""
    assert value(read(text), env({"x": Decimal(4), "area": "due"})) == found


def test_nothing_hangs_on_the_callers_decimal_context() -> None:
    """The same answer with two digits, with floor rounding, and with every signal trapped."""
    tree = read("arrotonda(x * soglia * 1.23456789, 2) + soglia")
    strict = decimal.Context(prec=2, rounding=decimal.ROUND_FLOOR, Emax=2, Emin=-2)
    strict.traps = dict.fromkeys(strict.traps, True)
    here = env({"x": Decimal("0.125")})

    with decimal.localcontext(strict):
        found = value(tree, here)

    assert found == value(tree, here) == Decimal("10804.44")


def test_many_digits_are_all_kept() -> None:
    """Also by a product of more digits than the context of `Decimal` has by default."""
    tree = read("999999999.999999999 * 999999999.999999999")

    assert value(tree, env()) == Decimal("999999999999999998.000000000000000001")


def test_a_fact_written_with_more_zeros_is_the_same_fact() -> None:
    """As an index and in a comparison."""
    here = env({"x": Decimal("1.000"), "area": "uno"})

    assert value(read("scala[x, area]"), here) == 1
    assert value(read("x == 1 and x in {1.0}"), here) is True


def test_a_member_fact_belongs_to_the_member_looked_at() -> None:
    """Outside an aggregate there is none."""
    assert value(read("eta"), env()) is None
    assert value(read("eta"), env().of({"eta": Decimal(3)})) == 3


def test_definitions_are_worked_out_once() -> None:
    """A ladder of forty definitions, each twice the one below, is forty steps and not 2^40."""
    ladder = {"d0": t.Fact("x")}
    for n in range(1, 41):
        below = t.Definition(f"d{n - 1}")
        ladder[f"d{n}"] = t.Add(below, below)
    known = Env({"x": Decimal(1)}, None, {}, ladder, {})
    unknown = Env({}, None, {}, ladder, {})

    assert value(t.Definition("d40"), known) == 2**40
    assert missing(t.Definition("d40"), unknown) == {"x"}


def test_a_definition_may_count_members_inside_an_aggregate() -> None:
    """It looks at all of them, not at the one that the aggregate looks at."""
    here = env(
        membri=[{"eta": Decimal(5)}, {"eta": Decimal(40)}],
        definizioni={"d": "conta(membri, eta >= 18)"},
    )

    assert value(read("conta(membri, eta > d)"), here) == 2


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("x", {"x"}),
        ("soglia", set()),
        ("x + y", {"x", "y"}),
        ("x + x < soglia", {"x"}),
        ("not a", {"a"}),
        ("a and b", {"a", "b"}),
        ("a and falso", set()),
        ("min(x, 1)", {"x"}),
        ("scala[x, area]", {"x", "area"}),
        ('area in {"uno"}', {"area"}),
        ("arrotonda(x, 2)", {"x"}),
        ("mesi_tra(giorno, data_requisiti)", {"giorno"}),
        ("piu_mesi(giorno, x)", {"giorno", "x"}),
        ("apertura < data_requisiti", {"apertura"}),
        ("x if a else y", {"a"}),
        ("x if vero else y", {"x"}),
        ("x if falso else y", {"y"}),
        ("d", {"x", "y"}),
        ("d if vero else e", {"x", "y"}),
        ("qualcuno(membri, studia)", {"studia"}),
        ("qualcuno(membri, eta > 5)", set()),
        ("tutti(membri, eta < x)", {"x"}),
        ("conta(membri, studia and eta > 5)", {"studia"}),
        ("somma(membri, eta, studia)", {"studia"}),
        ("somma(membri, x, eta > 5)", {"x"}),
        ("somma(membri, x, eta > 50)", set()),
    ],
)
def test_what_is_missing(text: str, names: set[str]) -> None:
    """By the definition of the tree; of two members one is 40 and one is 5."""
    here = env(
        membri=[{"eta": Decimal(5)}, {"eta": Decimal(40)}],
        definizioni={"d": "x - y", "e": "a"},
    )

    assert missing(read(text), here) == names


@pytest.mark.parametrize("word", ["qualcuno", "tutti", "conta", "somma"])
def test_an_unknown_list_is_missing_as_such(word: str) -> None:
    """And nothing else is asked until it is known."""
    tree = read(f"{word}(membri, {'eta' if word == 'somma' else 'studia'})")

    assert value(tree, env()) is None
    assert missing(tree, env()) == {"membri"}


def test_truth_is_only_a_truth() -> None:
    """A tree that is no condition is a mistake of the caller's."""
    with pytest.raises(AssertionError):
        truth(read("x"), env({"x": Decimal(1)}))


def test_nothing_of_a_household_shows() -> None:
    """In the `repr` of what a tree is evaluated in."""
    shown = repr(env({"x": Decimal(987654)}, [{"eta": Decimal(123321)}]))

    assert "987654" not in shown
    assert "123321" not in shown


def test_the_last_case_of_a_table() -> None:
    """It is asked only when no row holds."""
    tree = t.Table((t.Row(t.Fact("a"), t.Fact("x")),), t.Fact("y"))

    assert missing(tree, env({"a": False})) == {"y"}
    assert missing(tree, env({"a": True})) == {"x"}
    assert missing(tree, env()) == {"a"}
