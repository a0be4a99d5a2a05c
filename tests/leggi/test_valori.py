"""Values as files write them: exact, and told when they are not what they should be."""

from __future__ import annotations

from datetime import date
from decimal import Decimal, localcontext
from typing import TYPE_CHECKING, Any

import pytest

from casa_model.rules.leggi._valori import shown, units
from casa_model.values import Euro

if TYPE_CHECKING:
    Banco = Any

SOURCE = 'fonte = "sito", grado = "secondaria"'


def parameter(tipo: str, valore: str, more: str = "") -> str:
    """A file part: one parameter with one value."""
    return (
        f'[parametri.p]\netichetta = {{ it = "p", en = "p" }}\ntipo = "{tipo}"\n{more}'
        f"storia = [{{ dal = 2020-01-01, valore = ⟦{valore}, {SOURCE} }}]\n"
    )


VALORI = 'valori = { nord = { it = "n", en = "n" }, sud = { it = "s", en = "s" } }\n'


@pytest.mark.parametrize(
    ("tipo", "written", "expected"),
    [
        ("bool", "true", True),
        ("euro", '"9360.00"', Euro(936000)),
        ("euro", '"-0.50"', Euro(-50)),
        ("numero(0)", "24", Decimal(24)),
        ("numero(0)", "-3", Decimal(-3)),
        ("numero(2)", '"0.50"', Decimal("0.50")),
        ("numero(2)", '"3"', Decimal("3.00")),
        ("numero(2)", '"1.5000"', Decimal("1.50")),
        ("numero(2)", '"25%"', Decimal("0.25")),
        ("numero(4)", '"12.5%"', Decimal("0.1250")),
        ("numero(2)", '"-25%"', Decimal("-0.25")),
        ("numero(1)", '"-0%"', Decimal("0.0")),
        ("data", "2024-09-01", date(2024, 9, 1)),
        ("codice", '"015146"', "015146"),
    ],
)
def test_a_value_is_what_is_written(
    banco: Banco, tipo: str, written: str, expected: object
) -> None:
    """Exactly, whatever the caller made of the decimal context."""
    with localcontext() as context:
        context.prec = 3
        misura = banco.misura(parameter(tipo, written).replace("⟦", ""))
    parametro = misura.parametri[-1]

    assert parametro.righe[0].storia.periodi[0].valore == expected


def test_a_choice_is_one_of_its_values(banco: Banco) -> None:
    """With a near miss when it is none of them."""
    good = banco.misura(parameter("scelta", '"nord"', VALORI).replace("⟦", ""))
    (fault,) = banco.faults("misura", parameter("scelta", '"nordd"', VALORI))

    assert good.parametri[-1].righe[0].storia.periodi[0].valore == "nord"
    assert (fault.code, fault.vicino) == ("valore-fuori-scelta", "nord")


@pytest.mark.parametrize(
    ("tipo", "written", "more"),
    [
        ("bool", '"true"', ""),
        ("bool", "1", ""),
        ("euro", "9360.00", ""),
        ("euro", '"9360"', ""),
        ("euro", '"9.360,00"', ""),
        ("numero(0)", '"24"', ""),
        ("numero(0)", "true", ""),
        ("numero(0)", "24.0", ""),
        ("numero(2)", "0.50", ""),
        ("numero(2)", '"0.505"', ""),
        ("numero(2)", '"0.5%"', ""),
        ("numero(1)", '"5%"', ""),
        ("numero(2)", '"1e3"', ""),
        ("numero(2)", '"NaN"', ""),
        ("data", '"2024-09-01"', ""),
        ("data", "2024-09-01T10:00:00", ""),
        ("codice", '""', ""),
        ("codice", "15146", ""),
        ("scelta", "true", VALORI),
        ("euro", "[1]", ""),
        ("euro", "{ it = 1 }", ""),
    ],
)
def test_a_value_of_another_form_is_told_with_a_sample(
    banco: Banco, tipo: str, written: str, more: str
) -> None:
    """At the value, with what is expected in both languages."""
    text = parameter(tipo, written, more)
    (fault,) = banco.faults("misura", text)

    assert banco.told("misura", text) == ["valore-malformato"]
    assert fault.data["esempio"].strip("`")
    assert fault.testo("it") != fault.testo("en")


@pytest.mark.parametrize("written", ["9" * 20, "-" + "9" * 20])
def test_a_number_of_too_many_digits_is_refused(banco: Banco, written: str) -> None:
    """No engine could hold it."""
    assert banco.told("misura", parameter("numero(0)", written)) == ["valore-rifiutato"]


@pytest.mark.parametrize(
    ("tipo", "valori", "told"),
    [
        ('⟦"euri"', "", "tipo-ignoto"),
        ('⟦"scelta"', "", "scelta-senza-valori"),
        ('⟦"scelta"', "valori = {}", "scelta-senza-valori"),
        ('"euro"', '⟦valori = { a = { it = "a", en = "a" } }', "scelta-senza-valori"),
        ('"euro"', "⟦valori = {}", "scelta-senza-valori"),
    ],
)
def test_a_type_exists_and_only_a_choice_has_values(
    banco: Banco, tipo: str, valori: str, told: str
) -> None:
    """The type is pointed at, or the values that it should not have."""
    text = f'[fatti.f]\ntipo = {tipo}\netichetta = {{ it = "f", en = "f" }}\n{valori}\n'

    assert banco.told("fatti", text) == [told]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [(True, "true"), (False, "false"), ({}, "{ … }"), ([1], "[ … ]"), ("a\n b", "a b"),
     ("x" * 70, "x" * 60 + "…"), (date(2024, 1, 2), "2024-01-02")],
)  # fmt: skip
def test_a_value_is_repeated_on_one_line(raw: object, expected: str) -> None:
    """As TOML writes it, and never for long."""
    assert shown(raw) == expected


def test_units_are_digits_at_the_scale() -> None:
    """Money in cents; a number by the decimals that it has."""
    assert [units(Euro(-1)), units(Decimal("-1.50")), units(Decimal(7))] == [-1, -150, 7]
