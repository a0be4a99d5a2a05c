"""A ledger never changes, is what its entries are, and tells of any past day."""

from __future__ import annotations

import pickle
from datetime import date, datetime, timedelta
from time import perf_counter

import pytest
from attrs.exceptions import FrozenInstanceError
from programma.ledger_cases import ATTO, entry, ledger, told

from casa_model.errors import IllTyped, InvalidValue, RefusedEntry
from casa_model.programma.spesa import (
    Economia,
    Impegno,
    Liquidazione,
    Registro,
    Stanziamento,
    attuazione,
)
from casa_model.values import Euro

LINES = (
    "s1 2025-01-10 stanzia 100.00",
    "i1 2025-12-31 impegna aler-milano 60.00",
    "l1 2026-03-01 liquida i1 25.00",
    "e1 2026-03-01 economia i1 35.00",
    "s2 2028-02-29 stanzia 1.00",
)


def test_an_empty_ledger() -> None:
    """Nothing in it, nothing at any day."""
    empty = Registro("k1")

    assert empty.movimenti == ()
    assert empty.ultimo is None
    assert told(empty.saldi) == " ".join(["0.00"] * 7)
    assert empty.stato(on=date(2025, 1, 1)).anni == ()


def test_recording_gives_another_ledger() -> None:
    """The older one stays, and may go another way."""
    one = ledger(*LINES[:1])
    two = one.registra(entry(LINES[1]))
    other = one.registra(entry("i1 2025-01-11 impegna aler-pavia-lodi 1.00"))

    assert one.movimenti == (entry(LINES[0]),)
    assert two.movimenti == tuple(map(entry, LINES[:2]))
    assert (str(two.saldi.impegnato), str(other.saldi.impegnato)) == ("60.00", "1.00")
    with pytest.raises(FrozenInstanceError):
        one.linea = "l1"  # type: ignore[misc]


def test_all_or_nothing() -> None:
    """A refused entry among others takes them all back, and is named."""
    one = ledger(*LINES[:2])
    bad = "l9 2026-03-01 liquida i1 60.01"
    with pytest.raises(RefusedEntry) as caught:
        one.registra_tutti(map(entry, (LINES[2], bad, LINES[4])))

    assert (caught.value.movimento, caught.value.codice) == ("l9", "oltre-impegno")
    assert one == ledger(*LINES[:2])
    assert one.registra_tutti([]) == one


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2025-01-09", "0.00 0.00 0.00 0.00 0.00 0.00 0.00"),
        ("2025-01-10", "100.00 0.00 0.00 0.00 0.00 100.00 0.00"),
        ("2025-12-30", "100.00 0.00 0.00 0.00 0.00 100.00 0.00"),
        ("2025-12-31", "100.00 60.00 0.00 0.00 0.00 40.00 60.00"),
        ("2026-02-28", "100.00 60.00 0.00 0.00 0.00 40.00 60.00"),
        ("2026-03-01", "100.00 25.00 25.00 35.00 0.00 75.00 0.00"),
        ("2027-06-01", "100.00 25.00 25.00 35.00 0.00 75.00 0.00"),
        ("2028-02-29", "101.00 25.00 25.00 35.00 0.00 76.00 0.00"),
        ("9999-12-31", "101.00 25.00 25.00 35.00 0.00 76.00 0.00"),
    ],
)
def test_the_state_at_the_end_of_any_day(day: str, expected: str) -> None:
    """What was recorded by that day and nothing else, also years before the last entry."""
    assert told(ledger(*LINES).stato(on=date.fromisoformat(day)).saldi) == expected


def test_the_first_day_of_all() -> None:
    """An entry may be of the first day that the calendar has."""
    lines = "s1 0001-01-01 stanzia 1.00", "s2 0001-01-02 stanzia 1.00"

    assert str(ledger(*lines).stato(on=date.min).saldi.stanziato) == "1.00"


def test_rows_of_a_state() -> None:
    """By commitment, by beneficiary, by year; a year without entries has its row."""
    stato = ledger(*LINES).stato(on=date(2030, 1, 1))
    (row,) = stato.impegni
    (who,) = stato.beneficiari

    assert (stato.linea, stato.giorno) == ("k1", date(2030, 1, 1))
    assert (row.impegno, row.aperto, row.conto) == (entry(LINES[1]), True, stato.saldi.conto)
    assert (who.beneficiario, who.conto) == ("aler-milano", stato.saldi.conto)
    assert [(r.anno, told(r.nell_anno)) for r in stato.anni] == [
        (2025, "100.00 60.00 0.00 0.00 0.00 40.00 60.00"),
        (2026, "0.00 -35.00 25.00 35.00 0.00 35.00 -60.00"),
        (2027, "0.00 0.00 0.00 0.00 0.00 0.00 0.00"),
        (2028, "1.00 0.00 0.00 0.00 0.00 1.00 0.00"),
    ]
    assert told(stato.anni[2].a_fine_anno) == "100.00 25.00 25.00 35.00 0.00 75.00 0.00"
    assert stato.anni[-1].a_fine_anno == stato.saldi


def test_a_ledger_is_its_line_and_entries() -> None:
    """Equal, hashed, written down and travelling by those."""
    one = ledger(*LINES)

    assert one == ledger(*LINES)
    assert hash(one) == hash(ledger(*LINES))
    assert one != ledger(*LINES[:2])
    assert one != ledger(*LINES, linea="l1")
    assert one != LINES
    assert repr(one) == "<Registro k1: 5 movimenti>"
    assert pickle.loads(pickle.dumps(one)).stato(on=date(2026, 1, 1)) == one.stato(  # noqa: S301
        on=date(2026, 1, 1)
    )


def test_what_is_no_entry_and_no_day() -> None:
    """Other things are refused by type, and a line needs a code."""
    with pytest.raises(IllTyped, match="what is recorded is an entry"):
        Registro("k1").registra("s1")  # type: ignore[arg-type]
    with pytest.raises(IllTyped, match="the day must be a day without time"):
        Registro("k1").stato(on=datetime(2025, 1, 1))  # noqa: DTZ001
    with pytest.raises(InvalidValue, match="`linea` is a code"):
        Registro("K.1")


def test_ten_thousand_entries_take_seconds() -> None:
    """Balances run along: no entry sums the others again. About 1 s where this was written."""
    day = date(2024, 1, 1)
    began = perf_counter()
    registro = Registro("k1").registra(Stanziamento("s", day, ATTO, Euro(10**12)))
    for n in range(3333):
        day = date(2024, 1, 1) + timedelta(n // 4)
        registro = registro.registra_tutti(
            (
                Impegno(f"i{n}", day, ATTO, Euro(1000), f"aler-{n % 7}"),
                Liquidazione(f"l{n}", day, ATTO, f"i{n}", Euro(500)),
                Economia(f"e{n}", day, ATTO, f"i{n}", Euro(100)),
            )
        )
    recorded = perf_counter() - began
    report = attuazione([registro], on=date(2026, 1, 1))

    assert len(registro.movimenti) == 10_000
    assert len(report.beneficiari) == 7
    assert report.totale.liquidato == Euro(500) * len(report.linee[0].impegni)
    assert recorded < 30
