"""What a developer would write by hand for three rules, on one day: the yardstick of `make bench`.

Committed before the fast reader was measured, and never tuned afterwards; a mistake in what they
answer may be mended, and then the old and the new figure are both told. They keep the outcome and
the amount, and nothing else: no reason, no list of what failed or is missing.

What is granted to them:

- facts come ready, as arguments: whole cents, hundredths, `date`, text of a choice; None, unknown;
- the law of one day stands in module constants, worked out beforehand;
- they stop at the first requirement that is false.

`difficolta` is the yardstick. It compares days with the last day that is early enough, worked out
by hand from the months of the act: right on `GIORNO`, to be worked out again on another day.
`difficolta_counting_months` counts the months of each household instead, as one would write it who
passes the day; it is slower, and is printed beside the first.
"""

from __future__ import annotations

from datetime import date
from typing import Final, TypeAlias

Answer: TypeAlias = tuple[str, int | None]
"""The outcome, and the cents where it is `AMMESSO`."""

AMMESSO: Final = "ammesso"
NON_AMMESSO: Final = "non-ammesso"
DA_COMPLETARE: Final = "da-completare"

GIORNO: Final = date(2024, 9, 2)

# r.r. 11/2019, artt. 5 and 6; r.r. 4/2017, art. 7
AREE: Final = frozenset({"protezione", "accesso", "permanenza"})
ASSEGNATA_ENTRO: Final = date(2022, 9, 2)  # 24 months before GIORNO
MESI_ASSEGNAZIONE: Final = 24
SOGLIA_ISEE: Final = 936_000
DECADENZE: Final = frozenset(
    {
        "c1-a-3",
        "c1-a-4",
        "c1-b",
        "c1-c",
        "c1-d",
        "c1-e",
        "c1-f",
        "c1-g",
        "c1-h",
        "c1-i",
        "c1-j",
        "c4",
    }
)
PATRIMONIO_SINGOLO: Final = 2_200_000
PATRIMONIO_BASE: Final = 1_600_000
PATRIMONIO_PER_CENTESIMO: Final = 5_000  # 5,000.00 euro for each point of the scale
SCALA_MINIMA: Final = 100
SCALA_MASSIMA: Final = 1_999
FIRMATO_ENTRO: Final = date(2021, 9, 2)  # 36 months before GIORNO
MESI_INDIGENZA: Final = 36
MASSIMALE: Final = 270_000

# PR FSE+ 2021-2027, action L.1
SOGLIA_ISEE_ENERGIA: Final = 1_500_000


def difficolta(  # noqa: PLR0913, PLR0917 - eleven facts
    area: str | None,
    data_assegnazione: date | None,
    isee: int | None,
    decadenza: str | None,
    isp: int | None,
    componenti: int | None,
    scala: int | None,
    riceve_crs_indigenza: bool | None,  # noqa: FBT001 - a fact
    data_contratto: date | None,
    servizi: int | None,
    debito: int | None,
) -> Answer:
    """The measure `crs-difficolta` on `GIORNO`."""
    complete = True
    if area is None:
        complete = False
    elif area not in AREE:
        return NON_AMMESSO, None
    if data_assegnazione is None:
        complete = False
    elif data_assegnazione > ASSEGNATA_ENTRO:
        return NON_AMMESSO, None
    if isee is None:
        complete = False
    elif isee >= SOGLIA_ISEE:
        return NON_AMMESSO, None
    if decadenza is None:
        complete = False
    elif decadenza in DECADENZE:
        return NON_AMMESSO, None
    if isp is None:
        complete = False
    elif componenti == 1:
        if isp > PATRIMONIO_SINGOLO:
            return NON_AMMESSO, None
    elif componenti is not None and scala is not None:
        if isp > PATRIMONIO_BASE + PATRIMONIO_PER_CENTESIMO * scala:
            return NON_AMMESSO, None
    elif isp > _soglia_piu_bassa(componenti, scala):
        if isp > _soglia_piu_alta(componenti, scala):
            return NON_AMMESSO, None
        complete = False
    if riceve_crs_indigenza is not False:
        if data_contratto is None:
            complete = False
        elif data_contratto > FIRMATO_ENTRO:
            if riceve_crs_indigenza:
                return NON_AMMESSO, None
            complete = False
    if not complete or servizi is None or debito is None:
        return DA_COMPLETARE, None
    due = servizi + debito
    return AMMESSO, due if due < MASSIMALE else MASSIMALE  # noqa: FURB136 - faster than `min`


def _mesi(giorno: date) -> int:
    """Complete months from a day to `GIORNO`, which is not the last of its month."""
    months = (GIORNO.year - giorno.year) * 12 + GIORNO.month - giorno.month
    return months - 1 if giorno.day > GIORNO.day else months


def difficolta_counting_months(  # noqa: PLR0913, PLR0917 - eleven facts
    area: str | None,
    data_assegnazione: date | None,
    isee: int | None,
    decadenza: str | None,
    isp: int | None,
    componenti: int | None,
    scala: int | None,
    riceve_crs_indigenza: bool | None,  # noqa: FBT001 - a fact
    data_contratto: date | None,
    servizi: int | None,
    debito: int | None,
) -> Answer:
    """The measure `crs-difficolta` on `GIORNO`, counting the months of each household."""
    complete = True
    if area is None:
        complete = False
    elif area not in AREE:
        return NON_AMMESSO, None
    if data_assegnazione is None:
        complete = False
    elif _mesi(data_assegnazione) < MESI_ASSEGNAZIONE:
        return NON_AMMESSO, None
    if isee is None:
        complete = False
    elif isee >= SOGLIA_ISEE:
        return NON_AMMESSO, None
    if decadenza is None:
        complete = False
    elif decadenza in DECADENZE:
        return NON_AMMESSO, None
    if isp is None:
        complete = False
    elif isp > _soglia_piu_bassa(componenti, scala):
        if isp > _soglia_piu_alta(componenti, scala):
            return NON_AMMESSO, None
        complete = False
    if riceve_crs_indigenza is not False:
        if data_contratto is None:
            complete = False
        elif _mesi(data_contratto) < MESI_INDIGENZA:
            if riceve_crs_indigenza:
                return NON_AMMESSO, None
            complete = False
    if not complete or servizi is None or debito is None:
        return DA_COMPLETARE, None
    return AMMESSO, min(servizi + debito, MASSIMALE)


def _soglia_piu_bassa(componenti: int | None, scala: int | None) -> int:
    """The least of the thresholds that what is known leaves."""
    if componenti == 1:
        return PATRIMONIO_SINGOLO
    piu = PATRIMONIO_BASE + PATRIMONIO_PER_CENTESIMO * (SCALA_MINIMA if scala is None else scala)
    return min(PATRIMONIO_SINGOLO, piu) if componenti is None else piu


def _soglia_piu_alta(componenti: int | None, scala: int | None) -> int:
    """The greatest of them: the same, once members and scale are known."""
    if componenti == 1:
        return PATRIMONIO_SINGOLO
    piu = PATRIMONIO_BASE + PATRIMONIO_PER_CENTESIMO * (SCALA_MASSIMA if scala is None else scala)
    return max(PATRIMONIO_SINGOLO, piu) if componenti is None else piu


def energia(
    isee: int | None,
    quartiere_coperto: bool | None,  # noqa: FBT001 - a fact
    riceve_crs_difficolta: bool | None,  # noqa: FBT001 - a fact
    riceve_crs_indigenza: bool | None,  # noqa: FBT001 - a fact
    spesa: int | None,
) -> Answer:
    """The measure `energia-l1` on `GIORNO`: half of the expense, half a cent up."""
    if (
        (isee is not None and isee > SOGLIA_ISEE_ENERGIA)
        or quartiere_coperto is False
        or riceve_crs_difficolta
        or riceve_crs_indigenza
    ):
        return NON_AMMESSO, None
    if (
        isee is None
        or quartiere_coperto is None
        or riceve_crs_difficolta is None
        or riceve_crs_indigenza is None
        or spesa is None
    ):
        return DA_COMPLETARE, None
    return AMMESSO, (spesa + 1) // 2
