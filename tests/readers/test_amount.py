"""What an amount means: items, deductions, cap."""

from __future__ import annotations

from decimal import Decimal

import pytest

from casa_model.readers.amount import Amount, amount
from casa_model.readers.meaning import Env
from casa_model.rules import tree as t
from casa_model.rules.esito import EsitoVoce
from casa_model.rules.misura import DetraeDa, Importo, Voce
from casa_model.values import Euro

SERVIZI, DEBITO = t.Fact("servizi"), t.Fact("debito")
PAGATO, CAP, BONUS, ALTRO = t.Fact("pagato"), t.Fact("cap"), t.Fact("bonus"), t.Fact("altro")
TWO = (Voce("servizi", SERVIZI), Voce("debito", DEBITO, se=PAGATO))


def euro(cents: int) -> t.Number:
    """An amount written in the rule."""
    return t.Number(cents, 2)


def due(importo: Importo, **known: str | bool) -> Amount:
    """The amount of a household that knows these facts."""
    fatti = {n: Decimal(v) if isinstance(v, str) else v for n, v in known.items()}
    return amount(importo, Env(fatti, None, {}, {}, {}))


def paid(found: Amount) -> tuple[str, ...]:
    """The whole, then each item."""
    return (str(found.euro), *(str(voce.importo) for voce in found.voci))


def test_items_add_up() -> None:
    """An item whose condition is false is worth zero, and its value need not be known."""
    assert paid(due(Importo(TWO), servizi="100.10", debito="50.05", pagato=True)) == (
        "150.15", "100.10", "50.05",
    )  # fmt: skip
    assert paid(due(Importo(TWO), servizi="100.10", pagato=False)) == ("100.10", "100.10", "0.00")


def test_the_cap_is_filled_in_order() -> None:
    """Item by item; what does not fit is not paid, what was due is still told."""
    found = due(Importo(TWO, CAP), servizi="800.00", debito="500.00", pagato=True, cap="1000.00")

    assert found == Amount(
        Euro(100_000),
        (
            EsitoVoce("servizi", Euro(80_000), Euro(80_000)),
            EsitoVoce("debito", Euro(50_000), Euro(20_000)),
        ),
        frozenset(),
    )


def test_a_cap_that_is_not_reached() -> None:
    """Changes nothing; to the cent."""
    assert paid(due(Importo(TWO, CAP), servizi="1.00", pagato=False, cap="1.01"))[0] == "1.00"
    assert paid(due(Importo(TWO, CAP), servizi="1.01", pagato=False, cap="1.00"))[0] == "1.00"


def test_an_item_has_a_cap_of_its_own() -> None:
    """Before everything else."""
    one = Importo((Voce("servizi", SERVIZI, massimo=CAP), Voce("debito", DEBITO)))

    assert paid(due(one, servizi="80.00", debito="5.00", cap="30.00")) == (
        "35.00", "30.00", "5.00",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("da", "whole"),
    [
        # 1.300 of expense less 400 is 900, under the cap
        (DetraeDa.SPESA, ("900.00", "400.00", "500.00")),
        # the cap leaves 1.000, less 400
        (DetraeDa.CONTRIBUTO, ("600.00", "600.00", "0.00")),
    ],
)
def test_deductions(da: DetraeDa, whole: tuple[str, ...]) -> None:
    """From the expense before the cap, or from the grant after it."""
    rule = Importo(TWO, CAP, (BONUS, ALTRO), da)

    found = due(
        rule, servizi="800.00", debito="500.00", pagato=True, cap="1000.00",
        bonus="300.00", altro="100.00",
    )  # fmt: skip

    assert paid(found) == whole


@pytest.mark.parametrize("da", list(DetraeDa))
def test_nothing_goes_below_zero(da: DetraeDa) -> None:
    """A deduction above the whole leaves 0,00; a negative one takes and adds nothing."""
    rule = Importo(TWO, CAP, (BONUS,), da)

    over = due(rule, servizi="80.00", debito="5.00", pagato=True, cap="60.00", bonus="999.00")
    negative = due(rule, servizi="80.00", pagato=False, cap="60.00", bonus="-20.00")

    assert paid(over) == ("0.00", "0.00", "0.00")
    assert paid(negative) == ("60.00", "60.00", "0.00")


def test_negative_values_count_as_zero() -> None:
    """Of an item, of its cap, of the whole cap."""
    item = Importo((Voce("a", t.Sub(euro(0), euro(5))), Voce("b", euro(7))))
    own = Importo((Voce("a", euro(5), massimo=t.Sub(euro(0), euro(1))),))
    whole = Importo((Voce("a", euro(5)),), t.Sub(euro(0), euro(1)))

    assert [paid(due(rule)) for rule in (item, own, whole)] == [
        ("0.07", "0.00", "0.07"),
        ("0.00", "0.00"),
        ("0.00", "0.00"),
    ]


@pytest.mark.parametrize(
    ("known", "missing"),
    [
        ({}, {"servizi", "pagato", "cap", "bonus"}),
        ({"servizi": "1.00", "cap": "1.00", "bonus": "0.00"}, {"pagato"}),
        ({"servizi": "1.00", "cap": "1.00", "bonus": "0.00", "pagato": True}, {"debito"}),
        ({"servizi": "1.00", "bonus": "0.00", "pagato": False}, {"cap"}),
        ({"servizi": "1.00", "cap": "0.00", "pagato": False}, {"bonus"}),
        ({"cap": "0.00", "bonus": "0.00", "pagato": False}, {"servizi"}),
    ],
)
def test_what_an_amount_still_needs(known: dict[str, str | bool], missing: set[str]) -> None:
    """Every part that is not known, also when the cap leaves nothing to pay."""
    found = due(Importo(TWO, CAP, (BONUS,), DetraeDa.SPESA), **known)

    assert (found.euro, found.mancano) == (None, missing)
    assert all(voce.importo is None for voce in found.voci)


def test_an_unknown_cap_of_an_item() -> None:
    """Leaves the item unknown; what is known of the others is told."""
    rule = Importo(
        (Voce("a", SERVIZI, massimo=CAP), Voce("b", euro(5)), Voce("c", DEBITO, massimo=euro(1)))
    )

    found = due(rule, servizi="1.00")

    assert found.mancano == {"cap", "debito"}
    assert [voce.spesa for voce in found.voci] == [None, Euro(5), None]


def test_amounts_of_more_than_fifteen_digits() -> None:
    """Are amounts like any other."""
    large = t.Number(2**63 - 1, 2)

    assert due(Importo((Voce("a", large),), large)).euro == Euro(2**63 - 1)
