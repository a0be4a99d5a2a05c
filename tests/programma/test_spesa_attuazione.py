"""The state of implementation: rows that add up, percentages of sums."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from programma.ledger_cases import ledger, told

from casa_model.errors import IllTyped, InvalidValue
from casa_model.programma.spesa import Conto, Saldi, attuazione

L1 = ledger(
    "s1 2025-01-01 stanzia 300.00",
    "i1 2025-02-01 impegna aler-milano 100.00",
    "i2 2025-02-01 impegna 015118 100.00",
    "l1 2026-02-01 liquida i1 100.00",
    linea="l1",
)
K1 = ledger(
    "s1 2026-01-01 stanzia 100.00",
    "i1 2026-02-01 impegna aler-milano 50.00",
    "l1 2026-03-01 liquida i1 20.00",
    "v1 2027-03-01 revoca i1",
    linea="k1",
)


def test_two_lines_worked_by_hand() -> None:
    """Lines in order of code, beneficiaries and years over both, and a total."""
    report = attuazione([L1, K1], on=date(2026, 12, 31))

    assert [(s.linea, told(s.saldi)) for s in report.linee] == [
        ("k1", "100.00 50.00 20.00 0.00 0.00 50.00 30.00"),
        ("l1", "300.00 200.00 100.00 0.00 0.00 100.00 100.00"),
    ]
    assert [(r.beneficiario, str(r.conto.impegnato), str(r.conto.liquidato),
             r.conto.percentuale_liquidato) for r in report.beneficiari] == [
        ("015118", "100.00", "0.00", Decimal("0.00")),
        ("aler-milano", "150.00", "120.00", Decimal("80.00")),
    ]  # fmt: skip
    assert [(r.anno, told(r.nell_anno)) for r in report.anni] == [
        (2025, "300.00 200.00 0.00 0.00 0.00 100.00 200.00"),
        (2026, "100.00 50.00 120.00 0.00 0.00 50.00 -70.00"),
    ]
    assert told(report.totale) == "400.00 250.00 120.00 0.00 0.00 150.00 130.00"
    assert (report.totale.percentuale_impegnato, report.totale.percentuale_liquidato) == (
        Decimal("62.50"),
        Decimal("30.00"),
    )
    assert report.giorno == date(2026, 12, 31)


@pytest.mark.parametrize("day", ["2024-12-31", "2025-06-01", "2026-02-15", "2027-03-01"])
def test_every_table_adds_up_to_the_total(day: str) -> None:
    """Lines, beneficiaries and years are three ways of cutting one sum."""
    report = attuazione([K1, L1], on=date.fromisoformat(day))
    lines = changed = Saldi()
    for stato in report.linee:
        lines = lines.plus(stato.saldi)
    for row in report.anni:
        changed = changed.plus(row.nell_anno)
    people = Conto()
    for who in report.beneficiari:
        people = people.plus(who.conto)

    assert lines == changed == report.totale
    assert people == report.totale.conto
    assert all(row.a_fine_anno == report.totale for row in report.anni[-1:])


def test_no_ledger_is_a_report_too() -> None:
    """Zero everywhere, and no percentage of nothing."""
    report = attuazione([], on=date(2026, 1, 1))

    assert (report.linee, report.beneficiari, report.anni) == ((), (), ())
    assert report.totale == Saldi()
    assert report.totale.percentuale_impegnato is None
    assert report.totale.percentuale_liquidato is None
    assert report.totale.conto.percentuale_liquidato is None


def test_one_line_has_one_ledger() -> None:
    """Two ledgers of a line would count its money twice."""
    with pytest.raises(InvalidValue, match="the line `k1` has two ledgers"):
        attuazione([K1, L1, K1], on=date(2026, 1, 1))


def test_the_day_is_a_day() -> None:
    """Even when there is no ledger that would look at it."""
    with pytest.raises(IllTyped, match="must be a day without time"):
        attuazione([], on="2026-12-31")  # type: ignore[arg-type]
