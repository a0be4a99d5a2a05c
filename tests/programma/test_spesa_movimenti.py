"""What each kind of entry does to the balances, and each reason why one is refused."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from programma.ledger_cases import ATTO, entry, ledger, told

from casa_model.errors import IllTyped, InvalidValue, RefusedEntry
from casa_model.programma.spesa import Impegno, Rifiuto, Stanziamento
from casa_model.values import Cup, Euro

#                           endowed committed paid economies revocations available to pay
WORKED = (
    ("s1 2025-01-10 stanzia 100.00", "100.00 0.00 0.00 0.00 0.00 100.00 0.00"),
    ("i1 2025-02-01 impegna aler-milano 60.00", "100.00 60.00 0.00 0.00 0.00 40.00 60.00"),
    ("i2 2025-02-01 impegna 015118 40.00", "100.00 100.00 0.00 0.00 0.00 0.00 100.00"),
    ("l1 2025-03-01 liquida i1 25.00", "100.00 100.00 25.00 0.00 0.00 0.00 75.00"),
    ("e1 2025-04-01 economia i1 5.00", "100.00 95.00 25.00 5.00 0.00 5.00 70.00"),
    ("l2 2025-05-01 liquida i1 30.00", "100.00 95.00 55.00 5.00 0.00 5.00 40.00"),
    ("l3 2025-06-01 liquida i2 10.00", "100.00 95.00 65.00 5.00 0.00 5.00 30.00"),
    ("v1 2025-07-01 revoca i2", "100.00 65.00 65.00 5.00 30.00 35.00 0.00"),
    ("s2 2026-01-01 stanzia 50.00", "150.00 65.00 65.00 5.00 30.00 85.00 0.00"),
    ("r1 2026-02-01 rettifica s1 -10.00", "140.00 65.00 65.00 5.00 30.00 75.00 0.00"),
    ("r2 2026-02-01 rettifica i1 20.00", "140.00 85.00 65.00 5.00 30.00 55.00 20.00"),
    ("r3 2026-02-02 rettifica l2 -30.00", "140.00 85.00 35.00 5.00 30.00 55.00 50.00"),
    ("r4 2026-02-03 rettifica i1 -50.00", "140.00 35.00 35.00 5.00 30.00 105.00 0.00"),
    ("r5 2026-02-04 rettifica s2 -50.00", "90.00 35.00 35.00 5.00 30.00 55.00 0.00"),
    ("v2 2026-03-01 revoca i1", "90.00 35.00 35.00 5.00 30.00 55.00 0.00"),
)


@pytest.mark.parametrize("steps", range(1, len(WORKED) + 1))
def test_each_entry_in_its_turn(steps: int) -> None:
    """A line from its endowment to its last revocation, worked by hand."""
    assert told(ledger(*(line for line, _ in WORKED[:steps])).saldi) == WORKED[steps - 1][1]


LINE = (
    "s1 2025-01-10 stanzia 100.00",
    "i1 2025-02-01 impegna aler-milano 60.00",
    "l1 2025-03-01 liquida i1 25.00",
    "e1 2025-04-01 economia i1 5.00",
    "i2 2025-05-01 impegna 015118 10.00",
    "l2 2025-05-01 liquida i2 1.00",
    "v1 2025-06-01 revoca i2",
    "r1 2025-07-01 rettifica i1 1.00",
)
"""Endowed 100, committed 57 (56 to the first, 1 to the second, closed), paid 26."""


@pytest.mark.parametrize(
    ("line", "why", "said"),
    [
        ("i1 2025-07-01 stanzia 1.00", "codice-ripetuto", "an entry `i1` already"),
        ("x 2025-06-30 stanzia 1.00", "giorno-precedente", ("`2025-06-30`, before the last one, "
         "of `2025-07-01`")),
        ("x 2025-07-01 stanzia 0.00", "importo-non-positivo", "is of `0.00`"),
        ("x 2025-07-01 impegna aler-milano -1.00", "importo-non-positivo", "is of `-1.00`"),
        ("x 2025-07-01 liquida i1 0.00", "importo-non-positivo", "is of `0.00`"),
        ("x 2025-07-01 economia i1 -0.01", "importo-non-positivo", "is of `-0.01`"),
        ("x 2025-07-01 impegna aler-milano 43.01", "oltre-dotazione", ("commits `43.01` and "
         "`43.00` of the endowment is left")),
        ("x 2025-07-01 rettifica i1 43.01", "oltre-dotazione", "commits `43.01`"),
        ("x 2025-07-01 liquida i1 31.01", "oltre-impegno", ("takes `31.01` and `31.00` of the "
         "commitment `i1` is left")),
        ("x 2025-07-01 economia i1 31.01", "oltre-impegno", "takes `31.01` and `31.00`"),
        ("x 2025-07-01 rettifica l1 31.01", "oltre-impegno", "takes `31.01` and `31.00`"),
        ("x 2025-07-01 liquida i9 1.00", "impegno-ignoto", "the commitment `i9`, which the"),
        ("x 2025-07-01 economia s1 1.00", "impegno-ignoto", "the commitment `s1`"),
        ("x 2025-07-01 revoca l1", "impegno-ignoto", "the commitment `l1`"),
        ("x 2025-07-01 liquida i2 1.00", "impegno-chiuso", "`i2`, which was revoked"),
        ("x 2025-07-01 revoca i2", "impegno-chiuso", "`i2`, which was revoked"),
        ("x 2025-07-01 rettifica i2 1.00", "impegno-chiuso", "`i2`, which was revoked"),
        ("x 2025-07-01 rettifica l2 -1.00", "impegno-chiuso", "`i2`, which was revoked"),
        ("x 2025-07-01 rettifica i9 1.00", "rettifica-ignota", "of the entry `i9`, which the"),
        ("x 2025-07-01 rettifica x 1.00", "rettifica-ignota", "of the entry `x`"),
        ("x 2025-07-01 rettifica e1 1.00", "rettifica-non-ammessa", "`e1`, which is no"),
        ("x 2025-07-01 rettifica v1 1.00", "rettifica-non-ammessa", "`v1`, which is no"),
        ("x 2025-07-01 rettifica r1 1.00", "rettifica-non-ammessa", "`r1`, which is no"),
        ("x 2025-07-01 rettifica i1 0.00", "rettifica-nulla", "`x` is of zero"),
        ("x 2025-07-01 rettifica s1 -100.01", "sotto-zero", "takes `s1` from `100.00` below"),
        ("x 2025-07-01 rettifica l1 -25.01", "sotto-zero", "takes `l1` from `25.00` below"),
        ("x 2025-07-01 rettifica i1 -56.01", "sotto-zero", "takes `i1` from `56.00` below"),
        ("x 2025-07-01 rettifica i1 -31.01", "sotto-pagato", "`i1` below what was paid, `25.00`"),
        ("x 2025-07-01 rettifica s1 -43.01", "sotto-impegnato", "what is committed, `57.00`"),
    ],
)  # fmt: skip
def test_each_reason_of_a_refusal(line: str, why: str, said: str) -> None:
    """A cent beyond each limit; the reason is stable, the sentence has the numbers."""
    before = ledger(*LINE)
    with pytest.raises(RefusedEntry) as caught:
        before.registra(entry(line))

    assert caught.value.codice == why
    assert caught.value.movimento == line.split(maxsplit=1)[0]
    assert said in str(caught.value)
    assert caught.value.testo("it") != caught.value.testo("en")
    assert before == ledger(*LINE)
    assert told(before.saldi) == told(ledger(*LINE).saldi)


@pytest.mark.parametrize(
    "line",
    [
        "x 2025-07-01 impegna aler-milano 43.00",
        "x 2025-07-01 rettifica i1 43.00",
        "x 2025-07-01 liquida i1 31.00",
        "x 2025-07-01 economia i1 31.00",
        "x 2025-07-01 rettifica l1 31.00",
        "x 2025-07-01 rettifica l1 -25.00",
        "x 2025-07-01 rettifica i1 -31.00",
        "x 2025-07-01 rettifica s1 -43.00",
        "x 2025-07-01 revoca i1",
    ],
)
def test_each_limit_itself_is_good(line: str) -> None:
    """The last cent may be committed, paid, freed and corrected away."""
    assert ledger(*LINE, line).movimenti[-1] == entry(line)


def test_every_reason_has_a_case() -> None:
    """The table above has them all."""
    marks = test_each_reason_of_a_refusal.pytestmark  # type: ignore[attr-defined]

    assert {case[1] for case in marks[0].args[1]} == {why.value for why in Rifiuto}


def test_corrections_are_added_up() -> None:
    """A second correction starts from the first: 10, then 4, then not below zero."""
    line = "s1 2025-01-01 stanzia 10.00", "r1 2025-01-01 rettifica s1 -6.00"
    with pytest.raises(RefusedEntry, match=r"takes `s1` from `4\.00` below zero"):
        ledger(*line, "r2 2025-01-01 rettifica s1 -4.01")

    assert told(ledger(*line, "r2 2025-01-01 rettifica s1 -4.00").saldi).startswith("0.00")


def test_what_is_no_entry_cannot_be_built() -> None:
    """A code that cannot be seen, an instant for a day, an amount that is no money, a person."""
    day = date(2025, 1, 1)
    with pytest.raises(InvalidValue, match="`codice` is empty or has signs"):
        Stanziamento(" s1", day, ATTO, Euro(1))
    with pytest.raises(InvalidValue, match="`codice` is empty or has signs"):
        Stanziamento("", day, ATTO, Euro(1))
    with pytest.raises(InvalidValue, match="`codice` is empty or has signs"):
        Stanziamento("s\x1b[2J", day, ATTO, Euro(1))
    with pytest.raises(IllTyped, match="`codice` must be a text"):
        Stanziamento(1, day, ATTO, Euro(1))  # type: ignore[arg-type]
    with pytest.raises(IllTyped, match="`giorno` must be a day"):
        Stanziamento("s1", datetime(2025, 1, 1), ATTO, Euro(1))  # noqa: DTZ001
    with pytest.raises(IllTyped, match="`importo` must be `Euro`"):
        Stanziamento("s1", day, ATTO, 1)  # type: ignore[arg-type]
    with pytest.raises(IllTyped, match="`atto` must be `Fonte`"):
        Stanziamento("s1", day, "decreto", Euro(1))  # type: ignore[arg-type]
    with pytest.raises(InvalidValue, match="`beneficiario` is a code"):
        Impegno("i1", day, ATTO, Euro(1), "Maria Rossi")
    with pytest.raises(InvalidValue, match="`progetto` is a code"):
        Impegno("i1", day, ATTO, Euro(1), "aler-milano", "Spazio Casa")
    with pytest.raises(IllTyped, match="`cup` must be `Cup`"):
        Impegno("i1", day, ATTO, Euro(1), "aler-milano", None, "E11B24000120006")  # type: ignore[arg-type]


def test_a_commitment_has_its_project() -> None:
    """The code of a project and its CUP, where they are known."""
    cup = Cup("E11B24000120006")
    impegno = Impegno("i1", date(2025, 1, 1), ATTO, Euro(1), "aler-milano", "casa-next", cup)

    assert (impegno.progetto, impegno.cup) == ("casa-next", cup)
