"""A row of the amount is covered where the sum hangs on it: far below a cap the cap may be any."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from readers.copertura.asked import ON, household

from casa_model import Euro, Fatti
from casa_model.readers.copertura import codice, punti
from casa_model.readers.copertura._vede import Nucleo

if TYPE_CHECKING:
    from collections.abc import Callable

    from casa_model.rules.misura import Misura

KNOWN = {
    "isee": Euro.parse("100.00"),
    "area": "accesso",
    "assegnata": date(2020, 1, 1),
    "anziano": False,
    "pagato": True,
    "bonus": Euro(0),
}
HEAD = 'norma = "rr-1-2020, art. 5"\ngrado = "atto"\n'


@pytest.fixture
def capped(con: Callable[..., Misura]) -> Misura:
    """A cap by the members of the household, and no other."""
    return con(
        ('vale = "1.00" }', 'vale = "1800.00" }'),
        ('vale = "0.90" }', 'vale = "0.00" }'),
        ('altrimenti = "0.80"', 'altrimenti = "tetto"'),
        ('massimo = "massimale"', 'massimo = "quota"'),
        ('"arrotonda(spesa * quota, 2)"', '"spesa"'),
        ("qualcuno(membri, eta < 18)", "isee < 5000"),
        (', se = "pagato", massimo = "tetto"', ""),
        ('  { codice = "fisso", vale = "spesa" },\n', ""),
    )


def _rows(misura: Misura, members: int, spent: str, voci: frozenset[str] | None = None) -> set[str]:
    fatti = Fatti({**KNOWN, "spesa": Euro.parse(spent), "componenti": Decimal(members)})
    verdict = Nucleo(misura, fatti, ON).verdict
    nucleo = Nucleo(misura, fatti, ON, verdict, voci)
    rows = [punto for punto in punti(misura) if codice(punto).startswith("definizione-quota-")]
    return {codice(p).removeprefix("definizione-quota-") for p in rows if nucleo.vede(p)} & {
        "riga-1", "riga-2", "altrimenti"
    }  # fmt: skip


@pytest.mark.parametrize(
    ("members", "spent", "seen"),
    [
        (1, "0.00", set()),
        (1, "1799.99", set()),
        (1, "1800.00", set()),  # a cap of a cent more would pay the same
        (1, "1800.01", {"riga-1"}),
        (2, "0.00", set()),
        (2, "0.01", {"riga-2"}),  # of a cap of nothing there is no less
        (3, "300.00", set()),
        (3, "300.01", {"altrimenti"}),
    ],
)
def test_a_cap_that_bites(capped: Misura, members: int, spent: str, seen: set[str]) -> None:
    """One unit more or less of what the row gives must give another sum."""
    assert _rows(capped, members, spent) == seen
    assert _rows(capped, members, spent, frozenset({"spesa"})) == set()  # the cap is of the whole


def test_the_household_that_is_found(capped: Misura) -> None:
    """It spends a cent more than its cap: of another cap a person would write another sum."""
    found = household(capped, "definizione-quota-riga-1").fatti

    assert found.valori["spesa"] == Euro.parse("1800.01")


def test_a_share(regola: Misura) -> None:
    """Of nothing it tells nothing; below the cap each share gives a sum of its own."""
    found = household(regola, "definizione-quota-riga-2").fatti

    assert found.valori["componenti"] == 2
    assert Euro(0) < found.valori["spesa"] < Euro.parse("400.00")  # type: ignore[operator]


def test_a_table_of_truths(con: Callable[..., Misura]) -> None:
    """Whether an item counts: where it is worth nothing it is the same."""
    table = f'[definizioni.spetta]\n{HEAD}tabella = [{{ quando = "pagato", vale = "anziano" }}]\n'
    misura = con(
        ("[definizioni.quota]", f'{table}altrimenti = "pagato"\n\n[definizioni.quota]'),
        ('se = "pagato"', 'se = "spetta"'),
    )
    found = household(misura, "definizione-spetta-riga-1").fatti

    assert found.valori["spesa"] > Euro(0)  # type: ignore[operator]


def test_a_table_of_choices(con: Callable[..., Misura]) -> None:
    """Another value of a choice is no unit away: whoever comes to the row counts."""
    table = f'[definizioni.dove]\n{HEAD}tabella = [{{ quando = "pagato", vale = "area" }}]\n'
    misura = con(
        ("[definizioni.quota]", f'{table}altrimenti = "area"\n\n[definizioni.quota]'),
        ('se = "pagato"', "se = \"dove == 'accesso'\""),
    )

    assert household(misura, "definizione-dove-riga-1").fatti.valori["pagato"] is True


BY_CLASS = (
    "[definizioni.quota]",
    '[parametri.dato]\netichetta = { it = "dato", en = "given" }\ntipo = "euro"\n'
    'indice = ["1..3"]\nrighe = ['
    + ", ".join(
        f'{{ chiave = [{key}], storia = [{{ dal = 2020-01-01, valore = "{key}0.00", '
        'norma = "rr-1-2020, art. 5", grado = "atto" }] }'
        for key in (1, 2, 3)
    )
    + "]\n\n[definizioni.quota]",
)


@pytest.mark.parametrize(("name", "members"), [("riga-1", 1), ("riga-2", 2), ("altrimenti", 3)])
def test_a_row_that_chooses_a_row_of_the_law(
    con: Callable[..., Misura], name: str, members: int
) -> None:
    """The law has no row below the first or above the last: a rule that asked one would not load.

    That there is none is another answer than a sum: the other rows decide whether it hangs on it.
    """
    misura = con(
        BY_CLASS,
        ('vale = "1.00" }', 'vale = "1" }'),
        ('vale = "0.90" }', 'vale = "2" }'),
        ('altrimenti = "0.80"', 'altrimenti = "3"'),
        ('"arrotonda(spesa * quota, 2)"', '"dato[quota]"'),
        ("qualcuno(membri, eta < 18)", "isee < 5000"),
    )

    found = household(misura, f"definizione-quota-{name}").fatti
    assert found.valori["pagato"] is True
    assert _rows(misura, members, "0.00") == {name}
    assert _rows(misura, members, "500.00", frozenset({"fisso"})) == set()
