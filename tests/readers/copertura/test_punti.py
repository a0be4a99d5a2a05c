"""What there is to cover in a rule, and whether a household covers it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from casa_model import Euro, Fatti
from casa_model.readers.copertura import codice, parole, punti
from casa_model.readers.copertura._vede import Nucleo

if TYPE_CHECKING:
    from casa_model.readers.copertura import Punto
    from casa_model.rules.misura import Misura

ON, BEFORE = date(2024, 3, 1), date(2023, 12, 31)
NAMES = """
esito-ammesso esito-non-ammesso esito-da-completare isee-vero isee-falso isee-ignoto isee-sotto
isee-pari isee-sopra isee-non-rispettato isee-deroga-anziano-decide-sola isee-deroga-anziano-vero
isee-deroga-anziano-falso isee-deroga-anziano-ignoto area-vero area-falso area-ignoto area-2-vero
area-2-falso area-2-ignoto area-3-valore-protezione area-3-valore-accesso area-3-valore-decadenza
area-4-vero area-4-falso area-4-ignoto area-4-sotto area-4-pari area-4-sopra minori-vero
minori-falso minori-ignoto minori-2-vero minori-2-falso minori-2-ignoto minori-2-sotto minori-2-pari
minori-2-sopra importo-voce-spesa-vero importo-voce-spesa-falso importo-voce-spesa-ignoto
importo-voce-spesa-massimo-superato importo-voce-spesa-massimo-non-superato importo-massimo-superato
importo-massimo-non-superato importo-voce-spesa-valore importo-voce-fisso-valore
importo-detrazione-1 definizione-quota-riga-1 definizione-quota-riga-2
definizione-quota-altrimenti definizione-quota-2-vero definizione-quota-2-falso
definizione-quota-2-ignoto definizione-quota-2-sotto definizione-quota-2-pari
definizione-quota-2-sopra definizione-quota-3-vero definizione-quota-3-falso
definizione-quota-3-ignoto definizione-quota-3-sotto definizione-quota-3-pari
definizione-quota-3-sopra parametro-soglia-2024-01-01-vigilia parametro-soglia-2024-01-01-giorno
"""
POINTS = NAMES.split()
WHOLE = {
    "isee": Euro.parse("1000.00"),
    "anziano": True,
    "area": "accesso",
    "assegnata": date(2022, 3, 1),
    "pagato": True,
    "spesa": Euro.parse("300.01"),
    "componenti": Decimal(1),
    "bonus": Euro.parse("150.00"),
}


def _point(regola: Misura, name: str) -> Punto:
    return next(punto for punto in punti(regola) if codice(punto) == name)


def _seen(regola: Misura, fatti: Fatti, on: date = ON) -> set[str]:
    nucleo = Nucleo(regola, fatti, on)
    return {codice(punto) for punto in punti(regola) if nucleo.vede(punto)}


def test_every_point_once_in_order(regola: Misura) -> None:
    """Outcomes, requirements, amount, definitions, days; under a `not`, no truths again."""
    assert [codice(punto) for punto in punti(regola)] == POINTS


def test_a_whole_household(regola: Misura) -> None:
    """At the threshold a derogation decides alone; one cent more than the cap of the item.

    Beyond that the share that a row gives may be larger, and so may what the item is worth: neither
    is told. Beyond the cap of the whole what an item is worth is not, but that it counts may be.
    """
    whole = Fatti({**WHOLE, "bonus": Euro(0)}, [{"eta": Decimal(17)}])
    assert {name for name in _seen(regola, whole) if name.startswith(("importo", "def"))} == {
        "importo-massimo-superato", "importo-voce-spesa-vero"
    }  # fmt: skip
    assert _seen(regola, Fatti(WHOLE, [{"eta": Decimal(17)}])) == {
        "esito-ammesso",
        "isee-falso", "isee-pari", "isee-deroga-anziano-vero", "isee-deroga-anziano-decide-sola",
        "area-vero", "area-2-vero", "area-3-valore-accesso", "area-4-vero", "area-4-pari",
        "minori-vero", "minori-2-vero", "minori-2-sotto",
        "importo-voce-spesa-vero",
        "importo-voce-spesa-massimo-superato", "importo-massimo-non-superato",
        "importo-voce-fisso-valore", "importo-detrazione-1",
        "definizione-quota-2-vero", "definizione-quota-2-pari",
    }  # fmt: skip


def test_nothing_known(regola: Misura) -> None:
    """Everything that is asked of the household itself is unknown; no member is.

    Nor is the definition: whether the item that reads it counts is not known; nor the derogation:
    whether the condition is false is not.
    """
    unasked = (
        "isee-deroga-anziano-ignoto",
        "minori-2-ignoto",
        "definizione-quota-2-ignoto",
        "definizione-quota-3-ignoto",
    )
    assert _seen(regola, Fatti()) == {
        "esito-da-completare",
        *(name for name in POINTS if name.endswith("-ignoto") and name not in unasked),
    }


@pytest.mark.parametrize(
    ("isee", "sides"),
    [
        ("999.98", set()),
        ("999.99", {"isee-sotto"}),
        ("1000.00", {"isee-pari"}),
        ("1000.01", {"isee-sopra"}),
        ("1000.02", set()),
    ],
)
def test_sides_are_one_cent_wide(regola: Misura, isee: str, sides: set[str]) -> None:
    """Just below and just above are one unit away, and no more."""
    seen = _seen(regola, Fatti({"isee": Euro.parse(isee)}))

    assert seen & {"isee-sotto", "isee-pari", "isee-sopra"} == sides


@pytest.mark.parametrize(
    ("day", "side"),
    [
        (date(2022, 3, 2), "area-4-sotto"),
        (date(2022, 3, 1), "area-4-pari"),
        (date(2022, 2, 2), "area-4-pari"),
        (date(2022, 2, 1), "area-4-sopra"),
        (date(2022, 3, 3), None),
    ],
)
def test_sides_of_months_are_one_day_wide(regola: Misura, day: date, side: str | None) -> None:
    """The day before 24 months are complete, those on which they are, the first with 25."""
    seen = _seen(regola, Fatti({"assegnata": day}))

    assert seen & {"area-4-sotto", "area-4-pari", "area-4-sopra"} == ({side} if side else set())


def test_members_one_by_one(regola: Misura) -> None:
    """A condition asked of the members is seen as each of them has it."""
    ages = [{"eta": Decimal(17)}, {"eta": Decimal(40)}, {}]
    seen = _seen(regola, Fatti(membri=ages))

    assert {name for name in seen if name.startswith("minori")} == {
        "minori-vero", "minori-2-vero", "minori-2-falso", "minori-2-ignoto", "minori-2-sotto",
    }  # fmt: skip


def test_a_requirement_of_another_day(regola: Misura) -> None:
    """It is not seen on a day on which it is not in force."""
    seen = _seen(regola, Fatti(membri=[{"eta": Decimal(3)}]), BEFORE)

    assert not {name for name in seen if name.startswith("minori")}


def test_a_day_of_change_is_seen_by_who_it_matters_to(regola: Misura) -> None:
    """900,00 is above the old threshold and below the new one; 0,00 is below both."""
    changes = {isee: Fatti({"isee": Euro.parse(isee)}) for isee in ("900.00", "0.00")}
    eve, day = "parametro-soglia-2024-01-01-vigilia", "parametro-soglia-2024-01-01-giorno"

    assert eve in _seen(regola, changes["900.00"], BEFORE)
    assert day in _seen(regola, changes["900.00"], date(2024, 1, 1))
    assert not {eve, day} & _seen(regola, changes["900.00"], ON)
    assert eve not in _seen(regola, changes["0.00"], BEFORE)


def test_a_derogation_alone(regola: Misura) -> None:
    """Not where the condition holds, or is not known."""
    alone, name = (
        Fatti({"isee": Euro.parse("1000.00"), "anziano": True}),
        "isee-deroga-anziano-decide-sola",
    )

    assert name in _seen(regola, alone)
    assert name not in _seen(regola, Fatti({"isee": Euro(0), "anziano": True}))
    assert name not in _seen(regola, Fatti({"anziano": True}))


@pytest.mark.parametrize(
    ("name", "it", "en"),
    [
        ("isee-pari", "requisito `isee`: esattamente alla soglia",
         "requirement `isee`: exactly at the threshold"),
        ("isee-deroga-anziano-decide-sola",
         "requisito `isee`, deroga `anziano`: decide da sola",
         "requirement `isee`, derogation `anziano`: decides alone"),
        ("definizione-quota-3-sotto",
         "definizione `quota`: `componenti == 2` appena sotto la soglia",
         "definition `quota`: `componenti == 2` just below the threshold"),
        ("area-3-valore-accesso", "requisito `area`: `area` con il valore `accesso`",
         "requirement `area`: `area` with the value `accesso`"),
        ("importo-voce-spesa-massimo-superato", "importo, voce `spesa`: il massimo è superato",
         "amount, item `spesa`: the cap is exceeded"),
        ("importo-voce-spesa-vero", "importo, voce `spesa`: `pagato` vera",
         "amount, item `spesa`: `pagato` true"),
        ("definizione-quota-riga-2", "definizione `quota`: riga 2 della tabella",
         "definition `quota`: row 2 of the table"),
        ("definizione-quota-altrimenti", "definizione `quota`: `altrimenti` della tabella",
         "definition `quota`: `altrimenti` of the table"),
        ("parametro-soglia-2024-01-01-vigilia",
         "parametro `soglia`: la vigilia del cambio, il 2023-12-31",
         "parameter `soglia`: the eve of the change, 2023-12-31"),
        ("esito-ammesso", "esito: ammessa", "outcome: admitted"),
        ("isee-ignoto", "requisito `isee`: condizione ignota",
         "requirement `isee`: condition not known"),
    ],
)  # fmt: skip
def test_in_words(regola: Misura, name: str, it: str, en: str) -> None:
    """A part of the rule, and what is to be seen of it."""
    assert [parole(_point(regola, name), lang) for lang in ("it", "en")] == [it, en]
