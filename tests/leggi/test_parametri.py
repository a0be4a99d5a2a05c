"""Parameters: their histories, and the interval of all they ever were."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from casa_model.rules.types import BoolType, DateType, NumberType
from casa_model.values import Euro

if TYPE_CHECKING:
    Banco = Any

SOURCE = 'fonte = "sito", grado = "secondaria"'


def parameter(storia: str, tipo: str = "euro") -> str:
    """A file part: one parameter."""
    return f'[parametri.p]\netichetta = {{ it = "p", en = "p" }}\ntipo = "{tipo}"\n{storia}\n'


def test_a_history_answers_for_each_day(banco: Banco) -> None:
    """Each value from its day until the next; none after the end."""
    text = f"""storia = [
  {{ dal = 2020-01-01, valore = "100.00", {SOURCE} }},
  {{ dal = 2021-01-01, valore = "120.00", {SOURCE} }},
  {{ dal = 2022-01-01, cessa = true }},
]"""
    parametro = banco.misura(parameter(text)).parametri[-1]
    days = [date(2019, 12, 31), date(2020, 12, 31), date(2021, 1, 1), date(2022, 1, 1)]

    assert [p and p.valore for p in map(parametro.il, days)] == [
        None,
        Euro(10000),
        Euro(12000),
        None,
    ]
    assert parametro.tipo == NumberType(2, euro=True, lo=10000, hi=12000)


def test_the_interval_is_that_of_every_value(banco: Banco) -> None:
    """Of days too; a truth has none."""
    days = (
        f"storia = [{{ dal = 2020-01-01, valore = 2020-06-01, {SOURCE} }},"
        f"{{ dal = 2021-01-01, valore = 2019-06-01, {SOURCE} }}]"
    )
    truth = f"storia = [{{ dal = 2020-01-01, valore = true, {SOURCE} }}]"

    assert banco.misura(parameter(days, "data")).parametri[-1].tipo == DateType(
        date(2019, 6, 1), date(2020, 6, 1)
    )
    assert banco.misura(parameter(truth, "bool")).parametri[-1].tipo == BoolType()


@pytest.mark.parametrize(
    ("storia", "told"),
    [
        ("", ["chiave-mancante@9:1"]),
        ("storia = ⟦[]", ["chiave-mancante"]),
        ("storia = ⟦[{ dal = 2020-01-01, cessa = true }]", ["chiave-mancante"]),
        (f"storia = [⟦{{ dal = 2020-01-01, {SOURCE} }}]", ["chiave-mancante"]),
        ('storia = [⟦{ dal = 2020-01-01, valore = "1.00", fonte = "s" }]', ["chiave-mancante"]),
        (
            (
                f'storia = [{{ dal = 2020-01-01, valore = "1.00", {SOURCE} }},'
                f'{{ dal = ⟦2020-01-01, valore = "1.00", {SOURCE} }}]'
            ),
            ["storia-disordinata"],
        ),
        (
            (
                "storia = [{ dal = 2020-01-01, cessa = true },"
                f'{{ dal = ⟦2021-01-01, valore = "1.00", {SOURCE} }}]'
            ),
            ["storia-disordinata"],
        ),
        (
            (
                f'storia = [{{ dal = 2020-01-01, valore = "1.00", {SOURCE} }},'
                '{ dal = 2021-01-01, cessa = true, ⟦valore = "2.00" }]'
            ),
            ["chiave-ignota"],
        ),
    ],
)
def test_a_history_that_cannot_be_is_told(banco: Banco, storia: str, told: list[str]) -> None:
    """Missing values, values in disorder, a value at the end."""
    assert banco.told("misura", parameter(storia)) == told


def test_a_broken_parameter_is_known_where_it_is_used(banco: Banco) -> None:
    """It is told once, and what reads it says nothing more; its value is not judged either."""
    text = f"""⟦[parametri.senza_etichetta]
tipo = "euro"
storia = []
[parametri.p]
etichetta = {{ it = "p", en = "p" }}
tipo = ⟦"euri"
storia = [{{ dal = 2020-01-01, valore = 3, {SOURCE} }}, ⟦{{ dal = 2021-01-01, {SOURCE} }}]
[parametri.⟦P]
etichetta = {{ it = "p", en = "p" }}
tipo = "euro"
storia = ⟦[]
[parametri.⟦isee]
etichetta = {{ it = "p", en = "p" }}
tipo = "euro"
storia = [{{ dal = 2020-01-01, valore = "3.00", {SOURCE} }}]
[[requisiti]]
codice = "reddito"
norma = "rr-11-2019"
testo = {{ it = "reddito", en = "income" }}
condizione = "p < isee and P > 1"
"""

    assert banco.told("misura", text) == [
        "chiave-mancante",
        "tipo-ignoto",
        "chiave-mancante",
        "nome-malformato",
        "chiave-mancante",
        "nome-ripetuto",
    ]


def test_what_belongs_in_the_history_is_led_there(banco: Banco) -> None:
    """A value beside the label, with its source: one fault, with a history to copy."""
    text = parameter('⟦valore = "100.00"\nnorma = "rr-11-2019"\ngrado = "atto"\n⟦valor = 1')
    dentro, ignota = banco.faults("misura", text)

    assert banco.told("misura", text) == ["chiave-dentro", "chiave-ignota"]
    assert dentro.testo("it") == (
        "il posto di `valore`, `norma`, `grado` è dentro `storia`; scrivi per esempio "
        '`storia = [{ dal = 2019-10-14, valore = "9360.00", norma = "…, art. …", '
        'grado = "atto" }]`'
    )
    assert ignota.data["chiave"] == "valor"
