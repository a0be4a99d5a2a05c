"""A harder yardstick, added after the fast reader had been measured against `handwritten`.

The fast reader came out as fast as the first yardstick. Two things are prepared in its rows that
the first does not get: days are whole numbers, which compare faster than `date`, and a row says
whether every fact is known, so that nothing need be asked about `None`. Here the function by hand
is granted both. The first yardstick stays as it was, and the targets stay on it.
"""

from __future__ import annotations

from typing import Final

from tools.bench.handwritten import (
    AMMESSO,
    AREE,
    DECADENZE,
    MASSIMALE,
    NON_AMMESSO,
    PATRIMONIO_BASE,
    PATRIMONIO_PER_CENTESIMO,
    PATRIMONIO_SINGOLO,
    SOGLIA_ISEE,
    Answer,
)

ASSEGNATA_ENTRO: Final = 20220902
FIRMATO_ENTRO: Final = 20210902


def difficolta_complete(  # noqa: PLR0913, PLR0917 - eleven facts
    area: str,
    data_assegnazione: int,
    isee: int,
    decadenza: str,
    isp: int,
    componenti: int,
    scala: int,
    riceve_crs_indigenza: bool,  # noqa: FBT001 - a fact
    data_contratto: int,
    servizi: int,
    debito: int,
) -> Answer:
    """The measure `crs-difficolta` on 2 September 2024, every fact known, days as 20240902."""
    if (
        area not in AREE
        or data_assegnazione > ASSEGNATA_ENTRO
        or isee >= SOGLIA_ISEE
        or decadenza in DECADENZE
        or isp
        > (
            PATRIMONIO_SINGOLO
            if componenti == 1
            else PATRIMONIO_BASE + PATRIMONIO_PER_CENTESIMO * scala
        )
        or (riceve_crs_indigenza and data_contratto > FIRMATO_ENTRO)
    ):
        return NON_AMMESSO, None
    due = servizi + debito
    return AMMESSO, due if due < MASSIMALE else MASSIMALE  # noqa: FURB136 - faster than `min`
